package se.genrep.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where browsers bring the answers for testers. What is brought is read from the browser; here they
 * only find somebody who takes it.
 */
public final class TesterSite implements AutoCloseable {

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>MOCK</title></head>"
          + "<body><p>MOCK: the test service has got the answer.</p></body></html>";

  private final ServiceServer server;

  private TesterSite(ServiceServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @throws se.genrep.input.BadInput when the port is taken or the host is not of this machine
   */
  public static TesterSite start(String host, int port) {
    ServiceServer server = ServiceServer.bind(host, port);
    server.start(new Taking());
    return new TesterSite(server);
  }

  /** Without a final slash. */
  public String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final class Taking implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.getRequestBody().readNBytes(1 << 20);
        ServiceReply.html(200, PAGE.getBytes(StandardCharsets.UTF_8)).send(exchange);
      }
    }
  }
}
