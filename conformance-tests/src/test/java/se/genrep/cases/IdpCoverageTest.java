package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.genrep.model.SutRole;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;
import se.genrep.run.CaseRegistry;

/** Every requirement on identity providers has a case, or there is the reason why not. */
class IdpCoverageTest {

  private final Catalogue catalogue = Catalogue.load();

  private Set<String> tested() {
    Set<String> tested = new TreeSet<>();
    CaseRegistry.of(SutRole.IDP).forEach(each -> tested.addAll(each.requirements()));
    return tested;
  }

  @Test
  void whatIsNotTestedHasAReason() {
    Set<String> tested = tested();
    Set<String> unexplained = new TreeSet<>();
    for (Role role : EnumSet.of(Role.IDP, Role.PROXY_IDP)) {
      for (Requirement requirement : catalogue.byRole(role)) {
        if (!tested.contains(requirement.id())
            && requirement.file().matches(".*/(saml|anslutningsregler)[.]yaml")
            && catalogue.notTested(requirement, Role.IDP).isEmpty()) {
          unexplained.add(requirement.id());
        }
      }
    }
    assertEquals(Set.of(), unexplained);
    assertTrue(tested.size() > 300, "only " + tested.size());
  }

  @Test
  void noReasonIsAPromise() {
    Set<String> tested = tested();
    List<String> promised =
        catalogue.byRole(Role.IDP).stream()
            .filter(each -> !tested.contains(each.id()))
            .filter(each -> each.file().matches(".*/(saml|anslutningsregler)[.]yaml"))
            .filter(each -> catalogue.notTested(each, Role.IDP).orElse("").startsWith("not yet"))
            .map(Requirement::id)
            .toList();
    assertEquals(List.of(), promised);
  }
}
