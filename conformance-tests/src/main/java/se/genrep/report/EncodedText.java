package se.genrep.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Text in base64, with either alphabet, in lines or not, percent-encoded or not, and perhaps
 * deflated: the ways in which messages travel in forms and addresses.
 */
final class EncodedText {

  /** What may be base64. A class of characters, not alternatives: runs can be long. */
  static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_%\\r\\n-]{24,}+={0,2}");

  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  private static final int MOST_INFLATED = 1_000_000;

  private EncodedText() {}

  /** What a run says when it is decoded, one character a byte, and when it is also inflated. */
  static Stream<String> readings(String run) {
    String unescaped =
        ESCAPE
            .matcher(run)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    String digits = unescaped.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
    int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(digits.substring(0, usable));
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // left-over bits: it was none
    }
    return Stream.concat(Stream.of(text(decoded)), inflated(decoded).stream());
  }

  private static Optional<String> inflated(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      int length = inflater.inflate(part);
      while (length > 0 && all.size() < MOST_INFLATED) {
        all.write(part, 0, length);
        length = inflater.inflate(part);
      }
      return Optional.of(text(all.toByteArray()));
    } catch (DataFormatException e) {
      return Optional.empty(); // most are not deflated
    } finally {
      inflater.end();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
