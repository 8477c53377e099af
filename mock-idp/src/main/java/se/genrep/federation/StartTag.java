package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A start tag taken apart, as far as that goes without a parser; a tag that is not well-formed
 * gives whatever it gives, and the parser refuses it later.
 */
final class StartTag {

  private final String name;
  private final int nameEnd;
  private final Map<String, String> attributes;

  private StartTag(String name, int nameEnd, Map<String, String> attributes) {
    this.name = name;
    this.nameEnd = nameEnd;
    this.attributes = attributes;
  }

  /** Reads the bytes from {@code <} to {@code >}. */
  static StartTag read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1); // one character a byte
    int end = 1;
    while (end < text.length()
        && !isSpace(text.charAt(end))
        && "/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    int at = end;
    while (true) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      int open = equals + 1;
      while (open < text.length() && isSpace(text.charAt(open))) {
        open++;
      }
      int close = open < text.length() ? text.indexOf(text.charAt(open), open + 1) : -1;
      if (close < 0) {
        break;
      }
      String value = new String(bytes, open + 1, close - open - 1, StandardCharsets.UTF_8);
      attributes.put(text.substring(at, equals).strip(), value);
      at = close + 1;
    }
    return new StartTag(text.isEmpty() ? "" : text.substring(1, end), end, attributes);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Where the name ends, in bytes from the {@code <}. */
  int nameEnd() {
    return nameEnd;
  }

  /** Whether this is the local part of the name. */
  boolean isNamed(String local) {
    return name.substring(name.indexOf(':') + 1).equals(local);
  }

  /** The value with its character references resolved; empty when there is none. */
  String attribute(String wanted) {
    String value = attributes.getOrDefault(wanted, "");
    return value.indexOf('&') < 0 ? value : References.resolve(value);
  }

  /** The namespace declarations, values as written. */
  Declarations declarations() {
    Map<String, String> own = new LinkedHashMap<>();
    attributes.forEach(
        (key, value) -> {
          if (key.equals("xmlns") || key.startsWith("xmlns:")) {
            own.put(key, value);
          }
        });
    return own.isEmpty() ? Declarations.NONE : new Declarations(own);
  }
}
