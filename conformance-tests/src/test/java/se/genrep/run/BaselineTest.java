package se.genrep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.input.BadInput;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Finding;
import se.genrep.model.SutRole;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;

class BaselineTest {

  @TempDir Path folder;

  private final ConformanceCase one =
      FakeSystem.caseOf("a/one", FakeSystem.MUST, Expectation.REFUSED);

  private Baseline read(String text) {
    Path file = folder.resolve("baseline.yaml");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Baseline.read(file, List.of(one));
  }

  private CaseResult result(Verdict verdict) {
    return result(one, verdict);
  }

  private static CaseResult result(ConformanceCase each, Verdict verdict) {
    List<Finding> findings =
        verdict == Verdict.FAIL || verdict == Verdict.WARN
            ? List.of(new Finding("refused", "accepted", "there", FakeSystem.MUST, "again"))
            : List.of();
    return new CaseResult(each, verdict, "", "", findings, new Transcript(), 1);
  }

  @Test
  void aForeseenFindingGetsItsReason() {
    Baseline baseline =
        read("known:\n  - case: a/one\n    verdict: fail\n    reason: the library lacks it\n");
    List<CaseResult> results = List.of(result(Verdict.FAIL));
    assertEquals("the library lacks it", baseline.applyTo(results).get(0).knownReason());
    assertEquals(List.of(), baseline.differences(results));
  }

  @Test
  void aFindingThatWentAwayIsADifference() {
    Baseline baseline =
        read("known:\n  - case: a/one\n    verdict: fail\n    reason: the library lacks it\n");
    List<CaseResult> results = List.of(result(Verdict.PASS));
    assertEquals("", baseline.applyTo(results).get(0).knownReason());
    assertEquals(1, baseline.differences(results).size());
    String words = baseline.differences(results).get(0).inWords();
    assertTrue(words.contains("baseline.yaml:2: known.case: a/one was foreseen as FAIL"), words);
  }

  @Test
  void whatTheMockDoesOnPurposeNeedNotBeSeenAndMayNotBeWorse() {
    List<ConformanceCase> all = CaseRegistry.of(SutRole.IDP);
    Baseline baseline = Baseline.ofTheMock(all);
    ConformanceCase key = CaseRegistry.find("saml/idp/metadata-rsa-key-recommended").orElseThrow();
    for (Verdict verdict : List.of(Verdict.WARN, Verdict.PASS)) {
      List<CaseResult> results = List.of(result(key, verdict));
      assertEquals(
          verdict == Verdict.WARN, !baseline.applyTo(results).get(0).knownReason().isEmpty());
      assertEquals(List.of(), baseline.differences(results), verdict::name);
    }
    List<CaseResult> worse = List.of(result(key, Verdict.FAIL));
    assertEquals(1, baseline.differences(worse).size());
  }

  @Test
  void anEntryWhoseCaseDidNotRunIsNoDifference() {
    Baseline baseline = read("known:\n  - case: a/one\n    verdict: fail\n    reason: known\n");
    assertEquals(List.of(), baseline.differences(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a/two|fail|r|there is no case 'a/two'",
        "a/one|pass|r|'pass' needs no entry",
        "a/one|skipped|r|'skipped' needs no entry",
        "a/one|maybe|r|'maybe' is not known",
        "a/one|fail|\"\"|the reason is empty"
      })
  void saysWhereAnEntryIsWrong(String id, String verdict, String reason, String message) {
    String text =
        "known:\n  - case: %s\n    verdict: %s\n    reason: '%s'\n".formatted(id, verdict, reason);
    BadInput e = assertThrows(BadInput.class, () -> read(text));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.where().matches(".*baseline\\.yaml:[234]: known\\.\\w+"), e.where());
  }

  @Test
  void refusesTheSameCaseTwice() {
    String entry = "  - case: a/one\n    verdict: fail\n    reason: r\n";
    BadInput e = assertThrows(BadInput.class, () -> read("known:\n" + entry + entry));
    assertTrue(e.getMessage().contains("listed twice"), e.getMessage());
  }
}
