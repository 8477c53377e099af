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
  public String inWords() {
    return first.castId().orElse("The canary")
        + " signs in, then "
        + second.castId().orElse("the same person")
        + " with another browser, and the accounts are compared (shows: account; without it, a"
        + " person looks).";
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
      return new Played(
          new Outcome.ToReview(
              relation.toLookAt(
                  inWords(one, Bench.number(one)), inWords(other, Bench.number(other)))),
          people,
          Optional.empty());
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
            : relation.judged(
                before.account().get().equals(after.account().get()), asksForPrevious(bench));
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
      Optional<String> account = browser.shown(Shown.ACCOUNT, place);
      return new Seen(
          account.isPresent() ? outcome : new Outcome.NotSeen("the page shows no account"),
          account);
    } finally {
      bench.finish(exchange, transcript);
    }
  }

  static String inWords(TestPerson person, String identity) {
    return person.id() + " (" + identity + ")";
  }

  private static boolean asksForPrevious(Bench bench) {
    return bench.watched().entity().sp().attributeConsumers().stream()
        .flatMap(service -> service.requested().stream())
        .anyMatch(
            requested ->
                requested.name().equals(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER.oidName()));
  }
}
