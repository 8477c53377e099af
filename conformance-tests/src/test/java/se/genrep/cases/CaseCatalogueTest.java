package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.SutRole;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;
import se.genrep.run.CaseRegistry;

/** Cases hang together with what they stand on: requirements, deviations, mutants. */
class CaseCatalogueTest {

  static Stream<ConformanceCase> cases() {
    return CaseRegistry.all().stream();
  }

  @Test
  void theSuiteIsLargeAndSaysBothYesAndNo() {
    assertTrue(CaseRegistry.all().size() >= 400, "only " + CaseRegistry.all().size());
    for (Expectation expectation : Expectation.values()) {
      assertTrue(
          cases().filter(each -> each.expectation() == expectation).count() >= 2,
          "hardly a case expects " + expectation);
    }
  }

  @Test
  void everyCaseHasACanaryOfItsOwn() {
    int canaries = se.genrep.person.Cast.load().canaries().size();
    int cases = CaseRegistry.of(SutRole.SP).size();
    assertTrue(canaries >= cases, cases + " cases share " + canaries + " canaries");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void requirementsExistAndBindTheSystem(ConformanceCase each) {
    Catalogue catalogue = Catalogue.load();
    Set<Requirement> binding =
        each.stimulus().role().kinds().stream()
            .flatMap(kind -> catalogue.byRole(Role.valueOf(kind)).stream())
            .collect(Collectors.toSet());
    for (String id : each.requirements()) {
      Requirement requirement = catalogue.get(id);
      assertTrue(binding.contains(requirement), id + " binds " + requirement.roles());
      Role suite = Role.valueOf(each.stimulus().role().name());
      assertEquals(Optional.empty(), catalogue.notTested(requirement, suite), id);
    }
    assertEquals(
        each.requirements().size(), new HashSet<>(each.requirements()).size(), "named twice");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deviationsAreOfTheLibrary(ConformanceCase each) {
    for (String id : each.stimulus().deviations()) {
      assertTrue(DeviationLibrary.find(id).isPresent(), id);
    }
  }

  /** One that no case uses has no mutant, so nobody knows whether it shows anything. */
  @Test
  void everyDeviationIsUsed() {
    Set<String> unused =
        DeviationLibrary.all().stream()
            .map(Deviation::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(unused.isEmpty());
    cases().forEach(each -> unused.removeAll(each.stimulus().deviations()));
    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mutantsCanBeMade(ConformanceCase each) {
    assertFalse(each.mutants().isEmpty());
    each.mutants().forEach(mutant -> assertEquals(mutant.variant().get(), mutant.variant().get()));
  }

  /** Two that differ in nothing but their names would be one. */
  @Test
  void noTwoCasesDoTheSame() {
    Set<Object> seen = new HashSet<>();
    cases()
        .forEach(
            each ->
                assertTrue(
                    seen.add(List.of(each.stimulus(), each.expectation())),
                    each.id() + " does what another does"));
    assertEquals(CaseRegistry.all().size(), seen.size());
  }
}
