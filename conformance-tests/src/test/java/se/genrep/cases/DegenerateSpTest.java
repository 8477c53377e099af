package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.model.CaseResult;
import se.genrep.model.Expectation;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.reference.DegenerateSp;
import se.genrep.reference.RunningSp;
import se.genrep.reference.Setup;
import se.genrep.run.CaseRegistry;

/** Four service providers that are no use pass nothing that they should not. */
class DegenerateSpTest {

  private static Rehearsal rehearsal;

  @BeforeAll
  static void start() {
    rehearsal = new Rehearsal(Rehearsal.SUPPLIER);
  }

  @AfterAll
  static void stop() {
    rehearsal.close();
  }

  private static List<CaseResult> judge(Function<Setup, RunningSp> start) {
    List<CaseResult> results = rehearsal.judge(start, CaseRegistry.of(SutRole.SP));
    assertEquals(CaseRegistry.of(SutRole.SP).size(), results.size());
    assertFalse(results.isEmpty());
    return results;
  }

  private static void assertNothingCanBeSaid(List<CaseResult> results, String because) {
    for (CaseResult result : results) {
      assertEquals(Verdict.INCONCLUSIVE, result.verdict(), result.conformanceCase().id());
      assertTrue(result.reason().contains(because), result.reason());
    }
  }

  @Test
  void aDeadOnePassesNothing() {
    assertNothingCanBeSaid(judge(DegenerateSp::dead), "cannot be reached");
  }

  @Test
  void oneThatCrashesPassesNothing() {
    assertNothingCanBeSaid(judge(DegenerateSp::crashing), "500");
  }

  @Test
  void oneThatRefusesEverybodyPassesNothing() {
    assertNothingCanBeSaid(judge(DegenerateSp::refusing), "nobody signed in");
  }

  @Test
  void oneThatBelievesEverythingPassesNoRefusal() {
    int refusals = 0;
    for (CaseResult result : judge(DegenerateSp::gullible)) {
      if (result.conformanceCase().expectation() == Expectation.REFUSED) {
        assertNotEquals(Verdict.PASS, result.verdict(), result.conformanceCase().id());
        refusals += result.verdict() == Verdict.FAIL ? 1 : 0;
      }
    }
    assertTrue(refusals > 30, "only " + refusals + " were found out");
  }
}
