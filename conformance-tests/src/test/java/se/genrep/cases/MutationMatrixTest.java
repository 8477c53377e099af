package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Finding;
import se.genrep.model.Mutant;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.reference.Variant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.SignIn;
import se.genrep.sut.ThroughLogins;

/**
 * Every mutant is caught by the case it belongs to, for the right reason. Which other cases of its
 * file catch it too is kept in a golden file, so that a reviewer sees what a change does. Renew it
 * with {@code -Dgolden.renew}, and read the difference.
 *
 * <p>A file is about one clause, and the other files are about others: every mutant against every
 * case would take the square of the time and say little more.
 */
class MutationMatrixTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/mutation-matrix.txt");

  private static final List<ConformanceCase> WATCHING =
      CaseRegistry.of(SutRole.SP).stream().filter(each -> each.stimulus().watches()).toList();

  private record Row(ConformanceCase belongsTo, Mutant mutant) {
    Variant variant() {
      return (Variant) mutant.variant().get();
    }

    String title() {
      return belongsTo.id() + ": " + mutant.title();
    }
  }

  /** A service provider that has one mutation or several, and the cases that it is given. */
  private record Trial(Variant variant, List<ConformanceCase> file) {}

  @Test
  void everyMutantIsCaughtByItsOwnCase() throws IOException {
    Map<Row, Trial> rows = new LinkedHashMap<>();
    for (ConformanceCase each : CaseRegistry.of(SutRole.SP)) {
      for (Mutant mutant : each.mutants()) {
        Row row = new Row(each, mutant);
        rows.put(
            row, new Trial(row.variant(), each.stimulus().watches() ? WATCHING : fileOf(each)));
      }
    }
    Map<Trial, List<CaseResult>> judged = new ConcurrentHashMap<>();
    // One level only: the case of a level that was asked for would not apply.
    String level = LevelOfAssurance.LOA3.uri();
    try (Rehearsal rehearsal = new Rehearsal(Rehearsal.SUPPLIER, level);
        Rehearsal other = new Rehearsal(Rehearsal.WITHOUT_MESSAGES, level);
        Rehearsal doors = new Rehearsal(Rehearsal.SUPPLIER, level).withDoors()) {
      rows.values().stream()
          .distinct()
          .parallel()
          .filter(trial -> !concernsAll(trial))
          .forEach(trial -> judged.put(trial, judge(trial, rehearsal, other, doors)));
    }
    try (Rehearsal rehearsal = new Rehearsal(Rehearsal.SUPPLIER, level)) {
      rows.values().stream()
          .distinct()
          .filter(MutationMatrixTest::concernsAll)
          .forEach(trial -> judged.put(trial, rehearsal.judge(trial.variant(), trial.file())));
    }

    StringBuilder matrix = new StringBuilder();
    List<String> survivors = new ArrayList<>();
    for (Row row : rows.keySet()) {
      Map<Verdict, List<CaseResult>> results =
          judged.get(rows.get(row)).stream()
              .collect(
                  Collectors.groupingBy(
                      CaseResult::verdict, LinkedHashMap::new, Collectors.toList()));
      List<CaseResult> caught = new ArrayList<>(results.getOrDefault(Verdict.FAIL, List.of()));
      caught.addAll(results.getOrDefault(Verdict.WARN, List.of()));
      caught.addAll(results.getOrDefault(Verdict.REVIEW, List.of()));
      if (caught.stream().noneMatch(result -> isOwnAndForTheReason(row, result))) {
        survivors.add(row.title() + whatItDid(row, judged.get(rows.get(row))));
      }
      matrix.append(row.title()).append('\n');
      line(matrix, "caught by", caught);
      // One whose requests are refused leaves every other case undecided; that need not be listed.
      boolean watched = row.belongsTo().stimulus().watches();
      line(
          matrix,
          "inconclusive",
          watched ? List.of() : results.getOrDefault(Verdict.INCONCLUSIVE, List.of()));
    }
    assertEquals("", String.join("\n", survivors), "mutants that their own case does not catch");
    assertTrue(rows.size() >= 40, "only " + rows.size() + " mutants");
    assertGolden(matrix.toString());
  }

  /** What one does to the federation as a whole, the next may not see. */
  private static boolean concernsAll(Trial trial) {
    return trial.file().stream().anyMatch(each -> each.stimulus().concernsAll());
  }

  private static List<ConformanceCase> fileOf(ConformanceCase wanted) {
    return CaseRegistry.files().stream()
        .filter(file -> file.contains(wanted))
        .findFirst()
        .orElseThrow();
  }

  private static String whatItDid(Row row, List<CaseResult> results) {
    return results.stream()
        .filter(result -> result.conformanceCase().equals(row.belongsTo()))
        .map(result -> " (" + result.verdict() + " " + result.reason() + result.findings() + ")")
        .collect(Collectors.joining());
  }

  /**
   * What is peculiar in requests and metadata shows in those, whatever else is done: with an
   * identity provider that shows messages, and with one that does not.
   */
  private static List<CaseResult> judge(
      Trial trial, Rehearsal usual, Rehearsal other, Rehearsal doors) {
    boolean byDoors =
        trial.file().stream().anyMatch(each -> each.stimulus() instanceof ThroughLogins);
    List<CaseResult> results =
        new ArrayList<>((byDoors ? doors : usual).judge(trial.variant(), trial.file()));
    if (trial.file() == WATCHING) {
      results.addAll(other.judge(trial.variant(), WATCHING));
    }
    return results;
  }

  private static boolean isOwnAndForTheReason(Row row, CaseResult result) {
    if (!result.conformanceCase().id().equals(row.belongsTo().id())) {
      return false;
    }
    Finding finding = result.findings().get(0);
    // A forgery is caught for its reason when the forged part was believed, not the genuine one.
    boolean forged = row.belongsTo().stimulus() instanceof SignIn signIn && signIn.forged();
    return finding.requirement().equals(row.belongsTo().requirements().get(0))
        && finding.where().equals(String.join(", ", row.belongsTo().stimulus().deviations()))
        && (!forged || finding.actual().endsWith("the canary of the forged part"));
  }

  private static void line(StringBuilder matrix, String what, List<CaseResult> results) {
    if (!results.isEmpty()) {
      matrix.append("  ").append(what).append(' ');
      matrix.append(
          results.stream()
              .map(result -> result.conformanceCase().id())
              .sorted()
              .distinct()
              .collect(Collectors.joining(" ")));
      matrix.append('\n');
    }
  }

  private static void assertGolden(String matrix) throws IOException {
    if (System.getProperty("golden.renew") != null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, matrix);
    }
    assertEquals(
        Files.readString(GOLDEN),
        matrix,
        "the mutation matrix differs; read the difference and renew it with -Dgolden.renew");
  }
}
