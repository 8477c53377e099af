package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.genrep.deviation.Deviation.deviation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Protection;
import se.genrep.deviation.Stage;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;

/**
 * Each check refuses what it is for, under its own name, and without it the same message is taken.
 */
class CheckTest {

  private static final World WORLD = World.supplier();
  private static final String GENUINE = World.number(World.GENUINE);
  private static final String CANARY = World.number(World.CANARY);
  private static final String SAMORDNINGSNUMMER = "199001742395";

  /**
   * @param dropped without these the message is taken; the first is the one that refuses it
   * @param subject who is then signed in
   */
  private record Hostile(String title, Deviation deviation, List<Check> dropped, String subject) {
    /** What cannot be decrypted is no message yet. */
    String refusedBy() {
      Check first = dropped.get(0);
      return first == Check.OWN_KEY ? Refusal.FORM : first.name();
    }

    Variant careless() {
      return Variant.without(dropped.toArray(Check[]::new));
    }
  }

  private static Hostile hostile(String title, Deviation deviation, Check... dropped) {
    return new Hostile(title, deviation, List.of(dropped), GENUINE);
  }

  private static Deviation protection(UnaryOperator<Protection> change) {
    return deviation("t", "t").at(Stage.PROTECTION, (standard, scene) -> change.apply(standard));
  }

  private static Deviation changing(Stage<XmlNode> stage, Consumer<XmlNode> change) {
    return deviation("t", "t")
        .at(
            stage,
            (element, scene) -> {
              change.accept(element);
              return element;
            });
  }

  private static Deviation assertion(String path, String attribute, String value) {
    return changing(Stage.ASSERTION, a -> node(a, path).set(attribute, value));
  }

  private static Deviation response(String attribute, String value) {
    return changing(Stage.RESPONSE, r -> r.set(attribute, value));
  }

  private static XmlNode node(XmlNode element, String path) {
    return path.isEmpty() ? element : element.at(path);
  }

  private static XmlNode number(XmlNode assertion) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(
            each ->
                each.attribute("Name")
                    .orElseThrow()
                    .equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()))
        .findFirst()
        .orElseThrow();
  }

  private static Deviation numberIs(String text) {
    return changing(Stage.ASSERTION, a -> number(a).at("saml:AttributeValue").text(text));
  }

  private static String later(long seconds) {
    return World.NOW.plusSeconds(seconds).toString();
  }

  private static final String DATA =
      "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData";
  private static final String CONTEXT =
      "saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef";

  private static List<Hostile> hostile() {
    List<Hostile> all = new ArrayList<>();
    signatures(all);
    addresses(all);
    times(all);
    contents(all);
    return all;
  }

  private static void signatures(List<Hostile> all) {
    all.add(hostile("unsigned", protection(p -> p.signingResponse(false)), Check.RESPONSE_SIGNED));
    all.add(
        hostile(
            "only the assertion signed",
            protection(p -> p.signingResponse(false).signingAssertion(true)),
            Check.RESPONSE_SIGNED));
    all.add(
        new Hostile(
            "tampered with",
            deviation("t", "t")
                .at(
                    Stage.SIGNED_RESPONSE,
                    (response, scene) -> {
                      XmlNode forged = scene.genuineAssertion();
                      number(forged).at("saml:AttributeValue").text(CANARY);
                      response.at("saml:EncryptedAssertion").replaceWith(scene.encrypt(forged));
                      return response;
                    }),
            List.of(Check.SIGNATURE_VALUE),
            CANARY));
    all.add(
        hostile(
            "the assertion's own signature is broken",
            deviation("t", "t")
                .prepare(Stage.PROTECTION, (p, scene) -> p.signingAssertion(true))
                .at(
                    Stage.SIGNED_ASSERTION,
                    (assertion, scene) -> {
                      assertion.set("ID", scene.newId());
                      XmlNode reference = assertion.at("ds:Signature/ds:SignedInfo/ds:Reference");
                      reference.set("URI", "#" + assertion.attribute("ID").orElseThrow());
                      return assertion;
                    }),
            Check.ASSERTION_SIGNATURE));
    all.add(
        hostile(
            "signed by a stranger",
            deviation("t", "t")
                .at(Stage.PROTECTION, (p, scene) -> p.signedBy(scene.strangers().unregistered())),
            Check.SIGNER_KNOWN));
    all.add(
        hostile(
            "signed by another member",
            deviation("t", "t")
                .at(Stage.PROTECTION, (p, scene) -> p.signedBy(scene.strangers().otherMember())),
            Check.SIGNER_IS_ISSUER));
    all.add(
        hostile(
            "the signature stands last",
            changing(Stage.SIGNED_RESPONSE, r -> r.append(r.at("ds:Signature"))),
            Check.ONE_SIGNATURE));
    all.add(
        hostile(
            "signed twice",
            changing(
                Stage.SIGNED_RESPONSE,
                r -> {
                  XmlNode second = r.at("ds:Signature").copy();
                  second.at("ds:SignatureValue").text("AAAA");
                  r.at("ds:Signature").insertBefore(second);
                }),
            Check.ONE_SIGNATURE,
            Check.SIGNATURE_VALUE)); // the first is not inside of what the second covers
    all.add(
        hostile(
            "signed with SHA-1",
            protection(p -> p.using(SignatureAlgorithm.RSA_SHA1)),
            Check.SIGNATURE_ALGORITHM));
    all.add(hostile("not encrypted", protection(Protection::unencrypted), Check.ENCRYPTED));
    all.add(
        new Hostile(
            "encrypted to another",
            deviation("t", "t")
                .at(
                    Stage.PROTECTION,
                    (p, scene) ->
                        p.encryptedTo(scene.strangers().otherServiceProvider().certificate())),
            List.of(Check.OWN_KEY),
            GENUINE));
    all.add(
        hostile(
            "encrypted with RSA 1.5",
            protection(
                p ->
                    p.using(
                        EncryptionAlgorithm.MANDATORY.withKeyTransport(
                            EncryptionAlgorithm.RSA_1_5))),
            Check.ENCRYPTION_ALGORITHM));
    all.add(
        hostile(
            "encrypted with 3DES",
            protection(
                p ->
                    p.using(
                        EncryptionAlgorithm.MANDATORY.withBlock(
                            EncryptionAlgorithm.TRIPLEDES_CBC))),
            Check.ENCRYPTION_ALGORITHM));
  }

  private static void addresses(List<Hostile> all) {
    all.add(
        hostile(
            "the Response has another issuer",
            changing(Stage.RESPONSE, r -> r.at("saml:Issuer").text("https://other.example.org")),
            Check.RESPONSE_ISSUER));
    all.add(
        hostile(
            "the Assertion has another issuer",
            changing(Stage.ASSERTION, a -> a.at("saml:Issuer").text("https://other.example.org")),
            Check.ASSERTION_ISSUER));
    all.add(
        hostile(
            "another destination",
            response("Destination", "https://sp.example.org/acs"),
            Check.DESTINATION));
    all.add(
        hostile(
            "another recipient",
            assertion(DATA, "Recipient", "https://sp.example.org/acs"),
            Check.RECIPIENT));
    all.add(
        hostile(
            "another audience",
            changing(
                Stage.ASSERTION,
                a ->
                    a.at("saml:Conditions/saml:AudienceRestriction/saml:Audience")
                        .text("https://sp.example.org")),
            Check.AUDIENCE));
    all.add(
        hostile(
            "no audience",
            changing(
                Stage.ASSERTION, a -> a.at("saml:Conditions/saml:AudienceRestriction").remove()),
            Check.AUDIENCE));
    all.add(
        hostile(
            "not for the bearer",
            assertion(
                "saml:Subject/saml:SubjectConfirmation",
                "Method",
                "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"),
            Check.CONFIRMATION_METHOD));
    all.add(
        hostile(
            "the Response answers another request",
            response("InResponseTo", "_other"),
            Check.IN_RESPONSE_TO));
    all.add(
        hostile(
            "the Response answers none",
            changing(Stage.RESPONSE, r -> r.unset("InResponseTo")),
            Check.IN_RESPONSE_TO));
    all.add(
        hostile(
            "the subject is confirmed for another request",
            assertion(DATA, "InResponseTo", "_other"),
            Check.CONFIRMATION_IN_RESPONSE_TO));
  }

  private static void times(List<Hostile> all) {
    all.add(
        hostile(
            "not valid yet",
            assertion("saml:Conditions", "NotBefore", later(90)),
            Check.NOT_BEFORE));
    all.add(
        hostile(
            "not valid any more",
            assertion("saml:Conditions", "NotOnOrAfter", later(-90)),
            Check.NOT_ON_OR_AFTER));
    all.add(
        hostile(
            "without end",
            changing(Stage.ASSERTION, a -> a.at("saml:Conditions").unset("NotOnOrAfter")),
            Check.NOT_ON_OR_AFTER));
    all.add(
        hostile(
            "the confirmation has ended",
            assertion(DATA, "NotOnOrAfter", later(-90)),
            Check.CONFIRMATION_NOT_ON_OR_AFTER));
    all.add(
        hostile("the Response is old", response("IssueInstant", later(-900)), Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "the Assertion is old",
            assertion("", "IssueInstant", later(-900)),
            Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "the Assertion is from the future",
            assertion("", "IssueInstant", later(90)),
            Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "authenticated an hour ago",
            assertion("saml:AuthnStatement", "AuthnInstant", later(-3600)),
            Check.AUTHN_INSTANT));
    all.add(
        hostile(
            "authenticated in the future",
            assertion("saml:AuthnStatement", "AuthnInstant", later(90)),
            Check.AUTHN_INSTANT));
  }

  private static void contents(List<Hostile> all) {
    all.add(
        hostile(
            "not a success",
            changing(
                Stage.RESPONSE,
                r ->
                    r.at("samlp:Status/samlp:StatusCode")
                        .set("Value", "urn:oasis:names:tc:SAML:2.0:status:Responder")),
            Check.STATUS));
    all.add(
        hostile(
            "a level not asked for",
            changing(Stage.ASSERTION, a -> a.at(CONTEXT).text(LevelOfAssurance.LOA4.uri())),
            Check.AUTHN_CONTEXT));
    all.add(
        hostile(
            "no authentication",
            changing(Stage.ASSERTION, a -> a.at("saml:AuthnStatement").remove()),
            Check.AUTHN_CONTEXT,
            Check.AUTHN_INSTANT));
    all.add(
        new Hostile(
            "two numbers",
            changing(
                Stage.ASSERTION,
                a -> number(a).at("saml:AttributeValue").insertBefore(forgedValue(a))),
            List.of(Check.NUMBER_SINGLE),
            CANARY));
    all.add(
        new Hostile(
            "a hyphen", numberIs("19900114-2398"), List.of(Check.NUMBER_FORMAT), "19900114-2398"));
    all.add(
        new Hostile(
            "ten digits", numberIs("9001142398"), List.of(Check.NUMBER_FORMAT), "9001142398"));
    all.add(
        new Hostile(
            "a wrong check digit",
            numberIs("199001142399"),
            List.of(Check.NUMBER_CHECK_DIGIT),
            "199001142399"));
    all.add(
        new Hostile(
            "something after a comment",
            changing(
                Stage.ASSERTION,
                a -> {
                  XmlNode value = number(a).at("saml:AttributeValue");
                  value.text(CANARY);
                  var document = value.element().getOwnerDocument();
                  value.element().appendChild(document.createComment(""));
                  value.element().appendChild(document.createTextNode("0"));
                }),
            List.of(Check.NUMBER_FORMAT, Check.WHOLE_TEXT),
            CANARY));
  }

  private static XmlNode forgedValue(XmlNode assertion) {
    return number(assertion).at("saml:AttributeValue").copy().text(CANARY);
  }

  @TestFactory
  Stream<DynamicTest> theConformingOneRefusesByTheCheck() {
    World.Service service = WORLD.service(Variant.conforming());
    return hostile().stream()
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
    return hostile().stream()
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
            assertion(DATA, "NotOnOrAfter", later(-59)),
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
            assertion(DATA, "NotOnOrAfter", later(-599)))) {
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
        Deviations.of(changing(Stage.ASSERTION, assertion -> number(assertion).remove()));
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
    hostile().forEach(each -> tried.addAll(each.dropped()));
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
    assertEquals(EnumSet.allOf(Check.class), tried);
  }
}
