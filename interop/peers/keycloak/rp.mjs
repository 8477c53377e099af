// Sets Keycloak up as a broker of every cell of the matrix, or of the one that is judged, and is its OpenID Connect client: a service
// that believes Keycloak.
//   node rp.mjs CONFIGURATION     of lib/services.mjs, with port and keycloak; waits until Keycloak answers, serves when it is set up
//   GET /NAME/login, /cb, /ready
//   GET /NAME/whoami   who is signed in, as JSON; 401 when nobody is
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ATTRIBUTES } from '../../lib/cells.mjs';

const { port, keycloak, services: configured } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const services = configured.map(({ name, subject, idps: [{ metadata, contexts }] }) => (
  { name, metadata, contexts, oid: subject, attribute: Object.keys(ATTRIBUTES).find((a) => ATTRIBUTES[a] === subject) }
));
const origin = `http://localhost:${port}`;
const issuer = `${keycloak}/realms/broker`;
const CLIENT = { client_id: 'interop', client_secret: 'interop-secret' };
const COOKIE = 'interop-keycloak-rp';
// A sign-in ends in the browser it began in (RFC 6749, 10.12): Keycloak is judged, and not this client.
const BROWSER = 'interop-keycloak-rp-browser';

// ---- setting up -----------------------------------------------------------------------------------------------------

async function token() {
  const body = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: 'admin' });
  for (;;) {
    try {
      const answer = await fetch(`${keycloak}/realms/master/protocol/openid-connect/token`, { method: 'POST', body });
      if (answer.ok) return (await answer.json()).access_token;
    } catch {
      // not up yet; the script that started both gives up after its time
    }
    await wait(300);
  }
}

async function setUp() {
  const bearer = `Bearer ${await token()}`;
  async function api(method, path, body) {
    const json = body !== undefined && !(body instanceof FormData);
    const answer = await fetch(`${keycloak}/admin/realms${path}`, {
      method,
      headers: { authorization: bearer, ...(json ? { 'content-type': 'application/json' } : {}) },
      body: json ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }
  await api('POST', '', { realm: 'broker', enabled: true, sslRequired: 'none', accessTokenLifespan: 600 });
  // No questions about the profile at the first sign-in.
  await api('POST', '/broker/authentication/flows', { alias: 'auto', providerId: 'basic-flow', topLevel: true, builtIn: false });
  await api('POST', '/broker/authentication/flows/auto/executions/execution', { provider: 'idp-create-user-if-unique' });
  const [execution] = await api('GET', '/broker/authentication/flows/auto/executions');
  await api('PUT', '/broker/authentication/flows/auto/executions', { ...execution, requirement: 'REQUIRED' });
  for (const action of await api('GET', '/broker/authentication/required-actions')) {
    if (['VERIFY_PROFILE', 'UPDATE_PROFILE'].includes(action.alias)) await api('PUT', `/broker/authentication/required-actions/${action.alias}`, { ...action, enabled: false });
  }
  const profile = await api('GET', '/broker/users/profile');
  await api('PUT', '/broker/users/profile', { ...profile, unmanagedAttributePolicy: 'ENABLED' });

  const claims = Object.keys(ATTRIBUTES);
  await api('POST', '/broker/clients', {
    clientId: CLIENT.client_id,
    secret: CLIENT.client_secret,
    enabled: true,
    redirectUris: [`${origin}/cb`],
    protocolMappers: claims.map((name) => ({
      name,
      protocol: 'openid-connect',
      protocolMapper: 'oidc-usermodel-attribute-mapper',
      config: { 'user.attribute': name, 'claim.name': name, 'jsonType.label': 'String', 'id.token.claim': 'true', 'userinfo.token.claim': 'true' },
    })),
  });
  const imported = new Map();
  for (const service of services) {
    if (!imported.has(service.metadata)) {
      const form = new FormData();
      form.set('providerId', 'saml');
      form.set('file', new Blob([readFileSync(service.metadata)], { type: 'application/xml' }), 'idp.xml');
      imported.set(service.metadata, await api('POST', '/broker/identity-provider/import-config', form));
    }
    await api('POST', '/broker/identity-provider/instances', {
      alias: service.name,
      providerId: 'saml',
      enabled: true,
      firstBrokerLoginFlowAlias: 'auto',
      config: {
        ...imported.get(service.metadata),
        entityId: `${issuer}/${service.name}`,
        validateSignature: 'true',
        wantAuthnRequestsSigned: 'true',
        signatureAlgorithm: 'RSA_SHA256',
        // An answer is signed as a whole, and what is in it encrypted (DP 6.1).
        wantAssertionsSigned: 'false',
        wantAssertionsEncrypted: 'true',
        postBindingResponse: 'true',
        nameIDPolicyFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        principalType: 'ATTRIBUTE',
        principalAttribute: service.oid,
        authnContextClassRefs: JSON.stringify(service.contexts),
        authnContextComparisonType: 'exact',
        allowedClockSkew: '60',
      },
    });
    const mapper = (name, identityProviderMapper, config) => api('POST', `/broker/identity-provider/instances/${service.name}/mappers`, { name, identityProviderAlias: service.name, identityProviderMapper, config: { syncMode: 'FORCE', ...config } });
    await mapper('attribute', 'saml-user-attribute-idp-mapper', { 'attribute.name': service.oid, 'user.attribute': service.attribute });
    // One person can have an account for each of several identity providers; alone, the account's name is Keycloak's own choice.
    if (services.length > 1) await mapper('username', 'saml-username-idp-mapper', { template: `\${ALIAS}.\${ATTRIBUTE.${service.oid}}`, target: 'LOCAL' });
  }
}

// ---- the client -----------------------------------------------------------------------------------------------------

const started = new Map(); // state -> {service, browser}
const sessions = new Map(); // cookie -> {service, subject}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value, null, 1) + '\n');
}

function cookie(request, name) {
  return (request.headers.cookie ?? '').split(/;\s*/).find((c) => c.startsWith(`${name}=`))?.slice(name.length + 1);
}

function login(request, response, service) {
  const state = randomBytes(16).toString('base64url'), browser = cookie(request, BROWSER) ?? randomBytes(24).toString('base64url');
  started.set(state, { service, browser });
  const query = new URLSearchParams({ response_type: 'code', scope: 'openid', client_id: CLIENT.client_id, redirect_uri: `${origin}/cb`, state, kc_idp_hint: service.name });
  response.writeHead(302, { location: `${issuer}/protocol/openid-connect/auth?${query}`, 'set-cookie': `${BROWSER}=${browser}; Path=/; HttpOnly; SameSite=Lax` });
  response.end();
}

async function callBack(request, response, query) {
  const { service, browser } = started.get(query.get('state')) ?? {};
  started.delete(query.get('state'));
  if (!service || browser !== cookie(request, BROWSER) || !query.get('code')) return json(response, 403, { error: query.get('error_description') ?? query.get('error') ?? 'no such sign-in' });
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: query.get('code'), redirect_uri: `${origin}/cb`, ...CLIENT });
  const tokens = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
  if (!tokens.ok) return json(response, 403, { error: await tokens.text() });
  const { access_token: access } = await tokens.json();
  const claims = await (await fetch(`${issuer}/protocol/openid-connect/userinfo`, { headers: { authorization: `Bearer ${access}` } })).json();
  const subject = claims[service.attribute];
  if (!subject) return json(response, 403, { error: `Keycloak names no ${service.attribute}: ${JSON.stringify(claims)}` });
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, { service, subject, claims });
  response.writeHead(303, { location: `/${service.name}/whoami`, 'set-cookie': `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax` });
  response.end();
}

function whoami(request, response, service) {
  const found = sessions.get(cookie(request, COOKIE));
  if (found?.service !== service) return json(response, 401, { authenticated: false });
  json(response, 200, { authenticated: true, subject: found.subject, claims: found.claims });
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, origin);
  try {
    if (url.pathname === '/cb') return await callBack(request, response, url.searchParams);
    if (url.pathname === '/ready') return json(response, 200, { ready: true });
    const [, name, page] = url.pathname.split('/');
    const service = services.find((s) => s.name === name);
    if (service && page === 'login') return login(request, response, service);
    if (service && page === 'whoami') return whoami(request, response, service);
    json(response, 404, { error: 'no such page' });
  } catch (e) {
    console.error(e);
    json(response, 500, { error: 'the client failed' });
  }
});
server.on('error', (e) => {
  console.error(e.message);
  process.exitCode = 1;
});
await setUp();
server.listen(Number(port), '127.0.0.1', () => console.error(`the client of Keycloak listens on ${origin}`));
