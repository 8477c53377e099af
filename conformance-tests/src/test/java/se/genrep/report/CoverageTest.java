package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.model.CaseResult;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;

/** Every requirement that binds the role is tested, or there is the reason why not. */
class CoverageTest {

  private static Map<String, String> reasons(Report.Requirements requirements) {
    return requirements.notTested().stream()
        .collect(Collectors.toMap(Report.NotTested::id, Report.NotTested::reason));
  }

  private static Report.Requirements sample(CaseResult... results) {
    return new Coverage(SampleRun.run(results), SampleRun.catalogue(), SampleRun.allCases())
        .report();
  }

  private static CaseResult passed(se.genrep.model.ConformanceCase conformanceCase) {
    return SampleRun.result(conformanceCase, Verdict.PASS, "", SampleRun.transcript(""), List.of());
  }

  @Test
  void coveredIsWhatACaseWithAVerdictTests() {
    Report.Requirements requirements = sample(passed(SampleRun.LEVEL), passed(SampleRun.SKEW));

    assertEquals(
        List.of("DP-6.3.5-04", "DP-6.1-01", "DP-5.4.4-01"),
        requirements.covered(),
        "in the order of the catalogue");
  }

  @Test
  void eachKindOfReasonIsGiven() {
    Map<String, String> reasons =
        reasons(
            sample(
                SampleRun.result(
                    SampleRun.SAMORDNINGSNUMMER,
                    Verdict.SKIPPED,
                    "it has not opted in",
                    SampleRun.transcript(""),
                    List.of()),
                SampleRun.result(
                    SampleRun.LEVEL,
                    Verdict.INCONCLUSIVE,
                    "it crashed",
                    SampleRun.transcript(""),
                    List.of())));

    assertEquals(
        "saml/sp/samordningsnummer was skipped: it has not opted in", reasons.get("EC-6.2-01"));
    assertEquals("saml/sp/lower-level was inconclusive: it crashed", reasons.get("DP-5.4.4-01"));
    assertEquals("it concerns agreements, which no message shows", reasons.get("DP-7.2-01"));
    assertEquals(
        "not part of this run (plan sp-core): saml/sp/left-out was not chosen",
        reasons.get("DP-7.3-01"));
    assertFalse(reasons.containsKey("DP-7.4-01"), "it binds another role");
  }

  @Test
  void withoutCaseAndWithoutReasonItSaysSo() {
    Report.Requirements requirements =
        new Coverage(SampleRun.run(), SampleRun.catalogue(), List.of()).report();

    assertEquals("no case tests it", reasons(requirements).get("DP-7.3-01"));
  }

  @Test
  void aCaseThatIsInconclusiveTakesNothingFromOneThatIsNot() {
    Report.Requirements requirements =
        sample(
            passed(SampleRun.UNSIGNED),
            SampleRun.result(
                SampleRun.LEVEL,
                Verdict.INCONCLUSIVE,
                "it crashed",
                SampleRun.transcript(""),
                List.of()));

    assertEquals(List.of("DP-6.1-01"), requirements.covered());
    assertFalse(reasons(requirements).containsKey("DP-6.1-01"));
  }

  @Test
  void ofTheWholeCatalogueNothingThatBindsTheRoleIsLost() {
    Catalogue catalogue = Catalogue.load();
    Report.Requirements requirements = new Coverage(SampleRun.run(), catalogue, List.of()).report();
    Set<String> told = new HashSet<>(requirements.covered());
    requirements.notTested().forEach(each -> assertTrue(told.add(each.id()), each.id()));

    List<String> binding = catalogue.byRole(Role.SP).stream().map(Requirement::id).toList();
    assertTrue(binding.size() > 100);
    assertTrue(told.containsAll(binding));
    assertTrue(requirements.notTested().stream().noneMatch(each -> each.reason().isBlank()));
  }
}
