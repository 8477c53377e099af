package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.genrep.deviation.Deviation;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;

/**
 * One sign-in where the system knows people by something else than a Swedish number: by an
 * organisation, or by what another country knows them by.
 *
 * @param knownBy orgAffiliation or prid
 * @param made the person of the case, from the usual one
 * @param answer how the answer is wrong; empty for a good one
 */
public record OtherIdentity(
    Attribute knownBy, UnaryOperator<TestPerson> made, Optional<Deviation> answer)
    implements ThroughLogins {

  /** An identity of a form that people have. */
  public static OtherIdentity written(Attribute knownBy, UnaryOperator<String> form) {
    return of(
        knownBy,
        person -> person.with(knownBy, List.of(form.apply(person.value(knownBy).orElseThrow()))));
  }

  /** A person of whom more is said than usual. */
  public static OtherIdentity of(Attribute knownBy, UnaryOperator<TestPerson> made) {
    return new OtherIdentity(knownBy, made, Optional.empty());
  }

  /** The usual identity in an answer that is wrong. */
  public static OtherIdentity answeredWith(Attribute knownBy, Deviation deviation) {
    return new OtherIdentity(knownBy, UnaryOperator.identity(), Optional.of(deviation));
  }

  @Override
  public String inWords() {
    return "Somebody signs in where the service knows people by " + knownBy.friendlyName() + ".";
  }

  @Override
  public List<String> deviations() {
    return answer.stream().map(Deviation::id).toList();
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Optional<Entrance> entrance = bench.entrances().knowing(knownBy, transcript);
    if (entrance.isEmpty()) {
      return EntrancePlay.notKnownBy(knownBy, bench.entrances().all(transcript));
    }
    Entrance.Known known = entrance.get().known().orElseThrow();
    TestPerson person =
        made.apply(
            bench.entrances().at(known.level(), bench.canary(SignIn.Who.PERSONNUMMER, number)));
    EntrancePlay plays = new EntrancePlay(bench, transcript);
    Played played =
        inAnyLetters(plays.play(entrance.get(), known.level(), person, answer.stream().toList()));
    return played.outcome() instanceof Outcome.Refused
        ? plays.controlled(entrance.get(), played)
        : played;
  }

  /** Values are compared by caseIgnoreMatch (ATTR 3.1.1), so a service may write them its way. */
  private static Played inAnyLetters(Played played) {
    String meant = played.people().meant();
    return played.outcome() instanceof Outcome.Accepted accepted
            && accepted.subject().equalsIgnoreCase(meant)
        ? new Played(new Outcome.Accepted(meant), played.people(), played.voidBecause())
        : played;
  }
}
