// Completes what a peer publishes as its metadata with what Sweden Connect asks of a service provider and the peer has no
// setting for: who it is, what it is called, which entity categories it is registered under.
//   node sp-metadata.mjs URL-OR-FILE OUT.xml --name NAME --logo URL [--want-assertions-signed true|false] [--accepts-coordination-number]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { XMLSerializer } from '@xmldom/xmldom';
import { MD, parseXml } from './idp-metadata.mjs';

const MDATTR = 'urn:oasis:names:tc:SAML:metadata:attribute';
const MDUI = 'urn:oasis:names:tc:SAML:metadata:ui';
const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';

const { values: options, positionals: [url, out] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, logo: { type: 'string' }, 'want-assertions-signed': { type: 'string' }, 'accepts-coordination-number': { type: 'boolean' } },
});
if (!url || !out || !options.name || !options.logo) {
  console.error('usage: sp-metadata.mjs URL-OR-FILE OUT.xml --name NAME --logo URL [--want-assertions-signed true|false] [--accepts-coordination-number]');
  process.exit(64);
}

const categories = [
  'http://id.elegnamnden.se/ec/1.0/loa2-pnr',
  'http://id.elegnamnden.se/ec/1.0/loa3-pnr',
  'http://id.swedenconnect.se/ec/1.0/loa2-name',
  'http://id.swedenconnect.se/ec/1.0/loa3-name',
  'http://id.swedenconnect.se/contract/sc/eid-authorization-system',
  'http://id.elegnamnden.se/st/1.0/public-sector-sp',
];
if (options['accepts-coordination-number']) categories.push('http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number');

async function published() {
  if (!/^https?:/.test(url)) return readFileSync(url, 'utf8');
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}
const document = parseXml(await published(), url);
const entity = document.documentElement;
const role = entity.getElementsByTagNameNS(MD, 'SPSSODescriptor')[0];
if (!role) throw new Error(`${url} has no md:SPSSODescriptor`);

/** element('mdui:Logo', MDUI, {height: '60'}, 'text' or [children]) */
function element(name, namespace, attributes = {}, content = []) {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xml:lang') made.setAttributeNS('http://www.w3.org/XML/1998/namespace', key, value);
    else made.setAttribute(key, value);
  }
  for (const child of typeof content === 'string' ? [document.createTextNode(content)] : content) made.appendChild(child);
  return made;
}
const inBoth = (name, namespace, sv, en) => [element(name, namespace, { 'xml:lang': 'sv' }, sv), element(name, namespace, { 'xml:lang': 'en' }, en)];

/** The md:Extensions of an element, made as its first child when it has none. */
function extensions(parent) {
  const own = Array.from(parent.childNodes).find((n) => n.namespaceURI === MD && n.localName === 'Extensions');
  return own ?? parent.insertBefore(element('md:Extensions', MD), parent.firstChild);
}

extensions(entity).appendChild(element('mdattr:EntityAttributes', MDATTR, {}, [
  element('saml:Attribute', SAML, { Name: 'http://macedir.org/entity-category', NameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri' },
    categories.map((c) => element('saml:AttributeValue', SAML, {}, c))),
]));

extensions(role).appendChild(element('mdui:UIInfo', MDUI, {}, [
  ...inBoth('mdui:DisplayName', MDUI, `TEST ${options.name}`, `TEST ${options.name}`),
  ...inBoth('mdui:Description', MDUI, `En e-tjänst byggd på ${options.name}, för prov`, `An e-service on ${options.name}, for tests`),
  element('mdui:Logo', MDUI, { height: '60', width: '120' }, options.logo),
]));
if (options['want-assertions-signed']) role.setAttribute('WantAssertionsSigned', options['want-assertions-signed']);

for (const name of ['Organization', 'ContactPerson']) {
  for (const old of Array.from(entity.childNodes).filter((n) => n.namespaceURI === MD && n.localName === name)) entity.removeChild(old);
}
entity.appendChild(element('md:Organization', MD, {}, [
  ...inBoth('md:OrganizationName', MD, 'TEST Myndigheten', 'TEST The Agency'),
  ...inBoth('md:OrganizationDisplayName', MD, 'TEST Myndigheten', 'TEST The Agency'),
  ...inBoth('md:OrganizationURL', MD, 'https://www.example.se', 'https://www.example.se/en'),
]));
for (const type of ['technical', 'support']) {
  entity.appendChild(element('md:ContactPerson', MD, { contactType: type }, [
    element('md:Company', MD, {}, 'TEST Myndigheten'),
    element('md:EmailAddress', MD, {}, `mailto:${type}@example.se`),
  ]));
}
writeFileSync(out, new XMLSerializer().serializeToString(document) + '\n');
