package se.genrep.protocol;

import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Times, URIs and base64 as the protocol writes them (DSS extension 1.3). */
final class Forms {

  private static final Pattern UTC =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,12})?(Z|[+]00:00)");

  private Forms() {}

  /** DSS extension 1.3.3: in UTC, and never a leap second. */
  static boolean isTime(String text) {
    try {
      return UTC.matcher(text.strip()).matches() && time(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The instant of a text that {@link #isTime}. */
  static Instant time(String text) {
    return OffsetDateTime.parse(text.strip()).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }

  static boolean isUri(String text) {
    try {
      return new java.net.URI(text.strip()).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static boolean isBase64(String text) {
    try {
      return base64(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** xs:base64Binary, with white space anywhere. */
  static byte[] base64(String text) {
    String bare =
        text.chars().anyMatch(Character::isWhitespace) ? text.replaceAll("\\s", "") : text;
    return Base64.getDecoder().decode(bare);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
