package se.genrep.sut;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.control.Script;
import se.genrep.idp.Decision;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/**
 * A sign-in that the identity provider ends with an error in place of an assertion. What the
 * service then shows to the person is looked at.
 *
 * @param status the top-level status code
 * @param message what the identity provider says of it
 */
public record FailedSignIn(String status, String message) implements SpStimulus {

  private static final int MOST_SHOWN = 200;

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    TestPerson canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    Decision failure = new Decision.Fail(status, null, message);
    Exchange exchange = bench.arm(Script.answering(request -> failure, canary));
    Outcome outcome;
    try (Browser browser = bench.browser("browser", transcript)) {
      outcome = told(bench, browser, bench.signIn(browser, exchange));
    } finally {
      bench.finish(exchange, transcript);
    }
    String subject = bench.subject(Bench.number(canary));
    return new Played(outcome, new People(subject, subject), Optional.empty());
  }

  private static Outcome told(Bench bench, Browser browser, Outcome seen) {
    if (seen instanceof Outcome.Error error && browser.endedWithAnError()) {
      return new Outcome.Broken("the person is shown an error of the server, " + error.what());
    }
    return seen instanceof Outcome.Refused ? told(bench, browser.page().orElseThrow()) : seen;
  }

  private static Outcome told(Bench bench, Page page) {
    String text = Html.text(page.body());
    if (isOf(bench.federation().baseUrl(), page)) {
      return new Outcome.Broken(
          "the person is sent back to the identity provider that failed, " + page.uri());
    }
    return text.isEmpty()
        ? new Outcome.ToReview(
            "the page "
                + page.uri()
                + " (status "
                + page.status()
                + ") has no text: see what it shows to a person whose sign-in has failed")
        : new Outcome.Kept(
            "the person reads: "
                + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text));
  }

  private static boolean isOf(String federation, Page page) {
    URI own = URI.create(federation);
    return own.getHost().equals(page.uri().getHost()) && own.getPort() == page.uri().getPort();
  }

  @Override
  public String inWords() {
    return "The identity provider ends a sign-in with the status " + status + ".";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }
}
