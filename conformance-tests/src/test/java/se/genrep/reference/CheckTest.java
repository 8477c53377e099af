package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.genrep.reference.HostileAnswers.assertion;
import static se.genrep.reference.HostileAnswers.changing;
import static se.genrep.reference.HostileAnswers.later;
import static se.genrep.reference.HostileAnswers.numberIs;
import static se.genrep.reference.HostileAnswers.protection;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.model.SutRole;
import se.genrep.registry.Algorithm;
import se.genrep.run.CaseRegistry;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/**
 * Each check refuses what it is for, under its own name, and without it the same message is taken.
 */
class CheckTest {

  private static final World WORLD = World.supplier();
  private static final String GENUINE = World.number(World.GENUINE);
  private static final String SAMORDNINGSNUMMER =
      World.number(World.CAST.canariesWithSamordningsnummer().get(0));

  @TestFactory
  Stream<DynamicTest> theConformingOneRefusesByTheCheck() {
    World.Service service = WORLD.service(Variant.conforming());
    return HostileAnswers.all().stream()
        .map(
            each ->
                dynamicTest(
                    each.title(),
                    () ->
                        assertEquals(
                            "!" + each.refusedBy(),
                            service.signIn(Deviations.of(each.deviation())))));
  }

  @TestFactory
  Stream<DynamicTest> withoutTheCheckItIsTaken() {
    return HostileAnswers.all().stream()
        .map(
            each ->
                dynamicTest(
                    each.title(),
                    () ->
                        assertEquals(
                            each.subject(),
                            WORLD
                                .service(each.careless())
                                .signIn(Deviations.of(each.deviation())))));
  }

  @Test
  void everyVariantTakesTheGoodMessage() {
    for (Check check : Check.values()) {
      assertEquals(
          GENUINE, WORLD.service(Variant.without(check)).signIn(Deviations.NONE), check.name());
    }
  }

  /** DP-6.3.2-05, DP-6.3.5-04: a minute either way. */
  @Test
  void clocksMayDifferByAMinute() {
    for (Deviation deviation :
        List.of(
            assertion("saml:Conditions", "NotBefore", later(60)),
            assertion("saml:Conditions", "NotOnOrAfter", later(-59)),
            assertion(HostileAnswers.DATA, "NotOnOrAfter", later(-59)),
            assertion("", "IssueInstant", later(60)),
            assertion("saml:AuthnStatement", "AuthnInstant", later(60)),
            assertion("saml:AuthnStatement", "AuthnInstant", later(-60)))) {
      String conforming = WORLD.service(Variant.conforming()).signIn(Deviations.of(deviation));
      assertEquals(GENUINE, conforming);
      String strict =
          WORLD
              .service(Variant.without(Check.CLOCK_SKEW_TOLERATED))
              .signIn(Deviations.of(deviation));
      assertTrue(strict.startsWith("!"), strict);
    }
  }

  /** DP-6.3.5-04: and no more, unless nobody looks. */
  @Test
  void tenMinutesAreTooMuch() {
    for (Deviation deviation :
        List.of(
            assertion("saml:Conditions", "NotBefore", later(100)),
            assertion("saml:Conditions", "NotOnOrAfter", later(-100)),
            assertion(HostileAnswers.DATA, "NotOnOrAfter", later(-599)))) {
      String conforming = WORLD.service(Variant.conforming()).signIn(Deviations.of(deviation));
      assertTrue(conforming.startsWith("!"), conforming);
      assertEquals(
          GENUINE,
          WORLD
              .service(Variant.without(Check.CLOCK_SKEW_BOUNDED))
              .signIn(Deviations.of(deviation)));
    }
  }

  /** DP-6.1-06, DP-8-05, -06: what a service provider must understand, and one that does not. */
  @Test
  void whatIsPermittedIsUnderstood() {
    Map<Deviation, Check> permitted =
        Map.of(
            protection(p -> p.signingAssertion(true)), Check.SIGNED_ASSERTION_ACCEPTED,
            protection(
                    p ->
                        p.using(
                            new SignatureAlgorithm(
                                Algorithm.RSA_SHA512.uri(), Algorithm.SHA512.uri()))),
                Check.ALGORITHMS_SUPPORTED,
            protection(p -> p.using(p.encryption().withBlock(EncryptionAlgorithm.AES192_CBC))),
                Check.ALGORITHMS_SUPPORTED,
            changing(
                    Stage.ASSERTION,
                    a ->
                        a.all("saml:AttributeStatement/saml:Attribute")
                            .forEach(each -> each.unset("FriendlyName"))),
                Check.ATTRIBUTE_NAME);
    permitted.forEach(
        (deviation, check) -> {
          Deviations one = Deviations.of(deviation);
          assertEquals(GENUINE, WORLD.service(Variant.conforming()).signIn(one), check.name());
          String refused = WORLD.service(Variant.without(check)).signIn(one);
          assertTrue(refused.startsWith("!"), check.name());
        });
  }

  /** A careless one without a number takes what else it finds. */
  @Test
  void withoutANumberTheNameIdIsTaken() {
    Deviations missing =
        Deviations.of(changing(Stage.ASSERTION, assertion -> World.numberIn(assertion).remove()));
    assertEquals("!NUMBER_PRESENT", WORLD.service(Variant.conforming()).signIn(missing));
    String taken = WORLD.service(Variant.without(Check.NUMBER_PRESENT)).signIn(missing);
    assertEquals(43, taken.length(), taken);
  }

  @Test
  void samordningsnummerAreForThoseWhoAskForThem() {
    Deviations other = Deviations.of(numberIs(SAMORDNINGSNUMMER));
    assertEquals(SAMORDNINGSNUMMER, WORLD.service(Variant.conforming()).signIn(other));
    Variant not = Variant.conforming().notOptedIn();
    assertEquals("!SAMORDNINGSNUMMER_OPT_IN", WORLD.service(not).signIn(other));
    assertEquals(
        SAMORDNINGSNUMMER,
        WORLD.service(not.butWithout(Check.SAMORDNINGSNUMMER_OPT_IN)).signIn(other));
    assertEquals(
        "!SAMORDNINGSNUMMER_ACCEPTED",
        WORLD.service(Variant.without(Check.SAMORDNINGSNUMMER_ACCEPTED)).signIn(other));
  }

  /** A check that no test here has seen to fail would be none. */
  @Test
  void everyCheckIsTried() {
    Set<Check> tried = EnumSet.noneOf(Check.class);
    HostileAnswers.all().forEach(each -> tried.addAll(each.dropped()));
    tried.addAll(
        Set.of(
            Check.SIGNED_ELEMENT_IS_READ, // WrappingTest
            Check.SOLICITED, // SolicitationTest
            Check.REPLAY,
            Check.CLOCK_SKEW_TOLERATED,
            Check.CLOCK_SKEW_BOUNDED,
            Check.SIGNED_ASSERTION_ACCEPTED,
            Check.ALGORITHMS_SUPPORTED,
            Check.ATTRIBUTE_NAME,
            Check.NUMBER_PRESENT,
            Check.SAMORDNINGSNUMMER_OPT_IN,
            Check.SAMORDNINGSNUMMER_ACCEPTED));
    CaseRegistry.of(SutRole.SP).stream() // MutationMatrixTest
        .flatMap(each -> each.mutants().stream())
        .forEach(mutant -> tried.addAll(((Variant) mutant.variant().get()).dropped()));
    assertEquals(EnumSet.allOf(Check.class), tried);
  }
}
