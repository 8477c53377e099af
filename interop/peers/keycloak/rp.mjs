// Sets Keycloak up as a broker of every cell of the matrix, and is its OpenID Connect client: a service that believes Keycloak.
//   node rp.mjs PORT KEYCLOAK FOLDER-OF-IDP-METADATA     waits until Keycloak answers; serves when the set-up is done
//   GET /CELL/login, /cb, /logo.svg
//   GET /CELL/whoami   who is signed in, as JSON; 401 when nobody is
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ATTRIBUTES, CELLS } from '../../lib/cells.mjs';

const [port, keycloak, folder] = process.argv.slice(2);
const origin = `http://localhost:${port}`;
const issuer = `${keycloak}/realms/broker`;
const CLIENT = { client_id: 'interop', client_secret: 'interop-secret' };
const COOKIE = 'interop-keycloak-rp';

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
  for (const cell of CELLS) {
    if (!imported.has(cell.profile)) {
      const form = new FormData();
      form.set('providerId', 'saml');
      form.set('file', new Blob([readFileSync(join(folder, `${cell.profile}.xml`))], { type: 'application/xml' }), 'idp.xml');
      imported.set(cell.profile, await api('POST', '/broker/identity-provider/import-config', form));
    }
    await api('POST', '/broker/identity-provider/instances', {
      alias: cell.name,
      providerId: 'saml',
      enabled: true,
      firstBrokerLoginFlowAlias: 'auto',
      config: {
        ...imported.get(cell.profile),
        entityId: `${issuer}/${cell.name}`,
        validateSignature: 'true',
        wantAuthnRequestsSigned: 'true',
        signatureAlgorithm: 'RSA_SHA256',
        // An answer is signed as a whole, and what is in it encrypted (DP 6.1).
        wantAssertionsSigned: 'false',
        wantAssertionsEncrypted: 'true',
        postBindingResponse: 'true',
        nameIDPolicyFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        principalType: 'ATTRIBUTE',
        principalAttribute: cell.oid,
        authnContextClassRefs: JSON.stringify([cell.level]),
        authnContextComparisonType: 'exact',
        allowedClockSkew: '60',
      },
    });
    const mapper = (name, identityProviderMapper, config) => api('POST', `/broker/identity-provider/instances/${cell.name}/mappers`, { name, identityProviderAlias: cell.name, identityProviderMapper, config: { syncMode: 'FORCE', ...config } });
    await mapper('attribute', 'saml-user-attribute-idp-mapper', { 'attribute.name': cell.oid, 'user.attribute': cell.attribute });
    // One person can have an account for each of several identity providers.
    await mapper('username', 'saml-username-idp-mapper', { template: `\${ALIAS}.\${ATTRIBUTE.${cell.oid}}`, target: 'LOCAL' });
  }
}

// ---- the client -----------------------------------------------------------------------------------------------------

const started = new Map(); // state -> cell
const sessions = new Map(); // cookie -> {cell, subject}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value, null, 1) + '\n');
}

function login(response, cell) {
  const state = randomBytes(16).toString('base64url');
  started.set(state, cell);
  const query = new URLSearchParams({ response_type: 'code', scope: 'openid', client_id: CLIENT.client_id, redirect_uri: `${origin}/cb`, state, kc_idp_hint: cell.name });
  response.writeHead(302, { location: `${issuer}/protocol/openid-connect/auth?${query}` });
  response.end();
}

async function callBack(response, query) {
  const cell = started.get(query.get('state'));
  started.delete(query.get('state'));
  if (!cell || !query.get('code')) return json(response, 403, { error: query.get('error_description') ?? query.get('error') ?? 'no such sign-in' });
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: query.get('code'), redirect_uri: `${origin}/cb`, ...CLIENT });
  const tokens = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
  if (!tokens.ok) return json(response, 403, { error: await tokens.text() });
  const { access_token: access } = await tokens.json();
  const claims = await (await fetch(`${issuer}/protocol/openid-connect/userinfo`, { headers: { authorization: `Bearer ${access}` } })).json();
  const subject = claims[cell.attribute];
  if (!subject) return json(response, 403, { error: `Keycloak names no ${cell.attribute}: ${JSON.stringify(claims)}` });
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, { cell, subject, claims });
  response.writeHead(303, { location: `/${cell.name}/whoami`, 'set-cookie': `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax` });
  response.end();
}

function whoami(request, response, cell) {
  const cookie = (request.headers.cookie ?? '').split(/;\s*/).find((c) => c.startsWith(`${COOKIE}=`));
  const found = cookie && sessions.get(cookie.slice(COOKIE.length + 1));
  if (found?.cell !== cell) return json(response, 401, { authenticated: false });
  json(response, 200, { authenticated: true, subject: found.subject, claims: found.claims });
}

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#025"/><text x="60" y="36" fill="#fff" text-anchor="middle" font-family="sans-serif">TEST</text></svg>';

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, origin);
  try {
    if (url.pathname === '/cb') return await callBack(response, url.searchParams);
    if (url.pathname === '/logo.svg') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      return response.end(LOGO);
    }
    const [, name, page] = url.pathname.split('/');
    const cell = CELLS.find((c) => c.name === name);
    if (cell && page === 'login') return login(response, cell);
    if (cell && page === 'whoami') return whoami(request, response, cell);
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
