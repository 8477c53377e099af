// One sign-in the way a person does it; prints whom the service then believes to be there. Ends non-zero when that is nobody.
//   node sign-in.mjs --login URL --whoami URL [--person ID] [--user U --password P] [--trace]
import { parseArgs } from 'node:util';
import { Browser, walk } from './web.mjs';

const { values: o } = parseArgs({
  options: { login: { type: 'string' }, whoami: { type: 'string' }, person: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, trace: { type: 'boolean' } },
});

const text = (page) => page.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 300);

function subject(page) {
  try {
    return JSON.parse(page.body).subject ?? null;
  } catch {
    return null; // a page that is no JSON shows nobody
  }
}

async function signIn() {
  const browser = new Browser({ trace: o.trace ? (line) => console.error(line) : null });
  const stranger = await browser.open(o.whoami);
  if (stranger.status === 200) throw new Error(`${o.whoami} shows somebody before anyone has signed in`);
  const last = await walk(browser, await browser.open(o.login), o);
  const whoami = await browser.open(o.whoami);
  if (whoami.status !== 200 || !subject(whoami)) throw new Error(`nobody is signed in: ${last.url} answered ${last.status}: ${text(last)}`);
  return whoami.body;
}

try {
  console.log((await signIn()).trim());
} catch (e) {
  console.error(e.errors?.map((each) => each.message).join(', ') || e.message);
  process.exitCode = 1;
}
