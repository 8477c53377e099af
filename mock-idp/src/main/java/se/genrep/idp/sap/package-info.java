/** The Signature Activation Protocol 1.2: a signer's agreement to sign, as a signed token. */
package se.genrep.idp.sap;
