// Prints what the services in interop/peers run, as their programs read it:
//   {services: [{name, path, subject, idps: [{metadata, contexts}]}], …}
//   node services.mjs FOLDER-OF-IDP-METADATA KEY=VALUE… [-- PROFILE…]
// With profiles it is one service, the one that is judged: it keeps accounts by the personal identity number, and asks each identity
// provider for all of its levels. Without profiles it is one service for every cell of the matrix. KEY=VALUE is passed on.
import { join } from 'node:path';
import { ATTRIBUTES, CELLS } from './cells.mjs';

const [folder, ...rest] = process.argv.slice(2);
const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
const passedOn = Object.fromEntries(rest.slice(0, end).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
const profiles = rest.slice(end + 1);

const idp = (profile, contexts) => ({ metadata: join(folder, `${profile}.xml`), contexts });
const levels = (profile) => CELLS.filter((c) => c.profile === profile).map((c) => c.level);

const services = profiles.length
  ? [{ name: 'judged', path: '', subject: ATTRIBUTES.personalIdentityNumber, idps: profiles.map((p) => idp(p, levels(p))) }]
  : CELLS.map((c) => ({ name: c.name, path: `/${c.name}`, subject: c.oid, idps: [idp(c.profile, [c.level])] }));
console.log(JSON.stringify({ ...passedOn, services }));
