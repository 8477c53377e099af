package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param headers beside Content-Type and those that every reply carries
 * @param delivery when it is sent, if at all
 */
record Reply(
    int status, String contentType, Map<String, String> headers, byte[] body, Delivery delivery) {

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
    this(status, contentType, headers, body, Delivery.AT_ONCE);
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, Map.copyOf(more), body, delivery);
  }

  Reply delivered(Delivery other) {
    return new Reply(status, contentType, headers, body, other);
  }
}
