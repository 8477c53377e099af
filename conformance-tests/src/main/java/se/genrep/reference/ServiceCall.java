package se.genrep.reference;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read within bounds. */
final class ServiceCall {

  /** Room for the largest message (1 MiB), in base64 and then URL-encoded. */
  static final int MOST_BODY_BYTES = 3 << 20;

  private static final int MOST_FIELDS = 100;

  private final HttpExchange exchange;

  ServiceCall(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /** The parameters of the query; of one that occurs twice, the first. */
  Map<String, String> query() {
    return fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
  }

  /** All values of a parameter of the query, in its order. */
  List<String> query(String name) {
    List<String> values = new ArrayList<>();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String pair : query.split("&", MOST_FIELDS)) {
      if (pair.startsWith(name + "=")) {
        values.add(decoded(pair.substring(name.length() + 1)));
      }
    }
    return values;
  }

  /** What the person switched to, else what the browser prefers: {@code sv} or {@code en}. */
  String language() {
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    if (query.equals("lang=sv") || query.equals("lang=en")) {
      return query.substring(5);
    }
    String preferred =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language")).orElse("sv");
    for (String range : preferred.split(",", 20)) {
      String primary = range.strip().split("[-;]", 2)[0];
      if (primary.equals("sv") || primary.equals("en")) {
        return primary;
      }
    }
    return "sv";
  }

  /** Whether the browser says that it is of a phone. */
  boolean byPhone() {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
        .filter(agent -> agent.contains("Mobile"))
        .isPresent();
  }

  Optional<String> cookie(String name) {
    List<String> headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    for (String pair : String.join(";", headers).split(";", 100)) {
      if (pair.strip().startsWith(name + "=")) {
        return Optional.of(pair.strip().substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * The fields of the form; of a field that occurs twice, the first.
   *
   * @return empty when the form is too large
   */
  Optional<Map<String, String>> form() throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      return Optional.empty();
    }
    return Optional.of(fields(new String(body, StandardCharsets.ISO_8859_1)));
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** A broken escape stays as it is, and is then no base64. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
