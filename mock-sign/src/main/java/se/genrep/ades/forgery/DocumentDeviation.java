package se.genrep.ades.forgery;

import se.genrep.ades.Format;

/**
 * One named wrong behaviour of our own document maker. A document that is forged after it was
 * signed says the {@linkplain ForgeryDesk#CANARY canary}, which nobody signed.
 *
 * @param id kebab-case, permanent
 * @param title what the document maker does, present tense
 * @param format of the file that comes out
 * @param kind what is wrong
 */
public record DocumentDeviation(
    String id, String title, Format format, Kind kind, Forging forging) {

  /** What is wrong about the file. */
  public enum Kind {
    /** Something else stands in it than what was signed. */
    CONTENT,
    /** The signature lacks what makes it an advanced one. */
    SIGNATURE,
    /** The signature stands on trust data that must not be believed. */
    TRUST
  }

  /** Makes the file. */
  @FunctionalInterface
  public interface Forging {
    byte[] forge(ForgeryDesk desk) throws Exception;
  }

  static DocumentDeviation content(String id, String title, Format format, Forging forging) {
    return new DocumentDeviation(id, title, format, Kind.CONTENT, forging);
  }

  static DocumentDeviation signature(String id, String title, Format format, Forging forging) {
    return new DocumentDeviation(id, title, format, Kind.SIGNATURE, forging);
  }

  static DocumentDeviation trust(String id, String title, Format format, Forging forging) {
    return new DocumentDeviation(id, title, format, Kind.TRUST, forging);
  }

  /** The file, as somebody who trusts too much would take it. */
  public byte[] apply(ForgeryDesk desk) {
    try {
      return forging.forge(desk);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The deviation " + id + " cannot be made", e);
    }
  }
}
