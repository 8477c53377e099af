package se.genrep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SutFacts;
import se.genrep.model.SutRole;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;

/** Several cases at a time. */
class LanesTest {

  private static final int LANES = 4;

  private static List<ConformanceCase> cases(int number) {
    return new ArrayList<>(
        IntStream.range(0, number)
            .mapToObj(n -> FakeSystem.caseOf("a/" + n, FakeSystem.MUST, Expectation.REFUSED))
            .toList());
  }

  private static List<CaseResult> run(SystemUnderTest system, List<ConformanceCase> cases) {
    return new Runner(system, Catalogue.load(), cases, Clock.systemUTC(), Runner.Progress.NONE)
        .inLanes(LANES)
        .run(cases);
  }

  @Test
  void asManyCasesAsLanesArePlayedAtATimeAndReportedInOrder() {
    CyclicBarrier together = new CyclicBarrier(LANES);
    Busy system =
        new Busy() {
          @Override
          void during(ConformanceCase each) {
            meet(together);
          }
        };
    List<ConformanceCase> cases = cases(3 * LANES);
    List<CaseResult> results = run(system, cases);
    assertEquals(cases, results.stream().map(CaseResult::conformanceCase).toList());
    results.forEach(result -> assertEquals(Verdict.PASS, result.verdict(), result::reason));
  }

  @Test
  void whatConcernsEverybodyIsPlayedAlone() {
    List<ConformanceCase> cases = cases(2 * LANES);
    cases.add(1, FakeSystem.concerningAll("b/1"));
    cases.add(3, FakeSystem.concerningAll("b/2"));
    List<String> crowded = new ArrayList<>();
    Busy system =
        new Busy() {
          @Override
          void during(ConformanceCase each) {
            if (each.stimulus().concernsAll() && playing.get() > 1) {
              crowded.add(each.id());
            }
          }
        };
    List<CaseResult> results = run(system, cases);
    assertEquals(List.of(), crowded);
    assertEquals(cases, results.stream().map(CaseResult::conformanceCase).toList());
  }

  @Test
  void aSystemThatIsDownIsNotAskedByEachLaneForEver() {
    Busy system =
        new Busy() {
          @Override
          public Played control(Transcript transcript) {
            controls.incrementAndGet();
            return new Played(new Outcome.Error("down"), null, Optional.empty());
          }
        };
    List<CaseResult> results = run(system, cases(50));
    assertTrue(results.stream().allMatch(each -> each.verdict() == Verdict.INCONCLUSIVE));
    assertTrue(system.controls.get() <= 2 + LANES, () -> "asked " + system.controls + " times");
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the others are not there", e);
    }
  }

  /** Refuses everything and counts what goes on at a time. */
  private static class Busy implements SystemUnderTest {

    final AtomicInteger playing = new AtomicInteger();
    final AtomicInteger controls = new AtomicInteger();

    void during(ConformanceCase each) {}

    @Override
    public Played play(ConformanceCase each, int number, Transcript transcript) {
      playing.incrementAndGet();
      try {
        during(each);
      } finally {
        playing.decrementAndGet();
      }
      return new Played(
          new Outcome.Refused("no"), new People("canary", "canary"), Optional.empty());
    }

    @Override
    public Played control(Transcript transcript) {
      controls.incrementAndGet();
      return new Played(
          new Outcome.Accepted("control"), new People("control", "control"), Optional.empty());
    }

    @Override
    public SutRole role() {
      return SutRole.SP;
    }

    @Override
    public String name() {
      return "busy";
    }

    @Override
    public List<String> description() {
      return List.of();
    }

    @Override
    public SutFacts facts() {
      return new SutFacts(Set.of(), List.of(), Set.of());
    }

    @Override
    public String rerun(ConformanceCase each) {
      return "rerun";
    }
  }
}
