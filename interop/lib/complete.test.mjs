import test from 'node:test';
import assert from 'node:assert/strict';
import { complete } from './complete.mjs';
import { parseXml } from './idp-metadata.mjs';

const BARE = '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:sp"><SPSSODescriptor WantAssertionsSigned="true"/>' +
  '<Organization><OrganizationName xml:lang="en">Old</OrganizationName></Organization></EntityDescriptor>';

const completed = (text, options) => parseXml(complete(text, 'bare', { name: 'peer', categories: ['urn:a', 'urn:b'], ...options }).xml, 'completed').documentElement;
const texts = (element, name) => Array.from(element.getElementsByTagNameNS('*', name)).map((e) => e.textContent);

test('adds categories, what is shown, and who it is', () => {
  const entity = completed(BARE);
  assert.deepEqual(texts(entity, 'AttributeValue'), ['urn:a', 'urn:b']);
  assert.deepEqual(texts(entity, 'DisplayName'), ['TEST peer', 'TEST peer']);
  assert.deepEqual(texts(entity, 'OrganizationName'), ['TEST Myndigheten', 'TEST The Agency']);
  assert.equal(texts(entity, 'EmailAddress').length, 2);
});

test('has a logotype that can be shown without TLS', () => {
  const [logo] = texts(completed(BARE), 'Logo');
  const [head, content] = logo.split(',');
  assert.equal(head, 'data:image/svg+xml;base64');
  assert.equal(parseXml(Buffer.from(content, 'base64').toString(), 'logotype').documentElement.localName, 'svg');
});

test('sets WantAssertionsSigned when it is told to', () => {
  const wanted = (entity) => entity.getElementsByTagNameNS('*', 'SPSSODescriptor')[0].getAttribute('WantAssertionsSigned');
  assert.equal(wanted(completed(BARE)), 'true');
  assert.equal(wanted(completed(BARE, { wantAssertionsSigned: 'false' })), 'false');
});

test('says where there is no service provider', () => {
  assert.throws(() => completed('<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>'), /bare has no md:SPSSODescriptor/);
});
