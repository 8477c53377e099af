// The figures of bench/run as Markdown: node table.mjs RESULTS CPUS
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';

const [results, cpus] = process.argv.slice(2);
const read = (name) => (existsSync(join(results, name)) ? readFileSync(join(results, name), 'utf8') : null);
const lines = (name) => read(name)?.trim().split('\n').map((l) => JSON.parse(l));
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => {
  const s = sorted(values), half = s.length >> 1;
  return s.length % 2 ? s[half] : (s[half - 1] + s[half]) / 2;
};
const spread = (values, digits = 1) => {
  const s = sorted(values);
  return `${median(s).toFixed(digits)} (${s[0].toFixed(digits)}–${s.at(-1).toFixed(digits)})`;
};
const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map((_, i) => (i ? '---:' : '---')).join('|')}|`, ...rows.map((r) => `| ${r.join(' | ')} |`), ''].join('\n');

console.log(`${os.cpus()[0].model.trim()}, ${os.cpus().length} processors, servers on ${cpus.split(',').length} of them; ${Math.round(os.totalmem() / 2 ** 30)} GB; ${os.type()} ${os.release()}; ` +
  `${(read('version.txt') ?? '').trim().replace(/\s*\n\s*/g, ', ')}; load average before the run ${(read('load.txt') ?? '?').trim()}; ${new Date().toISOString().slice(0, 10)}.\n`);

const starts = [['off', 'before the archive exists'], ['auto', 'with the archive']].map(([kind, name]) => [name, JSON.parse(read(`startup-${kind}.json`) ?? 'null')]).filter(([, s]) => s);
if (starts.length) {
  console.log('### Start with a warm data folder, to the line that says it is ready\n');
  console.log(table(['`genrep up`', 'best', 'median', 'slowest', 'CPU time, best', 'memory, median'], starts.map(([name, runs]) => {
    const ms = sorted(runs.map((r) => r.ms));
    return [name, `${(ms[0] / 1000).toFixed(2)} s`, `${(median(ms) / 1000).toFixed(2)} s`, `${(ms.at(-1) / 1000).toFixed(2)} s`, `${(Math.min(...runs.map((r) => r.cpuMs)) / 1000).toFixed(2)} s`, `${median(runs.map((r) => r.rssMb))} MB`];
  })));
}

const warm = lines('warm.jsonl');
if (warm) {
  const failed = [...warm, ...lines('cold.jsonl')].flatMap((r) => Object.entries(r.errors));
  console.log('### A whole SP-initiated sign-in\n');
  console.log('Server CPU per sign-in: median (least–most) of the turns.\n');
  const rows = [1, 8].flatMap((concurrency) => ['genrep', 'simplesamlphp'].map((label) => {
    const turns = warm.filter((r) => r.label === label && r.concurrency === concurrency);
    return [`${label}, warm, ${concurrency} at once`, spread(turns.map((t) => t.cpuMs), 2), spread(turns.map((t) => t.perSecond), 0), spread(turns.map((t) => t.p50)), spread(turns.map((t) => t.p95)), turns.reduce((n, t) => n + t.signIns, 0)];
  }));
  for (const r of lines('cold.jsonl')) rows.push([`${r.label}, the first ${r.signIns}`, r.cpuMs.toFixed(2), r.perSecond.toFixed(0), r.p50.toFixed(1), r.p95.toFixed(1), r.signIns]);
  const bare = lines('crypto.jsonl');
  if (bare) rows.unshift(['the bare cryptography, in Java', spread(bare.map((r) => r.all), 2), '', '', '', '']);
  console.log(table(['', 'server CPU, ms', 'sign-ins a second', 'half within, ms', '95 % within, ms', 'sign-ins'], rows));
  const cpu = (label) => median(warm.filter((r) => r.label === label).map((r) => r.cpuMs));
  console.log(`SimpleSAMLphp needs ${(cpu('simplesamlphp') / cpu('genrep')).toFixed(1)} times the server CPU of Genrep. Failed sign-ins: ${failed.length ? JSON.stringify(failed) : 'none'}.\n`);
}

const scale = lines('scale.jsonl');
if (scale) {
  console.log('### Many service providers in metadata\n');
  const turns = lines('scale-sign-in.jsonl') ?? [];
  const of = (count, key) => turns.filter((r) => r.label === `sps-${count}`).map((r) => r[key]);
  const ready = (count) => JSON.parse(read(`startup-sps-${count}.json`) ?? '[]');
  console.log(table(['service providers', ...scale.map((r) => r.count.toLocaleString('en'))], [
    ['ready, s: median (least–most)', ...scale.map((r) => spread(ready(r.count).map((s) => s.ms / 1000), 2))],
    ['CPU until then, s: median (least–most)', ...scale.map((r) => spread(ready(r.count).map((s) => s.cpuMs / 1000), 2))],
    ['all read after that, s (server CPU)', ...scale.map((r) => `${(r.readMs / 1000).toFixed(1)} (${(r.readCpuMs / 1000).toFixed(1)})`)],
    ['the last one by MDQ right after the start, ms', ...scale.map((r) => r.early)],
    ['MDQ, first time: half / 95 % within, ms', ...scale.map((r) => `${r.first.p50} / ${r.first.p95}`)],
    ['MDQ, again: half / 95 % within, ms', ...scale.map((r) => `${r.again.p50} / ${r.again.p95}`)],
    ['server CPU for one by MDQ, first time, ms', ...scale.map((r) => r.first.cpuMs)],
    ['the aggregate, made and sent, s (MB)', ...scale.map((r) => `${(r.feedMs / 1000).toFixed(1)} (${r.feedMb})`)],
    ['most memory until then (VmHWM), MB', ...scale.map((r) => r.peakMb)],
    ['server CPU for a sign-in, ms: median (least–most)', ...scale.map((r) => spread(of(r.count, 'cpuMs'), 2))],
  ]));
  const cost = (r) => median(of(r.count, 'cpuMs'));
  console.log(`A sign-in with ${scale.at(-1).count.toLocaleString('en')} costs ${(cost(scale.at(-1)) / cost(scale[0])).toFixed(2)} times the CPU of one with ${scale[0].count}.\n`);
}

const reports = [['in a Java that has just started', 'rehearsal/report.json'], ['after others in the same Java', 'warm-report.json']].map(([name, file]) => [name, read(file)]).filter(([, r]) => r);
if (reports.length) {
  console.log('### The case suite against the reference service provider\n');
  console.log(table(['', 'cases', 'together', 'median', 'slowest'], reports.map(([name, report]) => {
    const cases = JSON.parse(report).cases.filter((c) => c.verdict !== 'SKIPPED'), ms = cases.map((c) => c.durationMs);
    return [name, cases.length, `${(ms.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s`, `${median(ms).toFixed(0)} ms`, `${Math.max(...ms).toFixed(0)} ms (${cases[ms.indexOf(Math.max(...ms))].id})`];
  })));
}

const signing = lines('signing.jsonl');
if (signing) {
  console.log('\n### One more task in a sign request, RSA-2048\n');
  console.log('Server CPU in ms: median (least–most) of the rounds, beside the bare signature of the same round.\n');
  console.log(table(['', 'CPU', 'of the rate of the bare signature'], [
    ['bare signature', spread(signing.map((r) => r.raw), 2), ''],
    ['CAdES', spread(signing.map((r) => r.cades), 2), `${(100 * median(signing.map((r) => r.cadesOfRaw))).toFixed(0)} %`],
    ['JAdES', spread(signing.map((r) => r.jades), 2), `${(100 * median(signing.map((r) => r.jadesOfRaw))).toFixed(0)} %`]]));
}
