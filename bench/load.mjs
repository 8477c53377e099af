// Plays whole sign-ins against an identity provider and prints what they cost it, as one line of JSON. It is service provider and
// browser at once: signs an AuthnRequest (HTTP-Redirect, RSA-2048), fills in the page, takes the posted Response and checks it.
//   node load.mjs --idp METADATA.xml --key KEY --certificate CRT [--concurrency N] [--seconds S | --sign-ins N] [--server-group PGID] [--label L]
//   node load.mjs --own-metadata OUT.xml --key KEY --certificate CRT      writes what the identity provider needs to know of this client
import { constants, randomBytes, createPrivateKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { SAML, generateServiceProviderMetadata } from '../interop/lib/node-saml.mjs';
import { idpMetadata } from '../interop/lib/idp-metadata.mjs';
import { Browser, walk } from '../interop/lib/web.mjs';

const ENTITY = 'http://localhost:18399/bench', ACS = 'http://localhost:18399/acs';
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const CONTEXTS = ['http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa2'];
// One in so many Responses is also verified and decrypted by node-saml; all of them would cost more than the server's work.
const VERIFY_EVERY = 50;

const { values: o } = parseArgs({
  options: {
    idp: { type: 'string' }, key: { type: 'string' }, certificate: { type: 'string' }, 'own-metadata': { type: 'string' }, label: { type: 'string', default: '' },
    concurrency: { type: 'string', default: '1' }, seconds: { type: 'string' }, 'sign-ins': { type: 'string' }, 'server-group': { type: 'string' },
  },
});
const keyPem = readFileSync(o.key, 'utf8'), certificate = readFileSync(o.certificate, 'utf8');
if (o['own-metadata']) {
  writeFileSync(o['own-metadata'], generateServiceProviderMetadata({
    issuer: ENTITY, callbackUrl: ACS, privateKey: keyPem, publicCerts: certificate, decryptionPvk: keyPem, decryptionCert: certificate,
    identifierFormat: PERSISTENT, wantAssertionsSigned: false, signatureAlgorithm: 'sha256',
  }));
  process.exit(0);
}

const key = createPrivateKey(keyPem), idp = idpMetadata(o.idp), concurrency = Number(o.concurrency);
const verifier = new SAML({
  issuer: ENTITY, audience: ENTITY, callbackUrl: ACS, idpCert: idp.certificates, decryptionPvk: keyPem, validateInResponseTo: 'never',
  wantAuthnResponseSigned: true, wantAssertionsSigned: false, acceptedClockSkewMs: 5000,
});

function request() {
  const id = `_${randomBytes(20).toString('hex')}`;
  const xml = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0"` +
    ` IssueInstant="${new Date().toISOString()}" Destination="${idp.redirect}" ForceAuthn="true" AssertionConsumerServiceURL="${ACS}"` +
    ` ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"><saml:Issuer>${ENTITY}</saml:Issuer><samlp:NameIDPolicy Format="${PERSISTENT}" AllowCreate="true"/>` +
    `<samlp:RequestedAuthnContext Comparison="exact">${CONTEXTS.map((c) => `<saml:AuthnContextClassRef>${c}</saml:AuthnContextClassRef>`).join('')}</samlp:RequestedAuthnContext></samlp:AuthnRequest>`;
  const query = `SAMLRequest=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}&RelayState=bench&SigAlg=${encodeURIComponent('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')}`;
  const signature = sign('sha256', Buffer.from(query), { key, padding: constants.RSA_PKCS1_PADDING }).toString('base64');
  return { id, url: `${idp.redirect}${idp.redirect.includes('?') ? '&' : '?'}${query}&Signature=${encodeURIComponent(signature)}` };
}

let begun = 0;
async function signIn(agent) {
  const verified = begun++ % VERIFY_EVERY === 0;
  const browser = new Browser({ agent }), { id, url } = request();
  let message = null;
  const last = await walk(browser, await browser.open(url), { user: 'person', password: 'person' }, (form) => {
    message = form;
    return true;
  });
  if (!message) throw new Error(`no answer: ${last.url.split('?')[0]} showed ${last.status} ${last.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 160)}`);
  if (message.action !== ACS || message.fields.RelayState !== 'bench') throw new Error(`the answer goes to ${message.action} with RelayState ${message.fields.RelayState}`);
  const xml = Buffer.from(message.fields.SAMLResponse, 'base64').toString('utf8');
  for (const [what, wanted] of [['status', /"urn:oasis:names:tc:SAML:2\.0:status:Success"/], ['InResponseTo', `InResponseTo="${id}"`], ['Destination', `Destination="${ACS}"`], ['signature', /SignatureValue>/], ['encrypted assertion', /EncryptedAssertion[\s>]/]]) {
    if (typeof wanted === 'string' ? !xml.includes(wanted) : !wanted.test(xml)) throw new Error(`wrong or no ${what} in the Response`);
  }
  if (verified) await verifier.validatePostResponseAsync(message.fields);
  return browser.requests;
}

/** User and system time in ms of a process group, its ended children included. */
function cpu(group) {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((d) => /^\d+$/.test(d))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'), f = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (f[2] === group) ticks += Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14]);
    } catch (e) {
      if (e.code !== 'ENOENT' && e.code !== 'ESRCH') throw e;
    }
  }
  return ticks * 10;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
const latencies = [], errors = {};
let requests = 0;
const cpuBefore = o['server-group'] ? cpu(o['server-group']) : 0, started = performance.now();
const over = () => (o['sign-ins'] ? begun >= Number(o['sign-ins']) : performance.now() - started >= Number(o.seconds ?? 10) * 1000);
await Promise.all(Array.from({ length: concurrency }, async () => {
  while (!over()) {
    const t = performance.now();
    try {
      const each = await signIn(agent);
      requests += each;
      latencies.push(performance.now() - t);
    } catch (e) {
      errors[e.message] = (errors[e.message] ?? 0) + 1;
      if (Object.values(errors).reduce((a, b) => a + b, 0) >= 20) throw new Error(`20 sign-ins failed: ${JSON.stringify(errors)}`);
    }
  }
}));
const seconds = (performance.now() - started) / 1000, done = latencies.length;
agent.destroy();
if (!done) throw new Error(`no sign-in succeeded: ${JSON.stringify(errors)}`);
latencies.sort((a, b) => a - b);
const at = (q) => +latencies[Math.min(done - 1, Math.floor(q * done))].toFixed(1);
console.log(JSON.stringify({
  label: o.label, concurrency, signIns: done, errors, perSecond: +(done / seconds).toFixed(1), p50: at(0.5), p95: at(0.95), requestsEach: +(requests / done).toFixed(2),
  ...(o['server-group'] ? { cpuMs: +((cpu(o['server-group']) - cpuBefore) / done).toFixed(3) } : {}),
}));
