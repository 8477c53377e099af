package se.genrep.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.input.BadInput;
import se.genrep.reference.DemoEntrance.Judging;
import se.genrep.reference.DemoVisits.Accepted;
import se.genrep.reference.DemoVisits.Visit;

/** The pages and endpoints of the demo e-service. */
final class DemoSite implements HttpHandler {

  /** The value of {@code idp} that leaves the choice to the discovery service. */
  static final String DISCOVERY = "discovery";

  private static final String LANGUAGE = "lang";

  private final String cookie;
  private final DemoSp.Place place;
  private final String baseUrl;
  private final DemoEntrance entrance;
  private final DemoVisits visits = new DemoVisits();
  private final DemoPages pages;

  /**
   * @param cookie the name of the session cookie; browsers keep those of all ports of a host
   *     together
   */
  DemoSite(String cookie, DemoSp.Place place, String baseUrl, DemoEntrance entrance) {
    this.cookie = cookie;
    this.place = place;
    this.baseUrl = baseUrl;
    this.entrance = entrance;
    this.pages = new DemoPages(baseUrl);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ServiceCall call = new ServiceCall(exchange);
      ServiceReply reply;
      try {
        reply = answer(call);
      } catch (BadInput e) {
        reply = ServiceReply.html(502, pages.fault(language(call), e.getMessage()));
      } catch (RuntimeException e) {
        // A crash of ours is no refusal, and must not look like one.
        reply = ServiceSite.fault(call, 500, ServiceText.FAULT);
      }
      languageKept(call, reply).send(exchange);
    }
  }

  private ServiceReply answer(ServiceCall call) throws IOException {
    boolean post = call.method().equals("POST");
    boolean read = call.method().equals("GET") || call.method().equals("HEAD");
    String[] path = call.path().split("/", 4);
    if (path.length == 3 && DemoService.of(path[1]).isPresent()) {
      DemoService service = DemoService.of(path[1]).get();
      return switch (path[2]) {
        case "acs" -> post ? answered(call, service) : ServiceSite.wrongMethod(call, "POST");
        case "chosen" -> read ? chosen(call, service) : ServiceSite.wrongMethod(call, "GET");
        case "metadata" -> read ? metadata(service) : ServiceSite.wrongMethod(call, "GET");
        default -> ServiceSite.fault(call, 404, ServiceText.NOT_FOUND);
      };
    }
    return switch (call.path()) {
      case "/" -> read ? start(call) : ServiceSite.wrongMethod(call, "GET");
      case ServiceSite.LOGIN -> read ? login(call) : ServiceSite.wrongMethod(call, "GET");
      case ServiceSite.WHOAMI ->
          read
              ? ServiceSite.whoami(visit(call).flatMap(Visit::accepted).map(Accepted::person))
              : ServiceSite.wrongMethod(call, "GET");
      case "/logout" -> post ? logout(call) : ServiceSite.wrongMethod(call, "POST");
      case "/style.css" -> ServiceReply.of(200, "text/css;charset=utf-8", ServiceSite.Style.SHEET);
      default -> ServiceSite.fault(call, 404, ServiceText.NOT_FOUND);
    };
  }

  private ServiceReply metadata(DemoService service) {
    return ServiceReply.of(
        200, "application/samlmetadata+xml", DemoSp.metadata(place, baseUrl, service));
  }

  private Optional<Visit> visit(ServiceCall call) {
    return call.cookie(cookie).flatMap(visits::find);
  }

  private ServiceReply start(ServiceCall call) {
    DemoService service =
        Optional.ofNullable(call.query().get("service"))
            .flatMap(DemoService::of)
            .orElse(DemoService.WITH_SAMORDNINGSNUMMER);
    Optional<Accepted> accepted = visit(call).flatMap(Visit::accepted);
    boolean again = call.query().containsKey("service");
    if (accepted.isPresent() && !again) {
      return page(200, pages.accepted(language(call), accepted.get()));
    }
    EntityMetadata sp = place.federation().serviceProvider(service.entityId(baseUrl)).orElseThrow();
    return page(200, pages.start(language(call), service, sp, entrance.directory().providers()));
  }

  /** Logotypes are of the identity providers, which may have them anywhere. */
  private static ServiceReply page(int status, byte[] html) {
    return ServiceReply.html(status, html)
        .with("Content-Security-Policy", ServiceReply.POLICY + "; img-src data: https: http:");
  }

  private ServiceReply login(ServiceCall call) {
    Optional<DemoService> service =
        Optional.ofNullable(call.query().getOrDefault("service", "sp-optin"))
            .flatMap(DemoService::of);
    if (service.isEmpty()) {
      return ServiceSite.fault(call, 404, ServiceText.NOT_FOUND);
    }
    String idp = call.query().getOrDefault("idp", DISCOVERY);
    return idp.equals(DISCOVERY) ? discover(call, service.get()) : ask(call, service.get(), idp);
  }

  /** What was chosen travels along: only the query of the return address may differ. */
  private ServiceReply discover(ServiceCall call, DemoService service) {
    StringBuilder back = new StringBuilder(service.chosenUrl(baseUrl));
    back.append("?force=").append(forced(call));
    call.query("level").forEach(level -> back.append("&level=").append(encoded(level)));
    return ServiceReply.redirect(
        302,
        place.discoveryUrl()
            + "?entityID="
            + encoded(service.entityId(baseUrl))
            + "&return="
            + encoded(back.toString())
            + "&lang="
            + language(call));
  }

  private ServiceReply chosen(ServiceCall call, DemoService service) {
    Optional<String> idp = Optional.ofNullable(call.query().get("entityID"));
    return idp.isPresent()
        ? ask(call, service, idp.get())
        : ServiceReply.redirect(302, "/?service=" + service.id());
  }

  private ServiceReply ask(ServiceCall call, DemoService service, String entityId) {
    Optional<EntityMetadata> idp = entrance.directory().find(entityId);
    if (idp.isEmpty()) {
      return page(404, pages.fault(language(call), DemoText.NO_SUCH_IDP.in(language(call))));
    }
    Optional<Visit> known = visit(call);
    Visit visit = known.orElseGet(Visit::new);
    String value = known.isPresent() ? call.cookie(cookie).orElseThrow() : visits.begin(visit);
    String location = entrance.ask(visit, service, idp.get(), call.query("level"), forced(call));
    return with(value, ServiceReply.redirect(302, location));
  }

  /** A box that is not ticked sends nothing: then the other field, which is hidden, counts. */
  private static boolean forced(ServiceCall call) {
    List<String> values = call.query("force");
    return values.isEmpty() || values.contains("true");
  }

  /** Without SameSite on purpose: the answer comes with a POST from another site. */
  private ServiceReply with(String value, ServiceReply reply) {
    return reply.with("Set-Cookie", cookie + "=" + value + "; Path=/; HttpOnly");
  }

  private ServiceReply answered(ServiceCall call, DemoService service) throws IOException {
    Optional<Map<String, String>> form = call.form();
    if (form.isEmpty()) {
      return ServiceSite.fault(call, 413, ServiceText.TOO_LARGE);
    }
    String message = form.get().getOrDefault("SAMLResponse", "");
    Optional<Visit> known = visit(call);
    Judging judging = entrance.judging(service, message, known);
    try {
      SignedIn person = entrance.judge(judging, message);
      Visit visit = known.orElseThrow();
      Accepted accepted =
          new Accepted(
              service,
              judging.policy().setup().idp(),
              judging.policy().setup().contexts(),
              judging.solicited().orElseThrow().forced(),
              person,
              judging.held(),
              place.clock().instant());
      String value = visits.signIn(call.cookie(cookie).orElseThrow(), visit, accepted);
      return with(value, ServiceReply.redirect(303, "/"));
    } catch (Refusal refusal) {
      return page(403, pages.refused(language(call), service, judging, refusal))
          .with(ServiceSite.REFUSED_HEADER, refusal.check());
    }
  }

  private ServiceReply logout(ServiceCall call) {
    call.cookie(cookie).ifPresent(visits::end);
    return ServiceReply.redirect(303, "/")
        .with("Set-Cookie", cookie + "=; Path=/; HttpOnly; Max-Age=0");
  }

  /** What the person switched to, now or before, else what the browser prefers. */
  private String language(ServiceCall call) {
    return switched(call)
        .or(() -> call.cookie(languageCookie()).filter(DemoSite::isLanguage))
        .orElseGet(call::language);
  }

  private String languageCookie() {
    return cookie + "-" + LANGUAGE;
  }

  private static Optional<String> switched(ServiceCall call) {
    return Optional.ofNullable(call.query().get(LANGUAGE)).filter(DemoSite::isLanguage);
  }

  private static boolean isLanguage(String value) {
    return value.equals("sv") || value.equals("en");
  }

  private ServiceReply languageKept(ServiceCall call, ServiceReply reply) {
    return switched(call)
        .filter(any -> !reply.headers().containsKey("Set-Cookie"))
        .map(
            language ->
                reply.with(
                    "Set-Cookie",
                    languageCookie() + "=" + language + "; Path=/; HttpOnly; SameSite=Lax"))
        .orElse(reply);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
