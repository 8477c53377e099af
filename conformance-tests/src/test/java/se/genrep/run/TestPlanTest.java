package se.genrep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.input.BadInput;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.SutRole;

class TestPlanTest {

  private static final List<ConformanceCase> ALL =
      List.of(named("saml/idp/a"), named("saml/sp/a"), named("saml/sp/a.b"), named("saml/sp/ab"));

  private static ConformanceCase named(String id) {
    return FakeSystem.caseOf(id, FakeSystem.MUST, Expectation.REFUSED);
  }

  private static List<String> select(String... globs) {
    return TestPlan.select(List.of(globs).stream().map(CaseGlob::of).toList(), "--case", ALL)
        .stream()
        .map(ConformanceCase::id)
        .toList();
  }

  @Test
  void aStarStandsForAnyTextAndNothingElseIsSpecial() {
    assertEquals(List.of("saml/sp/a", "saml/sp/a.b", "saml/sp/ab"), select("saml/sp/*"));
    assertEquals(List.of("saml/sp/a.b"), select("saml/sp/a.b"));
    assertEquals(List.of("saml/idp/a", "saml/sp/a"), select("*/a"));
  }

  @Test
  void casesComeOnceAndInTheirOrder() {
    assertEquals(List.of("saml/sp/a", "saml/sp/ab"), select("saml/sp/ab", "saml/sp/a", "*/ab"));
  }

  @Test
  void aPatternThatMatchesNothingIsAMistake() {
    BadInput e = assertThrows(BadInput.class, () -> select("saml/sp/a", "saml/sp/x*"));
    assertTrue(e.getMessage().startsWith("--case: no case matches 'saml/sp/x*'"), e.getMessage());
  }

  @Test
  void everyPlanNamesCasesThatExist() {
    List<TestPlan> plans = TestPlan.all();
    assertFalse(plans.isEmpty());
    for (TestPlan plan : plans) {
      assertFalse(plan.select(CaseRegistry.all()).isEmpty(), plan.id());
    }
    assertEquals("service-provider", TestPlan.standard(SutRole.SP).id());
  }

  @Test
  void anUnknownPlanIsNamedWithTheOnesThereAre() {
    BadInput e = assertThrows(BadInput.class, () -> TestPlan.get("none"));
    assertTrue(e.getMessage().contains("service-provider"), e.getMessage());
  }
}
