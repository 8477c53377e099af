// One whole story in Chromium, in Swedish and in English: discovery, sign-in with a samordningsnummer at a service that opted in,
// the same person refused at one that did not, a sign-in that is cancelled. Each page is photographed and examined by axe-core.
//   node story.mjs OUT DEMO-E-SERVICE
// Ends with 1 when the story goes another way or a page violates a rule.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [out, demo] = process.argv.slice(2);
const PERSON = { id: 'ordinary-with-samordningsnummer', number: '197603722393' };
const SUPPLIER = 'supplier-loa2-loa3';
const LEVEL = 'http://id.elegnamnden.se/loa/1.0/loa3';
const OPTED_IN = 'sp-optin', NOT_OPTED_IN = 'sp';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const problems = [];

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

/** From the service's own page by way of discovery to the page on which a person is chosen. */
async function toSupplier({ page, look }, service) {
  await page.goto(`${demo}/?service=${service}`);
  await shown(page, 'page-demo').waitFor();
  await shown(page, 'level-loa3').check();
  await look('service');
  await shown(page, 'sign-in').click();
  await shown(page, 'page-discovery').waitFor();
  await look('discovery');
  await shown(page, 'choices').locator(`[data-entity-id$="/${SUPPLIER}"]`).click();
  await shown(page, 'page-choose').waitFor();
}

/** Goes on by hand where no script does, until the service has answered. */
async function backTo(page, name, scripts) {
  if (!scripts) await shown(page, 'continue').click();
  await shown(page, name).waitFor();
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
  const person = page.locator(`input[name=person][value="${PERSON.id}"]`);

  await toSupplier(visit, OPTED_IN);
  await look('choose');
  await person.check();
  await look('chosen');
  await shown(page, 'sign-in').click();
  await backTo(page, 'page-demo-accepted', scripts);
  await look('signed-in');
  assert.equal(await shown(page, 'subject').innerText(), PERSON.number, 'who the service that opted in believes to be there');
  assert.equal(await shown(page, 'context').innerText(), LEVEL, 'at which level');

  await toSupplier(visit, NOT_OPTED_IN);
  await look('choose-without-opt-in');
  await person.check();
  await shown(page, 'sign-in').click();
  await shown(page, 'page-confirm').waitFor();
  assert.match(await shown(page, 'explanation').innerText(), language === 'sv' ? /personnummer.*e-tjänst/ : /personnummer.*service/, 'what the person is told');
  await look('explained');
  await shown(page, 'confirm').click();
  await backTo(page, 'page-demo-refused', scripts);
  await look('refused');
  assert.match(await shown(page, 'reason').innerText(), /status:Requester.*status:AuthnFailed/, 'why the service that did not opt in gets nobody');

  await toSupplier(visit, NOT_OPTED_IN);
  await shown(page, 'cancel').click();
  await backTo(page, 'page-demo-refused', scripts);
  await look('cancelled');
  assert.match(await shown(page, 'reason').innerText(), /cancel/i, 'what the service is told of a cancelled sign-in');
}

const browser = await chromium.launch({
  executablePath: process.env.GENREP_CHROMIUM || '/usr/bin/chromium',
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
