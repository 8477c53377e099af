package se.genrep.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578), strictly. */
final class MultipartForm {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile(
          "^content-disposition:\\s*form-data;[^\r\n]*?[;\\s]name=\"([^\"\r\n]*)\"",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final int MOST_PARTS = 50;

  private MultipartForm() {}

  /**
   * Reads a body whole.
   *
   * @param contentType the header field, with the boundary
   * @throws Problem (400) when the form is broken, a name occurs twice, or there are more than 50
   *     parts
   */
  static Map<String, byte[]> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw broken("has no boundary");
    }
    String mark = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    String text = new String(body, StandardCharsets.ISO_8859_1); // one character a byte
    String delimiter = "--" + mark;
    if (!text.startsWith(delimiter)) {
      throw broken("does not begin with its boundary");
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int at = delimiter.length();
    while (!text.startsWith("--", at)) {
      int headers = text.startsWith("\r\n", at) ? at + 2 : -1;
      int blank = headers < 0 ? -1 : text.indexOf("\r\n\r\n", headers);
      int end = blank < 0 ? -1 : text.indexOf("\r\n" + delimiter, blank + 2);
      if (end < 0) {
        throw broken("is cut off");
      }
      String name = name(body, headers, blank);
      byte[] content =
          text.substring(Math.min(blank + 4, end), end).getBytes(StandardCharsets.ISO_8859_1);
      if (parts.put(name, content) != null) {
        throw Problem.badRequest("The field '" + name + "' occurs twice");
      }
      if (parts.size() > MOST_PARTS) {
        throw Problem.badRequest("There are more than " + MOST_PARTS + " fields");
      }
      at = end + 2 + delimiter.length();
    }
    return parts;
  }

  private static String name(byte[] body, int from, int to) {
    Matcher name = NAME.matcher(new String(body, from, to - from, StandardCharsets.UTF_8));
    if (!name.find()) {
      throw broken("has a part without a name");
    }
    return name.group(1);
  }

  /**
   * A part as text.
   *
   * @throws Problem (400) when it is not UTF-8
   */
  static String text(byte[] part) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The form is not written in UTF-8");
    }
  }

  private static Problem broken(String how) {
    return Problem.badRequest("The multipart form " + how);
  }
}
