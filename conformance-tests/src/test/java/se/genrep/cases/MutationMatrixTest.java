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
import se.genrep.model.Verdict;
import se.genrep.reference.Variant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.SignIn;

/**
 * Every mutant is caught by the case it belongs to, for the right reason. Which other cases catch
 * it too is kept in a golden file, so that a reviewer sees what a change does. Renew it with {@code
 * -Dgolden.renew}, and read the difference.
 */
class MutationMatrixTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/mutation-matrix.txt");

  private static final List<ConformanceCase> WATCHING =
      CaseRegistry.all().stream().filter(each -> each.stimulus().watches()).toList();

  private record Row(ConformanceCase belongsTo, Mutant mutant) {
    String title() {
      return belongsTo.id() + ": " + mutant.title();
    }
  }

  @Test
  void everyMutantIsCaughtByItsOwnCase() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (ConformanceCase each : CaseRegistry.all()) {
      each.mutants().forEach(mutant -> rows.add(new Row(each, mutant)));
    }
    Map<Variant, List<CaseResult>> judged = new ConcurrentHashMap<>();
    // One level only: the case of a level that was asked for would not apply.
    String level = LevelOfAssurance.LOA3.uri();
    try (Rehearsal rehearsal = new Rehearsal(Rehearsal.SUPPLIER, level);
        Rehearsal other = new Rehearsal(Rehearsal.WITHOUT_MESSAGES, level)) {
      // What is peculiar in requests and metadata shows in those, whatever else is done: with an
      // identity provider that shows messages, and with one that does not.
      rows.stream()
          .filter(row -> row.belongsTo().stimulus().watches())
          .map(row -> (Variant) row.mutant().variant().get())
          .distinct()
          .parallel()
          .forEach(
              variant -> {
                List<CaseResult> results = new ArrayList<>(rehearsal.judge(variant, WATCHING));
                results.addAll(other.judge(variant, WATCHING));
                judged.put(variant, results);
              });
      rows.stream()
          .filter(row -> !row.belongsTo().stimulus().watches())
          .map(row -> (Variant) row.mutant().variant().get())
          .distinct()
          .parallel()
          .forEach(variant -> judged.put(variant, rehearsal.judge(variant)));
    }

    StringBuilder matrix = new StringBuilder();
    List<String> survivors = new ArrayList<>();
    for (Row row : rows) {
      Map<Verdict, List<CaseResult>> results =
          judged.get((Variant) row.mutant().variant().get()).stream()
              .collect(
                  Collectors.groupingBy(
                      CaseResult::verdict, LinkedHashMap::new, Collectors.toList()));
      List<CaseResult> caught = new ArrayList<>(results.getOrDefault(Verdict.FAIL, List.of()));
      caught.addAll(results.getOrDefault(Verdict.WARN, List.of()));
      caught.addAll(results.getOrDefault(Verdict.REVIEW, List.of()));
      if (caught.stream().noneMatch(result -> isOwnAndForTheReason(row, result))) {
        survivors.add(row.title());
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
    assertEquals(List.of(), survivors, "mutants that their own case does not catch");
    assertTrue(rows.size() >= 40, "only " + rows.size() + " mutants");
    assertGolden(matrix.toString());
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
