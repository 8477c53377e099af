package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.control.Script;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.idp.Decision;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/** Plays sign-ins at any of the system's sign-ins. */
final class EntrancePlay {

  static final People NOBODY = new People("", "");

  private final Bench bench;
  private final Transcript transcript;

  EntrancePlay(Bench bench, Transcript transcript) {
    this.bench = bench;
    this.transcript = transcript;
  }

  /**
   * @param person with what an assertion at the level is about
   */
  Played play(
      Entrance entrance, LevelOfAssurance level, TestPerson person, List<Deviation> deviations) {
    return play(entrance, level, person, deviations, Optional.empty()).played();
  }

  /**
   * What a sign-in came to.
   *
   * @param shown what stands at the place that was looked at
   */
  record Seen(Played played, Optional<String> shown) {}

  /** As the other, and looks at a place of the page that tells who is signed in. */
  Seen play(
      Entrance entrance,
      LevelOfAssurance level,
      TestPerson person,
      List<Deviation> deviations,
      Optional<SubjectPlace> place) {
    transcript.add(
        bench.now(), Transcript.Kind.NOTE, "somebody comes by " + entrance.inWords(), "");
    Exchange exchange =
        bench.arm(
            Script.answering(request -> new Decision.SignIn(person, level.uri()), person)
                .with(new Deviations(deviations)));
    Outcome outcome;
    Optional<String> shown;
    try (Browser browser = bench.browser("browser", entrance.url(), transcript)) {
      outcome = bench.signIn(browser, exchange);
      shown =
          outcome instanceof Outcome.Accepted
              ? place.flatMap(where -> browser.shown(Shown.ACCOUNT, where))
              : Optional.empty();
    } finally {
      bench.finish(exchange, transcript);
    }
    String meant = entrance.known().orElseThrow().recognition().of(person);
    Played played =
        new Played(
            outcome,
            new People(meant, meant),
            Evidence.voidBecause(deviations.stream().map(Deviation::id).toList(), exchange));
    return new Seen(played, shown);
  }

  /** The control after a refusal; that before it is the survey, or the control after another. */
  Played controlled(Entrance entrance, Played played) {
    LevelOfAssurance level = entrance.known().orElseThrow().level();
    TestPerson somebody = bench.entrances().at(level, bench.bystander());
    Played control = play(entrance, level, somebody, List.of());
    return isAsMeant(control)
        ? played
        : new Played(
            new Outcome.NotDelivered(
                "the control after it was not accepted at "
                    + entrance.inWords()
                    + ": "
                    + control.outcome().inWords()),
            NOBODY,
            Optional.empty());
  }

  /** A sign-in at which nobody can sign in is no sign of anything good. */
  static Optional<Played> unusable(List<Entrance> entrances) {
    return entrances.stream()
        .filter(entrance -> entrance.known().isEmpty())
        .findFirst()
        .map(
            entrance ->
                new Played(
                    new Outcome.NotDelivered(
                        "nobody can sign in at " + entrance.inWords() + ": " + entrance.fault()),
                    NOBODY,
                    Optional.empty()));
  }

  /** Where no sign-in knows people by an attribute; one that cannot be used might be one. */
  static Played notKnownBy(Attribute attribute, List<Entrance> entrances) {
    return unusable(entrances)
        .orElseGet(
            () ->
                new Played(
                    new Outcome.NotSeen(
                        "none of its sign-ins knows people by " + attribute.friendlyName()),
                    NOBODY,
                    Optional.empty()));
  }

  static boolean isAsMeant(Played played) {
    return played.outcome() instanceof Outcome.Accepted accepted
        && accepted.subject().equals(played.people().meant());
  }
}
