package se.genrep.federation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Namespace declarations in scope: attribute name to its value as written.
 *
 * @param written {@code xmlns} or {@code xmlns:prefix} to the URI
 */
record Declarations(Map<String, String> written) {

  static final Declarations NONE = new Declarations(Map.of());

  /** With those of an inner element, which go before. */
  Declarations and(Declarations inner) {
    if (inner.written.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(written);
    all.putAll(inner.written);
    return new Declarations(all);
  }

  /** As text for a start tag that makes some declarations itself. */
  String without(Declarations own) {
    StringBuilder text = new StringBuilder();
    written.forEach(
        (name, value) -> {
          if (!own.written.containsKey(name)) {
            char quote = value.indexOf('"') < 0 ? '"' : '\'';
            text.append(' ').append(name).append('=').append(quote).append(value).append(quote);
          }
        });
    return text.toString().intern();
  }
}
