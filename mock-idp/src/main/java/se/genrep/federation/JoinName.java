package se.genrep.federation;

import java.util.Locale;

/** The name under which metadata is kept: safe as part of a file's name, and of an address. */
final class JoinName {

  private static final int LONGEST = 60;
  private static final int HASH = 8;

  private JoinName() {}

  /**
   * Makes a name of any text. One that is a name already stays; where something has to be left out,
   * a part of a hash keeps different texts different.
   */
  static String of(String text) {
    String safe =
        text.toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceAll("[^a-z0-9.-]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[.-]+|[.-]+$", "");
    if (safe.equals(text) && safe.length() <= LONGEST + 1 + HASH && !safe.isEmpty()) {
      return safe;
    }
    String start = safe.substring(0, Math.min(safe.length(), LONGEST)).replaceAll("[.-]+$", "");
    return (start.isEmpty() ? "metadata" : start) + "-" + Sha1.hex(text).substring(0, HASH);
  }
}
