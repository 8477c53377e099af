package se.genrep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.service.MockSign;

/** The borders between the packages of this module, each with its reason. */
class MockSignArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .importUrl(MockSign.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaClass> OUTSIDE_GENREP =
      DescribedPredicate.not(resideInAPackage("se.genrep.."));

  @Test
  void everyPackageIsLookedAt() {
    for (String name : List.of("protocol", "service", "service.deviation", "requester")) {
      assertTrue(
          MODULE.stream().anyMatch(c -> c.getPackageName().equals("se.genrep." + name)),
          "no class of se.genrep." + name + " was found");
    }
  }

  @Test
  void theProtocolKnowsMessagesOnly() {
    classes()
        .that()
        .resideInAPackage("se.genrep.protocol..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("se.genrep.protocol..", "se.genrep.saml..", "se.genrep.trust..")
                .or(OUTSIDE_GENREP))
        .because("both sides of a signature read and write the same messages")
        .check(MODULE);
  }

  @Test
  void theServiceSignsWithoutTheEuLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage("se.genrep.protocol..", "se.genrep.service..", "se.genrep.requester..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("eu.europa.esig..")
        .because("documents are the requester's, and its speed is not the service's")
        .check(MODULE);
  }

  @Test
  void theEngineKnowsNoServer() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.service..")
        .and()
        .haveSimpleNameNotStartingWith("SigningSite")
        .and()
        .haveSimpleNameNotStartingWith("SignSwitchboard")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("se.genrep.http..")
        .because("the engine is tested, and used in other programs' tests, without a server")
        .check(MODULE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("se.genrep.(*)..")
        .should()
        .beFreeOfCycles()
        .because("what depends on itself cannot be understood piece by piece")
        .check(MODULE);
  }
}
