package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Verdict;
import se.genrep.reference.LevelHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.LevelSignIn;
import se.genrep.sut.LevelSignIn.Asking;

/**
 * Every level of the registry is accepted where it was asked for and refused where it was not, and
 * both is found out when it is not so, whatever set of levels is asked for.
 */
class LevelMatrixTest {

  private static final List<ConformanceCase> CASES =
      CaseRegistry.all().stream().filter(each -> each.stimulus() instanceof LevelSignIn).toList();

  private static Rehearsal rehearsal;

  @BeforeAll
  static void start() {
    rehearsal = new Rehearsal(Rehearsal.SUPPLIER).withDoors();
  }

  @AfterAll
  static void stop() {
    rehearsal.close();
  }

  private static LevelSignIn stimulus(ConformanceCase each) {
    return (LevelSignIn) each.stimulus();
  }

  private static ConformanceCase caseOf(LevelOfAssurance level, Asking asking) {
    List<ConformanceCase> found =
        CASES.stream()
            .filter(each -> stimulus(each).level().equals(level.uri()))
            .filter(each -> stimulus(each).asking() == asking)
            .toList();
    assertEquals(1, found.size(), level + " " + asking);
    return found.get(0);
  }

  @Test
  void everyLevelHasACaseOfEitherKind() {
    Set<String> registry = uris(LevelOfAssurance::uri, Arrays.asList(LevelOfAssurance.values()));
    for (Asking asking : List.of(Asking.FOR_IT, Asking.FOR_OTHERS)) {
      Set<String> covered =
          uris(
              each -> stimulus(each).level(),
              CASES.stream().filter(each -> stimulus(each).asking() == asking).toList());
      assertTrue(covered.containsAll(registry), () -> asking + " covers " + covered);
    }
    assertEquals(
        1, CASES.stream().filter(each -> stimulus(each).asking() == Asking.FOR_NONE).count());
  }

  private static <T> Set<String> uris(Function<T, String> uri, List<T> values) {
    return values.stream().map(uri).collect(Collectors.toCollection(TreeSet::new));
  }

  /** None is skipped: some sign-in asks for it, and another does not. */
  @Test
  void theReferenceTakesWhatItAskedForAndNothingElse() {
    List<CaseResult> results = rehearsal.judge(Variant.conforming(), CASES);
    assertTrue(results.size() >= 2 * LevelOfAssurance.values().length, "only " + results.size());
    for (CaseResult result : results) {
      assertEquals(
          Verdict.PASS,
          result.verdict(),
          () -> result.conformanceCase().id() + " " + result.reason() + result.findings());
    }
  }

  @ParameterizedTest
  @EnumSource(LevelOfAssurance.class)
  void oneThatTakesTheLevelUnaskedIsFoundOut(LevelOfAssurance level) {
    assertEquals(
        List.of(Verdict.FAIL),
        verdicts(LevelHabit.takes(level.uri()), caseOf(level, Asking.FOR_OTHERS)));
  }

  /**
   * Where no identity provider declares the level, or one declares nothing else so that the sign-in
   * has no control, a person has to look into the log.
   */
  @ParameterizedTest
  @EnumSource(LevelOfAssurance.class)
  void oneThatRefusesWhatItAskedForIsFoundOut(LevelOfAssurance level) {
    boolean otherwiseKnown =
        !Set.of(LevelOfAssurance.LOA1, LevelOfAssurance.LOA4, LevelOfAssurance.LOA4_NONRESIDENT)
            .contains(level);
    assertEquals(
        List.of(otherwiseKnown ? Verdict.FAIL : Verdict.REVIEW),
        verdicts(LevelHabit.refuses(level), caseOf(level, Asking.FOR_IT)));
  }

  private static List<Verdict> verdicts(LevelHabit habit, ConformanceCase each) {
    return rehearsal.judge(Variant.with(habit), List.of(each)).stream()
        .map(CaseResult::verdict)
        .toList();
  }
}
