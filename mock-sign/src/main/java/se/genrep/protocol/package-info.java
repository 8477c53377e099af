/**
 * SignRequest and SignResponse: OASIS DSS 1.0 with the DSS extension for federated central signing
 * services 1.1 to 1.5, by the Swedish implementation profile. Knows no server, no person and no
 * key.
 */
package se.genrep.protocol;
