// One peer signs in at every cell of the matrix; who it then believes to be there is compared with who that was.
//   node matrix.mjs PEER OUT.json --control URL --name NAME --metadata T --login T --whoami T
//                   [--want-assertions-signed true|false] [--accepts-coordination-number] [--only TEXT] [--trace]
// T is an address with {cell} for the cell's name. Ends with 2 when a cell could not be tried at all.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ACCEPTS_COORDINATION_NUMBER, PUBLIC_SECTOR_SP, complete, published } from './complete.mjs';
import { CELLS } from './cells.mjs';
import { Browser, walk } from './web.mjs';

const text = { type: 'string' }, flag = { type: 'boolean' };
const { values: o, positionals: [peer, out] } = parseArgs({
  allowPositionals: true,
  options: {
    control: text, name: text, metadata: text, login: text, whoami: text, only: text,
    'want-assertions-signed': text, 'accepts-coordination-number': flag, trace: flag,
  },
});

const at = (template, cell) => template.replaceAll('{cell}', cell.name);

async function control(path, { method = 'GET', type, body } = {}) {
  const answer = await fetch(new URL(path, o.control), { method, body, headers: type ? { 'content-type': type } : {} });
  const told = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${told.slice(0, 1500)}`);
  return JSON.parse(told);
}

/** Makes the peer a member; the answer is its entityID. */
async function join(cell) {
  const address = at(o.metadata, cell);
  const categories = [...cell.categories, PUBLIC_SECTOR_SP];
  if (o['accepts-coordination-number']) categories.push(ACCEPTS_COORDINATION_NUMBER);
  const { entityId, xml } = complete(await published(address), address, { name: o.name, categories, wantAssertionsSigned: o['want-assertions-signed'] });
  await control(`/v1/service-providers?name=${encodeURIComponent(`${peer}--${cell.name}`)}`, { method: 'POST', type: 'application/samlmetadata+xml', body: xml });
  return entityId;
}

const readable = (page) => page.body.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 300);

function whoIsThere(page) {
  try {
    return JSON.parse(page.body);
  } catch {
    return {}; // a page that is no JSON shows nobody
  }
}

async function tryCell(cell) {
  const entityId = await join(cell);
  const wanted = (await control(`/v1/persons/${cell.person}`)).attributes[cell.attribute].join(' ');
  const browser = new Browser({
    headers: { 'genrep-script': JSON.stringify({ person: cell.person }) },
    trace: o.trace ? (line) => console.error(line) : null,
  });
  const stranger = await browser.open(at(o.whoami, cell));
  if (stranger.status === 200) return { wrong: `${stranger.url} shows somebody before anyone has signed in` };
  const last = await walk(browser, await browser.open(at(o.login, cell)), {});
  const page = await browser.open(at(o.whoami, cell));
  const seen = page.status === 200 ? whoIsThere(page) : {};
  const past = (await control(`/v1/history?limit=1&serviceProvider=${encodeURIComponent(entityId)}`))[0];
  if (!past) return { wrong: `no request came to the identity provider: ${last.url.split('?')[0]} answered ${last.status}: ${readable(last)}` };
  const exchange = await control(`/v1/history/${past.id}`);
  const found = { asked: exchange.request?.contexts ?? [], issued: exchange.answer?.level ?? null, subject: seen.subject ?? null, shown: seen.level ?? null };
  const signature = /<(?:\w+:)?SignatureMethod\b[^>]*Algorithm="[^"]*#([^"]+)"/.exec(exchange.answer?.xml ?? '')?.[1] ?? null;
  const cipher = [...(exchange.answer?.xml ?? '').matchAll(/<(?:\w+:)?EncryptionMethod\b[^>]*Algorithm="[^"]*#([^"]+)"/g)].map((m) => m[1]).join('+') || null;
  Object.assign(found, { signature, cipher });
  if (exchange.problem) return { ...found, wrong: `the identity provider refuses the request: ${exchange.problem}` };
  if (exchange.outcome !== 'sign-in') return { ...found, wrong: `the identity provider answers ${exchange.outcome ?? 'nothing'}: ${readable(last)}` };
  if (found.subject === null) return { ...found, wrong: `the peer refuses the answer: ${last.status} ${readable(last)}` };
  if (found.subject !== wanted) return { ...found, mismatch: true, wrong: `the peer takes ${cell.person} (${wanted}) for ${found.subject}` };
  if (found.asked.join(' ') !== cell.level) return { ...found, mismatch: true, wrong: `asked for ${found.asked.join(' ') || 'no level'} and not for ${cell.level}` };
  for (const level of [found.issued, found.shown]) {
    if (level !== null && level !== cell.level) return { ...found, mismatch: true, wrong: `signed in at ${level} and not at ${cell.level}` };
  }
  return found;
}

const results = [];
for (const cell of CELLS.filter((c) => !o.only || c.name.includes(o.only))) {
  const { name, profile, level, person } = cell;
  try {
    results.push({ peer, name, profile, level, person, ...(await tryCell(cell)) });
  } catch (e) {
    results.push({ peer, name, profile, level, person, broken: true, wrong: e.errors?.map((each) => each.message).join(', ') || `${e.message}${e.cause ? ` (${e.cause.message})` : ''}` });
  }
  const { wrong } = results.at(-1);
  console.error(`interop/matrix: ${peer} ${name}: ${wrong ?? 'signed in'}`);
}
writeFileSync(out, JSON.stringify(results, null, 1) + '\n');
process.exitCode = results.some((r) => r.broken) ? 2 : 0;
