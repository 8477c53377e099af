package se.genrep.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: reads a request within its limits, has it answered, writes the reply. */
final class WebServer implements AutoCloseable {

  /** Room for a Redirect query of 32 kB and the headers of a browser. */
  private static final int MOST_HEADER_BYTES = 48 << 10;

  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 1_000;

  /** Once stopping, connections on which nothing is under way are not waited for. */
  private static final long SHUTDOWN_IDLE_MILLIS = 20;

  /** A sender slower than this holds a thread for nothing. */
  private static final long LEAST_BYTES_PER_SECOND = 512;

  private static final int MOST_THREADS = 64;
  private static final String REFERENCES_PER_CACHE_LINE =
      "org.eclipse.jetty.util.referencesPerCacheLine";

  /**
   * What could be read in two ways is refused, but for the metadata query protocol, which has an
   * entityID with its slashes and percent signs escaped in the path.
   */
  private static final UriCompliance ESCAPED_SLASHES =
      UriCompliance.RFC3986.with(
          "genrep",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
          UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

  /** What is served. Neither method throws. */
  interface Site {
    Reply answer(Call call);

    /** For a request that has a fault, or that the server itself refuses. */
    Reply problem(Problem problem, Language language);
  }

  static {
    // Jetty otherwise starts Java's management beans to learn how large a reference is: a tenth of
    // a
    // second of every start. 64 bytes a line, 4 a reference.
    if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
      System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
    }
  }

  private final Server server;

  private WebServer(Server server) {
    this.server = server;
  }

  /**
   * One port.
   *
   * @param sockets where it listens
   * @param site what is served there
   * @param tls how it is protected; empty for plain HTTP
   */
  record Port(List<ServerSocketChannel> sockets, Site site, Optional<SSLContext> tls) {
    Port(List<ServerSocketChannel> sockets, Site site) {
      this(sockets, site, Optional.empty());
    }
  }

  /** A server without ports; to make one takes long enough to be done beside other work. */
  static Server server() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
    threads.setName("genrep-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(STOP_MILLIS);
    return server;
  }

  /** Serves each port its own site. */
  static WebServer start(List<Port> ports, Server server) {
    Map<Connector, Site> sites = new IdentityHashMap<>();
    for (Port port : ports) {
      for (ServerSocketChannel socket : port.sockets()) {
        ServerConnector connector = new ServerConnector(server, 1, 1, factories(port));
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        open(connector, socket);
        server.addConnector(connector);
        sites.put(connector, port.site());
      }
    }
    Function<Request, Site> site =
        request -> sites.get(request.getConnectionMetaData().getConnector());
    server.setHandler(new MinimumDataRateHandler(new SiteHandler(site), LEAST_BYTES_PER_SECOND, 0));
    server.setErrorHandler(new SiteErrors(site));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not start", e);
    }
    return new WebServer(server);
  }

  private static void open(ServerConnector connector, ServerSocketChannel socket) {
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new IllegalStateException("an open port cannot be used", e);
    }
  }

  /** By TLS, a certificate of the browser is asked for, and whoever has none comes in too. */
  private static ConnectionFactory[] factories(Port port) {
    HttpConfiguration http = configuration();
    if (port.tls().isEmpty()) {
      return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(port.tls().get());
    tls.setWantClientAuth(true);
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
      new HttpConnectionFactory(http)
    };
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setUriCompliance(ESCAPED_SLASHES);
    return http;
  }

  /** The port that the sockets listen at. */
  static int port(List<ServerSocketChannel> sockets) {
    try {
      return ((InetSocketAddress) sockets.get(0).getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new IllegalStateException("an open port has no number", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      return; // somebody took too long and was cut off; all the same it has stopped
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    }
  }

  private static final class SiteHandler extends Handler.Abstract {
    private final Function<Request, Site> sites;

    SiteHandler(Function<Request, Site> sites) {
      this.sites = sites;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Site site = sites.apply(request);
      Reply reply;
      try {
        reply = site.answer(call(request));
      } catch (Problem problem) {
        reply = site.problem(problem, language(request));
      }
      deliver(reply, request, response, callback);
      return true;
    }
  }

  /**
   * What the server refuses before any endpoint sees it: broken HTTP, headers that are too large.
   */
  private static final class SiteErrors extends ErrorHandler {
    private final Function<Request, Site> sites;

    SiteErrors(Function<Request, Site> sites) {
      this.sites = sites;
    }

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        String message,
        Throwable cause,
        Callback callback) {
      Problem problem =
          switch (code) {
            case 413, 414, 431 -> new Problem(code, Text.TOO_LARGE, Text.TOO_LARGE_ADVICE, message);
            default ->
                code < 500
                    ? new Problem(code, Text.BAD_REQUEST, Text.BAD_REQUEST_ADVICE, message)
                    : new Problem(code, Text.FAULT, Text.START_AGAIN, null);
          };
      send(sites.apply(request).problem(problem, language(request)), response, callback);
    }
  }

  private static Call call(Request request) {
    String rawPath = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    if (request.getHttpURI().isAmbiguous() && !rawPath.startsWith(MetadataDesk.MDQ)) {
      throw Problem.badRequest("The path has an escape that could be read in two ways");
    }
    return new Call(
        request.getMethod(),
        Request.getPathInContext(request),
        rawPath,
        Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
        new RequestHeaders(request),
        new Body(
            request.getHeaders().get(HttpHeader.CONTENT_TYPE),
            request.getLength(),
            () -> Request.asInputStream(request)),
        language(request),
        tls(request),
        withoutBrackets(Request.getRemoteAddr(request)));
  }

  private record RequestHeaders(Request request) implements Headers {

    @Override
    public Optional<String> find(String name) {
      return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public Optional<String> cookie(String name) {
      if (request.getHeaders().contains(HttpHeader.COOKIE)) {
        for (HttpCookie cookie : Request.getCookies(request)) {
          if (cookie.getName().equals(name)) {
            return Optional.of(cookie.getValue());
          }
        }
      }
      return Optional.empty();
    }
  }

  /** What the person switched to ({@code ?lang=}), else what the browser prefers. */
  private static Language language(Request request) {
    String query = request.getHttpURI() == null ? null : request.getHttpURI().getQuery();
    if (query != null && query.contains("lang=")) {
      for (String pair : query.split("&")) {
        Optional<Language> named =
            pair.startsWith("lang=") ? Language.ofTag(pair.substring(5)) : Optional.empty();
        if (named.isPresent()) {
          return named.get();
        }
      }
    }
    HttpFields headers = request.getHeaders();
    return Language.accepted(headers == null ? null : headers.get(HttpHeader.ACCEPT_LANGUAGE));
  }

  private static Optional<Call.Tls> tls(Request request) {
    return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
            instanceof EndPoint.SslSessionData session
        ? Optional.of(
            new Call.Tls(
                Optional.ofNullable(session.peerCertificates())
                    .filter(chain -> chain.length > 0)
                    .map(chain -> chain[0])))
        : Optional.empty();
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  private static void deliver(Reply reply, Request request, Response response, Callback callback) {
    if (reply.delivery().hangUp()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("the connection was to end without an answer"));
    } else if (reply.delivery().delay().isZero()) {
      send(reply, response, callback);
    } else {
      // No thread waits: a slow identity provider must not make the others slow.
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> send(reply, response, callback),
              reply.delivery().delay().toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private static void send(Reply reply, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(reply.status());
    headers.put(new HttpField(HttpHeader.CONTENT_TYPE, reply.contentType()));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    reply.headers().forEach(headers::put);
    reply.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
    if (reply.document() != null) {
      copy(reply, response, callback);
      return;
    }
    if (reply.status() != 304) { // RFC 9110, 8.6: there it would be the length of what is not sent
      headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    }
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  /** Piece by piece, and so without a length. */
  private static void copy(Reply reply, Response response, Callback callback) {
    try {
      Content.copy(Content.Source.from(reply.document().open()), response, callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }
}
