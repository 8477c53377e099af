package se.genrep.sut;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.model.Transcript;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.TesterSps;
import se.genrep.sut.PageRule.Kind;
import se.genrep.sut.PageRule.Step;

/** One browser, with a person who signs in at an identity provider as SUT.yaml says. */
final class IdpBrowser implements AutoCloseable {

  /** More pages than any sign-in has; a loop ends here. */
  private static final int MOST_PAGES = 12;

  /** What the person does. */
  enum Deed {
    /** Goes on until there is an answer. */
    SIGN_IN,
    /** Breaks off at the first page where that can be done. */
    CANCEL,
    /** Signs in, and breaks off where what is signed or given out is shown. */
    CANCEL_LATE
  }

  private final IdpSutConfig config;
  private final TesterSps testers;
  private final UserAgent agent;
  private final String name;
  private final Transcript transcript;
  private final Clock clock;

  /** What the last request of the browser posted to a tester, if it did. */
  private UserAgent.HttpStep posted;

  IdpBrowser(
      IdpSutConfig config,
      TesterSps testers,
      UserAgent.Factory agents,
      String name,
      Transcript transcript,
      Clock clock) {
    this.config = config;
    this.testers = testers;
    this.name = name;
    this.transcript = transcript;
    this.clock = clock;
    this.agent = agents.fresh(this::note);
  }

  private void note(UserAgent.HttpStep step) {
    if (step.method().equals("POST") && step.requestBody().startsWith("SAMLResponse=")) {
      posted = step;
    }
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

  /** Brings a request and does as the person does, until there is an answer or no way on. */
  Visit visit(TesterSps.Sent sent, DeclaredPerson person, Deed deed) {
    posted = null;
    transcript.add(clock.instant(), Transcript.Kind.MESSAGE, "the request", sent.xml());
    List<SeenPage> pages = new ArrayList<>();
    Page page =
        sent.fields().isEmpty()
            ? agent.open(sent.location())
            : agent.submit(new Page.Form("POST", sent.location(), sent.fields()));
    Optional<String> stuck = Optional.empty();
    while (pages.size() < MOST_PAGES) {
      Optional<TesterAnswer> answer = answer(sent, page);
      if (answer.isPresent()) {
        transcript.add(clock.instant(), Transcript.Kind.MESSAGE, "the answer", answer.get().text());
        answer
            .get()
            .assertion()
            .ifPresent(
                assertion ->
                    transcript.add(
                        clock.instant(),
                        Transcript.Kind.MESSAGE,
                        "the assertion, decrypted",
                        assertion.toString()));
        return new Visit(testers.idp(), sent, person, pages, answer, Optional.empty());
      }
      Optional<Page.Form> onward =
          page.samlForm().filter(form -> form.fields().containsKey("SAMLRequest"));
      if (onward.isPresent()) {
        page = agent.submit(onward.get());
        continue;
      }
      Optional<PageRule> rule = rule();
      pages.add(
          new SeenPage(
              page.uri(),
              page.status(),
              rule.map(PageRule::kind).orElse(Kind.OTHER),
              rule.isPresent(),
              page.body()));
      if (rule.isEmpty()) {
        break;
      }
      try {
        page = follow(page, steps(rule.get(), deed), person, level(sent));
      } catch (UserAgent.NoSuchElement e) {
        stuck = Optional.of(e.getMessage());
        break;
      }
    }
    if (pages.size() >= MOST_PAGES) {
      stuck = Optional.of("the pages lead nowhere; the browser ended at " + page.uri());
    }
    return new Visit(testers.idp(), sent, person, pages, Optional.empty(), stuck);
  }

  private static String level(TesterSps.Sent sent) {
    return sent.contexts().stream().findFirst().orElse("");
  }

  private Optional<PageRule> rule() {
    return config.pages().stream().filter(each -> agent.has(each.when())).findFirst();
  }

  private static List<Step> steps(PageRule rule, Deed deed) {
    boolean breaksOff =
        switch (deed) {
          case SIGN_IN -> false;
          case CANCEL -> true;
          case CANCEL_LATE -> rule.kind() == Kind.SIGN || rule.kind() == Kind.CONSENT;
        };
    return breaksOff && !rule.cancel().isEmpty() ? rule.cancel() : rule.steps();
  }

  private Page follow(Page from, List<Step> steps, DeclaredPerson person, String level) {
    Page page = from;
    for (Step step : steps) {
      String selector = person.filled(step.selector(), level);
      try {
        switch (step.verb()) {
          case FILL -> agent.fill(selector, person.filled(step.text(), level));
          case CHOOSE -> agent.choose(selector);
          case CLICK -> page = agent.click(selector);
          case WAIT -> page = agent.await(selector);
        }
      } catch (UserAgent.NoSuchElement e) {
        throw new UserAgent.NoSuchElement(e.getMessage() + " (" + step.where() + ")");
      }
    }
    return page;
  }

  /** A form that waits to be posted to the tester, or what a script has posted already. */
  private Optional<TesterAnswer> answer(TesterSps.Sent sent, Page page) {
    if (posted != null) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String line : posted.requestBody().split("\n")) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      return Optional.of(testers.read(sent, posted.uri().toString(), fields));
    }
    return page.samlForm()
        .filter(form -> form.fields().containsKey("SAMLResponse"))
        .map(form -> testers.read(sent, form.action().toString(), form.fields()));
  }

  @Override
  public void close() {
    agent.close();
  }
}
