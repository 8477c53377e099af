package se.genrep.reference;

/**
 * What a service provider does badly when it reads the operator's metadata feed (DP 2, 2.1.1.2).
 */
public enum FeedHabit implements Variant.Habit {
  /** Takes a feed that nobody signed. */
  TAKES_UNSIGNED,
  /** Takes a feed by whoever the signature names. */
  TRUSTS_KEY_INFO,
  /** Is content that there is a signature. */
  DOES_NOT_VERIFY,
  /** Verifies whatever the signature refers to, and reads the root. */
  VERIFIES_ANY_ELEMENT,
  /** Verifies a group in the document, and reads what stands beside it too. */
  READS_BESIDE_THE_SIGNED,
  /** Reads as much of a document as has come. */
  READS_A_PART,
  /** Takes a feed that has ended. */
  TAKES_WHAT_HAS_ENDED,
  /** Takes a feed that is older than the one it has. */
  GOES_BACK,
  /** Goes on with members that have left. */
  KEEPS_MEMBERS,
  /** Goes on with keys that were withdrawn. */
  KEEPS_KEYS,
  /** Reads the first signing key of an entry. */
  FIRST_KEY_ONLY,
  /** Reads the last signing key of an entry. */
  LAST_KEY_ONLY,
  /** Wants certificates by an authority. */
  WANTS_AUTHORITIES,
  /** Wants certificates that have not ended. */
  WANTS_VALID_CERTIFICATES,
  /** Wants to know that a certificate is not revoked. */
  WANTS_REVOCATION,
  /** Wants to be told what each key is for. */
  WANTS_USE,
  /** Knows no keys on the curve P-256. */
  NO_P_256,
  /** Knows no keys on the curve P-384. */
  NO_P_384,
  /** Knows no keys on the curve P-521. */
  NO_P_521,
  /** Knows no RSA keys of more than 2048 bits. */
  SMALL_RSA_ONLY,
  /** Expands entities until its memory is used up. */
  FALLS_AT_ENTITIES
}
