package se.genrep.reference;

/**
 * The checks a service provider makes of an answer. The reference service provider makes all of
 * them; a mutant leaves one out.
 */
public enum Check {
  /** The Response is signed at all (DP 6.1). */
  RESPONSE_SIGNED,
  /** A signature is verified, not only present. */
  SIGNATURE_VALUE,
  /** The key is one of metadata, not the one that KeyInfo brings along. */
  SIGNER_KNOWN,
  /** The key is the issuer's own, not another member's of the federation. */
  SIGNER_IS_ISSUER,
  /** The signature covers the very element that is read (SAML core 5.4.2). */
  SIGNED_ELEMENT_IS_READ,
  /** There is one signature, one reference in it, and it stands in its place. */
  ONE_SIGNATURE,
  /** Signature and digest methods are of the permitted list (DP 8.1). */
  SIGNATURE_ALGORITHM,
  /** The assertion was encrypted (DP 6.1). */
  ENCRYPTED,
  /** Block encryption and key transport are of the permitted lists (DP 8.3, 8.4). */
  ENCRYPTION_ALGORITHM,
  /** Issuer of the Response. */
  RESPONSE_ISSUER,
  /** Issuer of the Assertion. */
  ASSERTION_ISSUER,
  DESTINATION,
  AUDIENCE,
  RECIPIENT,
  /** InResponseTo of the Response, against the request of this browser's session. */
  IN_RESPONSE_TO,
  /** InResponseTo of SubjectConfirmationData. */
  CONFIRMATION_IN_RESPONSE_TO,
  /** NotBefore of Conditions. */
  NOT_BEFORE,
  /** NotOnOrAfter of Conditions. */
  NOT_ON_OR_AFTER,
  /** NotOnOrAfter of SubjectConfirmationData. */
  CONFIRMATION_NOT_ON_OR_AFTER,
  /** IssueInstant of Response and Assertion. */
  ISSUE_INSTANT,
  /** AuthnInstant is neither in the future nor older than the session. */
  AUTHN_INSTANT,
  /** Clocks may differ by a minute (DP 6.3.5); without it no difference is tolerated. */
  CLOCK_SKEW_TOLERATED,
  /** An assertion is taken once. */
  REPLAY,
  /** Only the browser that asked is answered. */
  SOLICITED,
  /** The status is Success. */
  STATUS,
  /** The authentication context is one of those asked for (DP 5.4.4). */
  AUTHN_CONTEXT,
  /** Text is read whole, comments notwithstanding. */
  WHOLE_TEXT,
  /** The attribute personalIdentityNumber is there. */
  NUMBER_PRESENT,
  /** It has one value. */
  NUMBER_SINGLE,
  /** It is 12 digits without a hyphen (ATTR 3.1). */
  NUMBER_FORMAT,
  /** Its check digit is right. */
  NUMBER_CHECK_DIGIT,
  /** A samordningsnummer is taken only by one that asked for them (EC 6.2). */
  SAMORDNINGSNUMMER_OPT_IN,
  /** A samordningsnummer is taken by one that asked for them (EC 6.2). */
  SAMORDNINGSNUMMER_ACCEPTED
}
