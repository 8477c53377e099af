package se.genrep.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Stimulus;
import se.genrep.model.SutFacts;
import se.genrep.model.SutRole;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;

/** A system that does what it is told, to see what the runner makes of it. */
final class FakeSystem implements SystemUnderTest {

  static final String CANARY = "canary";
  static final String CONTROL = "control";

  /** A requirement with MUST, as the catalogue has it. */
  static final String MUST = "DP-6.3.1-01";

  /** One with SHOULD. */
  static final String SHOULD = "DP-6.3.2-05";

  private final List<Outcome> plays = new ArrayList<>();
  private Iterator<Outcome> controls = List.<Outcome>of().iterator();
  Optional<String> voidBecause = Optional.empty();
  int controlsMade;
  final List<Integer> numbers = new ArrayList<>();
  final List<String> played = new ArrayList<>();

  /** Controls come out like this in turn, then are accepted. */
  FakeSystem controls(Outcome... outcomes) {
    controls = List.of(outcomes).iterator();
    return this;
  }

  FakeSystem plays(Outcome... outcomes) {
    plays.addAll(List.of(outcomes));
    return this;
  }

  static ConformanceCase caseOf(String id, String requirement, Expectation expectation) {
    return ConformanceCase.conformanceCase(id)
        .title("does what it is told")
        .requirement(requirement)
        .stimulus(new FakeStimulus(false, false))
        .expect(expectation)
        .mutant("does nothing of it", () -> "mutant")
        .build();
  }

  /** A case that only watches. */
  static ConformanceCase watching(String id) {
    return ConformanceCase.conformanceCase(id)
        .title("does what it is told")
        .requirement(MUST)
        .stimulus(new FakeStimulus(true, false))
        .expect(Expectation.KEPT)
        .mutant("does nothing of it", () -> "mutant")
        .build();
  }

  /** A case that no other may be played beside. */
  static ConformanceCase concerningAll(String id) {
    return ConformanceCase.conformanceCase(id)
        .title("does what it is told")
        .requirement(MUST)
        .stimulus(new FakeStimulus(false, true))
        .expect(Expectation.REFUSED)
        .mutant("does nothing of it", () -> "mutant")
        .build();
  }

  private record FakeStimulus(boolean watches, boolean concernsAll) implements Stimulus {
    @Override
    public SutRole role() {
      return SutRole.SP;
    }

    @Override
    public List<String> deviations() {
      return List.of("fake-deviation");
    }
  }

  @Override
  public SutRole role() {
    return SutRole.SP;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<String> description() {
    return List.of("in memory");
  }

  @Override
  public Played control(Transcript transcript) {
    controlsMade++;
    return new Played(
        controls.hasNext() ? controls.next() : new Outcome.Accepted(CONTROL),
        new People(CONTROL, CONTROL),
        Optional.empty());
  }

  @Override
  public Played play(ConformanceCase conformanceCase, int number, Transcript transcript) {
    numbers.add(number);
    played.add(conformanceCase.id());
    return new Played(plays.remove(0), new People(CANARY, CONTROL), voidBecause);
  }

  @Override
  public SutFacts facts() {
    return new SutFacts(Set.of("category"), List.of(), Set.of());
  }

  @Override
  public String rerun(ConformanceCase conformanceCase) {
    return "rerun " + conformanceCase.id();
  }
}
