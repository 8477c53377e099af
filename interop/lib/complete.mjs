// Completes what a peer publishes as its metadata with what Sweden Connect asks of a service provider and the peer has no setting
// for: who it is, what it is called and looks like, which entity categories it is registered under.
import { readFileSync } from 'node:fs';
import { XMLSerializer } from '@xmldom/xmldom';
import { MD, parseXml } from './idp-metadata.mjs';

const MDATTR = 'urn:oasis:names:tc:SAML:metadata:attribute';
const MDUI = 'urn:oasis:names:tc:SAML:metadata:ui';
const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';

// An address of a logotype has to be https (DP 2.1.1.1), which nobody speaks on this machine's loopback; a data URI may be as well.
const LOGO = `data:image/svg+xml;base64,${readFileSync(new URL('logo.svg', import.meta.url)).toString('base64')}`;

export const PUBLIC_SECTOR_SP = 'http://id.elegnamnden.se/st/1.0/public-sector-sp';
export const ACCEPTS_COORDINATION_NUMBER = 'http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number';

/** What a peer publishes there. */
export async function published(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

/**
 * The completed document as text, and its entityID: {entityId, xml}. `text` is what the peer published at `source`; of what is
 * there already organisation and contact persons are replaced and `WantAssertionsSigned` when it is given, the rest is added to.
 */
export function complete(text, source, { name, categories, wantAssertionsSigned }) {
  const document = parseXml(text, source);
  const entity = document.documentElement;
  const role = entity.getElementsByTagNameNS(MD, 'SPSSODescriptor')[0];
  if (!role) throw new Error(`${source} has no md:SPSSODescriptor`);

  /** element('mdui:Logo', MDUI, {height: '60'}, 'text' or [children]) */
  function element(qualified, namespace, attributes = {}, content = []) {
    const made = document.createElementNS(namespace, qualified);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xml:lang') made.setAttributeNS('http://www.w3.org/XML/1998/namespace', key, value);
      else made.setAttribute(key, value);
    }
    for (const child of typeof content === 'string' ? [document.createTextNode(content)] : content) made.appendChild(child);
    return made;
  }
  const inBoth = (qualified, namespace, sv, en) => [element(qualified, namespace, { 'xml:lang': 'sv' }, sv), element(qualified, namespace, { 'xml:lang': 'en' }, en)];

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
    ...inBoth('mdui:DisplayName', MDUI, `TEST ${name}`, `TEST ${name}`),
    ...inBoth('mdui:Description', MDUI, `En e-tjänst byggd på ${name}, för prov`, `An e-service on ${name}, for tests`),
    element('mdui:Logo', MDUI, { height: '60', width: '120' }, LOGO),
  ]));
  if (wantAssertionsSigned) role.setAttribute('WantAssertionsSigned', wantAssertionsSigned);

  for (const gone of ['Organization', 'ContactPerson']) {
    for (const old of Array.from(entity.childNodes).filter((n) => n.namespaceURI === MD && n.localName === gone)) entity.removeChild(old);
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
  return { entityId: entity.getAttribute('entityID'), xml: new XMLSerializer().serializeToString(document) + '\n' };
}
