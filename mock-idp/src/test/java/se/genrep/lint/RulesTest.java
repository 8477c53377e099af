package se.genrep.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.lint.Rule.rule;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.lint.Rule.Subject;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Level;
import se.genrep.requirement.Observable;
import se.genrep.requirement.Requirement;

/** Every rule is seen to object to the one thing it is for, and to nothing that is right. */
class RulesTest {

  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  static LintResult lint(byte[] metadata) {
    return Linter.lint("test.xml", new ByteArrayInputStream(metadata), Linter.Options.at(NOW));
  }

  static LintResult lint(String metadata) {
    return lint(metadata.getBytes(StandardCharsets.UTF_8));
  }

  private static final List<Mutant> MUTANTS =
      Stream.concat(EntityMutants.all(), RoleMutants.all()).toList();

  static Stream<Mutant> mutants() {
    return MUTANTS.stream();
  }

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  @Test
  void cleanMetadataBringsNoFinding() {
    assertEquals(List.of(), lint(CleanMetadata.idp()).all().toList());
    assertEquals(List.of(), lint(CleanMetadata.sp()).all().toList());
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theRuleObjectsToTheOneChange(Mutant mutant) {
    Set<String> found =
        lint(mutant.metadata()).all().map(Finding::rule).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(mutant.expected()), new TreeSet<>(found));
  }

  @Test
  void everyRuleHasAMutantOnMetadataOfItsRole() {
    List<String> without = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      Set<String> kinds =
          mutants()
              .filter(mutant -> mutant.rules().get(0).equals(rule.id()))
              .map(Mutant::kind)
              .collect(Collectors.toSet());
      boolean shown =
          switch (rule.subject()) {
            case IDP -> kinds.contains(Mutant.IDP);
            case SP -> kinds.contains(Mutant.SP);
            case ROLE -> kinds.size() == 2;
            case ENTITY -> !kinds.isEmpty();
            case DOCUMENT -> true; // in DocumentTest
          };
      if (!shown && !DocumentTest.SHOWN.contains(rule.id())) {
        without.add(rule.id() + " (" + rule.subject() + ")");
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void rulesOfTheDocumentAreShownElsewhere() {
    Set<String> document =
        rules()
            .filter(rule -> rule.subject() == Subject.DOCUMENT)
            .map(Rule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(DocumentTest.SHOWN.containsAll(document), document.toString());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void idsAreKebabCaseAndSentencesSayWhatTheEntityDoes(Rule rule) {
    assertTrue(rule.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), rule.id());
    assertFalse(rule.sentence().contains("should"), rule.sentence());
    assertFalse(rule.sentence().endsWith("."), rule.sentence());
    assertTrue(rule.sentence().length() < 100, rule.sentence());
    assertTrue(
        rule.sentence().matches("(has|is|declares|gives|shows|tells|leaves|does|names) .*")
            || rule.sentence().matches("[a-z]+s .*"),
        rule.sentence());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void severityFollowsFromTheRequirement(Rule rule) {
    Catalogue catalogue = Catalogue.load();
    Severity severity = rule.severity(catalogue); // throws for an unknown id
    boolean must =
        rule.requirements().stream()
            .map(id -> catalogue.get(id).level())
            .anyMatch(level -> level == Level.MUST || level == Level.MUST_NOT);
    assertTrue(severity != Severity.ERROR || must, rule.id() + " is an error and no MUST");
    assertEquals(rule.mildest() == Severity.ERROR && must, severity == Severity.ERROR, rule.id());
  }

  @Test
  void everyRequirementThatShowsInMetadataHasARuleOrAReason() {
    Catalogue catalogue = Catalogue.load();
    Set<String> ruled = rules().flatMap(r -> r.requirements().stream()).collect(Collectors.toSet());
    Set<String> reasoned = NotLinted.reasons(catalogue).keySet();
    Set<String> metadata =
        catalogue.all().stream()
            .filter(requirement -> requirement.observable() == Observable.METADATA)
            .filter(
                requirement ->
                    requirement.file().endsWith("saml.yaml")
                        || requirement.file().endsWith("anslutningsregler.yaml"))
            .map(Requirement::id)
            .collect(Collectors.toSet());
    assertTrue(metadata.size() > 150, "only " + metadata.size() + " requirements");

    Set<String> forgotten = new TreeSet<>(metadata);
    forgotten.removeAll(ruled);
    forgotten.removeAll(reasoned);
    assertEquals(Set.of(), forgotten, "neither rule nor reason");

    Set<String> both = new TreeSet<>(ruled);
    both.retainAll(reasoned);
    assertEquals(Set.of(), both, "rule and reason");

    Set<String> needless = new HashSet<>(reasoned);
    needless.removeAll(metadata);
    assertEquals(Set.of(), needless, "a reason where none is needed");
  }

  @Test
  void twoRulesWithOneIdAreRefused() {
    Rule twin = rule("twin", "is one", "DP-2-01").ofDocument();
    assertTrue(
        assertThrows(IllegalStateException.class, () -> Rules.checked(List.of(twin, twin)))
            .getMessage()
            .contains("'twin'"));
  }
}
