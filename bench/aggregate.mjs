// Writes a metadata aggregate of made-up service providers, each with what Sweden Connect asks of one: node aggregate.mjs N CERTIFICATE OUT.xml
// The n-th has the entityID https://mock-sp-<n>.genrep.example/saml; two certificates, names and descriptions in two languages, a logotype.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const [count, certificate, out] = process.argv.slice(2);
if (!out || !(Number(count) > 0)) {
  console.error('usage: aggregate.mjs N CERTIFICATE OUT.xml');
  process.exit(64);
}
const base64 = readFileSync(certificate, 'utf8').replace(/-----[^-]+-----/g, '').trim();

const categories = (n) => [
  'http://id.elegnamnden.se/ec/1.0/loa2-pnr', 'http://id.elegnamnden.se/ec/1.0/loa3-pnr', 'http://id.swedenconnect.se/ec/1.0/loa3-name',
  'http://id.swedenconnect.se/contract/sc/eid-authorization-system', `http://id.elegnamnden.se/st/1.0/${n % 3 ? 'public' : 'private'}-sector-sp`,
];
const both = (name, sv, en) => `<${name} xml:lang="sv">${sv}</${name}><${name} xml:lang="en">${en}</${name}>`;
const key = (use) => `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
  (use === 'encryption' ? '<md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/><md:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>' : '') + '</md:KeyDescriptor>';

function entity(n) {
  const site = `https://mock-sp-${n}.genrep.example`;
  return `<md:EntityDescriptor entityID="${site}/saml">
  <md:Extensions><mdattr:EntityAttributes><saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
${categories(n).map((c) => `    <saml:AttributeValue xsi:type="xs:string">${c}</saml:AttributeValue>`).join('\n')}
  </saml:Attribute></mdattr:EntityAttributes></md:Extensions>
  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:Extensions>
      <mdui:UIInfo>${both('mdui:DisplayName', `MOCK E-tjänst ${n}`, `MOCK Service ${n}`)}${both('mdui:Description', `Påhittad e-tjänst nummer ${n} för mätningar`, `Made-up service number ${n} for measurements`)}
        <mdui:Logo height="60" width="200">${site}/logo.svg</mdui:Logo></mdui:UIInfo>
      <idpdisc:DiscoveryResponse Binding="urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol" Location="${site}/disco" index="0"/>
    </md:Extensions>
    ${key('signing')}
    ${key('encryption')}
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${site}/acs" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
  <md:Organization>${both('md:OrganizationName', `MOCK Organisation ${n}`, `MOCK Organisation ${n}`)}${both('md:OrganizationDisplayName', `MOCK Organisation ${n}`, `MOCK Organisation ${n}`)}${both('md:OrganizationURL', `${site}/`, `${site}/en`)}</md:Organization>
  <md:ContactPerson contactType="technical"><md:Company>MOCK Organisation ${n}</md:Company><md:EmailAddress>mailto:mock@mock-sp-${n}.genrep.example</md:EmailAddress></md:ContactPerson>
</md:EntityDescriptor>
`;
}

const file = openSync(out, 'w');
writeSync(file, `<?xml version="1.0" encoding="UTF-8"?>
<md:EntitiesDescriptor Name="MOCK" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
  xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:idpdisc="urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol">
`);
for (let n = 1; n <= Number(count); n++) writeSync(file, entity(n));
writeSync(file, '</md:EntitiesDescriptor>\n');
closeSync(file);
