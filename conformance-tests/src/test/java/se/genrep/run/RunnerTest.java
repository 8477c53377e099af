package se.genrep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.run.FakeSystem.CANARY;
import static se.genrep.run.FakeSystem.CONTROL;
import static se.genrep.run.FakeSystem.MUST;
import static se.genrep.run.FakeSystem.SHOULD;
import static se.genrep.run.FakeSystem.caseOf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.model.Applicability;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Finding;
import se.genrep.model.Outcome;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;

/** What makes a verdict worth something (docs/design.md 3). */
class RunnerTest {

  private final FakeSystem system = new FakeSystem();
  private final ConformanceCase refuses = caseOf("a/refuses", MUST, Expectation.REFUSED);
  private final ConformanceCase should = caseOf("b/should", SHOULD, Expectation.REFUSED);
  private final ConformanceCase accepts = caseOf("c/accepts", MUST, Expectation.ACCEPTED);

  private List<CaseResult> run(ConformanceCase... cases) {
    List<ConformanceCase> all = List.of(refuses, should, accepts);
    return new Runner(system, Catalogue.load(), all, Clock.systemUTC(), Runner.Progress.NONE)
        .run(List.of(cases));
  }

  private CaseResult one(ConformanceCase each) {
    return run(each).get(0);
  }

  @Test
  void aRefusalBetweenTwoAcceptedControlsPasses() {
    system.plays(new Outcome.Refused("status 403"));
    CaseResult result = one(refuses);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(2, system.controlsMade);
  }

  @Test
  void theCanarySignedInFailsWithAFindingThatNamesEverything() {
    system.plays(new Outcome.Accepted(CANARY));
    CaseResult result = one(refuses);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(
        List.of(
            new Finding(
                "the message is refused and nobody is signed in",
                "signed in as 'canary', the canary of the forged part",
                "fake-deviation",
                MUST,
                "rerun a/refuses")),
        result.findings());
  }

  @Test
  void aBreachOfAShouldIsAWarning() {
    system.plays(new Outcome.Accepted(CANARY));
    assertEquals(Verdict.WARN, one(should).verdict());
  }

  @Test
  void aCrashIsNoRefusal() {
    system.plays(new Outcome.Error("status 500"));
    CaseResult result = one(refuses);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("status 500"), result.reason());
  }

  @Test
  void aCrashWhereAcceptanceIsDueFails() {
    system.plays(new Outcome.Error("status 500"));
    assertEquals(Verdict.FAIL, one(accepts).verdict());
  }

  @Test
  void aRefusalWhereAcceptanceIsDueFails() {
    system.plays(new Outcome.Refused("status 403"));
    assertEquals(Verdict.FAIL, one(accepts).verdict());
  }

  @Test
  void somebodyElseSignedInWhereAcceptanceIsDueFails() {
    system.plays(new Outcome.Accepted("stranger"));
    assertEquals(Verdict.FAIL, one(accepts).verdict());
  }

  @Test
  void aRefusalAfterWhichNobodyGetsInSaysNothing() {
    system.plays(new Outcome.Refused("locked"));
    system.controls(new Outcome.Accepted(CONTROL), new Outcome.Refused("locked"));
    CaseResult result = one(refuses);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().startsWith("the control after"), result.reason());
  }

  @Test
  void aDeadSystemPassesNothing() {
    Outcome[] dead = new Outcome[20];
    java.util.Arrays.fill(dead, new Outcome.Error("connection refused"));
    system.controls(dead);
    List<CaseResult> results = run(refuses, should, accepts);
    results.forEach(result -> assertEquals(Verdict.INCONCLUSIVE, result.verdict()));
    assertEquals(3, results.size());
  }

  @Test
  void aSystemThatIsDownIsNotAskedForEver() {
    Outcome[] dead = new Outcome[200];
    java.util.Arrays.fill(dead, new Outcome.Error("no answer in time"));
    system.controls(dead);
    ConformanceCase[] many = new ConformanceCase[60];
    java.util.Arrays.fill(many, refuses);
    assertEquals(60, run(many).size());
    assertEquals(3, system.controlsMade);
  }

  @Test
  void aSystemThatComesBackIsJudgedAgain() {
    system.controls(new Outcome.Error("connection refused"));
    system.plays(new Outcome.Refused("status 403"));
    List<CaseResult> results = run(refuses, should);
    assertEquals(Verdict.INCONCLUSIVE, results.get(0).verdict());
    assertEquals(Verdict.PASS, results.get(1).verdict());
  }

  @Test
  void aControlSignedInAsSomebodyElseSaysNothing() {
    system.controls(new Outcome.Accepted("stranger"));
    CaseResult result = one(refuses);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("stranger"), result.reason());
  }

  @Test
  void aDeviationThatChangedNothingIsNeverGreen() {
    system.plays(new Outcome.Refused("status 403"));
    system.voidBecause = Optional.of("the deviation changed nothing");
    CaseResult result = one(refuses);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertEquals(
        "the deviation changed nothing. To run it again: rerun a/refuses", result.reason());
  }

  @Test
  void anAnswerThatDidNotArriveSaysNothing() {
    system.plays(new Outcome.NotDelivered("no request came"));
    assertEquals(Verdict.INCONCLUSIVE, one(refuses).verdict());
  }

  @Test
  void anErrorOfOurOwnLeavesTheOtherCasesStanding() {
    // Nothing to play: the fake throws.
    List<CaseResult> results = run(refuses);
    assertEquals(Verdict.INCONCLUSIVE, results.get(0).verdict());
    assertTrue(results.get(0).reason().contains("an error of Genrep itself"));
  }

  @Test
  void aCaseThatDoesNotApplyIsSkippedWithTheReason() {
    ConformanceCase applies =
        ConformanceCase.conformanceCase("d/applies")
            .title("does what it is told")
            .requirement(MUST)
            .appliesTo(
                Applicability.when(
                    facts -> !facts.entityCategories().contains("category"), "it has a category"))
            .stimulus(refuses.stimulus())
            .expect(Expectation.REFUSED)
            .mutant("does nothing of it", () -> "mutant")
            .build();
    CaseResult result = one(applies);
    assertEquals(Verdict.SKIPPED, result.verdict());
    assertEquals("it has a category", result.reason());
  }

  @Test
  void eachCaseKeepsItsNumberHoweverItIsRun() {
    system.plays(new Outcome.Refused("no"), new Outcome.Refused("no"), new Outcome.Refused("no"));
    run(accepts);
    run(should, accepts);
    assertEquals(List.of(2, 1, 2), system.numbers);
  }

  @Test
  void progressIsToldOfEveryCase() {
    system.plays(new Outcome.Refused("no"), new Outcome.Refused("no"));
    List<String> told = new ArrayList<>();
    new Runner(
            system,
            Catalogue.load(),
            List.of(refuses, should),
            Clock.systemUTC(),
            (result, done, of) -> told.add(done + "/" + of + " " + result.conformanceCase().id()))
        .run(List.of(refuses, should));
    assertEquals(List.of("1/2 a/refuses", "2/2 b/should"), told);
  }

  private final ConformanceCase kept =
      FakeSystem.caseOf("e/kept", FakeSystem.MUST, Expectation.KEPT);

  private CaseResult observed(Outcome outcome) {
    system.plays(outcome);
    return one(kept);
  }

  @Test
  void aRuleThatIsKeptPassesAndOneThatIsBrokenFailsWithWhatWasSeen() {
    assertEquals(Verdict.PASS, observed(new Outcome.Kept("3 requests")).verdict());
    CaseResult broken = observed(new Outcome.Broken("no Destination"));
    assertEquals(Verdict.FAIL, broken.verdict());
    assertEquals("no Destination", broken.findings().get(0).actual());
  }

  @Test
  void aRuleThatCannotBeSeenIsSkippedWithTheReason() {
    CaseResult result = observed(new Outcome.NotSeen("it sends no Scoping"));
    assertEquals(Verdict.SKIPPED, result.verdict());
    assertEquals("it sends no Scoping", result.reason());
  }

  @Test
  void whatOnlyAPersonCanJudgeIsForReviewAndSaysWhatToLookAt() {
    CaseResult result = observed(new Outcome.ToReview("is the birth date 1990-01-01?"));
    assertEquals(Verdict.REVIEW, result.verdict());
    assertEquals("is the birth date 1990-01-01?", result.findings().get(0).actual());
  }

  @Test
  void aCrashIsNoRuleKept() {
    assertEquals(Verdict.INCONCLUSIVE, observed(new Outcome.Error("status 500")).verdict());
  }

  @Test
  void whoOnlyWatchesComesLastAndIsReportedInItsPlace() {
    system.plays(new Outcome.Refused("no"), new Outcome.Kept("2 requests"));
    List<CaseResult> results = run(FakeSystem.watching("0/watches"), refuses);
    assertEquals(List.of("a/refuses", "0/watches"), system.played);
    assertEquals(
        List.of("0/watches", "a/refuses"),
        results.stream().map(result -> result.conformanceCase().id()).toList());
  }

  @Test
  void watchingAloneStillHasTwoSignInsToCompare() {
    system.plays(new Outcome.Kept("2 requests"));
    assertEquals(Verdict.PASS, one(FakeSystem.watching("0/watches")).verdict());
    assertEquals(2, system.controlsMade);
  }

  @Test
  void aSystemThatIsDownKeepsNoRule() {
    Outcome down = new Outcome.Error("connection refused");
    system.controls(down, down).plays(new Outcome.Kept("1 request"));
    assertEquals(Verdict.INCONCLUSIVE, one(FakeSystem.watching("0/watches")).verdict());
  }

  @Test
  void aRuleBrokenIsFoundAlthoughNobodyCanSignIn() {
    Outcome down = new Outcome.NotDelivered("the request was refused");
    system.controls(down, down).plays(new Outcome.Broken("no Destination"));
    assertEquals(Verdict.FAIL, one(FakeSystem.watching("0/watches")).verdict());
  }
}
