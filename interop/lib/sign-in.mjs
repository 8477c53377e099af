// One sign-in the way a person does it; prints whom the service then believes to be there. Ends non-zero when that is nobody.
//   node sign-in.mjs --login URL --whoami URL [--person ID] [--user U --password P] [--trace]
import { parseArgs } from 'node:util';
import { Browser, walk } from './web.mjs';

const { values: o } = parseArgs({
  options: { login: { type: 'string' }, whoami: { type: 'string' }, person: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, trace: { type: 'boolean' } },
});
const browser = new Browser({ trace: o.trace ? (line) => console.error(line) : null });

const stranger = await browser.open(o.whoami);
if (stranger.status === 200) throw new Error(`${o.whoami} shows somebody before anyone has signed in`);
const page = await walk(browser, await browser.open(o.login), o);
const whoami = await browser.open(o.whoami);
let who = null;
try {
  who = JSON.parse(whoami.body);
} catch {
  // a page that is no JSON shows nobody
}
if (whoami.status === 200 && who?.subject) {
  console.log(JSON.stringify(who));
} else {
  console.error(`nobody is signed in: ${page.url} answered ${page.status}: ${page.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 300)}`);
  process.exitCode = 1;
}
