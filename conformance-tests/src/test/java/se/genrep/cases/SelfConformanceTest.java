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
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Verdict;
import se.genrep.reference.Variant;
import se.genrep.run.CaseRegistry;

/** Every case passes on a service provider that conforms, and none is skipped everywhere. */
class SelfConformanceTest {

  @TestFactory
  Stream<DynamicTest> theConformingReferencePasses() {
    List<CaseResult> results = new ArrayList<>();
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String profile : List.of(Rehearsal.SUPPLIER, Rehearsal.UNCERTIFIED)) {
      try (Rehearsal rehearsal = new Rehearsal(profile)) {
        for (Variant variant : List.of(Variant.conforming(), Variant.conforming().notOptedIn())) {
          for (CaseResult result : rehearsal.judge(variant)) {
            results.add(result);
            tests.add(
                DynamicTest.dynamicTest(
                    result.conformanceCase().id()
                        + " with "
                        + profile
                        + (variant.optedIn() ? "" : ", not opted in"),
                    () -> passesOrIsSkipped(result)));
          }
        }
      }
    }
    tests.add(DynamicTest.dynamicTest("every case passed somewhere", () -> allPassed(results)));
    return tests.build();
  }

  private static void passesOrIsSkipped(CaseResult result) {
    assertTrue(
        result.verdict().isFine(),
        () -> result.verdict() + " " + result.reason() + result.findings());
  }

  private static void allPassed(List<CaseResult> results) {
    Set<String> passed =
        results.stream()
            .filter(result -> result.verdict() == Verdict.PASS)
            .map(result -> result.conformanceCase().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        CaseRegistry.all().stream()
            .map(ConformanceCase::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        passed);
    assertTrue(passed.size() >= 40, "only " + passed.size());
  }
}
