package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.idp.IdpVariant;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Mutant;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.run.CaseRegistry;

/** Every mutant of an identity provider is caught by the case it belongs to. */
class IdpMutationTest {

  private record Row(ConformanceCase belongsTo, Mutant mutant) {
    String title() {
      return belongsTo.id() + ": " + mutant.title();
    }
  }

  @Test
  void everyMutantIsCaughtByItsOwnCase() {
    List<Row> rows = new ArrayList<>();
    for (ConformanceCase each : CaseRegistry.of(SutRole.IDP)) {
      each.mutants().forEach(mutant -> rows.add(new Row(each, mutant)));
    }
    List<String> survivors = new ArrayList<>();
    try (IdpRehearsal rehearsal = new IdpRehearsal()) {
      for (Row row : rows) {
        IdpVariant variant = (IdpVariant) row.mutant().variant().get();
        List<CaseResult> results =
            rehearsal.judge("supplier-loa2-loa3", variant, List.of(row.belongsTo()));
        if (results.stream().noneMatch(result -> isCaught(row, result))) {
          survivors.add(row.title() + whatItDid(results));
        }
      }
    }
    assertEquals("", String.join("\n", survivors), "mutants that their own case does not catch");
    assertTrue(rows.size() >= 5, "only " + rows.size() + " mutants");
  }

  private static boolean isCaught(Row row, CaseResult result) {
    boolean found =
        result.verdict() == Verdict.FAIL
            || result.verdict() == Verdict.WARN
            || result.verdict() == Verdict.REVIEW;
    return found
        && result.findings().get(0).requirement().equals(row.belongsTo().requirements().get(0));
  }

  private static String whatItDid(List<CaseResult> results) {
    return results.stream()
        .map(result -> " (" + result.verdict() + " " + result.reason() + result.findings() + ")")
        .collect(Collectors.joining());
  }
}
