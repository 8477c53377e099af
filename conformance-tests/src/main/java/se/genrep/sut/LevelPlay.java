package se.genrep.sut;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
import se.genrep.registry.LevelOfAssurance;

/** Plays the sign-ins with one level, one sign-in of the system after the other. */
final class LevelPlay {

  private static final People NOBODY = new People("", "");

  private final Bench bench;
  private final LevelSignIn stimulus;
  private final Transcript transcript;
  private final TestPerson canary;
  private final List<Entrance> entrances;

  LevelPlay(Bench bench, LevelSignIn stimulus, int number, Transcript transcript) {
    this.bench = bench;
    this.stimulus = stimulus;
    this.transcript = transcript;
    this.canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    this.entrances = bench.entrances().all(transcript);
  }

  /** Refused at each sign-in that asks for other levels. */
  Played unasked() {
    List<Entrance> occasions =
        those(known -> !known.contexts().isEmpty() && !known.asksFor(stimulus.level()));
    if (occasions.isEmpty()) {
      return notSeen("each of its sign-ins asks for " + stimulus.level() + ", or for no level");
    }
    return each(occasions, this::unasked);
  }

  private Played unasked(Entrance entrance) {
    Played played = atItsLevel(entrance, canary, stimulus.saysSo().stream().toList());
    boolean refused = played.outcome() instanceof Outcome.Refused;
    return refused && !entrance.name().equals(Entrance.USUAL)
        ? controlled(entrance, played)
        : played;
  }

  /** The control after a refusal; that before it is the survey, or the control after another. */
  private Played controlled(Entrance entrance, Played played) {
    Played control = atItsLevel(entrance, bench.bystander(), List.of());
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

  /** Accepted at each sign-in that asks for it. */
  Played asked() {
    List<Entrance> asking = those(known -> known.asksFor(stimulus.level()));
    if (asking.isEmpty()) {
      return notSeen("none of its sign-ins asks for " + stimulus.level());
    }
    LevelOfAssurance level = LevelOfAssurance.of(stimulus.level()).orElseThrow();
    List<Entrance> genuine =
        asking.stream()
            .filter(each -> known(each).idp().profile().levels().contains(level))
            .toList();
    return genuine.isEmpty()
        ? undeclared(asking.get(0))
        : each(genuine, entrance -> play(entrance, level, canary, List.of()));
  }

  /** Who looks at what the identity provider declares refuses it with some right. */
  private Played undeclared(Entrance entrance) {
    Played played = atItsLevel(entrance, canary, stimulus.saysSo().stream().toList());
    return played.outcome() instanceof Outcome.Refused refused
        ? new Played(
            new Outcome.ToReview(
                "it asked for "
                    + stimulus.level()
                    + " and refused it ("
                    + refused.how()
                    + "). The identity provider does not declare the level in its metadata; see in"
                    + " the log of the service whether that is why"),
            played.people(),
            played.voidBecause())
        : played;
  }

  /** Each declared level is accepted at each sign-in that asks for none. */
  Played noneAsked() {
    List<Entrance> occasions = those(known -> known.contexts().isEmpty());
    if (occasions.isEmpty()) {
      return notSeen("each of its sign-ins names the levels it asks for");
    }
    return each(
        occasions,
        entrance -> {
          Played last = null;
          for (LevelOfAssurance level : known(entrance).idp().profile().levels()) {
            last = play(entrance, level, canary, List.of());
            if (!isAsMeant(last)) {
              return last;
            }
          }
          return last;
        });
  }

  private static boolean isAsMeant(Played played) {
    return played.outcome() instanceof Outcome.Accepted accepted
        && accepted.subject().equals(played.people().meant());
  }

  private static Played notSeen(String why) {
    return new Played(new Outcome.NotSeen(why), NOBODY, Optional.empty());
  }

  /** Those that give occasion; of those that ask for the same, the first. */
  private List<Entrance> those(Predicate<Entrance.Known> occasion) {
    Set<List<String>> seen = new HashSet<>();
    return entrances.stream()
        .filter(entrance -> entrance.known().filter(occasion).isPresent())
        .filter(
            entrance ->
                seen.add(entrance.known().orElseThrow().contexts().stream().sorted().toList()))
        .toList();
  }

  private static Entrance.Known known(Entrance entrance) {
    return entrance.known().orElseThrow();
  }

  /**
   * One after the other, up to the first that shows something. A sign-in at which nobody can sign
   * in is no sign of anything good.
   */
  private Played each(List<Entrance> occasions, Function<Entrance, Played> playing) {
    Class<?> good =
        stimulus.asking() == LevelSignIn.Asking.FOR_OTHERS
            ? Outcome.Refused.class
            : Outcome.Accepted.class;
    Played last = null;
    for (Entrance entrance : occasions) {
      last = playing.apply(entrance);
      if (!good.isInstance(last.outcome()) || last.voidBecause().isPresent()) {
        return last;
      }
    }
    Optional<Entrance> unusable =
        entrances.stream().filter(entrance -> entrance.known().isEmpty()).findFirst();
    return unusable.isEmpty()
        ? last
        : new Played(
            new Outcome.NotDelivered(
                "nobody can sign in at "
                    + unusable.get().inWords()
                    + ": "
                    + unusable.get().fault()),
            NOBODY,
            Optional.empty());
  }

  private Played atItsLevel(Entrance entrance, TestPerson person, List<Deviation> deviations) {
    return play(entrance, known(entrance).level(), person, deviations);
  }

  private Played play(
      Entrance entrance, LevelOfAssurance level, TestPerson somebody, List<Deviation> deviations) {
    transcript.add(
        bench.now(), Transcript.Kind.NOTE, "somebody comes by " + entrance.inWords(), "");
    TestPerson person = bench.entrances().at(level, somebody);
    Exchange exchange =
        bench.arm(
            Script.answering(request -> new Decision.SignIn(person, level.uri()), person)
                .with(new Deviations(deviations)));
    Outcome outcome;
    try (Browser browser = bench.browser("browser", entrance.url(), transcript)) {
      outcome = bench.signIn(browser, exchange);
    } finally {
      bench.finish(exchange, transcript);
    }
    String meant = known(entrance).recognition().of(person);
    return new Played(
        outcome,
        new People(meant, meant),
        Evidence.voidBecause(deviations.stream().map(Deviation::id).toList(), exchange));
  }
}
