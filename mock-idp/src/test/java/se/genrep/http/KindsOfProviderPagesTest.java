package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.status;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.idp.MockIdp;
import se.genrep.registry.Attribute;
import se.genrep.registry.StatusCode;
import se.genrep.saml.PostBinding;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** A person's way at each kind of identity provider, over HTTP. */
class KindsOfProviderPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static MockFederation federation;
  private static TestService service;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    service = new TestService(federation.pki());
    federation
        .federation()
        .join(
            "service",
            service
                .metadata()
                .categories(
                    "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
                    "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
                    "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
                    "http://id.elegnamnden.se/ec/1.0/eidas-naturalperson",
                    "http://id.swedenconnect.se/ec/1.0/loa3-orgid",
                    "http://id.swedenconnect.se/contract/sc/eid-authorization-system",
                    "http://id.swedenconnect.se/contract/sc/eid-choice-2017",
                    "http://id.swedenconnect.se/contract/sc/prepaid-auth-2021",
                    "http://id.swedenconnect.se/contract/mock-proxy/bilateral")
                .bytes());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  @ParameterizedTest
  @CsvSource({
    "supplier-loa2-loa3, ordinary-woman, loa3",
    "supplier-without-samordningsnummer, ordinary-woman, loa3",
    "supplier-loa4, only-loa4, loa4",
    "eid-choice-2017, ordinary-woman, loa3",
    "uncertified-bankid, ordinary-woman, uncertified-loa3"
  })
  void signsInDirectly(String profile, String person, String level) {
    Response page = arrive(profile);
    assertTrue(has(page, "page-choose"), page.asString());
    XmlNode assertion = signedIn(answer(page, "person", person, "outcome", "sign-in"));
    assertEquals(level, level(assertion));
    assertTrue(assertion.toString().contains(number(person)));
  }

  /** TAR-2.1.2-02: what is delivered is shown before it is. */
  @Test
  void theEmployeeSeesWhatIsReleasedFirst() {
    Response shown = answer(arrive("employee-orgid"), "person", "employee", "outcome", "sign-in");
    assertTrue(has(shown, "page-release"), shown.asString());
    assertEquals("a.test@5599999975", text(shown, "released-orgAffiliation"));
    assertEquals("197810292388", text(shown, "released-personalIdentityNumber"));
    assertFalse(has(shown, "released-transactionIdentifier"));
    assertFalse(has(shown, "released-employeeHsaId"));
    XmlNode assertion = signedIn(resubmit(shown, "sign-in"));
    assertTrue(assertion.toString().contains("a.test@5599999975"));
  }

  /** TAR-2.1.2-03, DP-6.4-07. */
  @Test
  void theEmployeeCanCancelAfterwards() {
    Response shown = answer(arrive("employee-orgid"), "person", "employee", "outcome", "sign-in");
    XmlNode response = posted(resubmit(shown, "cancel"));
    assertEquals(List.of(StatusCode.RESPONDER.uri(), StatusCode.CANCEL.uri()), status(response));
    assertEquals(List.of(), response.all("saml:EncryptedAssertion"));
  }

  /** DP 5.3.2: the country comes first, and then its people alone. */
  @Test
  void theForeignPersonChoosesACountry() {
    Response countries = arrive("eidas-connector");
    assertTrue(has(countries, "page-authorities"), countries.asString());
    assertTrue(has(countries, "authority-no") && has(countries, "authority-ee"));
    Response people = answer(countries, "authority", "no");
    assertTrue(has(people, "person-eidas-prid"), people.asString());
    assertFalse(has(people, "person-eidas-mapped-personnummer"));
    assertTrue(text(people, "idp-name").endsWith("· MOCK Norge"), people.asString());
    // What was searched and the language keep the country.
    Response found = follow(people, "search", "prid", "show", "page");
    assertTrue(has(found, "person-eidas-prid"), found.asString());
    XmlNode assertion = signedIn(follow(found, "person", "eidas-prid", "outcome", "sign-in"));
    assertEquals("eidas-nf-sub", level(assertion));
    assertEquals(
        "https://no.eidas-node.genrep.example/mock",
        assertion.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority").text());
  }

  @Test
  void theChoiceOfACountryCanBeCancelled() {
    XmlNode response = posted(answer(arrive("eidas-connector"), "outcome", "cancel"));
    assertEquals(List.of(StatusCode.RESPONDER.uri(), StatusCode.CANCEL.uri()), status(response));
  }

  /** A person of another country cannot be had by asking for them. */
  @Test
  void aPersonOfAnotherCountryIsRefused() {
    Response people = answer(arrive("eidas-connector"), "authority", "no");
    Response refused = follow(people, "person", "eidas-mapped-personnummer", "outcome", "sign-in");
    assertEquals(400, refused.statusCode());
  }

  /** IB-2.2-01, IB-2.2-02: a bound number is looked for with consent only. */
  @ParameterizedTest
  @CsvSource({"sign-in, true", "sign-in-unbound, false"})
  void theForeignPersonDecidesAboutTheBoundNumber(String outcome, boolean delivered) {
    Response people = answer(arrive("eidas-connector"), "authority", "dk");
    Response asked = follow(people, "person", "eidas-mapped-personnummer", "outcome", "sign-in");
    assertTrue(has(asked, "binding-question"), asked.asString());
    XmlNode assertion = signedIn(resubmit(asked, outcome));
    for (Attribute attribute :
        List.of(
            Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
            Attribute.PERSONAL_IDENTITY_NUMBER_BINDING)) {
      assertEquals(delivered, assertion.toString().contains(attribute.oidName() + "\""));
    }
    assertTrue(assertion.toString().contains("DK:test-0000-1111"));
  }

  @Test
  void thePersonChoosesWhoAuthenticatesForTheProxy() {
    Response authorities = arrive("proxy");
    assertTrue(has(authorities, "page-authorities"), authorities.asString());
    Response people = answer(authorities, "authority", "password");
    assertTrue(has(people, "person-only-uncertified-loa2"), people.asString());
    assertFalse(has(people, "person-only-uncertified-loa3"));
    XmlNode assertion =
        signedIn(follow(people, "person", "only-uncertified-loa2", "outcome", "sign-in"));
    assertEquals("uncertified-loa2", level(assertion));
  }

  @Test
  void thePagesAreInBothLanguages() {
    String swedish =
        form("sv")
            .formParam("SAMLRequest", request("proxy"))
            .post(federation.idp("proxy").location(false))
            .asString();
    String english =
        form("en")
            .formParam("SAMLRequest", request("proxy"))
            .post(federation.idp("proxy").location(false))
            .asString();
    assertTrue(swedish.contains("Hur vill du legitimera dig?"), swedish);
    assertTrue(english.contains("How do you want to identify yourself?"), english);
  }

  private static String request(String profile) {
    MockIdp idp = federation.idp(profile);
    XmlNode request =
        XmlNode.root(
            Xml.parse(
                TestService.request(idp.location(false), NOW, List.of())
                    .getBytes(StandardCharsets.UTF_8)));
    XmlSigner.sign(request, service.keys(), SignatureAlgorithm.RSA_SHA256);
    return PostBinding.encode(Xml.bytes(request.element()));
  }

  private static Response arrive(String profile) {
    Response page =
        form("sv")
            .formParam("SAMLRequest", request(profile))
            .formParam("RelayState", TestService.RELAY_STATE)
            .post(federation.idp(profile).location(false));
    assertEquals(200, page.statusCode(), page.asString());
    return page;
  }

  /** Where the last form of the page goes: the answer, not the search. */
  private static String action(Response page) {
    List<String> actions =
        page.htmlPath().getList("**.findAll { it.name() == 'form' }.@action", String.class);
    return federation.baseUrl() + actions.get(actions.size() - 1);
  }

  private static Response answer(Response page, String... fields) {
    return follow(page, fields);
  }

  private static Response follow(Response page, String... fields) {
    var form = form("sv").formParam("state", field(page, "state"));
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    return form.post(action(page));
  }

  private static Response resubmit(Response page, String outcome) {
    return follow(
        page,
        "person",
        field(page, "person"),
        "context",
        field(page, "context"),
        "shown",
        field(page, "shown"),
        "outcome",
        outcome);
  }

  private static XmlNode signedIn(Response page) {
    XmlNode response = posted(page);
    assertEquals(List.of("urn:oasis:names:tc:SAML:2.0:status:Success"), status(response));
    return service.assertion(response);
  }

  private static String level(XmlNode assertion) {
    String uri =
        assertion.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef").text();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static String number(String person) {
    return federation.cast().person(person).number().orElseThrow();
  }
}
