package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.federation.SignedDocument;

/**
 * What an endpoint answers.
 *
 * @param headers beside Content-Type and those that every reply carries
 * @param document sent instead of the body when it is not null: it may be too large for memory
 */
record Reply(
    int status,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    SignedDocument document) {

  Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
    this(status, contentType, headers, body, null);
  }

  static Reply of(String contentType, SignedDocument document) {
    return document.isFile()
        ? new Reply(200, contentType, Map.of(), new byte[0], document)
        : new Reply(200, contentType, Map.of(), document.bytes());
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, Map.copyOf(more), body, document);
  }
}
