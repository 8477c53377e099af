// Starts a command again and again and prints, as one line of JSON, how long each start took until the first line on standard output,
// and the CPU time and memory of the process at that moment.
//   node startup.mjs ROUNDS COMMAND…
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [rounds, command, ...args] = process.argv.slice(2);

function once() {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let measured = null, complaint = '';
    const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
    child.stderr.on('data', (d) => (complaint = (complaint + d).slice(-2000)));
    child.stdout.once('data', () => {
      const ms = performance.now() - started;
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1];
      measured = { ms: Math.round(ms), cpuMs: (Number(stat[11]) + Number(stat[12]) + Number(stat[13]) + Number(stat[14])) * 10, rssMb: Math.round(rss / 1024) };
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      if (measured) resolve(measured);
      else reject(new Error(`${command} ended with ${code} before it was ready: ${complaint}`));
    });
  });
}

const all = [];
for (let n = 0; n < Number(rounds); n++) all.push(await once());
console.log(JSON.stringify(all));
