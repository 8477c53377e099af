/**
 * Cases for SAML identity providers, a file a clause. Each asks in the name of a tester and judges
 * the answer, or looks at all answers and the metadata after the run.
 */
package se.genrep.cases.saml.idp;
