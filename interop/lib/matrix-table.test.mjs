import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNED_IN = { peer: 'mellon', name: 'proxy--x', profile: 'proxy', level: 'http://levels/loa3', person: 'p' };
const KNOWN = { ...SIGNED_IN, profile: 'employee-orgid', wrong: 'the peer refuses the answer: 400 400 Bad Request' };

function table(...rows) {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-table'));
  try {
    writeFileSync(join(folder, 'mellon.json'), JSON.stringify(rows));
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('matrix-table.mjs', import.meta.url)), folder, 'mellon'], { encoding: 'utf8' });
    return { code: run.status, last: run.stdout.trim().split('\n').at(-1), text: run.stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('is content when everybody signs in who can', () => {
  const { code, last } = table(SIGNED_IN, KNOWN);
  assert.deepEqual([code, last], [0, '1 signed in, 1 cannot for a known reason, 0 failed']);
});

for (const [what, row] of [
  ['a peer is refused', { ...SIGNED_IN, wrong: 'the peer refuses the answer: 400 400 Bad Request' }],
  ['a peer takes one person for another', { ...SIGNED_IN, mismatch: true, wrong: 'the peer takes a for b' }],
  ['what is known comes out another way', { ...KNOWN, wrong: 'nobody answered' }],
  ['what is known hides that one person was taken for another', { ...KNOWN, mismatch: true }],
  ['what is known could not be tried', { ...KNOWN, broken: true }],
  ['a peer can do what is known to be impossible', { ...KNOWN, wrong: undefined }],
]) {
  test(`fails when ${what}`, () => {
    const { code, last, text } = table(row);
    assert.equal(code, 1, text);
    assert.match(last, /, 1 failed$/);
  });
}

test('fails when nothing was tried', () => assert.equal(table().code, 1));
