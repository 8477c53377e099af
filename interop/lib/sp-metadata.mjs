// Completes the metadata of a peer that is judged (complete.mjs says with what).
//   node sp-metadata.mjs URL-OR-FILE OUT.xml --name NAME [--want-assertions-signed true|false] [--accepts-coordination-number]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ACCEPTS_COORDINATION_NUMBER, PUBLIC_SECTOR_SP, complete, published } from './complete.mjs';

const { values: options, positionals: [url, out] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, 'want-assertions-signed': { type: 'string' }, 'accepts-coordination-number': { type: 'boolean' } },
});
if (!url || !out || !options.name) {
  console.error('usage: sp-metadata.mjs URL-OR-FILE OUT.xml --name NAME [--want-assertions-signed true|false] [--accepts-coordination-number]');
  process.exit(64);
}

const categories = [
  'http://id.elegnamnden.se/ec/1.0/loa2-pnr',
  'http://id.elegnamnden.se/ec/1.0/loa3-pnr',
  'http://id.swedenconnect.se/ec/1.0/loa2-name',
  'http://id.swedenconnect.se/ec/1.0/loa3-name',
  'http://id.swedenconnect.se/contract/sc/eid-authorization-system',
  PUBLIC_SECTOR_SP,
];
if (options['accepts-coordination-number']) categories.push(ACCEPTS_COORDINATION_NUMBER);

const text = /^https?:/.test(url) ? await published(url) : readFileSync(url, 'utf8');
writeFileSync(out, complete(text, url, { name: options.name, categories, wantAssertionsSigned: options['want-assertions-signed'] }).xml);
