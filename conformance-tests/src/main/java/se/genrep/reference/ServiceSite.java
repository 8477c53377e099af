package se.genrep.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.MetadataReader;
import se.genrep.reference.Sessions.Asked;
import se.genrep.reference.Sessions.Session;

/** The pages and endpoints of a service provider. */
final class ServiceSite implements HttpHandler {

  static final String ACS = "/acs";
  static final String LOGIN = "/login";
  static final String WHOAMI = "/whoami";
  static final String METADATA = "/metadata";

  /** The parameter that says by which of its sign-ins somebody comes. */
  /** Where people choose among identity providers. */
  static final String CHOOSE = "/choose";

  /** A POST has the metadata read anew. */
  static final String REFRESH = "/refresh";

  static final String DOOR = "door";

  /** Names the identity provider in the address of {@link #LOGIN}, by its entityID. */
  static final String IDP = "idp";

  /** Names the check that refused, for programs. */
  static final String REFUSED_HEADER = "Genrep-Refused";

  private static final String STYLE = "/se/genrep/http/static/style.css";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String cookie;
  private final Policy policy;
  private final Sessions sessions;
  private final CurrentDoors doors;
  private final byte[] metadata;

  /**
   * @param cookie the name of the session cookie; browsers keep those of all ports of a host
   *     together
   */
  ServiceSite(
      String cookie, Policy policy, CurrentDoors doors, Sessions sessions, byte[] metadata) {
    this.cookie = cookie;
    this.policy = policy;
    this.doors = doors;
    this.sessions = sessions;
    this.metadata = metadata;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ServiceCall call = new ServiceCall(exchange);
      ServiceReply reply;
      try {
        reply = answer(call);
      } catch (RuntimeException e) {
        // A crash of ours is no refusal, and must not look like one.
        reply = fault(call, 500, ServiceText.FAULT);
      }
      reply.send(exchange);
    }
  }

  private ServiceReply answer(ServiceCall call) throws IOException {
    boolean post = call.method().equals("POST");
    boolean read = call.method().equals("GET") || call.method().equals("HEAD");
    return switch (call.path()) {
      case ACS ->
          post || read && !policy.makes(Check.POST_ONLY)
              ? answered(call)
              : wrongMethod(call, "POST");
      case "/logout" -> post ? logout(call) : wrongMethod(call, "POST");
      case "/" -> read ? start(call) : wrongMethod(call, "GET");
      case LOGIN -> read ? login(call) : wrongMethod(call, "GET");
      case REFRESH ->
          post && doors.canRefresh() ? refreshed() : fault(call, 404, ServiceText.NOT_FOUND);
      case CHOOSE -> read ? ServiceReply.html(200, offer()) : wrongMethod(call, "GET");
      case WHOAMI -> read ? whoami(call) : wrongMethod(call, "GET");
      case METADATA ->
          read
              ? ServiceReply.of(200, "application/samlmetadata+xml", metadata)
              : wrongMethod(call, "GET");
      case "/style.css" -> ServiceReply.of(200, "text/css;charset=utf-8", Style.SHEET);
      default -> fault(call, 404, ServiceText.NOT_FOUND);
    };
  }

  private Optional<Session> session(ServiceCall call) {
    return call.cookie(cookie).flatMap(sessions::find);
  }

  /** Without SameSite on purpose: the answer comes with a POST from another site. */
  private ServiceReply in(Session session, ServiceReply reply) {
    return reply.with("Set-Cookie", cookie + "=" + session.id() + "; Path=/; HttpOnly");
  }

  private ServiceReply start(ServiceCall call) {
    Optional<SignedIn> person = session(call).flatMap(Session::signedIn);
    return ServiceReply.html(200, ServicePages.start(call.language(), person));
  }

  private ServiceReply login(ServiceCall call) {
    Session session = session(call).orElseGet(sessions::begin);
    Optional<ServiceRequest> door = door(call, session);
    if (door.isEmpty()) {
      return fault(call, 404, ServiceText.NOT_FOUND);
    }
    if (call.byPhone() && door.get().turnsPhonesAway()) {
      return ServiceReply.html(200, ServicePages.fault(call.language(), ServiceText.NO_PHONES));
    }
    if (!new RollCall(policy).goesOn()) {
      return fault(call, 503, ServiceText.OUT_OF_ORDER);
    }
    ServiceRequest requests = door.get();
    Asked request = requests.make();
    session.asked(request);
    // Opaque: what to return to is not for others to see or choose.
    return in(session, requests.send(request, Sessions.unguessable()));
  }

  /** By which door the person wants in; empty when there is no such door. */
  private Optional<ServiceRequest> door(ServiceCall call, Session session) {
    Optional<Doors> now = doors.now();
    if (policy.variant().has(OutageHabit.STAYS_WITH_THE_FIRST) && session.hasAsked()) {
      return now.flatMap(each -> each.requests(session.lastAsked().orElseThrow().door()));
    }
    String idp = call.query().get(IDP);
    String door = call.query().getOrDefault(DOOR, "");
    return now.flatMap(each -> idp == null ? each.requests(door) : each.to(idp));
  }

  private ServiceReply answered(ServiceCall call) throws IOException {
    Optional<Map<String, String>> form =
        call.method().equals("POST") ? call.form() : Optional.of(RedirectedAnswer.of(call.query()));
    if (form.isEmpty()) {
      return fault(call, 413, ServiceText.TOO_LARGE);
    }
    new FrailtyCheck(policy.variant()).bear(form.get());
    Optional<Session> session = session(call);
    try {
      String message = form.get().get("SAMLResponse");
      if (message == null) {
        throw Refusal.form("there is no SAMLResponse in the form");
      }
      Optional<Doors> now = doors.now();
      if (now.isEmpty()) {
        throw Refusal.form("no metadata knows an identity provider to sign in with");
      }
      SignedIn person = now.get().judge(message).judge(message, session);
      Session kept = session.orElseGet(sessions::begin);
      kept.signIn(person);
      return in(kept, relayed(form.get()).orElseGet(() -> ServiceReply.redirect(303, "/")));
    } catch (Refusal refusal) {
      if (policy.variant().has(OutageHabit.SAYS_NOTHING)) {
        return ServiceReply.html(403, new byte[0]);
      }
      return ServiceReply.html(403, ServicePages.refused(call.language(), refusal))
          .with(REFUSED_HEADER, refusal.check());
    }
  }

  /** The careless do what a RelayState says; to others it is as good as none. */
  private Optional<ServiceReply> relayed(Map<String, String> form) {
    String relayState = form.getOrDefault("RelayState", "");
    if (policy.variant().has(RelayHabit.FOLLOWS_IT) && relayState.startsWith("http")) {
      return Optional.of(ServiceReply.redirect(303, relayState));
    }
    return policy.variant().has(RelayHabit.SHOWS_IT)
        ? Optional.of(ServiceReply.html(200, relayState.getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private byte[] offer() {
    return new Offer(policy, MetadataReader.readOne(METADATA, metadata, policy.now())).page();
  }

  /** Whether it was taken is for whoever called; until it is, the last good metadata holds. */
  private ServiceReply refreshed() {
    try {
      doors.refresh();
      return text(200, "taken");
    } catch (Refusal refusal) {
      return text(409, refusal.getMessage());
    }
  }

  private static ServiceReply text(int status, String text) {
    return ServiceReply.of(
        status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private ServiceReply logout(ServiceCall call) {
    session(call).ifPresent(Session::end);
    return ServiceReply.redirect(303, "/")
        .with("Set-Cookie", cookie + "=; Path=/; HttpOnly; Max-Age=0");
  }

  private ServiceReply whoami(ServiceCall call) {
    return whoami(session(call).flatMap(Session::signedIn));
  }

  /** Who is signed in, for programs: status 401 when nobody is. */
  static ServiceReply whoami(Optional<SignedIn> person) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("subject", person.map(SignedIn::subject).orElse(null));
    person.ifPresent(
        known -> {
          shown.put("context", known.context());
          shown.put("attributes", known.attributes());
          known
              .portrait()
              .ifPresent(
                  portrait -> {
                    shown.put("birthDate", portrait.birthDate().orElse(null));
                    shown.put("age", portrait.age().orElse(null));
                    shown.put("sex", portrait.sex().orElse(null));
                    shown.put("account", portrait.account());
                  });
        });
    try {
      return ServiceReply.of(
          person.isPresent() ? 200 : 401, "application/json", JSON.writeValueAsBytes(shown));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values cannot be written as JSON", e);
    }
  }

  static ServiceReply wrongMethod(ServiceCall call, String allowed) {
    return fault(call, 405, ServiceText.WRONG_METHOD).with("Allow", allowed);
  }

  static ServiceReply fault(ServiceCall call, int status, ServiceText what) {
    return ServiceReply.html(status, ServicePages.fault(call.language(), what));
  }

  /** The look of the federation's pages. */
  static final class Style {
    static final byte[] SHEET = load();

    private static byte[] load() {
      try (InputStream in = ServiceSite.class.getResourceAsStream(STYLE)) {
        if (in == null) {
          throw new IllegalStateException("the program has no file " + STYLE);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
