package se.genrep.sut;

import java.util.List;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.RelayStateDeviations;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/**
 * A sign-in whose answer brings a RelayState that the service did not send. Whether the person is
 * signed in is for the service to decide; what the RelayState says must not happen.
 */
public record RelayedSignIn(Deviation relayState) implements SpStimulus {

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    TestPerson canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    Exchange exchange = bench.arm(canary, canary, Deviations.of(relayState), false);
    String subject = bench.subject(Bench.number(canary));
    Outcome outcome;
    try (Browser browser = bench.browser("browser", transcript)) {
      Outcome seen = bench.signIn(browser, exchange);
      outcome = browser.page().map(page -> judged(exchange, page, seen, subject)).orElse(seen);
    } finally {
      bench.finish(exchange, transcript);
    }
    return new Played(
        outcome, new People(subject, subject), Evidence.voidBecause(deviations(), exchange));
  }

  private static Outcome judged(Exchange exchange, Page page, Outcome seen, String subject) {
    if (seen instanceof Outcome.NotDelivered || seen instanceof Outcome.Error) {
      return seen;
    }
    String relayed = exchange.answer().orElseThrow().fields().get("RelayState");
    if (page.uri().toString().equals(relayed)) {
      return new Outcome.Broken("the browser was sent on to " + relayed);
    }
    if (page.body().contains(RelayStateDeviations.MARKUP)) {
      return new Outcome.Broken(
          "the page " + page.uri() + " has the RelayState in it, tags and all");
    }
    if (seen instanceof Outcome.Accepted accepted && !accepted.subject().equals(subject)) {
      return new Outcome.Broken("signed in as '" + accepted.subject() + "'");
    }
    return new Outcome.Kept("the browser ended at " + page.uri());
  }

  @Override
  public String inWords() {
    return "A person signs in; where the browser ends and what it shows is looked at.";
  }

  @Override
  public List<String> deviations() {
    return List.of(relayState.id());
  }
}
