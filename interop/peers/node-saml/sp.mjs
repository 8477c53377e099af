// An e-service on @node-saml/node-saml, set up as its README says for the Swedish profile: signed requests, a signed response
// asked for, InResponseTo always compared, audience and the profile's clock skew given. Nothing the library leaves undone is done
// here: what the library accepts, this service accepts.
//
// As the README asks, each identity provider has an instance and a callback address of its own. One program runs any number of such
// services, each under a path of its own (the matrix) or one without (the service that is judged):
//   GET  /login?idp=ENTITYID   to the identity provider; without idp to the first
//   POST /acs/NAME             back from it
//   GET  /whoami               who is signed in, as JSON; 401 when nobody is
//   GET  /logout, /metadata, /ready
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SAML } from '@node-saml/node-saml';
import { idpMetadata } from '../../lib/idp-metadata.mjs';

const COOKIE = 'interop-node-saml';

const config = JSON.parse(readFileSync(process.argv[2], 'utf8')); // of lib/services.mjs, with port, key and certificate
const origin = `http://localhost:${config.port}`;
const key = readFileSync(config.key, 'utf8');
const certificate = readFileSync(config.certificate, 'utf8');

const services = config.services.map(({ path, subject, idps }) => {
  const base = `${origin}${path}`, entityId = `${base}/metadata`;
  return { path, subject, base, idps: idps.map((i) => instance(base, entityId, i)) };
});

function instance(base, entityId, { metadata, contexts }) {
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
}

const sessions = new Map();

function session(service, request) {
  const cookie = (request.headers.cookie ?? '').split(/;\s*/).find((c) => c.startsWith(`${COOKIE}=`));
  const found = cookie && sessions.get(cookie.slice(COOKIE.length + 1));
  return found?.service === service ? found.who : undefined;
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

async function login(service, response, url) {
  const wanted = url.searchParams.get('idp') ?? service.idps[0].entityId;
  const idp = service.idps.find((i) => i.entityId === wanted);
  if (!idp) return json(response, 404, { error: `no such identity provider; known are ${service.idps.map((i) => i.entityId).join(', ')}` });
  response.writeHead(302, { location: await idp.saml.getAuthorizeUrlAsync('', undefined, {}), 'cache-control': 'no-store' });
  response.end();
}

async function consume(service, request, response, name) {
  const idp = service.idps.find((i) => i.name === name);
  if (!idp) return json(response, 404, { error: 'no such callback address' });
  let profile;
  try {
    ({ profile } = await idp.saml.validatePostResponseAsync(await form(request)));
  } catch (e) {
    return json(response, 403, { error: e.message });
  }
  const subject = profile?.[service.subject];
  // Accounts are kept by this attribute: without it there is nobody to sign in.
  if (!subject) return json(response, 403, { error: `the assertion has no ${service.subject}` });
  const id = randomBytes(24).toString('base64url');
  const level = profile.getAssertion?.()?.Assertion?.AuthnStatement?.[0]?.AuthnContext?.[0]?.AuthnContextClassRef?.[0]?._;
  sessions.set(id, { service, who: { subject, level, issuer: profile.issuer, nameId: profile.nameID, attributes: profile.attributes } });
  response.writeHead(303, { location: `${service.path}/whoami`, 'set-cookie': `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax` });
  response.end();
}

function metadata(service) {
  const [first, ...others] = service.idps.map((i) => i.saml);
  const acs = (url, index) => `<AssertionConsumerService index="${index}" isDefault="false" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${url}"/>`;
  return first.generateServiceProviderMetadata(certificate, certificate)
    .replace('</SPSSODescriptor>', others.map((s, n) => acs(s.options.callbackUrl, n + 2)).join('') + '</SPSSODescriptor>');
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, origin);
  const service = services.find((s) => url.pathname.startsWith(`${s.path}/`));
  try {
    const page = url.pathname.slice(service?.path.length ?? 0);
    const acs = /^\/acs\/([\w.-]+)$/.exec(page);
    if (acs && service && request.method === 'POST') return await consume(service, request, response, acs[1]);
    if (url.pathname === '/ready') return json(response, 200, { ready: true });
    if (!service) return json(response, 404, { error: 'no such service' });
    switch (page) {
      case '/login': return await login(service, response, url);
      case '/whoami': {
        const who = session(service, request);
        return json(response, who ? 200 : 401, who ? { authenticated: true, ...who } : { authenticated: false });
      }
      case '/logout':
        response.writeHead(303, { location: `${service.path}/whoami`, 'set-cookie': `${COOKIE}=; Path=/; Max-Age=0` });
        return response.end();
      case '/metadata':
        response.writeHead(200, { 'content-type': 'application/samlmetadata+xml' });
        return response.end(metadata(service));
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
server.listen(Number(config.port), '127.0.0.1', () => console.error(`node-saml listens on ${origin}`));
