package se.genrep.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.genrep.input.BadInput;

/**
 * Guards the control API and answers in JSON, errors too (RFC 9457). It does what it is told by
 * whoever reaches it, so nobody reaches it by accident: a page in the person's own browser is
 * refused by its Origin, a name that somebody pointed at this machine by its Host, and from another
 * machine a token is needed.
 */
final class ControlSite implements WebServer.Site {

  private static final Logger LOG = LoggerFactory.getLogger(ControlSite.class);

  private final ControlRoutes routes;
  private final URI base;
  private final Optional<String> token;
  private final boolean stackTraces;

  /**
   * @param base where it is reached
   * @param token what callers must show; none on loopback
   */
  ControlSite(ControlRoutes routes, URI base, Optional<String> token, boolean stackTraces) {
    this.routes = routes;
    this.base = base;
    this.token = token;
    this.stackTraces = stackTraces;
  }

  @Override
  public Reply answer(Call call) {
    try {
      requireAllowed(call);
      return routes.find(call.method(), call.path()).answer(call);
    } catch (ControlRefusal refusal) {
      return refusal.reply();
    } catch (Problem problem) {
      return problem(problem, Language.EN);
    } catch (BadInput e) {
      return ControlRefusal.of(422, e).reply();
    } catch (RuntimeException e) {
      return fault(call, e);
    }
  }

  @Override
  public Reply problem(Problem problem, Language language) {
    Reply reply =
        new ControlRefusal(
                problem.status(),
                problem.title().in(Language.EN),
                problem.getMessage() == null ? "" : problem.getMessage(),
                problem.advice().in(Language.EN))
            .reply();
    return problem instanceof Problem.MethodNotAllowed method
        ? reply.with("Allow", method.allow())
        : reply;
  }

  private void requireAllowed(Call call) {
    Optional<String> origin = call.headers().find("Origin");
    if (origin.isPresent() && !origin.get().equals(base.toString())) {
      throw refused("Pages of " + origin.get() + " may not use the control API");
    }
    if (token.isPresent()) {
      requireToken(call, token.get());
    } else if (!isThisHost(call.headers().find("Host").orElse(""))) {
      throw refused(
          "The control API without a token answers to localhost only, not to the name '"
              + call.headers().find("Host").orElse("")
              + "'");
    }
  }

  private static ControlRefusal refused(String detail) {
    return new ControlRefusal(
        403, "Not allowed", detail, "Call it from a program, by the address that genrep up prints");
  }

  private static void requireToken(Call call, String token) {
    String shown = call.headers().find("Authorization").orElse("");
    // Compared in the same time however much of it is right.
    boolean same =
        MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    if (!same) {
      throw new ControlRefusal(
          401,
          "No token",
          "The header Authorization does not hold the token of this control API",
          "Send 'Authorization: Bearer …' with the token that genrep up was given or has printed");
    }
  }

  private boolean isThisHost(String host) {
    int port = base.getPort();
    return host.equals("localhost:" + port)
        || host.equals("127.0.0.1:" + port)
        || host.equals("[::1]:" + port);
  }

  /** The caller gets a number, the log gets the same number and the reason. */
  private Reply fault(Call call, RuntimeException e) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    if (stackTraces) {
      LOG.error("{}: {} {} failed", number, call.method(), call.path(), e);
    } else {
      LOG.error("{}: {} {} failed: {}", number, call.method(), call.path(), e.toString());
    }
    return new ControlRefusal(
            500,
            "A fault of Genrep",
            number,
            "The log of genrep up has the reason beside this number")
        .reply();
  }
}
