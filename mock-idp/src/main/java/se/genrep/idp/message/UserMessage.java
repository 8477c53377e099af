package se.genrep.idp.message;

import java.util.Locale;
import java.util.Map;

/**
 * What a service provider says to the person while they are authenticated (UM).
 *
 * @param texts by BCP 47 language tag, in the order of the request; at least one
 */
public record UserMessage(MessageFormat format, Map<String, String> texts) {

  /** A text with the language it is in. */
  public record Version(String language, String text) {}

  /**
   * The one that fits the person's language best, else the first (UM-3.1-05, UM-3.1-06): the same
   * tag, then one of the same language, however it goes on ({@code sv-FI} for {@code sv}).
   */
  public Version in(String language) {
    Version near = null;
    Version first = null;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Version version = new Version(text.getKey(), text.getValue());
      if (text.getKey().equalsIgnoreCase(language)) {
        return version;
      }
      if (near == null && primary(text.getKey()).equals(primary(language))) {
        near = version;
      }
      first = first == null ? version : first;
    }
    return near == null ? first : near;
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
