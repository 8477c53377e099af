package se.genrep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import se.genrep.ades.Verifier;

/** Who may know the signature formats and their library, and why. */
class AdesArchitectureTest {

  /** Of this module alone, without tests. */
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .importUrl(Verifier.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void thereAreClassesToJudge() {
    long found =
        MODULE.stream().filter(each -> each.getPackageName().equals("se.genrep.ades")).count();
    assertTrue(found > 15, "only " + found + " classes were read");
  }

  @Test
  void euDssStaysInAdes() {
    classes()
        .that(
            DescribedPredicate.describe(
                "use EU DSS or PDFBox",
                each ->
                    each.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .anyMatch(
                            name ->
                                name.startsWith("eu.europa.esig.")
                                    || name.startsWith("org.apache.pdfbox."))))
        .should()
        .resideInAPackage("se.genrep.ades..")
        .because(
            "the signing service must not carry the validator's weight, and whoever starts without"
                + " a document must not load it")
        .check(MODULE);
  }

  @Test
  void adesKnowsDocumentsPeopleAndTrustOnly() {
    classes()
        .that()
        .resideInAPackage("se.genrep.ades..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "se.genrep.ades..",
                    "se.genrep.trust..",
                    "se.genrep.pki..",
                    "se.genrep.person..",
                    "se.genrep.registry..",
                    "se.genrep.input..")
                .or(DescribedPredicate.not(resideInAPackage("se.genrep.."))))
        .because("a document is signed and verified the same way, whatever asked for it")
        .check(MODULE);
  }
}
