package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.control.FeedSwitch;
import se.genrep.deviation.Applied;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/**
 * A sign-in after the system has read a feed of the operator that is wrong, or only unusual. After
 * it the feed is good again, and the system reads that.
 *
 * @param feed how the feed deviates
 * @param answer how the answer deviates, mostly by which key it is signed; empty for a good one
 * @param when the sign-in, in relation to what is read
 */
public record FeedSignIn(Deviation feed, Optional<Deviation> answer, When when)
    implements SpStimulus {

  /** When the sign-in takes place. */
  public enum When {
    /** All of it while the feed deviates. */
    DURING,
    /** It begins before, and its answer comes while the feed deviates. */
    ACROSS,
    /** When the feed is good again and was read once more. */
    AFTER
  }

  /** A good sign-in after the feed was read. */
  public static FeedSignIn reading(Deviation feed) {
    return new FeedSignIn(feed, Optional.empty(), When.DURING);
  }

  public FeedSignIn answeredWith(Deviation deviation) {
    return new FeedSignIn(feed, Optional.of(deviation), when);
  }

  public FeedSignIn begunBefore() {
    return new FeedSignIn(feed, answer, When.ACROSS);
  }

  public FeedSignIn afterwards() {
    return new FeedSignIn(feed, answer, When.AFTER);
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Optional<Refresh> refresh = bench.config().refresh();
    if (refresh.isEmpty()) {
      return new Played(
          new Outcome.NotSeen("SUT.yaml does not say how it reads metadata anew (key 'refresh')"),
          new People("", ""),
          Optional.empty());
    }
    TestPerson canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    Deviations answered = answer.map(Deviations::of).orElse(Deviations.NONE);
    Exchange exchange = bench.arm(canary, canary, answered, when == When.ACROSS);
    FeedSwitch feeds = bench.federation().feeds();
    Reading reading = new Reading(bench, refresh.get(), transcript);
    Outcome outcome;
    Optional<String> voidBecause = Optional.empty();
    try (Browser browser = bench.browser("browser", transcript)) {
      boolean read = reading.again("the good feed");
      if (when == When.ACROSS) {
        bench.signIn(browser, exchange);
      }
      bench.federation().deviateFeeds(bench.idp(), Deviations.of(feed));
      read &= reading.again("the feed that deviates");
      voidBecause = unchanged(feeds.applied());
      if (when == When.AFTER) {
        feeds.good();
        read &= reading.again("the good feed");
      }
      outcome = read ? signIn(bench, browser, exchange) : reading.notRead();
    } catch (UserAgent.Unreachable e) {
      outcome = new Outcome.Error(e.getMessage());
    } finally {
      feeds.good();
      bench.finish(exchange, transcript);
      reading.quietly();
    }
    String subject = bench.subject(Bench.number(canary));
    return new Played(
        outcome,
        new People(subject, subject),
        voidBecause.or(
            () -> Evidence.voidBecause(answer.map(Deviation::id).stream().toList(), exchange)));
  }

  private Outcome signIn(Bench bench, Browser browser, Exchange exchange) {
    if (when != When.ACROSS) {
      Outcome outcome = bench.signIn(browser, exchange);
      // Who has nobody left to sign in with has refused, too.
      return outcome instanceof Outcome.NotDelivered none
          ? new Outcome.Refused(none.why())
          : outcome;
    }
    if (exchange.answer().isEmpty()) {
      return new Outcome.NotDelivered(Evidence.whyNoAnswer(exchange));
    }
    browser.deliver(exchange);
    return browser.whoAmI();
  }

  private Optional<String> unchanged(List<Applied> steps) {
    return steps.stream()
        .filter(step -> step.essential() && !step.changed())
        .findFirst()
        .map(step -> "the deviation " + feed.id() + " changed nothing at " + step.stage());
  }

  /** Has the system read the feed, and sees whether it fetched it. */
  private static final class Reading {
    private final Bench bench;
    private final Refresh refresh;
    private final Transcript transcript;
    private String said = "";

    Reading(Bench bench, Refresh refresh, Transcript transcript) {
      this.bench = bench;
      this.refresh = refresh;
      this.transcript = transcript;
    }

    boolean again(String what) {
      int before = bench.federation().feeds().fetched();
      said = refresh.call();
      boolean fetched = bench.federation().feeds().fetched() > before;
      bench.note(transcript, said + "; " + what + (fetched ? " was fetched" : " was not fetched"));
      return fetched;
    }

    /** What cannot be reached shows in the control that follows. */
    void quietly() {
      try {
        again("the good feed");
      } catch (UserAgent.Unreachable e) {
        bench.note(transcript, e.getMessage());
      }
    }

    Outcome notRead() {
      return new Outcome.NotDelivered(
          said
              + ", and nobody fetched the feed: have the service read "
              + bench.federation().baseUrl()
              + "/metadata or /metadata/role/idp.xml, or write under 'seconds' how long that takes");
    }
  }

  @Override
  public String inWords() {
    return "The service reads the operator's metadata feed"
        + switch (when) {
          case DURING -> "; then a person signs in.";
          case ACROSS -> " while a person signs in.";
          case AFTER -> " twice, the second time as it should be; then a person signs in.";
        };
  }

  @Override
  public List<String> deviations() {
    return answer.map(each -> List.of(feed.id(), each.id())).orElse(List.of(feed.id()));
  }

  @Override
  public boolean concernsAll() {
    return true;
  }
}
