package se.genrep.model;

/** What a case says of the system under test. */
public enum Verdict {
  /** The system did what the requirement demands. */
  PASS,
  /** It did not, and the requirement is a MUST or MUST NOT. */
  FAIL,
  /** It did not, and the requirement is a SHOULD, SHOULD NOT or MAY. */
  WARN,
  /** The case does not apply to this system; the reason is stated. */
  SKIPPED,
  /**
   * Nothing can be said: a control failed, the system crashed, or the deviation changed nothing.
   */
  INCONCLUSIVE,
  /** A person must judge; the finding says what to look at. */
  REVIEW;

  /** True for the verdicts that are no findings about the system. */
  public boolean isFine() {
    return this == PASS || this == SKIPPED;
  }
}
