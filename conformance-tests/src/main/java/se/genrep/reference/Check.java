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
  /** A signature of the Assertion, where there is one, is verified too (DP 6.3.1). */
  ASSERTION_SIGNATURE,
  /** A good signature of the Assertion is no hindrance (DP 6.1, 6.3.1). */
  SIGNED_ASSERTION_ACCEPTED,
  /** The assertion was encrypted (DP 6.1). */
  ENCRYPTED,
  /** Block encryption and key transport are of the permitted lists (DP 8.3, 8.4). */
  ENCRYPTION_ALGORITHM,
  /** Only the own key decrypts; without it, one shared with another service provider does too. */
  OWN_KEY,
  /** All algorithms that DP 8 lists are understood; without it, only RSA-SHA256 and AES256-CBC. */
  ALGORITHMS_SUPPORTED,
  /** Issuer of the Response. */
  RESPONSE_ISSUER,
  /** Issuer of the Assertion. */
  ASSERTION_ISSUER,
  DESTINATION,
  AUDIENCE,
  RECIPIENT,
  /** The subject is confirmed as bearer (SAML profiles 4.1.4.2). */
  CONFIRMATION_METHOD,
  /** Answers come by HTTP-POST (SAML profiles 4.1.2). */
  POST_ONLY,
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
  /** Clocks differ by no more than a minute (DP 6.3.5); without it, ten are tolerated. */
  CLOCK_SKEW_BOUNDED,
  /** An assertion is taken once, and a request answered once. */
  REPLAY,
  /** Only the browser that asked is answered; without it, any browser's request will do. */
  SOLICITED,
  /** The status is Success. */
  STATUS,
  /** The authentication context is one of those asked for (DP 5.4.4). */
  AUTHN_CONTEXT,
  /** Text is read whole, comments notwithstanding. */
  WHOLE_TEXT,
  /** Attributes are known by Name; without it, by FriendlyName (SAML core 2.7.3.1). */
  ATTRIBUTE_NAME,
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
  SAMORDNINGSNUMMER_ACCEPTED,
  /** Version of Response and Assertion is 2.0 (SAML core 4.1.2). */
  VERSION,
  /** Response and Assertion have an ID of the form XML demands. */
  XML_ID,
  /** What SAML and DP 6.2 allow once is not there twice. */
  ONCE,
  /** Every AudienceRestriction holds; without it, one is enough (SAML core 2.5.1.4). */
  EVERY_RESTRICTION,
  /** There is no condition that is not understood (SAML core 2.5.1.1). */
  CONDITIONS_UNDERSTOOD,
  /** SessionNotOnOrAfter has not passed (SAML profiles 4.1.4.3). */
  SESSION_END,
  /** Elements are known by namespace and name; without it, by name alone. */
  NAMESPACE,
  /** What a comment says is not read as text. */
  COMMENTS_ARE_NO_TEXT,
  /** The person is known by the attribute, whatever NameID says (DP 6.2.1). */
  IDENTITY_BY_ATTRIBUTE,
  /** An odd NameID makes nobody somebody else. */
  NAME_ID,
  /** Times of any precision are understood (SAML core 1.3.3). */
  TIME_FORMS,
  /** An Issuer may say that it is an entity. */
  ISSUER_FORMAT,
  /** Other audiences beside the own one are no hindrance. */
  SEVERAL_AUDIENCES,
  /** OneTimeUse and ProxyRestriction are understood. */
  ONE_TIME_USE,
  /** Advice is passed over. */
  ADVICE,
  /** Several AuthenticatingAuthority are no hindrance. */
  AUTHORITIES,
  /** A SessionNotOnOrAfter to come is no hindrance. */
  SESSION_END_UNDERSTOOD,
  /** SessionIndex may be left out. */
  SESSION_INDEX_OPTIONAL,
  /** Attribute values need no xsi:type, or any. */
  VALUE_TYPES,
  /** Attributes that are not known are no hindrance. */
  MORE_ATTRIBUTES,
  /** Message, details and consent are no hindrance. */
  STATUS_TEXT,
  /** Any prefix will do, or none. */
  PREFIXES,
  /** White space between elements means nothing. */
  WHITE_SPACE,
  /**
   * A signature refers to the ID of its element; without it, any reference means the element (SAML
   * core 5.4.2).
   */
  REFERENCE_BY_ID,
  /**
   * Every reference leads to something, and there is one; without it, what is not found is passed
   * over.
   */
  REFERENCES_RESOLVE,
  /** There is one SignedInfo, and digests are read from what was verified. */
  ONE_SIGNED_INFO,
  /** DigestValue is read whole, without comments. */
  DIGEST_VALUE,
  /** DigestValue is that of the Reference, not one that stands elsewhere. */
  DIGEST_IN_PLACE,
  /** What cannot be canonicalised does not verify; without it, it is an empty text. */
  CANONICALISATION,
  /** Only transforms that leave nothing out (SAML core 5.4.4). */
  TRANSFORMS,
  /** Canonicalisation with comments is understood. */
  CANONICAL_WITH_COMMENTS,
  /** A public key is no secret: no HMAC is keyed with it. */
  KEY_KIND,
  /** A key that metadata has for encryption does not sign (DP-6.3.1-03). */
  KEY_USE,
  /** A signature needs no certificate in KeyInfo (DP-2.1.1.2-13). */
  KEY_INFO_OPTIONAL,
  /** AES-256-CBC and OAEP with SHA-1 are understood, whatever is declared (DP 8.3, 8.4). */
  MANDATORY_ENCRYPTION,
  /** OAEP with a digest other than SHA-1 is understood (DP 8.4). */
  OAEP_DIGESTS,
  /** Nothing inside the assertion is encrypted once more (DP 6.1). */
  PARTIAL_ENCRYPTION,
  /** What AES-GCM decrypts is authentic, by its tag. */
  CIPHER_AUTHENTICATED,
  /** The message has no document type (DP 6.2). */
  NO_DOCTYPE,
  /** The message is one XML document, and nothing before or after it. */
  XML_WHOLE,
  /** XML may be written in any of its ways. */
  XML_WRITING
}
