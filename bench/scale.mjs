// Watches a federation that has just started read its members, then asks for single ones by MDQ, and prints one line of JSON.
//   node scale.mjs URL PROCESS-GROUP COUNT       COUNT service providers as bench/aggregate.mjs names them
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';

const [url, group, countText] = process.argv.slice(2);
const count = Number(countText), agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function get(path) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    http.get(url + path, { agent }, (answer) => {
      let text = '', bytes = 0;
      answer.on('data', (d) => { bytes += d.length; if (bytes < 200_000) text += d; });
      answer.on('end', () => resolve({ status: answer.statusCode, ms: performance.now() - started, text, bytes }));
    }).on('error', reject);
  });
}
const processes = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).flatMap((p) => {
  try {
    const stat = readFileSync(`/proc/${p}/stat`, 'utf8').split(') ')[1].split(' ');
    return stat[2] === group ? [{ cpuMs: (Number(stat[11]) + Number(stat[12])) * 10, status: readFileSync(`/proc/${p}/status`, 'utf8') }] : [];
  } catch { return []; }
});
const cpu = () => processes().reduce((sum, p) => sum + p.cpuMs, 0);
const peakMb = () => Math.round(processes().reduce((sum, p) => sum + Number(/VmHWM:\s+(\d+)/.exec(p.status)?.[1] ?? 0), 0) / 1024);
const quantile = (values, q) => Number([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))].toFixed(2));
const entity = (n) => `/mdq/entities/${encodeURIComponent(`https://mock-sp-${n}.genrep.example/saml`)}`;

async function ask(numbers) {
  const times = [], before = cpu();
  for (const n of numbers) {
    const answer = await get(entity(n));
    if (answer.status !== 200) throw new Error(`MDQ answered ${answer.status} for number ${n}: ${answer.text.slice(0, 200)}`);
    times.push(answer.ms);
  }
  return { asked: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpuMs: Number(((cpu() - before) / times.length).toFixed(2)) };
}

const started = performance.now(), cpuBefore = cpu();
const early = (await get(entity(count))).ms; // the last of the file, while everything is being read
while (/data-testid="reading"/.test((await get('/')).text)) await new Promise((r) => setTimeout(r, 200));
const readMs = performance.now() - started, readCpuMs = cpu() - cpuBefore;
const step = Math.max(1, Math.floor(count / 1500)), some = Array.from({ length: Math.min(count, 1500) }, (_, i) => 1 + ((i * step) % count));
await ask(some.slice(0, 700)); // the code is warm after this; what follows are others
const first = await ask(some.slice(count > 700 ? 700 : 0)), again = await ask(Array.from({ length: 1000 }, (_, i) => 1 + (i % Math.min(count, 100))));
const feed = await get('/metadata');
console.log(JSON.stringify({ count, readMs: Math.round(readMs), readCpuMs, early: Math.round(early), first, again, feedMs: Math.round(feed.ms), feedMb: Number((feed.bytes / 1e6).toFixed(1)), peakMb: peakMb() }));
agent.destroy();
