package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.genrep.federation.SignedDocument;

/**
 * What an endpoint answers.
 *
 * @param headers beside Content-Type and those that every reply carries
 * @param document sent instead of the body when it is not null: it may be too large for memory
 * @param delivery when it is sent, if at all
 * @param cookies values of Set-Cookie, which is the one header that can stand there more than once
 */
record Reply(
    int status,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    SignedDocument document,
    Delivery delivery,
    List<String> cookies) {

  /** How a reply leaves; all but {@link #AT_ONCE} are outages that somebody asked for. */
  record Delivery(boolean hangUp, Duration delay) {
    static final Delivery AT_ONCE = new Delivery(false, Duration.ZERO);

    /** The connection ends without an answer. */
    static final Delivery HANG_UP = new Delivery(true, Duration.ZERO);

    static Delivery after(Duration delay) {
      return new Delivery(false, delay);
    }
  }

  Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
    this(status, contentType, headers, body, null, Delivery.AT_ONCE, List.of());
  }

  static Reply of(String contentType, SignedDocument document) {
    return document.isFile()
        ? new Reply(200, contentType, Map.of(), new byte[0], document, Delivery.AT_ONCE, List.of())
        : new Reply(200, contentType, Map.of(), document.bytes());
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, Map.copyOf(more), body, document, delivery, cookies);
  }

  Reply with(byte[] otherBody) {
    return new Reply(status, contentType, headers, otherBody, document, delivery, cookies);
  }

  Reply delivered(Delivery other) {
    return new Reply(status, contentType, headers, body, document, other, cookies);
  }

  Reply withCookies(List<String> values) {
    return new Reply(status, contentType, headers, body, document, delivery, List.copyOf(values));
  }
}
