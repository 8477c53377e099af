// What a service provider needs to know of an identity provider, read from its metadata.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';

export const MD = 'urn:oasis:names:tc:SAML:2.0:metadata';
const DS = 'http://www.w3.org/2000/09/xmldsig#';

/** Parses XML; an error names the source. */
export function parseXml(text, source) {
  const fail = (message) => {
    throw new Error(`${source} is not well-formed XML: ${message}`);
  };
  const document = new DOMParser({ errorHandler: { warning() {}, error: fail, fatalError: fail } }).parseFromString(text, 'text/xml');
  if (!document?.documentElement) fail('no root element');
  return document;
}

/** {name, entityId, redirect, post, certificates}: the name is that of the file, the certificates are base64 of DER. */
export function idpMetadata(file) {
  const root = parseXml(readFileSync(file, 'utf8'), file).documentElement;
  const idp = root.getElementsByTagNameNS(MD, 'IDPSSODescriptor')[0];
  if (!idp) throw new Error(`${file} has no md:IDPSSODescriptor`);
  const services = Array.from(idp.getElementsByTagNameNS(MD, 'SingleSignOnService'));
  const address = (binding) => services.find((s) => s.getAttribute('Binding') === `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`)?.getAttribute('Location');
  const signing = Array.from(idp.getElementsByTagNameNS(MD, 'KeyDescriptor')).filter((k) => k.getAttribute('use') !== 'encryption');
  const certificates = signing.flatMap((k) => Array.from(k.getElementsByTagNameNS(DS, 'X509Certificate')).map((c) => c.textContent.replace(/\s+/g, '')));
  const redirect = address('HTTP-Redirect');
  if (!redirect || certificates.length === 0) throw new Error(`${file} lacks a SingleSignOnService for HTTP-Redirect or a signing certificate`);
  return { name: basename(file, '.xml'), entityId: idp.parentNode.getAttribute('entityID'), redirect, post: address('HTTP-POST'), certificates };
}
