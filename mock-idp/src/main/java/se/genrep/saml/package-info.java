/**
 * SAML 2.0 messages: parsing, building, signing, encryption, bindings and metadata, for both sides
 * of a sign-in.
 */
package se.genrep.saml;
