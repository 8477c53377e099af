package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.registry.Attribute;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** ATTR 3: the attribute statements of everybody, at a service provider that gets all there is. */
class AttributeStatementTest {

  /** All attributes of all people, by person. */
  private static final Map<String, List<XmlNode>> STATEMENTS = new TreeMap<>();

  @BeforeAll
  static void deliver() {
    for (IdpProfile profile : IdpProfiles.load()) {
      Setting setting = new Setting(profile).with(greedy(profile));
      SignInRequest request =
          setting.accept(setting.request().postedSigned(setting.post(), Setting.SP_KEY));
      for (Candidate candidate : setting.idp.candidates(request)) {
        Made made =
            setting.idp.answer(
                request,
                new Decision.SignIn(candidate.person(), candidate.contexts().get(0)),
                "192.0.2.7",
                Deviations.NONE,
                null);
        // Some lack what a category demands, and get no assertion.
        if (!Opened.response(made.form()).all("saml:EncryptedAssertion").isEmpty()) {
          STATEMENTS.put(
              profile.id() + " " + candidate.person().id(),
              Opened.with(Setting.SP_KEY, made)
                  .assertion()
                  .all("saml:AttributeStatement/saml:Attribute"));
        }
      }
    }
    assertTrue(STATEMENTS.size() > 50, "hardly anybody: " + STATEMENTS.keySet());
  }

  private static SpMetadata greedy(IdpProfile profile) {
    List<String> categories = new ArrayList<>(profile.categories());
    categories.add("http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");
    return SpMetadata.usual(Setting.SP_KEY)
        .categories(categories.toArray(String[]::new))
        .requests(0, profile.attributes().stream().map(Attribute::oidName).toArray(String[]::new));
  }

  private static List<XmlNode> all() {
    return STATEMENTS.values().stream().flatMap(Collection::stream).toList();
  }

  private static Attribute registered(XmlNode attribute) {
    String name = attribute.attribute("Name").orElseThrow();
    return Attribute.of(name).orElseThrow(() -> new AssertionError("not registered: " + name));
  }

  private static List<String> values(XmlNode attribute) {
    return attribute.all("saml:AttributeValue").stream().map(XmlNode::text).toList();
  }

  /** ATTR-3.2-01 to -03, ATTR-3.1-17. */
  @Test
  void namesAreThoseOfTheRegistry() {
    for (XmlNode attribute : all()) {
      assertEquals(
          Optional.of("urn:oasis:names:tc:SAML:2.0:attrname-format:uri"),
          attribute.attribute("NameFormat"));
      assertEquals(
          Optional.of(registered(attribute).friendlyName()), attribute.attribute("FriendlyName"));
    }
  }

  /** ATTR-3.2-04, ATTR-3.1.1-01, DP-4-01. */
  @Test
  void aValueIsOneTextTypedAsString() {
    for (XmlNode attribute : all()) {
      for (XmlNode value : attribute.all("saml:AttributeValue")) {
        assertEquals("xs:string", value.element().getAttributeNS(SamlNs.XSI, "type"));
        Node only = value.element().getFirstChild();
        assertEquals(Node.TEXT_NODE, only.getNodeType());
        assertEquals(null, only.getNextSibling());
      }
    }
  }

  /** ATTR-2-01, ATTR-2-02, ATTR-3.1.2-01. */
  @Test
  void anAttributeStandsOnceWithOneValueWhereItHasOnlyOne() {
    STATEMENTS.forEach(
        (person, attributes) -> {
          assertEquals(
              attributes.size(),
              attributes.stream().map(AttributeStatementTest::registered).distinct().count(),
              person);
          for (XmlNode attribute : attributes) {
            int count = values(attribute).size();
            assertTrue(
                count == 1 || count > 1 && registered(attribute).multiValued(),
                () -> person + ": " + attribute);
          }
        });
  }

  /**
   * The forms of the table, by the patterns of the registry: ATTR-3.1-01, ATTR-3.1-03 to -07,
   * ATTR-3.1-09 to -11, ATTR-3.1-13, ATTR-3.1.1-02, ATTR-3.1.3-01, ATTR-3.3.1-01, EIDAS-2.1-01,
   * EIDAS-2.1-02, EIDAS-2.1-04, EIDAS-2.1-06, EIDAS-2.1-08, EIDAS-2.2-01.
   */
  @Test
  void valuesHaveTheFormOfTheTable() {
    for (XmlNode attribute : all()) {
      for (String value : values(attribute)) {
        assertTrue(!value.isEmpty() && registered(attribute).accepts(value), attribute::toString);
      }
    }
    for (Attribute each :
        List.of(
            Attribute.PERSONAL_IDENTITY_NUMBER,
            Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
            Attribute.DATE_OF_BIRTH,
            Attribute.GENDER,
            Attribute.COUNTRY,
            Attribute.ORG_AFFILIATION,
            Attribute.ORGANIZATION_IDENTIFIER,
            Attribute.PRID,
            Attribute.PRID_PERSISTENCE,
            Attribute.EIDAS_PERSON_IDENTIFIER,
            Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
            Attribute.TRANSACTION_IDENTIFIER)) {
      assertTrue(
          all().stream().anyMatch(attribute -> registered(attribute) == each),
          () -> "nobody has " + each);
    }
  }

  /** ATTR-3.1-02, ATTR-3.1-14, BID-2.1-01 to -05: what is given is the person's own. */
  @Test
  void whatIsGivenIsThePersonsOwn() {
    STATEMENTS.forEach(
        (key, attributes) -> {
          PersonFacts person = new PersonFacts(People.CAST.find(key.split(" ")[1]).orElseThrow());
          for (XmlNode attribute : attributes) {
            if (registered(attribute) != Attribute.TRANSACTION_IDENTIFIER) {
              assertEquals(person.values(registered(attribute)), values(attribute), key);
            }
          }
        });
  }
}
