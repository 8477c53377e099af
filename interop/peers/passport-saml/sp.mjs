// E-services on Express, passport and passport-saml, set up as the strategy's README says: one for each cell of the matrix, or the
// one that is judged. Nothing the strategy leaves undone is done here.
//   node sp.mjs CONFIGURATION     of lib/services.mjs, with port, key and certificate
//   GET  /login, /metadata;  POST /acs
//   GET  /whoami   who is signed in, as JSON; 401 when nobody is          all under the path of the service
//   GET  /ready
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from '@node-saml/passport-saml';
import { idpMetadata } from '../../lib/idp-metadata.mjs';

const config = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const origin = `http://localhost:${config.port}`;
const privateKey = readFileSync(config.key, 'utf8');
const certificate = readFileSync(config.certificate, 'utf8');

passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));

function service({ name, path, subject, idps: [{ metadata, contexts }] }) {
  const idp = idpMetadata(metadata), base = origin + path, entityId = `${base}/metadata`;
  const strategy = new Strategy(
    {
      issuer: entityId,
      callbackUrl: `${base}/acs`,
      entryPoint: idp.redirect,
      idpCert: idp.certificates,
      idpIssuer: idp.entityId,
      audience: entityId,
      privateKey,
      decryptionPvk: privateKey,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      authnContext: contexts,
      racComparison: 'exact',
      wantAuthnResponseSigned: true,
      wantAssertionsSigned: false,
      validateInResponseTo: 'always',
      acceptedClockSkewMs: 60_000,
    },
    (profile, done) => {
      // Accounts are kept by this attribute: without it there is nobody to sign in.
      if (!profile[subject]) return done(new Error(`the assertion has no ${subject}`));
      const level = profile.getAssertion().Assertion.AuthnStatement?.[0]?.AuthnContext?.[0]?.AuthnContextClassRef?.[0]?._;
      return done(null, { service: name, subject: profile[subject], level, issuer: profile.issuer, attributes: profile.attributes });
    },
    (profile, done) => done(null, profile),
  );
  passport.use(name, strategy);
  const pages = express.Router();
  pages.get('/metadata', (request, response) => {
    response.type('application/samlmetadata+xml').send(strategy.generateServiceProviderMetadata(certificate, certificate));
  });
  pages.get('/login', passport.authenticate(name));
  pages.post('/acs', passport.authenticate(name), (request, response) => response.redirect(303, `${path}/whoami`));
  pages.get('/whoami', (request, response) => {
    const there = request.user?.service === name;
    response.status(there ? 200 : 401).json(there ? { authenticated: true, ...request.user } : { authenticated: false });
  });
  return pages;
}

const app = express();
app.get('/ready', (request, response) => response.json({ ready: true }));
app.use(session({ name: 'interop-passport-saml', secret: randomBytes(24).toString('base64url'), resave: false, saveUninitialized: false }));
app.use(passport.session());
app.use(express.urlencoded({ extended: false, limit: '1mb' }));
for (const each of config.services) app.use(each.path || '/', service(each));
app.use((error, request, response, next) => (response.headersSent ? next(error) : response.status(403).json({ error: error.message })));
app.listen(Number(config.port), '127.0.0.1', () => console.error(`passport-saml listens on ${origin}`));
