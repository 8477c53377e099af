// One whole story in Chromium, in Swedish and in English: discovery, sign-in with a samordningsnummer at a service that opted in,
// the same person refused at one that did not, a sign-in that is cancelled. Each page is photographed and examined by axe-core.
//   node story.mjs OUT --federation URL --control URL --opted-in BASE --not-opted-in BASE
// A BASE is that of a service of peers/node-saml/sp.mjs. Ends with 1 when the story goes another way or a page violates a rule.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ACCEPTS_COORDINATION_NUMBER, PUBLIC_SECTOR_SP, complete, published } from './complete.mjs';

const PERSON = 'ordinary-with-samordningsnummer';
const SUPPLIER = 'supplier-loa2-loa3';
const CATEGORIES = [
  'http://id.elegnamnden.se/ec/1.0/loa3-pnr',
  'http://id.swedenconnect.se/ec/1.0/loa3-name',
  'http://id.swedenconnect.se/contract/sc/eid-authorization-system',
  PUBLIC_SECTOR_SP,
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const text = { type: 'string' };
const { values: o, positionals: [out] } = parseArgs({
  allowPositionals: true,
  options: { federation: text, control: text, 'opted-in': text, 'not-opted-in': text, chromium: { ...text, default: process.env.GENREP_CHROMIUM ?? '/usr/bin/chromium' } },
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const problems = [];

async function control(path, options) {
  const answer = await fetch(new URL(path, o.control), options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

/** Makes a service a member; what it needs besides is its base. */
async function joined(base, name, extra) {
  const address = `${base}/metadata`;
  const { entityId, xml } = complete(await published(address), address, {
    name, logo: `${new URL(base).origin}/logo.svg`, categories: [...CATEGORIES, ...extra], wantAssertionsSigned: 'false', discovery: `${base}/login`,
  });
  await control(`/v1/service-providers?name=${encodeURIComponent(name.en)}`, { method: 'POST', headers: { 'content-type': 'application/samlmetadata+xml' }, body: xml });
  return { base, entityId, discovery: `${o.federation}/discovery?${new URLSearchParams({ entityID: entityId, return: `${base}/login`, returnIDParam: 'idp' })}` };
}

/** A browser of one language and width; look(name) photographs the page that is shown and examines it. */
async function visitor(browser, language, { width = 1280, scripts = true } = {}) {
  const folder = join(out, `${language}-${width}${scripts ? '' : '-no-scripts'}`);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ locale: language === 'sv' ? 'sv-SE' : 'en-GB', viewport: { width, height: 800 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.on('pageerror', (e) => problems.push(`${language}: a script failed: ${e.message}`));
  let shots = 0;
  async function look(name) {
    const file = join(folder, `${++shots}-${name}.png`);
    await page.screenshot({ path: file, fullPage: true });
    if ((await page.locator('html').getAttribute('lang')) === null) return; // the JSON of a service
    assert.equal(await page.locator('html').getAttribute('lang'), language, `${file}: the page's language`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) problems.push(`${file}: is ${wider} px wider than the window`);
    if (!scripts) return; // axe-core is a script
    await page.evaluate(axe);
    const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), RULES);
    for (const v of violations) problems.push(`${file}: ${v.id} (${v.impact}): ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  }
  page.setDefaultTimeout(20_000);
  return { page, look, close: () => context.close() };
}

const shown = (page, id) => page.getByTestId(id);

/** From discovery to the page on which a person is chosen. */
async function toSupplier({ page, look }, service, language) {
  await page.goto(service.discovery);
  await shown(page, 'page-discovery').waitFor();
  assert.match(await shown(page, 'title').innerText(), language === 'sv' ? /legitimer/i : /identity|eid|identify/i);
  await look('discovery');
  await shown(page, 'choices').locator(`[data-entity-id$="/${SUPPLIER}"]`).click();
  await shown(page, 'page-choose').waitFor();
}

async function choose(page, person) {
  await page.locator(`input[name=person][value="${person}"]`).check();
}

/** Goes on by hand where no script does; until the service has answered. */
async function backTo(page, service, scripts) {
  if (!scripts) await shown(page, 'continue').click();
  await page.waitForURL((url) => url.href.startsWith(`${service.base}/`));
  return JSON.parse(await page.locator('body').innerText());
}

async function tell(browser, language, options = {}) {
  const scripts = options.scripts ?? true;
  const visit = await visitor(browser, language, options);
  try {
    await chapters(visit, language, scripts);
  } catch (e) {
    await visit.look('where-it-ended');
    throw e;
  } finally {
    await visit.close();
  }
}

async function chapters(visit, language, scripts) {
  const { page, look } = visit;
  const number = (await control(`/v1/persons/${PERSON}`)).attributes.personalIdentityNumber[0];

  await toSupplier(visit, optedIn, language);
  await look('choose');
  await choose(page, PERSON);
  await look('chosen');
  await shown(page, 'sign-in').click();
  const there = await backTo(page, optedIn, scripts);
  await look('signed-in');
  assert.equal(there.subject, number, 'who the service that opted in believes to be there');
  assert.equal(there.level, 'http://id.elegnamnden.se/loa/1.0/loa3', 'at which level');

  await toSupplier(visit, notOptedIn, language);
  await look('choose-without-opt-in');
  await choose(page, PERSON);
  await shown(page, 'sign-in').click();
  await shown(page, 'page-confirm').waitFor();
  assert.match(await shown(page, 'explanation').innerText(), language === 'sv' ? /e-tjänst/ : /service/, 'what the person is told');
  await look('explained');
  await shown(page, 'confirm').click();
  const refused = await backTo(page, notOptedIn, scripts);
  await look('refused');
  assert.match(refused.error, /samordningsnummer|AuthnFailed|UnknownPrincipal/i, 'why the service that did not opt in gets nobody');

  await toSupplier(visit, notOptedIn, language);
  await shown(page, 'cancel').click();
  const cancelled = await backTo(page, notOptedIn, scripts);
  await look('cancelled');
  assert.match(cancelled.error, /cancel/i, 'what the service is told of a cancelled sign-in');
}

const optedIn = await joined(o['opted-in'], { sv: 'node-saml med samordningsnummer', en: 'node-saml with samordningsnummer' }, [ACCEPTS_COORDINATION_NUMBER]);
const notOptedIn = await joined(o['not-opted-in'], { sv: 'node-saml utan samordningsnummer', en: 'node-saml without samordningsnummer' }, []);
const browser = await chromium.launch({
  executablePath: o.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const [language, options] of [['sv', {}], ['en', {}], ['sv', { width: 320 }], ['en', { width: 1600, scripts: false }]]) {
    try {
      await tell(browser, language, options);
      console.error(`interop/story: told in ${language} ${JSON.stringify(options)}`);
    } catch (e) {
      problems.push(`${language} ${JSON.stringify(options)}: ${e.message}`);
    }
  }
} finally {
  await browser.close();
}
for (const p of problems) console.log(p);
console.log(`${problems.length === 0 ? 'The story goes as it should' : `${problems.length} problems`}; the pages are in ${out}`);
process.exitCode = problems.length ? 1 : 0;
