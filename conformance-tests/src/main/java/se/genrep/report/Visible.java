package se.genrep.report;

/**
 * Hostile and broken text made fit to be shown. Messages under test are quoted in reports, and some
 * hold what neither HTML nor XML can: control characters, halves of surrogate pairs, and marks that
 * turn the direction of writing or cannot be seen.
 */
final class Visible {

  private Visible() {}

  /**
   * The text with {@code ⟨U+0000⟩} for every character that would be invisible, act on its
   * surroundings or not be allowed in XML 1.0. Lines end in a line feed.
   */
  static String of(String text) {
    String lines = text.replace("\r\n", "\n");
    StringBuilder shown = new StringBuilder(lines.length() + 16);
    lines
        .codePoints()
        .forEach(
            point -> {
              if (isSurrogate(point)) {
                shown.append('\uFFFD');
              } else if (isInvisible(point)) {
                shown.append(String.format("\u27E8U+%04X\u27E9", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /** The text with U+FFFD for each half of a surrogate pair, which UTF-8 cannot hold. */
  static String wellFormed(String text) {
    return text.codePoints().noneMatch(Visible::isSurrogate)
        ? text
        : text.codePoints()
            .map(point -> isSurrogate(point) ? 0xFFFD : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> (point & 0xFFFE) == 0xFFFE; // two of each plane are no characters
    };
  }
}
