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
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.IdpPlan;

/** Every case passes on an identity provider that conforms, and none is skipped everywhere. */
class IdpSelfConformanceTest {

  /**
   * Of the mock's metadata: 2048 bits are allowed and quick, and all its keys chain to the MOCK
   * root so that nobody takes them for anything else.
   */
  private static final List<String> ON_PURPOSE =
      List.of("saml/idp/metadata-rsa-key-recommended", "saml/idp/metadata-self-signed");

  private record Run(String profile, List<CaseResult> results) {}

  @TestFactory
  Stream<DynamicTest> theConformingReferencePasses() {
    List<Run> runs =
        IdpProfiles.ids().stream().parallel().flatMap(profile -> runs(profile).stream()).toList();
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

  /** All cases of its plan; and what its metadata says with keys as they are recommended. */
  private static List<Run> runs(String profile) {
    try (IdpRehearsal rehearsal = new IdpRehearsal()) {
      List<Run> runs = new ArrayList<>();
      runs.add(
          new Run(
              profile,
              rehearsal.judge(profile, IdpVariant.conforming(), planned(rehearsal, profile))));
      runs.add(
          new Run(
              profile + " with recommended keys",
              rehearsal.judge(
                  profile,
                  IdpVariant.with(IdpMetadataHabit.RECOMMENDED_KEYS),
                  ON_PURPOSE.stream().map(id -> CaseRegistry.find(id).orElseThrow()).toList())));
      return runs;
    }
  }

  private static List<ConformanceCase> planned(IdpRehearsal rehearsal, String profile) {
    String entityId = rehearsal.federation().idp(profile).entityId();
    EntityMetadata metadata = rehearsal.federation().federation().entity(entityId).orElseThrow();
    return TestPlan.get(IdpPlan.following(metadata)).select(CaseRegistry.of(SutRole.IDP));
  }

  /** What only a person can judge is no finding of the suite's. */
  private static void passesOrIsSkipped(CaseResult result) {
    assertTrue(
        result.verdict().isFine()
            || result.verdict() == Verdict.REVIEW
            || result.verdict() == Verdict.WARN
                && ON_PURPOSE.contains(result.conformanceCase().id()),
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
