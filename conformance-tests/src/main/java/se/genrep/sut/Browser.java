package se.genrep.sut;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
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
    last = agent.open(URI.create(login));
    for (int forms = 0; forms < MOST_FORMS; forms++) {
      Optional<Page.Form> form = last.samlForm();
      if (form.isEmpty()) {
        return;
      }
      last = agent.submit(form.get());
    }
  }

  /** Brings an answer that was made for this or another browser. */
  void deliver(PostForm form) {
    last = agent.submit(new Page.Form("POST", URI.create(form.action()), form.fields()));
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

  /** Whether what it was given last is a page of an error. */
  boolean endedWithAnError() {
    return last != null && last.status() >= 400;
  }

  /** Who the service provider believes this browser is. */
  Outcome whoAmI() {
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

  @Override
  public void close() {
    agent.close();
  }
}
