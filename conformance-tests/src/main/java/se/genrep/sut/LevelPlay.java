package se.genrep.sut;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import se.genrep.deviation.Deviation;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;

/** Plays the sign-ins with one level, one sign-in of the system after the other. */
final class LevelPlay {

  private final Bench bench;
  private final LevelSignIn stimulus;
  private final TestPerson canary;
  private final List<Entrance> entrances;
  private final EntrancePlay plays;

  LevelPlay(Bench bench, LevelSignIn stimulus, int number, Transcript transcript) {
    this.bench = bench;
    this.stimulus = stimulus;
    this.canary = bench.canary(SignIn.Who.PERSONNUMMER, number);
    this.entrances = bench.entrances().all(transcript);
    this.plays = new EntrancePlay(bench, transcript);
  }

  /** Refused at each sign-in that asks for other levels. */
  Played unasked() {
    List<Entrance> occasions =
        those(known -> !known.contexts().isEmpty() && !known.asksFor(stimulus.level()));
    if (occasions.isEmpty()) {
      return noOccasion("each of its sign-ins asks for " + stimulus.level() + ", or for no level");
    }
    return each(occasions, this::unasked);
  }

  private Played unasked(Entrance entrance) {
    Played played = atItsLevel(entrance, canary, stimulus.saysSo().stream().toList());
    boolean refused = played.outcome() instanceof Outcome.Refused;
    return refused && !entrance.name().equals(Entrance.USUAL)
        ? plays.controlled(entrance, played)
        : played;
  }

  /** Accepted at each sign-in that asks for it. */
  Played asked() {
    List<Entrance> asking = those(known -> known.asksFor(stimulus.level()));
    if (asking.isEmpty()) {
      return noOccasion("none of its sign-ins asks for " + stimulus.level());
    }
    LevelOfAssurance level = LevelOfAssurance.of(stimulus.level()).orElseThrow();
    List<Entrance> genuine =
        asking.stream()
            .filter(each -> known(each).idp().profile().levels().contains(level))
            .toList();
    return genuine.isEmpty()
        ? each(asking.subList(0, 1), this::undeclared)
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
      return noOccasion("each of its sign-ins names the levels it asks for");
    }
    return each(
        occasions,
        entrance -> {
          Played last = null;
          for (LevelOfAssurance level : known(entrance).idp().profile().levels()) {
            last = play(entrance, level, canary, List.of());
            if (!isRight(last)) {
              return last;
            }
          }
          return last;
        });
  }

  /** A sign-in that cannot be used might be one. */
  private Played noOccasion(String why) {
    return EntrancePlay.unusable(entrances)
        .orElseGet(
            () -> new Played(new Outcome.NotSeen(why), EntrancePlay.NOBODY, Optional.empty()));
  }

  private List<Entrance> those(Predicate<Entrance.Known> occasion) {
    return entrances.stream()
        .filter(entrance -> entrance.known().filter(occasion).isPresent())
        .toList();
  }

  private static Entrance.Known known(Entrance entrance) {
    return entrance.known().orElseThrow();
  }

  /**
   * One after the other, of those that ask for the same the first, up to one that does otherwise
   * than is right.
   */
  private Played each(List<Entrance> occasions, Function<Entrance, Played> playing) {
    Set<List<String>> seen = new HashSet<>();
    Played last = null;
    for (Entrance entrance : occasions) {
      if (seen.add(known(entrance).contexts().stream().sorted().toList())) {
        last = playing.apply(entrance);
        if (!isRight(last)) {
          return last;
        }
      }
    }
    return EntrancePlay.unusable(entrances).orElse(last);
  }

  private boolean isRight(Played played) {
    boolean right =
        stimulus.asking() == LevelSignIn.Asking.FOR_OTHERS
            ? played.outcome() instanceof Outcome.Refused
            : EntrancePlay.isAsMeant(played);
    return right && played.voidBecause().isEmpty();
  }

  private Played atItsLevel(Entrance entrance, TestPerson person, List<Deviation> deviations) {
    return play(entrance, known(entrance).level(), person, deviations);
  }

  private Played play(
      Entrance entrance, LevelOfAssurance level, TestPerson somebody, List<Deviation> deviations) {
    return plays.play(entrance, level, bench.entrances().at(level, somebody), deviations);
  }
}
