package se.genrep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/** Who may know whom in this module, and why. */
class ConformanceArchitectureTest {

  private static final DescribedPredicate<JavaClass> OUTSIDE_GENREP =
      resideOutsideOfPackages("se.genrep..");

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ConformanceArchitectureTest::isOfThisModule)
          .importPackages("se.genrep");

  private static boolean isOfThisModule(Location location) {
    return location.contains("conformance-tests");
  }

  @Test
  void thereAreClassesToJudge() {
    assertTrue(MODULE.size() > 20, "only " + MODULE.size() + " classes were read");
  }

  @Test
  void theModelKnowsNoProtocol() {
    classes()
        .that()
        .resideInAPackage("se.genrep.model..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("se.genrep.model..", "java.."))
        .because("a verdict means the same for every protocol and every way to run it")
        .check(MODULE);
  }

  @Test
  void theRunnerKnowsNoProtocol() {
    classes()
        .that()
        .resideInAPackage("se.genrep.run..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "se.genrep.run..",
                    "se.genrep.model..",
                    "se.genrep.input..",
                    "se.genrep.requirement..")
                .or(OUTSIDE_GENREP))
        .because("new protocols bring cases and systems, not another runner")
        .check(MODULE);
  }

  @Test
  void reportsAreFunctionsOfTheResult() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "se.genrep.sut..",
            "se.genrep.reference..",
            "se.genrep.cases..",
            "se.genrep.run..",
            "se.genrep.cli..",
            "se.genrep.saml..",
            "se.genrep.idp..")
        .because("a report can be made anew from report.json alone")
        .check(MODULE);
  }

  @Test
  void theReferenceKnowsNoCase() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.reference..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "se.genrep.cases..", "se.genrep.run..", "se.genrep.sut..", "se.genrep.deviation..")
        .because("it proves the cases only if it was written from the rules")
        .check(MODULE);
  }

  @Test
  void casesKnowNoServer() {
    noClasses()
        .that()
        .resideInAPackage("se.genrep.cases..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("se.genrep.http..", "se.genrep.cli..", "se.genrep.run..")
        .because("a case is a sentence, a stimulus and an expectation, and nothing else")
        .check(MODULE);
  }

  @Test
  void theBrowserStaysInSut() {
    noClasses()
        .that()
        .resideOutsideOfPackage("se.genrep.sut..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.htmlunit..")
        .because("another browser must be able to take its place")
        .check(MODULE);
  }

  @Test
  void theCommandLineStaysInCli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("se.genrep.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("everything can be used from a test of somebody's own")
        .check(MODULE);
  }

  @Test
  void noTestFrameworkIsShipped() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "io.restassured..")
        .because("JUnit executes the list of cases; the cases do not know it")
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
