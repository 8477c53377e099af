package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;

/**
 * Two sign-ins where the system knows people by something else than a Swedish number, after which
 * it is compared which account each came to. Name and date of birth are the same both times.
 *
 * @param knownBy orgAffiliation or prid
 * @param second the identity of the second sign-in, from that of the first
 * @param relation how the two are one, or are not
 */
public record TwoIdentities(Attribute knownBy, UnaryOperator<String> second, Relation relation)
    implements ThroughLogins {

  @Override
  public String inWords() {
    return "Where the service knows people by "
        + knownBy.friendlyName()
        + ", somebody signs in, then "
        + (relation == Relation.SAME
            ? "the same person with the identity written otherwise"
            : "somebody else with the same name and date of birth")
        + ", and the accounts are compared (shows: account; without it, a person looks).";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Optional<Entrance> entrance = bench.entrances().knowing(knownBy, transcript);
    if (entrance.isEmpty()) {
      return EntrancePlay.notKnownBy(knownBy, bench.entrances().all(transcript));
    }
    Entrance.Known known = entrance.get().known().orElseThrow();
    TestPerson one =
        bench.entrances().at(known.level(), bench.canary(SignIn.Who.PERSONNUMMER, number));
    String identity = one.value(knownBy).orElseThrow();
    TestPerson other = one.with(knownBy, List.of(second.apply(identity)));
    Optional<SubjectPlace> place = Optional.ofNullable(bench.config().shows().get(Shown.ACCOUNT));
    if (place.isEmpty()) {
      return outcome(
          new Outcome.ToReview(
              relation.toLookAt(
                  "somebody with " + knownBy.friendlyName() + " " + identity,
                  "somebody with " + second.apply(identity))));
    }
    EntrancePlay plays = new EntrancePlay(bench, transcript);
    EntrancePlay.Seen before = plays.play(entrance.get(), known.level(), one, List.of(), place);
    EntrancePlay.Seen after = plays.play(entrance.get(), known.level(), other, List.of(), place);
    for (EntrancePlay.Seen seen : List.of(before, after)) {
      if (seen.shown().isEmpty()) {
        return outcome(
            seen.played().outcome() instanceof Outcome.Accepted
                ? new Outcome.NotSeen("the page shows no account")
                : seen.played().outcome());
      }
    }
    return outcome(relation.judged(before.shown().equals(after.shown()), false));
  }

  private static Played outcome(Outcome outcome) {
    return new Played(outcome, EntrancePlay.NOBODY, Optional.empty());
  }
}
