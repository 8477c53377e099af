// An e-service on @node-saml/node-saml, set up as its README says for the Swedish profile: signed requests, a signed response
// asked for, InResponseTo always compared, audience and the profile's clock skew given. Nothing the library leaves undone is done
// here: what the library accepts, this service accepts.
//
// As the README asks, each identity provider has an instance and a callback address of its own.
//   GET  /login?idp=ENTITYID   to the identity provider
//   POST /acs/NAME             back from it
//   GET  /whoami               who is signed in, as JSON; 401 when nobody is
//   GET  /logout, /metadata, /logo.svg
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SAML } from '@node-saml/node-saml';
import { idpMetadata } from '../../lib/idp-metadata.mjs';

const PERSONAL_IDENTITY_NUMBER = 'urn:oid:1.2.752.29.4.13';
const COOKIE = 'interop-node-saml';

const config = JSON.parse(readFileSync(process.argv[2], 'utf8')); // {port, key, certificate, idps: [{metadata, contexts}]}
const base = `http://localhost:${config.port}`;
const entityId = `${base}/metadata`;
const key = readFileSync(config.key, 'utf8');
const certificate = readFileSync(config.certificate, 'utf8');

const idps = config.idps.map(({ metadata, contexts }) => {
  const idp = idpMetadata(metadata);
  const saml = new SAML({
    issuer: entityId,
    callbackUrl: `${base}/acs/${idp.name}`,
    entryPoint: idp.redirect,
    idpCert: idp.certificates,
    idpIssuer: idp.entityId,
    audience: entityId,
    privateKey: key,
    publicCert: certificate,
    decryptionPvk: key,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    authnContext: contexts,
    racComparison: 'exact',
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: false,
    validateInResponseTo: 'always',
    requestIdExpirationPeriodMs: 10 * 60_000,
    acceptedClockSkewMs: 60_000,
  });
  return { ...idp, saml };
});

const sessions = new Map();

function session(request) {
  const cookie = (request.headers.cookie ?? '').split(/;\s*/).find((c) => c.startsWith(`${COOKIE}=`));
  return cookie && sessions.get(cookie.slice(COOKIE.length + 1));
}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value, null, 1) + '\n');
}

async function form(request) {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > 1_000_000) throw new Error('the form is larger than 1 MB');
  }
  return Object.fromEntries(new URLSearchParams(body));
}

async function login(response, url) {
  const idp = idps.find((i) => i.entityId === url.searchParams.get('idp'));
  if (!idp) return json(response, 404, { error: `no such identity provider; known are ${idps.map((i) => i.entityId).join(', ')}` });
  response.writeHead(302, { location: await idp.saml.getAuthorizeUrlAsync('', undefined, {}), 'cache-control': 'no-store' });
  response.end();
}

async function consume(request, response, name) {
  const idp = idps.find((i) => i.name === name);
  if (!idp) return json(response, 404, { error: 'no such callback address' });
  let profile;
  try {
    ({ profile } = await idp.saml.validatePostResponseAsync(await form(request)));
  } catch (e) {
    return json(response, 403, { error: e.message });
  }
  const subject = profile?.[PERSONAL_IDENTITY_NUMBER];
  // Accounts are kept by this number: without one there is nobody to sign in.
  if (!subject) return json(response, 403, { error: 'the assertion names no personalIdentityNumber' });
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, { subject, issuer: profile.issuer, nameId: profile.nameID, attributes: profile.attributes });
  response.writeHead(303, { location: '/whoami', 'set-cookie': `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax` });
  response.end();
}

function metadata() {
  const [first, ...others] = idps.map((i) => i.saml);
  const acs = (url, index) => `<AssertionConsumerService index="${index}" isDefault="false" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${url}"/>`;
  return first.generateServiceProviderMetadata(certificate, certificate)
    .replace('</SPSSODescriptor>', others.map((s, n) => acs(s.options.callbackUrl, n + 2)).join('') + '</SPSSODescriptor>');
}

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#025"/><text x="60" y="36" fill="#fff" text-anchor="middle" font-family="sans-serif">TEST</text></svg>';

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, base);
  try {
    const acs = /^\/acs\/([\w.-]+)$/.exec(url.pathname);
    if (acs && request.method === 'POST') return await consume(request, response, acs[1]);
    switch (url.pathname) {
      case '/login': return await login(response, url);
      case '/whoami': {
        const who = session(request);
        return json(response, who ? 200 : 401, who ? { authenticated: true, ...who } : { authenticated: false });
      }
      case '/logout':
        response.writeHead(303, { location: '/whoami', 'set-cookie': `${COOKIE}=; Path=/; Max-Age=0` });
        return response.end();
      case '/metadata':
        response.writeHead(200, { 'content-type': 'application/samlmetadata+xml' });
        return response.end(metadata());
      case '/logo.svg':
        response.writeHead(200, { 'content-type': 'image/svg+xml' });
        return response.end(LOGO);
      default: return json(response, 404, { error: 'no such page' });
    }
  } catch (e) {
    console.error(e);
    json(response, 500, { error: 'the service failed' });
  }
});
server.on('error', (e) => {
  console.error(e.message);
  process.exitCode = 1;
});
server.listen(config.port, '127.0.0.1', () => console.error(`node-saml listens on ${base}`));
