package se.genrep.protocol;

/** A message that does not follow the specification; the text says where, in one clause. */
public final class Malformed extends Exception {

  private static final int LONGEST = 60;

  public Malformed(String message) {
    super(message);
  }

  /** A text of somebody else's, short enough for a sentence. */
  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
