// E-services on Express, passport and passport-saml, one for each cell of the matrix, set up as the strategy's README says.
//   node sp.mjs PORT KEY CERTIFICATE FOLDER-OF-IDP-METADATA
//   GET  /CELL/login, /CELL/metadata, /logo.svg;  POST /CELL/acs
//   GET  /CELL/whoami   who is signed in, as JSON; 401 when nobody is
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from '@node-saml/passport-saml';
import { CELLS } from '../../lib/cells.mjs';
import { idpMetadata } from '../../lib/idp-metadata.mjs';

const [port, keyFile, certificateFile, folder] = process.argv.slice(2);
const origin = `http://localhost:${port}`;
const privateKey = readFileSync(keyFile, 'utf8');
const certificate = readFileSync(certificateFile, 'utf8');

const services = new Map(CELLS.map((cell) => {
  const idp = idpMetadata(join(folder, `${cell.profile}.xml`)), entityId = `${origin}/${cell.name}/metadata`;
  const strategy = new Strategy(
    {
      issuer: entityId,
      callbackUrl: `${origin}/${cell.name}/acs`,
      entryPoint: idp.redirect,
      idpCert: idp.certificates,
      idpIssuer: idp.entityId,
      audience: entityId,
      privateKey,
      decryptionPvk: privateKey,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      authnContext: [cell.level],
      racComparison: 'exact',
      wantAuthnResponseSigned: true,
      wantAssertionsSigned: false,
      validateInResponseTo: 'always',
      acceptedClockSkewMs: 60_000,
    },
    (profile, done) => {
      const subject = profile[cell.oid];
      if (!subject) return done(new Error(`the assertion has no ${cell.oid}`));
      const level = profile.getAssertion().Assertion.AuthnStatement[0].AuthnContext[0].AuthnContextClassRef[0]._;
      return done(null, { cell: cell.name, subject, level, issuer: profile.issuer, attributes: profile.attributes });
    },
    (profile, done) => done(null, profile),
  );
  passport.use(cell.name, strategy);
  return [cell.name, strategy];
}));
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#025"/><text x="60" y="36" fill="#fff" text-anchor="middle" font-family="sans-serif">TEST</text></svg>';

const app = express();
app.get('/logo.svg', (request, response) => response.type('image/svg+xml').send(LOGO));
app.use('/:cell', (request, response, next) => (services.has(request.params.cell) ? next() : response.status(404).json({ error: 'no such service' })));
app.get('/:cell/metadata', (request, response) => {
  response.type('application/samlmetadata+xml').send(services.get(request.params.cell).generateServiceProviderMetadata(certificate, certificate));
});
app.use(session({ name: 'interop-passport-saml', secret: randomBytes(24).toString('base64url'), resave: false, saveUninitialized: false }));
app.use(passport.session());
app.use(express.urlencoded({ extended: false, limit: '1mb' }));
app.get('/:cell/login', (request, response, next) => passport.authenticate(request.params.cell)(request, response, next));
app.post(
  '/:cell/acs',
  (request, response, next) => passport.authenticate(request.params.cell)(request, response, next),
  (request, response) => response.redirect(303, `/${request.params.cell}/whoami`),
);
app.get('/:cell/whoami', (request, response) => {
  const there = request.user?.cell === request.params.cell;
  response.status(there ? 200 : 401).json(there ? { authenticated: true, ...request.user } : { authenticated: false });
});
app.use((error, request, response, next) => (response.headersSent ? next(error) : response.status(403).json({ error: error.message })));
app.listen(Number(port), '127.0.0.1', () => console.error(`passport-saml listens on ${origin}`));
