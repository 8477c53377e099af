package se.genrep.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form or query, each at most once. Strict, unlike most readers: what could be read
 * in two ways is refused.
 */
final class FormFields {

  static final FormFields NONE = new FormFields(Map.of(), Map.of());

  private static final int MOST_FIELDS = 50;

  /** The field whose content is a file's, as it is. */
  static final String FILE = "file";

  private final Map<String, String> values;
  private final Map<String, byte[]> files;

  private FormFields(Map<String, String> values, Map<String, byte[]> files) {
    this.values = values;
    this.files = files;
  }

  /**
   * Reads {@code multipart/form-data}.
   *
   * @throws Problem (400) as {@link #parse}, and for a form that is cut off
   */
  static FormFields parse(String contentType, byte[] body) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    MultipartForm.parse(contentType, body)
        .forEach(
            (name, content) -> {
              if (name.equals(FILE)) {
                files.put(name, content);
              } else {
                values.put(name, MultipartForm.text(content));
              }
            });
    return new FormFields(values, files);
  }

  /** A file that was chosen; empty when none was, or it is empty. */
  Optional<byte[]> file() {
    return Optional.ofNullable(files.get(FILE)).filter(content -> content.length > 0);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded}.
   *
   * @throws Problem (400) for a broken escape, text that is not UTF-8, a field that occurs twice,
   *     or more than 50 fields
   */
  static FormFields parse(byte[] form) {
    String text = new String(form, StandardCharsets.ISO_8859_1); // one character a byte
    Map<String, String> values = new LinkedHashMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        int equals = text.indexOf('=', start);
        boolean valued = equals >= 0 && equals < end;
        String name = decode(text.substring(start, valued ? equals : end));
        if (values.put(name, valued ? decode(text.substring(equals + 1, end)) : "") != null) {
          throw Problem.badRequest("The field '" + name + "' occurs twice");
        }
        if (values.size() > MOST_FIELDS) {
          throw Problem.badRequest("There are more than " + MOST_FIELDS + " fields");
        }
      }
      start = end + 1;
    }
    return new FormFields(values, Map.of());
  }

  /** In the order sent. */
  Set<String> names() {
    return values.keySet();
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * @throws Problem (400) when the field is missing
   */
  String need(String name) {
    return find(name).orElseThrow(() -> Problem.badRequest("The field '" + name + "' is missing"));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && isAscii(text)) {
      return text.replace('+', ' ');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw Problem.badRequest("The form has a '%' that is not followed by two hex digits");
        }
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The form is not written in UTF-8");
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
