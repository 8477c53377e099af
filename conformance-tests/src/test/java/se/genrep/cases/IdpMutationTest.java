package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private static final List<String> PROFILES =
      List.of(
          "supplier-loa2-loa3",
          "employee-orgid",
          "eidas-connector",
          "proxy",
          "uncertified-bankid",
          "supplier-loa4",
          "eid-choice-2017");

  /** Together they have every kind of answer and page. */
  private static final List<String> TO_BE_SEEN =
      List.of(
          "saml/idp/matrix-usual",
          "saml/idp/matrix-not-opted-in",
          "saml/idp/request-unsupported-level",
          "saml/idp/attributes-index",
          "saml/idp/sign-message");

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
    List<String> survivors = new CopyOnWriteArrayList<>();
    // A mutant is all of its identity provider, so two that run at a time need two federations.
    try (IdpRehearsal one = new IdpRehearsal();
        IdpRehearsal other = new IdpRehearsal()) {
      List.of(one, other).parallelStream()
          .forEach(
              rehearsal -> {
                for (int i = rehearsal == one ? 0 : 1; i < rows.size(); i += 2) {
                  survive(rehearsal, rows.get(i)).ifPresent(survivors::add);
                }
              });
    }
    assertEquals("", String.join("\n", survivors), "mutants that their own case does not catch");
    assertTrue(rows.size() >= 150, "only " + rows.size() + " mutants");
  }

  private static Optional<String> survive(IdpRehearsal rehearsal, Row row) {
    IdpVariant variant = (IdpVariant) row.mutant().variant().get();
    List<CaseResult> results = judge(rehearsal, row.belongsTo(), variant);
    return results.stream().anyMatch(result -> isCaught(row, result))
        ? Optional.empty()
        : Optional.of(row.title() + whatItDid(results));
  }

  /**
   * With the first profile that the case applies to. One that only watches is given something to
   * see.
   */
  private static List<CaseResult> judge(
      IdpRehearsal rehearsal, ConformanceCase belongsTo, IdpVariant variant) {
    List<ConformanceCase> cases = new ArrayList<>();
    if (belongsTo.stimulus().watches()) {
      TO_BE_SEEN.forEach(id -> cases.add(CaseRegistry.find(id).orElseThrow()));
    }
    cases.add(belongsTo);
    CaseResult result = null;
    for (String profile : PROFILES) {
      List<CaseResult> results = rehearsal.judge(profile, variant, cases);
      result = results.get(results.size() - 1);
      if (result.verdict() != Verdict.SKIPPED) {
        return List.of(result);
      }
    }
    return List.of(result);
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
