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
import se.genrep.idp.MockIdp;

/** The borders between the packages of this module, each with its reason. */
class MockIdpArchitectureTest {

  /** Of this module alone, without tests. */
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .importUrl(MockIdp.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaClass> OUTSIDE_GENREP =
      DescribedPredicate.not(resideInAPackage("se.genrep.."));

  @Test
  void everyPackageIsLookedAt() {
    for (String name : List.of("saml", "deviation", "federation", "lint", "idp", "control")) {
      assertTrue(
          MODULE.stream().anyMatch(c -> c.getPackageName().equals("se.genrep." + name)),
          "no class of se.genrep." + name + " was found");
    }
  }

  @Test
  void samlKnowsMessagesOnly() {
    classes()
        .that()
        .resideInAPackage("se.genrep.saml..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("se.genrep.saml..", "se.genrep.pki..", "se.genrep.input..")
                .or(OUTSIDE_GENREP))
        .because("both sides of a sign-in read and write the same messages")
        .check(MODULE);
  }

  @Test
  void deviationsKnowMessagesKeysAndIdentifiersOnly() {
    classes()
        .that()
        .resideInAPackage("se.genrep.deviation..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "se.genrep.deviation..",
                    "se.genrep.saml..",
                    "se.genrep.input..",
                    "se.genrep.person..",
                    "se.genrep.registry..",
                    "se.genrep.pki..")
                .or(OUTSIDE_GENREP))
        .because("a deviation is written once and used on both sides of a sign-in")
        .check(MODULE);
  }

  @Test
  void theFederationKnowsNoMember() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.federation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "se.genrep.idp..", "se.genrep.deviation..", "se.genrep.control..", "se.genrep.http..")
        .because("every kind of member stands on the metadata, not the other way round")
        .check(MODULE);
  }

  @Test
  void lintKnowsMetadataAndRequirementsOnly() {
    classes()
        .that()
        .resideInAPackage("se.genrep.lint..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "se.genrep.lint..",
                    "se.genrep.federation..",
                    "se.genrep.saml..",
                    "se.genrep.registry..",
                    "se.genrep.requirement..",
                    "se.genrep.identity..",
                    "se.genrep.input..")
                .or(OUTSIDE_GENREP))
        .because("the command, the registration report and the suites judge by the same rules")
        .check(MODULE);
  }

  @Test
  void theFederationReadsMetadataThatLintWouldRefuse() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.federation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("se.genrep.lint..")
        .because("what is wrong with a member's metadata is no reason not to sign in with it")
        .check(MODULE);
  }

  @Test
  void theEngineKnowsNoServer() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.idp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("se.genrep.http..", "se.genrep.control..", "se.genrep.pages..")
        .because("the engine is tested, and used in other programs' tests, without a server")
        .check(MODULE);
  }

  @Test
  void jettyStaysInHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("se.genrep.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .because("one package decides what serves")
        .check(MODULE);
  }

  @Test
  void openSamlStaysInTwoPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("se.genrep.saml..", "se.genrep.federation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.opensaml..", "net.shibboleth..")
        .because("the library gets no releases any more where we can get them")
        .check(MODULE);
  }

  @Test
  void santuarioStaysInSaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("se.genrep.saml..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.xml.security..")
        .because("it must be set up before its first class loads, in one place")
        .check(MODULE);
  }

  @Test
  void wireMockStaysInSupplier() {
    noClasses()
        .that()
        .resideOutsideOfPackage("se.genrep.supplier..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "wiremock..")
        .because("it is a server of its own, for the suppliers' REST interfaces only")
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
