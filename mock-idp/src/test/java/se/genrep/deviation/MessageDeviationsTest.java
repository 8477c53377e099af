package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import se.genrep.federation.SamlSchema;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/**
 * What the answer says: every one of these is signed, encrypted and valid, and differs from the
 * good answer in the one place that the deviation is about.
 */
class MessageDeviationsTest {

  private static final String CONDITIONS = "Response/Assertion/Conditions";
  private static final String CONFIRMATION =
      "Response/Assertion/Subject/SubjectConfirmation/SubjectConfirmationData";
  private static final String STATEMENT = "Response/Assertion/AuthnStatement";
  private static final String CONTEXT = STATEMENT + "/AuthnContext/AuthnContextClassRef";
  private static final String NUMBER =
      "Response/Assertion/AttributeStatement/Attribute[personalIdentityNumber]";

  /** A deviation and the places where the answer then differs. */
  record Effect(Deviation deviation, String... places) {
    @Override
    public String toString() {
      return deviation.id();
    }
  }

  static Stream<Effect> effects() {
    String response = "Response/@";
    return Stream.of(
        new Effect(AddressingDeviations.FOREIGN_RESPONSE_ISSUER, "Response/Issuer"),
        new Effect(AddressingDeviations.FOREIGN_ASSERTION_ISSUER, "Response/Assertion/Issuer"),
        new Effect(AddressingDeviations.FOREIGN_DESTINATION, response + "Destination"),
        new Effect(AddressingDeviations.NO_DESTINATION, response + "Destination"),
        new Effect(
            AddressingDeviations.FOREIGN_AUDIENCE, CONDITIONS + "/AudienceRestriction/Audience"),
        new Effect(AddressingDeviations.NO_AUDIENCE, CONDITIONS + "/AudienceRestriction/Audience"),
        new Effect(ConfirmationDeviations.OTHER_REQUEST, response + "InResponseTo"),
        new Effect(ConfirmationDeviations.NO_REQUEST, response + "InResponseTo"),
        new Effect(ConfirmationDeviations.OTHER_REQUEST_CONFIRMED, CONFIRMATION + "/@InResponseTo"),
        new Effect(ConfirmationDeviations.NO_REQUEST_CONFIRMED, CONFIRMATION + "/@InResponseTo"),
        new Effect(
            ConfirmationDeviations.UNSOLICITED,
            response + "InResponseTo",
            CONFIRMATION + "/@InResponseTo"),
        new Effect(ConfirmationDeviations.FOREIGN_RECIPIENT, CONFIRMATION + "/@Recipient"),
        new Effect(ConfirmationDeviations.NO_RECIPIENT, CONFIRMATION + "/@Recipient"),
        new Effect(
            ConfirmationDeviations.NOT_BEARER,
            "Response/Assertion/Subject/SubjectConfirmation/@Method"),
        new Effect(
            StatusDeviations.ERROR_WITH_ASSERTION,
            "Response/Status/StatusCode/@Value",
            "Response/Status/StatusCode/StatusCode/@Value"),
        new Effect(ContextDeviations.LEVEL_1, CONTEXT),
        new Effect(ContextDeviations.LEVEL_2, CONTEXT),
        new Effect(ContextDeviations.LEVEL_4, CONTEXT),
        new Effect(ContextDeviations.UNCERTIFIED_LEVEL_3, CONTEXT),
        new Effect(ContextDeviations.NONRESIDENT_LEVEL_3, CONTEXT),
        new Effect(ContextDeviations.EIDAS_SUBSTANTIAL, CONTEXT),
        new Effect(ContextDeviations.UNSPECIFIED_LEVEL, CONTEXT),
        new Effect(ContextDeviations.LEVEL_WITH_SLASH, CONTEXT),
        new Effect(
            ContextDeviations.NO_AUTHN_STATEMENT,
            CONTEXT,
            STATEMENT + "/@AuthnInstant",
            STATEMENT + "/@SessionIndex"),
        new Effect(TimeDeviations.NOT_BEFORE_50_S_AHEAD, CONDITIONS + "/@NotBefore"),
        new Effect(TimeDeviations.NOT_BEFORE_100_S_AHEAD, CONDITIONS + "/@NotBefore"),
        new Effect(
            TimeDeviations.NOT_BEFORE_20_MIN_AHEAD,
            CONDITIONS + "/@NotBefore",
            CONDITIONS + "/@NotOnOrAfter"),
        new Effect(
            TimeDeviations.EXPIRED_50_S_AGO,
            CONDITIONS + "/@NotBefore",
            CONDITIONS + "/@NotOnOrAfter"),
        new Effect(
            TimeDeviations.EXPIRED_100_S_AGO,
            CONDITIONS + "/@NotBefore",
            CONDITIONS + "/@NotOnOrAfter"),
        new Effect(
            TimeDeviations.EXPIRED_20_MIN_AGO,
            CONDITIONS + "/@NotBefore",
            CONDITIONS + "/@NotOnOrAfter"),
        new Effect(TimeDeviations.CONFIRMATION_EXPIRED_50_S_AGO, CONFIRMATION + "/@NotOnOrAfter"),
        new Effect(TimeDeviations.CONFIRMATION_EXPIRED_100_S_AGO, CONFIRMATION + "/@NotOnOrAfter"),
        new Effect(TimeDeviations.CONFIRMATION_EXPIRED_20_MIN_AGO, CONFIRMATION + "/@NotOnOrAfter"),
        new Effect(
            TimeDeviations.CLOCK_50_S_AHEAD,
            response + "IssueInstant",
            "Response/Assertion/@IssueInstant",
            CONDITIONS + "/@NotBefore",
            CONDITIONS + "/@NotOnOrAfter",
            CONFIRMATION + "/@NotOnOrAfter",
            STATEMENT + "/@AuthnInstant"),
        new Effect(TimeDeviations.ISSUED_20_MIN_AGO, "Response/Assertion/@IssueInstant"),
        new Effect(TimeDeviations.ISSUED_20_MIN_AHEAD, "Response/Assertion/@IssueInstant"),
        new Effect(TimeDeviations.AUTHENTICATED_AN_HOUR_AGO, STATEMENT + "/@AuthnInstant"),
        new Effect(TimeDeviations.AUTHENTICATED_20_MIN_AHEAD, STATEMENT + "/@AuthnInstant"),
        new Effect(NumberDeviations.HYPHENATED_NUMBER, NUMBER + "/AttributeValue"),
        new Effect(NumberDeviations.TEN_DIGIT_NUMBER, NUMBER + "/AttributeValue"),
        new Effect(NumberDeviations.WRONG_CHECK_DIGIT, NUMBER + "/AttributeValue"),
        new Effect(NumberDeviations.TWO_NUMBERS, NUMBER + "/AttributeValue"),
        new Effect(NumberDeviations.NUMBER_ATTRIBUTE_TWICE, NUMBER + "/AttributeValue"),
        new Effect(NumberDeviations.NO_NUMBER, NUMBER + "/AttributeValue"),
        new Effect(
            NumberDeviations.SAMORDNINGSNUMMER_UNASKED,
            NUMBER + "/AttributeValue",
            "Response/Assertion/AttributeStatement/Attribute[dateOfBirth]/AttributeValue"));
  }

  private final Scenario scenario = Scenario.usual();

  @ParameterizedTest
  @MethodSource("effects")
  void onlyThatPlaceDiffersFromTheGoodAnswer(Effect effect) throws Exception {
    Careless reader = scenario.read(effect.deviation());
    Map<String, String> good = said(scenario.read().opened());
    Map<String, String> seen = said(reader.opened());
    Set<String> different = new TreeSet<>();
    Stream.concat(good.keySet().stream(), seen.keySet().stream())
        .filter(
            place ->
                !Optional.ofNullable(good.get(place)).equals(Optional.ofNullable(seen.get(place))))
        .forEach(different::add);
    assertEquals(new TreeSet<>(List.of(effect.places())), different);
    XmlVerifier.verify(reader.sent(), List.of(Scenario.RSA.certificate()));
    assertEquals(Optional.empty(), SamlSchema.check(reader.opened().element()));
  }

  /** Place to text, for everything that is neither an ID nor cryptography. */
  private static Map<String, String> said(XmlNode response) {
    Map<String, String> said = new TreeMap<>();
    say(response, "", said);
    return said;
  }

  private static void say(XmlNode node, String parent, Map<String, String> said) {
    String name = node.element().getLocalName();
    if (name.equals("Signature")) {
      return;
    }
    String label = node.attribute("FriendlyName").map(text -> "[" + text + "]").orElse("");
    String place = parent.isEmpty() ? name : parent + "/" + name + label;
    NamedNodeMap attributes = node.element().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (attribute.getPrefix() == null
          && !Set.of("ID", "xmlns", "Name", "NameFormat", "FriendlyName")
              .contains(attribute.getName())) {
        said.merge(place + "/@" + attribute.getName(), attribute.getValue(), String::concat);
      }
    }
    if (node.children().isEmpty() && !node.text().isEmpty()) {
      said.merge(place, node.text(), (one, other) -> one + "," + other);
    }
    node.children().forEach(child -> say(child, place, said));
  }

  @Test
  void theNumberIsWrittenAsMeant() {
    assertNumber("19770101-2382", NumberDeviations.HYPHENATED_NUMBER);
    assertNumber("7701012382", NumberDeviations.TEN_DIGIT_NUMBER);
    assertNumber("197701012383", NumberDeviations.WRONG_CHECK_DIGIT);
    assertNumber(Scenario.CANARY_NUMBER, NumberDeviations.SAMORDNINGSNUMMER_UNASKED);
    assertNumber(
        Scenario.GENUINE_NUMBER + "," + NumberDeviations.SOMEBODY_ELSE,
        NumberDeviations.TWO_NUMBERS);
    assertNumber(
        Scenario.GENUINE_NUMBER + "," + NumberDeviations.SOMEBODY_ELSE,
        NumberDeviations.NUMBER_ATTRIBUTE_TWICE);
    assertEquals(
        2, numberAttributes(scenario.read(NumberDeviations.NUMBER_ATTRIBUTE_TWICE)).size());
    assertEquals(1, numberAttributes(scenario.read(NumberDeviations.TWO_NUMBERS)).size());
    assertEquals(0, numberAttributes(scenario.read(NumberDeviations.NO_NUMBER)).size());
  }

  private void assertNumber(String expected, Deviation deviation) {
    Map<String, String> said = said(scenario.read(deviation).opened());
    assertEquals(expected, said.get(NUMBER + "/AttributeValue"), deviation.id());
  }

  private static List<XmlNode> numberAttributes(Careless reader) {
    return reader.firstAssertion().all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(a -> a.attribute("FriendlyName").equals(Optional.of("personalIdentityNumber")))
        .toList();
  }

  /** Read whole, the number is right; read up to the comment, it is cut. */
  @Test
  void aDividedNumberHasTwoTextsAndKeepsItsSignature() throws Exception {
    for (Deviation divided :
        List.of(NumberDeviations.COMMENT_IN_NUMBER, NumberDeviations.INSTRUCTION_IN_NUMBER)) {
      Careless reader = scenario.wantingAssertionsSigned().read(divided);
      XmlNode value = numberAttributes(reader).get(0).at("saml:AttributeValue");
      assertEquals(Scenario.GENUINE_NUMBER, value.text());
      assertEquals("19770101", value.element().getFirstChild().getNodeValue());
      assertEquals(3, value.element().getChildNodes().getLength());
      assertTrue(
          Careless.verifies(
              reader.firstAssertion().at("ds:Signature"),
              Scenario.RSA.certificate().getPublicKey()));
    }
  }

  @Test
  void noAttributeHasAFriendlyName() {
    Careless reader = scenario.read(NumberDeviations.NO_FRIENDLY_NAMES);
    List<XmlNode> attributes = reader.firstAssertion().everywhere("saml:Attribute");
    assertEquals(7, attributes.size());
    attributes.forEach(each -> assertEquals(Optional.empty(), each.attribute("FriendlyName")));
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(reader.firstAssertion()));
  }

  @Test
  void timesAreOffByWhatTheIdsSay() {
    assertOff("NotBefore", 50, TimeDeviations.NOT_BEFORE_50_S_AHEAD, "saml:Conditions");
    assertOff("NotBefore", 100, TimeDeviations.NOT_BEFORE_100_S_AHEAD, "saml:Conditions");
    assertOff("NotBefore", 1200, TimeDeviations.NOT_BEFORE_20_MIN_AHEAD, "saml:Conditions");
    assertOff("NotOnOrAfter", -50, TimeDeviations.EXPIRED_50_S_AGO, "saml:Conditions");
    assertOff("NotOnOrAfter", -100, TimeDeviations.EXPIRED_100_S_AGO, "saml:Conditions");
    assertOff("NotOnOrAfter", -1200, TimeDeviations.EXPIRED_20_MIN_AGO, "saml:Conditions");
    assertOff(
        "AuthnInstant", -3600, TimeDeviations.AUTHENTICATED_AN_HOUR_AGO, "saml:AuthnStatement");
    assertOff(
        "AuthnInstant", 1200, TimeDeviations.AUTHENTICATED_20_MIN_AHEAD, "saml:AuthnStatement");
    String confirmation = "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData";
    assertOff("NotOnOrAfter", -50, TimeDeviations.CONFIRMATION_EXPIRED_50_S_AGO, confirmation);
    assertOff("NotOnOrAfter", -100, TimeDeviations.CONFIRMATION_EXPIRED_100_S_AGO, confirmation);
    assertOff("NotOnOrAfter", -1200, TimeDeviations.CONFIRMATION_EXPIRED_20_MIN_AGO, confirmation);
    assertOff("NotOnOrAfter", 350, TimeDeviations.CLOCK_50_S_AHEAD, confirmation);
    XmlNode issued = scenario.read(TimeDeviations.ISSUED_20_MIN_AGO).firstAssertion();
    assertEquals(Optional.of("2026-11-24T07:40:00Z"), issued.attribute("IssueInstant"));
  }

  private void assertOff(String attribute, long seconds, Deviation deviation, String path) {
    XmlNode assertion = scenario.read(deviation).firstAssertion();
    Instant seen = Instant.parse(assertion.at(path).attribute(attribute).orElseThrow());
    assertEquals(Duration.ofSeconds(seconds), Duration.between(Scenario.NOW, seen), deviation.id());
    XmlNode conditions = assertion.at("saml:Conditions");
    assertTrue(
        Instant.parse(conditions.attribute("NotBefore").orElseThrow())
            .isBefore(Instant.parse(conditions.attribute("NotOnOrAfter").orElseThrow())),
        deviation.id());
  }
}
