// Every finding of a baseline is explained in docs/interop.md, in the section of its peer, and nothing is explained there that no
// baseline has. Names of cases stand there in backticks, with * for any letters. What a person is to review is no finding.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const BASELINES = new URL('../baselines/', import.meta.url);
const DOCUMENT = readFileSync(new URL('../../docs/interop.md', import.meta.url), 'utf8');
/** Headings of the sections that explain a peer. */
const SECTIONS = { 'node-saml': ['node-saml'], 'passport-saml': ['passport-saml', 'node-saml'], mellon: ['mod_auth_mellon'], keycloak: ['Keycloak'] };

const section = (heading) => DOCUMENT.slice(DOCUMENT.indexOf(`\n### ${heading} `)).slice(1).split(/\n##+ /)[0];

/** The names in the tables of a section: their second column. */
function explained(heading) {
  return section(heading).split('\n').filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split(' | ')[1] ?? '').matchAll(/`([a-z0-9*-]+)`/g)].map((m) => m[1]));
}

const pattern = (name) => new RegExp(`^${name.replaceAll('*', '.*')}$`);

function found(peer) {
  const names = readdirSync(BASELINES).filter((file) => file.startsWith(`${peer}-`));
  assert.notEqual(names.length, 0, `no baseline of ${peer}`);
  return new Set(names.flatMap((file) => [...readFileSync(new URL(file, BASELINES), 'utf8').matchAll(/case: saml\/sp\/(\S+)\n +verdict: (?!review)/g)].map((m) => m[1])));
}

for (const [peer, headings] of Object.entries(SECTIONS)) {
  test(`every finding on ${peer} is explained`, () => {
    const patterns = headings.flatMap(explained).map(pattern);
    const missing = [...found(peer)].filter((name) => !patterns.some((p) => p.test(name)));
    assert.deepEqual(missing, []);
  });

  test(`everything explained of ${peer} is found`, () => {
    const names = [...found(peer)];
    const stale = explained(headings[0]).filter((name) => !names.some((n) => pattern(name).test(n)));
    assert.deepEqual(stale, []);
  });
}
