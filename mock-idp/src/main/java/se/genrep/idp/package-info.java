/**
 * The mock identity provider: its profiles, the checks of requests, level of assurance and
 * attribute release, and the making of answers.
 */
package se.genrep.idp;
