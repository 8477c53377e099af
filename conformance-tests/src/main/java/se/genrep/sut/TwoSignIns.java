package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;

/**
 * Two sign-ins with browsers of their own, after which it is compared which account each came to.
 * Where SUT.yaml does not say where the account stands, a person has to look.
 *
 * @param first who comes first
 * @param second who comes then
 * @param relation how the two are one, or are not
 * @param second answered with, besides
 */
public record TwoSignIns(
    SignIn.Who first, SignIn.Who second, Relation relation, Optional<Deviation> secondAnswer)
    implements SpStimulus {

  /** What the two have to do with each other. */
  public enum Relation {
    /** One person, who comes twice. */
    SAME,
    /** Two people. */
    DIFFERENT,
    /** One person, whose number was changed; the second answer says the earlier one. */
    CHANGED_NUMBER
  }

  /** The canary of the case comes twice. */
  public static TwoSignIns ofOnePerson() {
    return new TwoSignIns(
        SignIn.Who.PERSONNUMMER, SignIn.Who.PERSONNUMMER, Relation.SAME, Optional.empty());
  }

  /** Two people of the cast, who are easily taken for one. */
  public static TwoSignIns ofTwoPeople(SignIn.Who first, SignIn.Who second) {
    return new TwoSignIns(first, second, Relation.DIFFERENT, Optional.empty());
  }

  /** Somebody of the cast before and after the number changed. */
  public static TwoSignIns withChangedNumber(
      SignIn.Who before, SignIn.Who after, Deviation sayingSo) {
    return new TwoSignIns(before, after, Relation.CHANGED_NUMBER, Optional.of(sayingSo));
  }

  @Override
  public List<String> deviations() {
    return secondAnswer.stream().map(Deviation::id).toList();
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    TestPerson one = bench.canary(first, number);
    TestPerson other = bench.canary(second, number);
    String subject = bench.subject(Bench.number(other));
    People people = new People(subject, subject);
    Optional<SubjectPlace> place = Optional.ofNullable(bench.config().shows().get(Shown.ACCOUNT));
    if (place.isEmpty()) {
      return new Played(new Outcome.ToReview(toLookAt(one, other)), people, Optional.empty());
    }
    Seen before = visit(bench, one, Deviations.NONE, place.get(), transcript);
    if (before.account().isEmpty()) {
      return new Played(before.outcome(), people, Optional.empty());
    }
    Deviations saying = new Deviations(secondAnswer.stream().toList());
    Seen after = visit(bench, other, saying, place.get(), transcript);
    Outcome outcome =
        after.account().isEmpty()
            ? after.outcome()
            : judged(before.account().get().equals(after.account().get()), bench);
    return new Played(outcome, people, Optional.empty());
  }

  /**
   * What one visit came to.
   *
   * @param account empty where the person is not signed in, or the page shows none
   */
  private record Seen(Outcome outcome, Optional<String> account) {}

  private static Seen visit(
      Bench bench,
      TestPerson person,
      Deviations deviations,
      SubjectPlace place,
      Transcript transcript) {
    Exchange exchange = bench.arm(person, person, deviations, false);
    try (Browser browser = bench.browser("browser of " + person.id(), transcript)) {
      Outcome outcome = bench.signIn(browser, exchange);
      String subject = bench.subject(Bench.number(person));
      if (!(outcome instanceof Outcome.Accepted accepted) || !accepted.subject().equals(subject)) {
        return new Seen(outcome, Optional.empty());
      }
      Optional<String> account = browser.shown(place);
      return new Seen(
          account.isPresent() ? outcome : new Outcome.NotSeen("the page shows no account"),
          account);
    } finally {
      bench.finish(exchange, transcript);
    }
  }

  private Outcome judged(boolean same, Bench bench) {
    return switch (relation) {
      case SAME ->
          same
              ? new Outcome.Kept("both times the same account")
              : new Outcome.Broken("the same person came to another account the second time");
      case DIFFERENT ->
          same
              ? new Outcome.Broken("the second person came to the account of the first")
              : new Outcome.Kept("each has an account");
      case CHANGED_NUMBER -> changed(same, asksForPrevious(bench));
    };
  }

  private static Outcome changed(boolean same, boolean asks) {
    if (same) {
      return asks
          ? new Outcome.Kept("the account was found by the earlier number, which it asks for")
          : new Outcome.Broken(
              "the account was found by previousPersonalIdentityNumber, which the metadata does not"
                  + " ask for by a RequestedAttribute");
    }
    return asks
        ? new Outcome.ToReview(
            "the metadata asks for previousPersonalIdentityNumber, and the person came to another"
                + " account than before the number changed: see whether the service offers the"
                + " earlier one, and demands at least the level of assurance it was opened with")
        : new Outcome.Kept("it makes no use of the earlier number, which it does not ask for");
  }

  private static boolean asksForPrevious(Bench bench) {
    return bench.watched().entity().sp().attributeConsumers().stream()
        .flatMap(service -> service.requested().stream())
        .anyMatch(
            requested ->
                requested.name().equals(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER.oidName()));
  }

  private String toLookAt(TestPerson one, TestPerson other) {
    String who = one.id() + " (" + Bench.number(one) + ")";
    String then = other.id() + " (" + Bench.number(other) + ")";
    return "SUT.yaml does not say where the service shows the account (shows: account). "
        + switch (relation) {
          case SAME -> "Sign in as " + who + " twice: it has to be the same account";
          case DIFFERENT ->
              "Sign in as " + who + " and then as " + then + ": each has to have an account";
          case CHANGED_NUMBER ->
              "Sign in as "
                  + who
                  + " and then as "
                  + then
                  + ", who is the same person after the number changed: the earlier account may be"
                  + " found only if the metadata asks for previousPersonalIdentityNumber, and with"
                  + " at least the level of assurance that it was opened with";
        };
  }
}
