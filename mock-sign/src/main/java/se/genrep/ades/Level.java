package se.genrep.ades;

/** The baseline levels: how long a signature can be validated. */
public enum Level {
  /** Signature and certificate. */
  B,
  /** With a time-stamp over the signature. */
  T,
  /** With everything that validation needs: certificates and their status. */
  LT,
  /** With a time-stamp over all that. */
  LTA
}
