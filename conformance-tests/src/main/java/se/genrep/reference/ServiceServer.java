package se.genrep.reference;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.genrep.input.BadInput;

/** The JDK's small HTTP server: a service provider starts in a few milliseconds. */
final class ServiceServer {

  static {
    // Otherwise head and body of a reply, written apart, wait for each other.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** All servers share the threads, which end when idle. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "genrep-service");
            thread.setDaemon(true);
            return thread;
          });

  private final HttpServer server;
  private final String baseUrl;

  private ServiceServer(HttpServer server, String baseUrl) {
    this.server = server;
    this.baseUrl = baseUrl;
  }

  /**
   * Takes a port; nothing is answered yet.
   *
   * @throws BadInput when the port is taken or the host is not of this machine
   */
  static ServiceServer bind(String host, int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
      return new ServiceServer(server, baseUrl(host, server.getAddress().getPort()));
    } catch (IOException e) {
      throw new BadInput(
          host + ":" + port,
          "the demo e-service cannot listen there (" + e.getMessage() + ")",
          "Choose another port, or a name of this machine",
          e);
    }
  }

  static String baseUrl(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  String baseUrl() {
    return baseUrl;
  }

  int port() {
    return server.getAddress().getPort();
  }

  void start(HttpHandler site) {
    server.createContext("/", site);
    server.setExecutor(THREADS);
    server.start();
  }

  void stop() {
    server.stop(0);
  }
}
