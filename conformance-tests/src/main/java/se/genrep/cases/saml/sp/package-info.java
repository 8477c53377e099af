/**
 * What a SAML service provider accepts and refuses, after chapters 6 and 8 of the Deployment
 * Profile and what it stands on: one file a clause.
 */
package se.genrep.cases.saml.sp;
