package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.OnceDeviations;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/** Two sign-ins, in browsers of their own, with an assertion of the same ID in both Responses. */
public record SameAssertionId() implements SpStimulus {

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    TestPerson canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    Deviation same = OnceDeviations.assertionIdAgain("_again-" + bench.run().id() + "-" + number);
    String subject = bench.subject(Bench.number(canary));
    Outcome first = signIn(bench, canary, Deviations.of(same), transcript, "first browser");
    Outcome outcome =
        first instanceof Outcome.Accepted
            ? signIn(bench, canary, Deviations.of(same), transcript, "second browser")
            : new Outcome.NotDelivered("the first sign-in was not accepted, " + first.inWords());
    return new Played(outcome, new People(subject, subject), Optional.empty());
  }

  private static Outcome signIn(
      Bench bench, TestPerson person, Deviations same, Transcript transcript, String name) {
    Exchange exchange = bench.arm(person, person, same, false);
    try (Browser browser = bench.browser(name, transcript)) {
      return bench.signIn(browser, exchange);
    } finally {
      bench.finish(exchange, transcript);
    }
  }

  @Override
  public String inWords() {
    return "A person signs in twice, with two browsers.";
  }

  @Override
  public List<String> deviations() {
    return List.of(OnceDeviations.ASSERTION_ID_AGAIN.id());
  }
}
