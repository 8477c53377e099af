package se.genrep.sut;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.control.Outage;
import se.genrep.deviation.Deviations;
import se.genrep.idp.MockIdp;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/**
 * A good sign-in while another identity provider that the service offers is out of order.
 *
 * @param kind how the other one fails
 * @param triedFirst whether the person began with the one that fails
 */
public record DuringOutage(Outage.Kind kind, boolean triedFirst) implements SpStimulus {

  /** Longer than a person waits, and shorter than a browser. */
  private static final Duration SLOW = Duration.ofSeconds(20);

  public static DuringOutage during(Outage.Kind kind) {
    return new DuringOutage(kind, false);
  }

  /** The person tries the one that fails first, and comes back. */
  public DuringOutage afterTryingIt() {
    return new DuringOutage(kind, true);
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Optional<MockIdp> other = bench.neighbour();
    if (other.isEmpty()) {
      return new Played(
          new Outcome.NotSeen("SUT.yaml names no second identity provider (key 'idps')"),
          new People("", ""),
          Optional.empty());
    }
    TestPerson canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    bench.federation().beginOutage(other.get(), Outage.of(kind, SLOW));
    Exchange exchange = bench.arm(canary, canary, Deviations.NONE, false);
    Outcome outcome;
    try (Browser browser = bench.browser("browser", transcript)) {
      if (triedFirst) {
        tryInVain(browser, bench.login(other.get()));
      }
      outcome = bench.signIn(browser, exchange);
    } finally {
      bench.finish(exchange, transcript);
      bench.federation().endOutage(other.get());
    }
    String subject = bench.subject(Bench.number(canary));
    return new Played(asJudged(outcome), new People(subject, subject), Optional.empty());
  }

  private static void tryInVain(Browser browser, String login) {
    try {
      browser.begin(login);
    } catch (UserAgent.Unreachable expected) {
      // the person sees that nothing answers, and goes back
    }
  }

  /** That nobody comes as far as the identity provider that works is what must not happen. */
  private static Outcome asJudged(Outcome outcome) {
    return outcome instanceof Outcome.NotDelivered missed
        ? new Outcome.Refused(missed.why())
        : outcome;
  }

  @Override
  public String inWords() {
    String how =
        switch (kind) {
          case DOWN -> "hangs up";
          case SLOW -> "answers after " + SLOW.toSeconds() + " seconds";
          case UNAVAILABLE -> "answers with status 503";
          case GARBAGE -> "answers with bytes that mean nothing";
          case EXPIRED_CERTIFICATE -> "has a certificate that is past its time";
        };
    return "Another identity provider of 'idps' in SUT.yaml "
        + how
        + (triedFirst ? "; the person tries that one first, and comes back." : ".");
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public boolean concernsAll() {
    return true;
  }
}
