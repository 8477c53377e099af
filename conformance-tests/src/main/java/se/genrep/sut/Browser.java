package se.genrep.sut;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import se.genrep.control.Exchange;
import se.genrep.http.MockFederation;
import se.genrep.model.Outcome;
import se.genrep.model.Transcript;
import se.genrep.saml.PostForm;

/** One browser at a service provider: it starts sign-ins, brings answers, and asks who it is. */
final class Browser implements AutoCloseable {

  /** More pages than any sign-in has; a loop ends here. */
  private static final int MOST_FORMS = 12;

  private final MockFederation federation;
  private final SutConfig config;
  private final String login;
  private final UserAgent agent;
  private final String name;
  private final Transcript transcript;
  private final Clock clock;

  /** What the service provider answered when it was last given something. */
  private Page last;

  /**
   * @param login where a sign-in starts, complete
   * @param name what the transcript calls this browser
   */
  Browser(
      MockFederation federation,
      SutConfig config,
      String login,
      UserAgent.Factory agents,
      String name,
      Transcript transcript,
      Clock clock) {
    this.federation = federation;
    this.config = config;
    this.login = login;
    this.name = name;
    this.transcript = transcript;
    this.clock = clock;
    this.agent = agents.fresh(this::note);
  }

  private void note(UserAgent.HttpStep step) {
    transcript.add(
        clock.instant(),
        Transcript.Kind.HTTP,
        name
            + ": "
            + step.method()
            + " "
            + step.uri()
            + " → "
            + step.status()
            + (step.location() == null ? "" : " to " + step.location()),
        step.requestBody().isEmpty()
            ? step.body()
            : step.requestBody() + "\n--- answer ---\n" + step.body());
  }

  /** Goes through a sign-in, up to where the answer is delivered or held. */
  void signIn(Exchange exchange) {
    agent.open(URI.create(federation.baseUrl() + "/exchange/" + exchange.id()));
    begin(login);
  }

  /** Goes through a sign-in that starts at the address, whatever the identity provider does. */
  void begin(String address) {
    last = agent.open(URI.create(address));
    submitForms();
  }

  /** Goes on while a page only waits for its SAML message to be sent. */
  private void submitForms() {
    for (int forms = 0; forms < MOST_FORMS; forms++) {
      Optional<Page.Form> form = last.samlForm();
      if (form.isEmpty()) {
        return;
      }
      last = agent.submit(form.get());
    }
  }

  /**
   * Brings the answer of an exchange, which was made for this or another browser, by a page of the
   * identity provider that posts it.
   */
  void deliver(Exchange exchange) {
    last = agent.open(URI.create(federation.baseUrl() + "/exchange/" + exchange.id() + "/deliver"));
    submitForms();
  }

  /** Brings an answer in an address instead of a form. */
  void visit(PostForm form) {
    String query =
        form.fields().entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    last =
        agent.open(URI.create(form.action() + (form.action().contains("?") ? "&" : "?") + query));
  }

  void forgetCookies() {
    agent.forgetCookies();
  }

  /** Where it stands, for explanations. */
  String whereItEnded() {
    return last == null
        ? "no page"
        : last.uri() + " with status " + last.status() + Html.excerpt(last.body());
  }

  /** The page it shows; empty when it shows none. */
  Optional<Page> page() {
    return Optional.ofNullable(last);
  }

  /** Whether what it was given last is a page of an error. */
  boolean endedWithAnError() {
    return last != null && last.status() >= 400;
  }

  /** Who the service provider believes this browser is. */
  Outcome whoAmI() {
    return agent.testimony(config.whoami()).orElseGet(this::asThePageTells);
  }

  private Outcome asThePageTells() {
    Page page = agent.open(config.whoami());
    Optional<String> subject =
        page.status() == 200 ? config.subject().find(page.body()) : Optional.empty();
    if (subject.isPresent()) {
      return new Outcome.Accepted(subject.get());
    }
    if (page.status() >= 500) {
      return new Outcome.Error("the page " + page.uri() + " answers " + page.status());
    }
    boolean orderly =
        last == null
            || last.status() < 500
            || config.refused().filter(text -> text.matcher(last.body()).find()).isPresent();
    return orderly
        ? new Outcome.Refused(
            last == null
                ? "nothing was delivered"
                : "status " + last.status() + Html.excerpt(last.body()))
        : new Outcome.Error("status " + last.status() + Html.excerpt(last.body()));
  }

  /** What the service shows of the person at a place of the page that tells who is signed in. */
  Optional<String> shown(Shown what, SubjectPlace place) {
    return agent
        .testimony(config.whoami(), what.inWords())
        .map(said -> Optional.of(said).filter(text -> !text.isEmpty()))
        .orElseGet(() -> place.find(agent.open(config.whoami()).body()));
  }

  @Override
  public void close() {
    agent.close();
  }
}
