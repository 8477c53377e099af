package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.IdpVariant;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.IdpPlan;

/** Every case passes on an identity provider that conforms, and none is skipped everywhere. */
class IdpSelfConformanceTest {

  private record Run(String profile, List<CaseResult> results) {}

  @TestFactory
  Stream<DynamicTest> theConformingReferencePasses() {
    List<Run> runs = new ArrayList<>();
    try (IdpRehearsal rehearsal = new IdpRehearsal()) {
      for (String profile : IdpProfiles.ids()) {
        runs.add(
            new Run(
                profile,
                rehearsal.judge(profile, IdpVariant.conforming(), planned(rehearsal, profile))));
      }
    }
    List<CaseResult> all = runs.stream().flatMap(run -> run.results().stream()).toList();
    Stream<DynamicTest> each =
        runs.stream()
            .flatMap(
                run ->
                    run.results().stream()
                        .map(
                            result ->
                                DynamicTest.dynamicTest(
                                    result.conformanceCase().id() + " of " + run.profile(),
                                    () -> passesOrIsSkipped(result))));
    return Stream.concat(
        each,
        Stream.of(DynamicTest.dynamicTest("every case passed somewhere", () -> allPassed(all))));
  }

  private static List<ConformanceCase> planned(IdpRehearsal rehearsal, String profile) {
    String entityId = rehearsal.federation().idp(profile).entityId();
    EntityMetadata metadata = rehearsal.federation().federation().entity(entityId).orElseThrow();
    return TestPlan.get(IdpPlan.following(metadata)).select(CaseRegistry.of(SutRole.IDP));
  }

  /** What only a person can judge is no finding of the suite's. */
  private static void passesOrIsSkipped(CaseResult result) {
    assertTrue(
        result.verdict().isFine() || result.verdict() == Verdict.REVIEW,
        () -> result.verdict() + " " + result.reason() + result.findings());
  }

  private static void allPassed(List<CaseResult> results) {
    Set<String> passed =
        results.stream()
            .filter(
                result -> result.verdict() == Verdict.PASS || result.verdict() == Verdict.REVIEW)
            .map(result -> result.conformanceCase().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        CaseRegistry.of(SutRole.IDP).stream()
            .map(ConformanceCase::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        passed);
    assertTrue(passed.size() >= 4, "only " + passed.size());
  }
}
