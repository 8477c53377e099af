package se.genrep.service;

/**
 * The checks that the signing service makes. A conforming one makes all of them; a mutant leaves
 * one out.
 */
public enum ServiceCheck {
  /** The request is signed with a key of its requester's metadata (profile 2.1.1, extension 5). */
  REQUEST_SIGNATURE,
  /** Signature and digest methods are of the permitted list (DP 8.1, 8.2). */
  REQUEST_ALGORITHM,
  /** The request is addressed to this service (profile 2.1.3.6). */
  SIGN_SERVICE,
  /** RelayState is the RequestID (profile 3.1.1). */
  RELAY_STATE,
  /** A request is taken once. */
  REQUEST_REPLAY,
  /** The request is not older than the service allows (profile 2.1.3.2). */
  REQUEST_AGE,
  /** NotBefore and NotOnOrAfter of the request's conditions. */
  REQUEST_CONDITIONS,
  /** The version is a known one (extension 3.1). */
  VERSION,
  /** The signature algorithm is a known one (profile 2.1.3.7). */
  SIGNATURE_ALGORITHM,
  /** Every task has what its type demands, and no rule that is not known (extension 4.1.1). */
  TASKS,
  /** The identity provider supports one of the levels (profile 2.1.3.8.2). */
  LEVEL_SUPPORTED,
  /** The answer follows the schemas of SAML 2.0 (DP-2-02). */
  ANSWER_FORM,
  /** The assertion is encrypted by methods of the permitted lists (DP 8.3, 8.4). */
  ENCRYPTION,
  /** The answer is signed by the identity provider, and encrypted (DP 6.1). */
  ANSWER_SIGNATURE,
  /** Issuer of Response and Assertion. */
  ANSWER_ISSUER,
  DESTINATION,
  IN_RESPONSE_TO,
  RECIPIENT,
  AUDIENCE,
  /** The times of the assertion (DP 6.3.5). */
  ANSWER_TIMES,
  /** The signer was authenticated for this request, not before (DP 7.1, ForceAuthn). */
  AUTHENTICATED_NOW,
  /** An assertion is taken once. */
  ASSERTION_REPLAY,
  /** The status is Success. */
  STATUS,
  /** The authentication met one of the levels (extension 3.1.1). */
  LEVEL_MET,
  /** The identifier of the signer is one, and of the form the registry gives (ATTR 3.1). */
  IDENTIFIER,
  /** The attributes of csig:Signer are those of the assertion (profile 2.1.3.3). */
  SIGNER,
  /** A message that must be shown was shown (extension 3.1.2). */
  MESSAGE_SHOWN,
  /** A SAD that was asked for is there. */
  SAD_PRESENT,
  /** The signature of the SAD (SAP 3.2.3). */
  SAD_SIGNATURE,
  /** {@code ver} of the SAD. */
  SAD_VERSION,
  /** {@code aud} of the SAD. */
  SAD_AUDIENCE,
  /** {@code iss} of the SAD. */
  SAD_ISSUER,
  /** {@code exp} and {@code iat} of the SAD. */
  SAD_TIMES,
  /** {@code irt} of the SAD. */
  SAD_IN_RESPONSE_TO,
  /** {@code sub} of the SAD is the attribute {@code attr} of the assertion. */
  SAD_SUBJECT,
  /** {@code loa} of the SAD. */
  SAD_LEVEL,
  /** {@code reqid} of the SAD. */
  SAD_REQUEST,
  /** {@code docs} of the SAD. */
  SAD_DOCUMENTS
}
