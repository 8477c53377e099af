package se.genrep.federation;

/**
 * What is found about a metadata document when it is registered.
 *
 * @param requirement the id in the catalogue
 * @param line where in the document, counted from 1; -1 when it cannot be said
 * @param sentence what is wrong, without a final full stop
 */
public record Finding(String requirement, Weight weight, int line, String sentence) {

  /** What follows from a finding. */
  public enum Weight {
    /** The operator may not publish the entity. */
    FAULT,
    /** It is published, and had better be mended. */
    ADVICE,
    /** Nothing is wrong; the operator does something about it. */
    NOTE
  }

  /** Whether it keeps the entity out of the published metadata. */
  public boolean isFault() {
    return weight == Weight.FAULT;
  }
}
