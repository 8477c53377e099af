// The sign-ins of interop/matrix: every identity provider's profile at every level it has, each with a person of its own, so that
// nobody can be taken for somebody else unseen. As a program it prints one line for each, for shell scripts:
//   node cells.mjs     CELL PROFILE LEVEL-URI ATTRIBUTE-OID
import { pathToFileURL } from 'node:url';

const ELEG = 'http://id.elegnamnden.se';
const SC = 'http://id.swedenconnect.se';
const AUTHORISATION_SYSTEM = `${SC}/contract/sc/eid-authorization-system`;

/** Who is signed in: the attribute a service keeps its accounts by. */
export const ATTRIBUTES = {
  personalIdentityNumber: 'urn:oid:1.2.752.29.4.13',
  orgAffiliation: 'urn:oid:1.2.752.201.3.1',
  prid: 'urn:oid:1.2.752.201.3.4',
};

const number = (level, home, at = level) => ({ attribute: 'personalIdentityNumber', level: `${home}/loa/1.0/${level}`, categories: [`${ELEG}/ec/1.0/${at}-pnr`, `${SC}/ec/1.0/${at}-name`] });
const organisation = (level, home, at = level) => ({ attribute: 'orgAffiliation', level: `${home}/loa/1.0/${level}`, categories: [`${SC}/ec/1.0/${at}-orgid`] });
const foreign = (level, home) => ({ attribute: 'prid', level: `${home}/loa/1.0/${level}`, categories: [`${ELEG}/ec/1.0/eidas-naturalperson`] });

const profiles = [
  { profile: 'supplier-loa2-loa3', contract: AUTHORISATION_SYSTEM, levels: [{ ...number('loa3', ELEG), person: 'ordinary-woman' }, { ...number('loa2', ELEG), person: 'only-loa2' }] },
  { profile: 'supplier-without-samordningsnummer', contract: AUTHORISATION_SYSTEM, levels: [{ ...number('loa3', ELEG), person: 'swedish-letters' }] },
  { profile: 'supplier-loa4', contract: AUTHORISATION_SYSTEM, levels: [{ ...number('loa4', ELEG), person: 'only-loa4' }] },
  { profile: 'uncertified-bankid', levels: [{ ...number('uncertified-loa3', SC, 'loa3'), person: 'only-uncertified-loa3' }] },
  { profile: 'eid-choice-2017', contract: `${SC}/contract/sc/eid-choice-2017`, levels: [{ ...number('loa3', ELEG), person: 'over-100' }] },
  {
    profile: 'employee-orgid',
    contract: `${SC}/contract/sc/prepaid-auth-2021`,
    levels: [
      { ...organisation('loa3', ELEG), person: 'employee' },
      { ...organisation('loa2', ELEG), person: 'same-user-in-another-organisation' },
      { ...organisation('loa3-nonresident', SC, 'loa3'), person: 'employee-without-number' },
      { ...organisation('loa2-nonresident', SC, 'loa2'), person: 'employee-without-number' },
    ],
  },
  {
    profile: 'proxy',
    contract: `${SC}/contract/mock-proxy/bilateral`,
    levels: [
      { ...number('uncertified-loa3', SC, 'loa3'), person: 'ordinary-man' },
      { ...number('uncertified-loa2', SC, 'loa2'), person: 'only-uncertified-loa2' },
      { ...foreign('uncertified-eidas-low', SC), person: 'eidas-low-only' },
      { ...foreign('uncertified-eidas-sub', SC), person: 'eidas-prid' },
      { ...foreign('uncertified-eidas-high', SC), person: 'eidas-two-bindings' },
    ],
  },
  {
    profile: 'eidas-connector',
    levels: [
      { ...foreign('eidas-nf-low', ELEG), person: 'eidas-mapped-personnummer' },
      { ...foreign('eidas-nf-sub', ELEG), person: 'eidas-mapped-samordningsnummer' },
      { ...foreign('eidas-nf-high', ELEG), person: 'eidas-long-identifier' },
      { ...foreign('eidas-low', ELEG), person: 'eidas-non-latin-names' },
      { ...foreign('eidas-sub', ELEG), person: 'eidas-all-attributes' },
      { ...foreign('eidas-high', ELEG), person: 'eidas-prid-may-change' },
    ],
  },
];

/** {name, profile, level, attribute, oid, person, categories}; the name is one path segment. */
export const CELLS = profiles.flatMap(({ profile, contract, levels }) => levels.map(({ level, attribute, person, categories }) => ({
  name: `${profile}--${level.slice(level.lastIndexOf('/') + 1)}`,
  profile,
  level,
  attribute,
  oid: ATTRIBUTES[attribute],
  person,
  categories: contract ? [...categories, contract] : categories,
})));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const c of CELLS) console.log([c.name, c.profile, c.level, c.oid].join(' '));
}
