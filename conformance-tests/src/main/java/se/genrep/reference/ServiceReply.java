package se.genrep.reference;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the browser. */
record ServiceReply(int status, Map<String, String> headers, byte[] body) {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  static ServiceReply html(int status, byte[] page) {
    return new ServiceReply(status, Map.of(), page)
        .with("Content-Type", "text/html;charset=utf-8")
        .with("Content-Security-Policy", POLICY);
  }

  static ServiceReply of(int status, String type, byte[] body) {
    return new ServiceReply(status, Map.of(), body).with("Content-Type", type);
  }

  static ServiceReply redirect(int status, String location) {
    return new ServiceReply(status, Map.of("Location", location), new byte[0]);
  }

  ServiceReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ServiceReply(status, more, body);
  }

  void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
