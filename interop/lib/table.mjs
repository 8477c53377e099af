// The table interop/run ends in: node table.mjs REPORTS BASELINES NAME…
// A name is a peer with a profile; for each REPORTS holds NAME/report.json, NAME.exit (the exit code of "genrep test") and, when the
// peer signed in by itself, NAME.signed-in.json. Ends with 1 when something is not as expected.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const COUNTS = ['pass', 'fail', 'warn', 'skipped', 'inconclusive', 'review'];

const [reports, baselines, ...names] = process.argv.slice(2);

const rows = names.map((name) => {
  const file = join(reports, name, 'report.json');
  const signedIn = existsSync(join(reports, `${name}.signed-in.json`));
  const exit = Number(readFileSync(join(reports, `${name}.exit`), 'utf8'));
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).summary : null;
  const judged = counts !== null && COUNTS.some((c) => counts[c] > 0);
  const known = existsSync(join(baselines, `${name}.yaml`));
  const baseline = !judged ? `could not run (exit ${exit})` : exit === 0 ? (known ? 'as expected' : 'nothing to expect') : known ? 'DIFFERS' : 'none yet';
  return { name, signedIn, counts, baseline, good: signedIn && judged && exit === 0 };
});

const head = ['peer with profile', 'signed in', ...COUNTS, 'baseline'];
const lines = rows.map((r) => [r.name, r.signedIn ? 'yes' : 'NO', ...COUNTS.map((c) => String(r.counts?.[c] ?? '-')), r.baseline]);
const widths = head.map((h, i) => Math.max(h.length, ...lines.map((l) => l[i].length)));
const line = (cells) => `| ${cells.map((c, i) => (i > 1 && i < head.length - 1 ? c.padStart(widths[i]) : c.padEnd(widths[i]))).join(' | ')} |`;
console.log([line(head), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...lines.map(line)].join('\n'));

const bad = rows.filter((r) => !r.good);
for (const r of bad) console.log(`\n${r.name}: see ${join(reports, r.name)} and ${join(reports, `${r.name}.out`)}`);
console.log(`\n${rows.length - bad.length} passed, ${bad.length} failed`);
process.exitCode = bad.length ? 1 : 0;
