package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.federation.SamlSchema;
import se.genrep.registry.Attribute;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** What makes a wrapping one: all that is genuine verifies, and what is read is forged. */
class WrappingDeviationsTest {

  private static final PublicKey KEY = Scenario.RSA.certificate().getPublicKey();

  /**
   * The original stands inside the Signature itself, which no schema allows: that is the attack.
   */
  private static final Set<Deviation> ORIGINAL_IN_SIGNATURE =
      Set.of(WrappingDeviations.XSW1, WrappingDeviations.XSW6);

  static Stream<Deviation> ofTheResponse() {
    return Stream.of(WrappingDeviations.XSW1, WrappingDeviations.XSW2);
  }

  static Stream<Deviation> ofTheAssertion() {
    return Stream.of(
        WrappingDeviations.XSW3,
        WrappingDeviations.XSW4,
        WrappingDeviations.XSW5,
        WrappingDeviations.XSW6,
        WrappingDeviations.XSW7,
        WrappingDeviations.XSW8);
  }

  static Stream<Deviation> all() {
    return Stream.concat(ofTheResponse(), ofTheAssertion());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGenuineSignatureVerifiesOverTheGenuineElement(Deviation wrapping) throws Exception {
    Careless reader = Scenario.usual().read(wrapping);
    assertEquals(1, reader.signatures().size());
    XmlNode signature = reader.signatures().get(0);
    XmlNode covered = reader.coveredBy(signature);
    XmlNode assertion =
        covered.is(SamlNs.SAML, "Assertion") ? covered : covered.at("saml:Assertion");
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(assertion));
    assertEquals(Scenario.GENUINE_NAME_ID, Careless.nameId(assertion));
    if (covered == assertion) {
      assertTrue(Careless.verifies(signature, KEY));
    }
  }

  /** Its digest is over what is encrypted, so it verifies as sent and not as opened. */
  @ParameterizedTest
  @MethodSource("ofTheResponse")
  void theSignatureOfTheWrappedResponseVerifiesAsSent(Deviation wrapping) throws Exception {
    XmlNode sent = Scenario.usual().read(wrapping).sent();
    List<XmlNode> signatures = sent.everywhere("ds:Signature");
    assertEquals(1, signatures.size());
    assertTrue(Careless.verifies(signatures.get(0), KEY));
    assertEquals(2, sent.everywhere("samlp:Response").size());
  }

  @ParameterizedTest
  @MethodSource("ofTheResponse")
  void theLastAssertionAndTheOneOfTheRootAreForged(Deviation wrapping) {
    Careless reader = Scenario.usual().read(wrapping);
    assertForged(reader.lastAssertion());
    assertForged(reader.opened().at("saml:Assertion"));
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(reader.firstAssertion()));
  }

  @ParameterizedTest
  @MethodSource("ofTheAssertion")
  void theFirstAssertionIsForged(Deviation wrapping) {
    Careless reader = Scenario.usual().read(wrapping);
    assertEquals(2, reader.assertions().size());
    assertForged(reader.firstAssertion());
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(reader.lastAssertion()));
  }

  /** All about the person is the canary's; all that is checked stays as it was. */
  private static void assertForged(XmlNode assertion) {
    assertEquals(Scenario.CANARY_NUMBER, Careless.number(assertion));
    assertEquals(
        Scenario.CANARY.values(Attribute.DISPLAY_NAME).get(0),
        Careless.value(assertion, Attribute.DISPLAY_NAME));
    assertNotEquals(Scenario.GENUINE_NAME_ID, Careless.nameId(assertion));
    assertTrue(Parts.attribute(assertion, Attribute.MOBILE).isEmpty(), "not known of the canary");
    assertEquals("transaction-1", Careless.value(assertion, Attribute.TRANSACTION_IDENTIFIER));
    assertEquals(
        Optional.of(Scenario.REQUEST), Parts.confirmationData(assertion).attribute("InResponseTo"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theMessageIsValidExceptForTheAttack(Deviation wrapping) {
    Careless reader = Scenario.usual().read(wrapping);
    if (ORIGINAL_IN_SIGNATURE.contains(wrapping)) {
      assertTrue(SamlSchema.check(reader.opened().element()).isPresent());
      XmlNode signature = reader.signatures().get(0);
      List<XmlNode> inside = signature.children();
      inside.get(inside.size() - 1).remove();
    }
    assertEquals(Optional.empty(), SamlSchema.check(reader.opened().element()));
    assertEquals(Optional.empty(), SamlSchema.check(reader.firstAssertion().element()));
    if (!ORIGINAL_IN_SIGNATURE.contains(wrapping)) {
      assertEquals(Optional.empty(), SamlSchema.check(reader.sent().element()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noIdStandsTwice(Deviation wrapping) {
    Careless reader = Scenario.usual().read(wrapping);
    Set<String> ids = new HashSet<>();
    Stream.concat(
            reader.opened().everywhere("samlp:Response").stream(), reader.assertions().stream())
        .map(element -> element.attribute("ID").orElseThrow())
        .forEach(id -> assertTrue(ids.add(id), id));
    assertTrue(ids.size() >= 3, ids.toString());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyAssertionIsEncrypted(Deviation wrapping) {
    XmlNode sent = Scenario.usual().read(wrapping).sent();
    assertEquals(List.of(), sent.everywhere("saml:Assertion"));
    assertFalse(sent.toString().contains(Scenario.CANARY_NUMBER));
    assertFalse(sent.toString().contains(Scenario.GENUINE_NUMBER));
  }

  /** Who takes only what is signed by the element's own signature is not deceived. */
  @ParameterizedTest
  @MethodSource("all")
  void aCarefulReaderRefusesIt(Deviation wrapping) {
    Careless reader = Scenario.usual().read(wrapping);
    assertThrows(XmlVerifier.InvalidSignature.class, () -> verify(reader.sent()));
    XmlNode forged =
        ofTheResponse().anyMatch(wrapping::equals)
            ? reader.lastAssertion()
            : reader.firstAssertion();
    assertThrows(XmlVerifier.InvalidSignature.class, () -> verify(forged.detached()));
  }

  private static void verify(XmlNode element) throws XmlVerifier.InvalidSignature {
    XmlVerifier.verify(element, List.of(Scenario.RSA.certificate()));
  }

  /** The same holds for a service provider that wants assertions signed. */
  @Test
  void aResponseWithSignedAssertionIsWrappedToo() throws Exception {
    for (Deviation wrapping : ofTheResponse().toList()) {
      Careless reader = Scenario.usual().wantingAssertionsSigned().read(wrapping);
      XmlNode genuine = reader.firstAssertion();
      assertTrue(Careless.verifies(genuine.at("ds:Signature"), KEY));
      assertForged(reader.lastAssertion());
      assertFalse(XmlVerifier.isSigned(reader.lastAssertion()));
    }
  }
}
