// The table interop/matrix ends in: node matrix-table.mjs REPORTS PEER…    REPORTS holds PEER.json of matrix.mjs.
// Ends with 1 when something is not as expected.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN } from './known.mjs';

const [reports, ...peers] = process.argv.slice(2);

const rows = peers.flatMap((peer) => JSON.parse(readFileSync(join(reports, `${peer}.json`), 'utf8')).map((r) => {
  const known = KNOWN.find((k) => k.peer === r.peer && k.profile === r.profile);
  const as = !r.wrong && !known ? 'yes' : r.wrong && known && !r.mismatch && !r.broken && r.wrong.includes(known.shows) ? 'cannot' : 'NO';
  const why = as === 'yes' ? '' : as === 'cannot' ? known.because : r.wrong ?? `signs in, and known.mjs says it cannot: ${known.because}`;
  return { ...r, as, why };
}));

const head = ['peer', 'profile', 'level', 'who', 'signature', 'encryption', 'signs in'];
const lines = rows.map((r) => [r.peer, r.profile, r.level.slice(r.level.lastIndexOf('/') + 1), r.person, r.signature ?? '-', r.cipher ?? '-', r.as + (r.as === 'cannot' ? ` (${r.why})` : '')]);
const widths = head.map((h, i) => Math.max(h.length, ...lines.map((l) => l[i].length)));
const line = (cells) => `| ${cells.map((c, i) => c.padEnd(widths[i])).join(' | ')} |`;
console.log([line(head), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...lines.map(line)].join('\n'));

const bad = rows.filter((r) => r.as === 'NO');
for (const r of bad) console.log(`\n${r.peer} ${r.name}: ${r.why}`);
const count = (as) => rows.filter((r) => r.as === as).length;
console.log(`\n${count('yes')} signed in, ${count('cannot')} cannot for a known reason, ${bad.length} failed`);
process.exitCode = bad.length || rows.length === 0 ? 1 : 0;
