package se.genrep.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import se.genrep.input.BadInput;

/**
 * Service providers that are no use to anybody, against which a conformance suite shows that it
 * tells a refusal from a crash, and acceptance from carelessness.
 */
public final class DegenerateSp {

  /** What works until somebody is to be signed in. */
  private static final Set<String> WORKING = Set.of(ServiceSite.LOGIN, ServiceSite.METADATA);

  private DegenerateSp() {}

  /** Refuses every connection. Its port is held, so nobody else answers there. */
  public static RunningSp dead(Setup setup) {
    Socket held = new Socket(); // bound, never listening
    try {
      held.bind(new InetSocketAddress(InetAddress.getByName(setup.host()), setup.port()));
    } catch (IOException e) {
      throw new BadInput(
          setup.host() + ":" + setup.port(),
          "the port cannot be held (" + e.getMessage() + ")",
          "Choose another port, or a name of this machine",
          e);
    }
    String baseUrl = ServiceServer.baseUrl(setup.host(), held.getLocalPort());
    byte[] metadata =
        ServiceMetadata.write(ReferenceSp.policy(Variant.conforming(), setup, baseUrl));
    return new Dead(held, baseUrl, metadata);
  }

  /** Lets a sign-in begin, and answers everything else with status 500. */
  public static RunningSp crashing(Setup setup) {
    return ReferenceSp.start(Variant.conforming(), setup, ReferenceJudge::new, Crashing::new);
  }

  /** Believes any answer that can be read at all: no check is made. */
  public static RunningSp gullible(Setup setup) {
    return ReferenceSp.start(
        Variant.without(Check.POST_ONLY),
        setup,
        (policy, sessions) -> new GullibleJudge(policy),
        s -> s);
  }

  /** Refuses every answer, in an orderly way. */
  public static RunningSp refusing(Setup setup) {
    Judge refusing =
        (message, session) -> {
          throw Refusal.form("nobody is ever signed in here");
        };
    return ReferenceSp.start(
        Variant.conforming(), setup, (policy, sessions) -> refusing, site -> site);
  }

  private record Dead(Socket held, String baseUrl, byte[] metadata) implements RunningSp {
    @Override
    public void close() {
      try {
        held.close();
      } catch (IOException e) {
        throw new IllegalStateException("a port that was held cannot be given back", e);
      }
    }
  }

  private record Crashing(HttpHandler site) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      if (WORKING.contains(exchange.getRequestURI().getPath())) {
        site.handle(exchange);
        return;
      }
      try (exchange) {
        exchange.sendResponseHeaders(500, -1);
      }
    }
  }
}
