package se.genrep.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.redirect;
import static se.genrep.http.TestService.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.registry.Attribute;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** The control API as its document says, and what it brings about at the identity providers. */
class ControlApiTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
  private static final String CANCEL = "http://id.elegnamnden.se/status/1.0/cancel";
  private static final String PROFILE = "supplier-loa2-loa3";

  private static MockFederation federation;
  private static MockIdp idp;
  private static TestService service;
  private static String control;
  private static OpenApi openApi;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(
            MockFederation.options()
                .clock(Clock.fixed(NOW, java.time.ZoneOffset.UTC))
                .control(ControlOptions.loopback(0)));
    idp = federation.idp(PROFILE);
    service = new TestService(federation.pki());
    federation.federation().join("service", service.metadata().bytes());
    control = federation.controlUrl().orElseThrow().toString();
    openApi = new OpenApi(given().get(control + "/openapi.json").asString());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  @BeforeEach
  void reset() {
    assertEquals(204, call("POST", "/v1/reset", "/v1/reset", null).statusCode());
  }

  /** Calls, and holds the answer against the document. */
  private static Response call(String method, String template, String path, String json) {
    var request = given().urlEncodingEnabled(false);
    if (json != null) {
      request.contentType("application/json").body(json);
    }
    return openApi.require(method, template, request.request(method, control + path));
  }

  private static Response call(String method, String path, String json) {
    return call(method, path, path, json);
  }

  private static Response signIn() {
    return browser("en").get(redirect(idp, NOW));
  }

  private static String number(Response page) {
    XmlNode assertion = service.assertion(posted(page));
    return assertion.all("saml:AttributeStatement").stream()
        .flatMap(statement -> statement.all("saml:Attribute").stream())
        .filter(
            a ->
                a.attribute("Name")
                    .orElseThrow()
                    .equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()))
        .map(a -> a.at("saml:AttributeValue").text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDocumentAndTheRoutesAreTheSame() {
    assertEquals(ControlApi.routes(parts()).all(), openApi.all());
    String yaml = given().get(control + "/openapi.yaml").asString();
    assertTrue(yaml.startsWith("openapi: 3.1.0"), yaml);
  }

  private static ControlParts parts() {
    return new ControlParts(
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Optional.empty());
  }

  @Test
  void everyListAnswersAsDescribed() {
    for (String path :
        List.of(
            "/",
            "/v1/persons",
            "/v1/service-providers",
            "/v1/identity-providers",
            "/v1/deviations",
            "/v1/outcomes",
            "/v1/next",
            "/v1/auto",
            "/v1/exchanges",
            "/v1/history",
            "/v1/clock")) {
      assertEquals(200, call("GET", path, null).statusCode(), path);
    }
    assertTrue(call("GET", "/v1/persons", null).jsonPath().getList("id").size() >= 60);
    assertTrue(call("GET", "/v1/deviations", null).jsonPath().getList("id").size() >= 70);
    assertEquals(
        List.of(SpMetadata.ENTITY_ID),
        call("GET", "/v1/service-providers", null).jsonPath().getList("entityId"));
    assertEquals(
        1,
        call("GET", "/v1/persons", "/v1/persons?search=197610122389", null)
            .jsonPath()
            .getList("id")
            .size());
  }

  @Test
  void theNextRequestIsAnsweredAsArrangedAndTheOneAfterAsksAgain() {
    assertEquals(201, call("POST", "/v1/next", "{\"outcome\": \"cancel\"}").statusCode());
    assertEquals(1, call("GET", "/v1/next", null).jsonPath().getList("").size());

    assertEquals(CANCEL, status(posted(signIn())).get(1));
    assertTrue(has(signIn(), "page-choose"));
    assertEquals(0, call("GET", "/v1/next", null).jsonPath().getList("").size());
  }

  @Test
  void anInstructionForSomebodyElseWaits() {
    call("POST", "/v1/next", "{\"identityProvider\": \"uncertified-bankid\"}");
    call("POST", "/v1/next", "{\"serviceProvider\": \"https://other.example/\"}");

    assertTrue(has(signIn(), "page-choose"));
    assertEquals(2, call("GET", "/v1/next", null).jsonPath().getList("").size());
    assertEquals(204, call("DELETE", "/v1/next", null).statusCode());
    assertEquals(0, call("GET", "/v1/next", null).jsonPath().getList("").size());
  }

  @Test
  void everyRequestIsAnsweredAloneUntilItEnds() {
    assertEquals(200, call("PUT", "/v1/auto", "{\"person\": \"ordinary-man\"}").statusCode());

    assertEquals("199310072393", number(signIn()));
    assertEquals("199310072393", number(signIn()));
    Response refused =
        browser("en").get(redirect(idp, NOW, "http://id.elegnamnden.se/loa/1.0/loa4"));
    assertNotEquals(SUCCESS, status(posted(refused)).get(0));

    assertEquals(204, call("DELETE", "/v1/auto", null).statusCode());
    assertTrue(has(signIn(), "page-choose"));
  }

  @Test
  void anExchangeIsOfOneBrowserByCookieOrHeader() {
    Response armed =
        call(
            "POST", "/v1/exchanges", "{\"id\": \"mine\", \"deviations\": [\"foreign-recipient\"]}");
    assertEquals(201, armed.statusCode());
    assertEquals("genrep-exchange=mine", armed.jsonPath().getString("cookie"));

    for (Map<String, String> header :
        List.of(
            Map.of("Cookie", armed.jsonPath().getString("cookie")),
            Map.of("Genrep-Exchange", "mine"))) {
      Response page = browser("en").headers(header).get(redirect(idp, NOW));
      XmlNode data =
          service
              .assertion(posted(page))
              .at("saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData");
      assertNotEquals(TestService.ACS, data.attribute("Recipient").orElseThrow());
    }
    assertTrue(has(signIn(), "page-choose"));
    Response seen = call("GET", "/v1/exchanges/{id}", "/v1/exchanges/mine", null);
    assertTrue(seen.jsonPath().getBoolean("answered"));
    assertFalse(seen.jsonPath().getList("events").isEmpty());
    assertEquals(409, call("POST", "/v1/exchanges", "{\"id\": \"mine\"}").statusCode(), "taken");
    assertEquals(
        204, call("DELETE", "/v1/exchanges/{id}", "/v1/exchanges/mine", null).statusCode());
    assertEquals(404, call("GET", "/v1/exchanges/{id}", "/v1/exchanges/mine", null).statusCode());
  }

  @Test
  void theSameSwitchesTravelWithACall() {
    String json = "{\"person\": \"ordinary-man\", \"clockOffsetSeconds\": -7200}";
    String cookie =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"outcome\": \"cancel\"}".getBytes(StandardCharsets.UTF_8));

    Response late =
        browser("en")
            .header("Genrep-Script", json)
            .get(redirect(idp, NOW.minus(Duration.ofHours(2))));
    assertEquals(
        NOW.minus(Duration.ofHours(2)),
        Instant.parse(posted(late).attribute("IssueInstant").orElseThrow()));
    assertEquals("199310072393", number(late));
    Response cancelled = browser("en").cookie("genrep-script", cookie).get(redirect(idp, NOW));
    assertEquals(CANCEL, status(posted(cancelled)).get(1));

    Response down =
        browser("en")
            .header("Genrep-Script", "{\"outage\": {\"kind\": \"unavailable\"}}")
            .get(redirect(idp, NOW));
    assertEquals(503, down.statusCode());
    for (String wrong : List.of("{\"hold\": true}", "{\"person\": \"nobody\"}", "{", "[]")) {
      Response page = browser("en").header("Genrep-Script", wrong).get(redirect(idp, NOW));
      assertEquals(400, page.statusCode(), wrong);
      assertTrue(has(page, "page-problem"), wrong);
    }
  }

  @Test
  void valuesChangeForOneExchange() {
    call(
        "POST",
        "/v1/exchanges",
        "{\"id\": \"changed\", \"attributes\": {\"sn\": \"Xylofonsson\", \"displayName\": [\"A"
            + " Xylofonsson\"]}}");

    Response page = browser("en").header("Genrep-Exchange", "changed").get(redirect(idp, NOW));

    assertTrue(service.assertion(posted(page)).toString().contains(">Xylofonsson<"));
    assertFalse(
        call("GET", "/v1/persons", null).asString().contains("Xylofonsson"),
        "the person is as before");
  }

  @Test
  void numbersThatMayBeSomebodysAreRefused() {
    for (String[] attempt :
        new String[][] {
          {"/v1/next", "{\"attributes\": {\"sn\": \"19900101-0017\"}}"},
          {
            "/v1/persons",
            "{\"id\": \"x\", \"levels\": \"loa3\", \"attributes\": {\"personalIdentityNumber\":"
                + " \"199001010017\", \"displayName\": \"X\"}}"
          }
        }) {
      Response refused = call("POST", attempt[0], attempt[1]);
      assertEquals(422, refused.statusCode(), attempt[1] + refused.asString());
      assertTrue(refused.asString().contains("may belong to somebody"), refused.asString());
    }
    assertEquals(
        201,
        call("POST", "/v1/next", "{\"attributes\": {\"personalIdentityNumber\": \"197610122388\"}}")
            .statusCode(),
        "a wrong check digit is nobody's");
  }

  @Test
  void peopleAreAddedAndRemoved() {
    String json =
        "{\"id\": \"my-own\", \"levels\": [\"loa3\"], \"attributes\": {\"personalIdentityNumber\":"
            + " \"197610122389\", \"givenName\": \"Vera\", \"sn\": \"Provsson\"}}";
    Response added = call("POST", "/v1/persons", json);
    assertEquals(201, added.statusCode(), added.asString());
    assertTrue(added.jsonPath().getBoolean("added"));
    assertEquals(409, call("POST", "/v1/persons", json).statusCode());
    call("PUT", "/v1/auto", "{\"person\": \"my-own\"}");
    assertTrue(service.assertion(posted(signIn())).toString().contains("Vera Provsson"));

    assertEquals(
        409, call("DELETE", "/v1/persons/{id}", "/v1/persons/ordinary-woman", null).statusCode());
    assertEquals(204, call("DELETE", "/v1/persons/{id}", "/v1/persons/my-own", null).statusCode());
    assertEquals(404, call("GET", "/v1/persons/{id}", "/v1/persons/my-own", null).statusCode());
  }

  @Test
  void membersJoinAndLeave() {
    String other = "https://other-sp.example/";
    String xml =
        new String(service.metadata().bytes(), StandardCharsets.UTF_8)
            .replace(SpMetadata.ENTITY_ID, other);
    Response joined =
        openApi.require(
            "POST",
            "/v1/service-providers",
            given()
                .contentType("application/samlmetadata+xml")
                .body(xml.getBytes(StandardCharsets.UTF_8))
                .post(control + "/v1/service-providers"));
    assertEquals(201, joined.statusCode(), joined.asString());
    assertTrue(federation.federation().serviceProvider(other).isPresent());
    assertTrue(
        joined.jsonPath().getList("findings.requirement").contains("TAR-3.6.1-01"),
        joined.asString());

    Response wrong =
        openApi.require(
            "POST",
            "/v1/service-providers",
            given()
                .contentType("application/xml")
                .body("<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8))
                .post(control + "/v1/service-providers"));
    assertEquals(422, wrong.statusCode(), wrong.asString());

    assertFalse(wrong.jsonPath().getBoolean("report.accepted"));
    assertEquals(
        422,
        call("POST", "/v1/service-providers", "{\"url\": \"file:///etc/passwd\"}").statusCode());

    String path = "/v1/service-providers?name=" + joined.jsonPath().getString("name");
    assertEquals(204, call("DELETE", "/v1/service-providers", path, null).statusCode());
    assertTrue(federation.federation().serviceProvider(other).isEmpty());
    assertEquals(404, call("DELETE", "/v1/service-providers", path, null).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"unavailable, 503", "garbage, 200"})
  void anOutageIsOfOneIdentityProvider(String kind, int status) {
    String path = "/v1/identity-providers/" + PROFILE + "/outage";
    String template = "/v1/identity-providers/{profile}/outage";
    assertEquals(200, call("PUT", template, path, "{\"kind\": \"" + kind + "\"}").statusCode());

    Response page = signIn();
    assertEquals(status, page.statusCode());
    assertFalse(has(page, "page-choose"));
    assertTrue(
        has(
            browser("en").get(redirect(federation.idp("uncertified-bankid"), NOW)),
            "page-confirm"));

    assertEquals(204, call("DELETE", template, path, null).statusCode());
    assertTrue(has(signIn(), "page-choose"));
  }

  @Test
  void anIdentityProviderThatIsDownEndsConnections() {
    call(
        "PUT",
        "/v1/identity-providers/{profile}/outage",
        "/v1/identity-providers/" + PROFILE + "/outage",
        "{\"kind\": \"down\"}");

    assertThrows(Exception.class, ControlApiTest::signIn);
  }

  @Test
  void anExpiredCertificateIsInMetadataUntilTheOutageEnds() throws Exception {
    String template = "/v1/identity-providers/{profile}/outage";
    String path = "/v1/identity-providers/" + PROFILE + "/outage";
    X509Certificate valid = publishedSigner();
    valid.checkValidity(Date.from(NOW));

    Response begun = call("PUT", template, path, "{\"kind\": \"expired-certificate\"}");
    assertEquals("expired-certificate", begun.jsonPath().getString("outage.kind"));
    X509Certificate expired = publishedSigner();
    assertThrows(CertificateExpiredException.class, () -> expired.checkValidity(Date.from(NOW)));
    assertEquals(valid.getPublicKey(), expired.getPublicKey());
    assertTrue(has(signIn(), "page-choose"));

    call("DELETE", template, path, null);
    assertEquals(valid, publishedSigner());
    assertEquals(
        422,
        call("POST", "/v1/exchanges", "{\"outage\": {\"kind\": \"expired-certificate\"}}")
            .statusCode());
  }

  private static X509Certificate publishedSigner() throws Exception {
    XmlNode role =
        XmlNode.root(Xml.parse(given().get(idp.entityId() + "/metadata").asByteArray()))
            .at("md:IDPSSODescriptor");
    String text =
        role.all("md:KeyDescriptor").get(0).at("ds:KeyInfo/ds:X509Data/ds:X509Certificate").text();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new java.io.ByteArrayInputStream(Base64.getMimeDecoder().decode(text)));
  }

  @Test
  void keysRollOverStepByStep() {
    String template = "/v1/identity-providers/{profile}/rollover";
    String path = "/v1/identity-providers/uncertified-bankid/rollover";
    assertEquals(422, call("POST", template, path, "{\"step\": \"switch\"}").statusCode());
    for (String step : List.of("publish-next", "switch", "retire-old")) {
      Response taken = call("POST", template, path, "{\"step\": \"" + step + "\"}");
      assertEquals(200, taken.statusCode(), taken.asString());
    }
    assertEquals(422, call("POST", template, path, "{\"step\": \"forward\"}").statusCode());
  }

  @Test
  void aSlowOneAnswersLate() {
    call(
        "PUT",
        "/v1/identity-providers/{profile}/outage",
        "/v1/identity-providers/" + PROFILE + "/outage",
        "{\"kind\": \"slow\", \"seconds\": 1}");
    long before = System.nanoTime();

    assertTrue(has(signIn(), "page-choose"));

    assertTrue(System.nanoTime() - before >= Duration.ofSeconds(1).toNanos());
  }

  @Test
  void theHistoryHoldsMessagesAndTheAssertion() {
    call(
        "POST",
        "/v1/exchanges",
        "{\"id\": \"told\", \"person\": \"ordinary-man\", \"deviations\":"
            + " [\"foreign-recipient\"]}");
    browser("en").header("Genrep-Exchange", "told").get(redirect(idp, NOW));
    browser("en").get(redirect(idp, NOW, "http://id.elegnamnden.se/loa/1.0/loa4"));

    Response list = call("GET", "/v1/history", null);
    assertEquals(List.of("refused", "accepted"), list.jsonPath().getList("verdict"));
    assertEquals(List.of("foreign-recipient"), list.jsonPath().getList("[1].deviations"));
    String id = list.jsonPath().getString("[1].id");
    Response one = call("GET", "/v1/history/{id}", "/v1/history/" + id, null);
    assertEquals("told", one.jsonPath().getString("exchange"));
    assertEquals("sign-in", one.jsonPath().getString("outcome"));
    assertTrue(one.jsonPath().getString("request.xml").contains("AuthnRequest"));
    assertTrue(one.jsonPath().getString("answer.xml").contains("EncryptedAssertion"));
    assertTrue(one.jsonPath().getString("answer.assertion").contains("199310072393"));
    assertTrue(one.jsonPath().getBoolean("answer.steps[0].changed"));
    assertEquals(
        1,
        call("GET", "/v1/history", "/v1/history?exchange=told&limit=5", null)
            .jsonPath()
            .getList("")
            .size());
    assertEquals(204, call("DELETE", "/v1/history", null).statusCode());
    assertEquals(0, call("GET", "/v1/history", null).jsonPath().getList("").size());
  }

  @Test
  void whatAPersonChoosesIsInTheHistoryToo() {
    Response page = signIn();
    TestService.form("en")
        .formParam("state", TestService.field(page, "state"))
        .formParam("person", "ordinary-woman")
        .formParam("outcome", "sign-in")
        .formParam("context", "")
        .post(idp.entityId() + "/answer");

    Response list = call("GET", "/v1/history", null);
    assertEquals(List.of("ordinary-woman"), list.jsonPath().getList("person"));
    assertEquals(List.of("accepted"), list.jsonPath().getList("verdict"));
  }

  @Test
  void theClockMovesForTheWholeFederation() {
    Response moved = call("PUT", "/v1/clock", "{\"offsetSeconds\": 3600}");
    assertEquals(NOW.plusSeconds(3600).toString(), moved.jsonPath().getString("now"));
    call("PUT", "/v1/auto", "{}");

    Response page = browser("en").get(redirect(idp, NOW.plusSeconds(3600)));
    assertEquals(
        NOW.plusSeconds(3600), Instant.parse(posted(page).attribute("IssueInstant").orElseThrow()));

    call("PUT", "/v1/clock", "{\"now\": \"2027-01-01T00:00:00Z\"}");
    assertEquals(
        "2027-01-01T00:00:00Z", call("GET", "/v1/clock", null).jsonPath().getString("now"));
    assertEquals(NOW.toString(), call("DELETE", "/v1/clock", null).jsonPath().getString("now"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"persn\": \"ordinary-man\"}",
        "{\"person\": \"ordinary-mann\"}",
        "{\"person\": [\"ordinary-man\"]}",
        "{\"outcome\": \"explode\"}",
        "{\"deviations\": [\"foreign-recipent\"]}",
        "{\"level\": \"loa3\"}",
        "{\"hold\": true}",
        "{\"outage\": {\"kind\": \"down\"}}",
        "{\"clockOffsetSeconds\": 5}",
        "{\"attributes\": {\"surname\": \"X\"}}",
        "{\"identityProvider\": \"nobody\"}",
        "&a [*a, *a]",
        "\u0000"
      })
  void aWrongInstructionIsRefusedWithWhatToDo(String json) {
    Response refused = call("POST", "/v1/next", json);

    assertEquals(422, refused.statusCode(), refused.asString());
    assertFalse(refused.jsonPath().getString("remedy").isEmpty());
    assertFalse(refused.asString().contains("Exception"), refused.asString());
    assertEquals(0, call("GET", "/v1/next", null).jsonPath().getList("").size());
  }

  @Test
  void clocksAndOutagesThatMakeNoSenseAreRefused() {
    for (String json :
        List.of(
            "{}",
            "{\"now\": \"tomorrow\"}",
            "{\"offsetSeconds\": 999999999}",
            "{\"now\": 1, \"offsetSeconds\": 2}")) {
      assertEquals(422, call("PUT", "/v1/clock", json).statusCode(), json);
    }
    for (String json :
        List.of(
            "{}",
            "{\"kind\": \"tired\"}",
            "{\"kind\": \"slow\"}",
            "{\"kind\": \"slow\", \"seconds\": 0}",
            "{\"kind\": \"slow\", \"seconds\": 601}",
            "{\"kind\": \"down\", \"seconds\": 1}")) {
      Response refused =
          call(
              "PUT",
              "/v1/identity-providers/{profile}/outage",
              "/v1/identity-providers/" + PROFILE + "/outage",
              json);
      assertEquals(422, refused.statusCode(), json);
    }
    assertTrue(has(signIn(), "page-choose"));
  }

  @Test
  void pagesAndOtherNamesAreKeptOut() {
    for (Map<String, String> headers :
        List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Origin", federation.baseUrl()),
            Map.of("Host", "evil.example:80"))) {
      Response refused = given().headers(headers).get(control + "/v1/persons");
      assertEquals(403, refused.statusCode(), headers.toString());
      openApi.require("GET", "/v1/persons", refused);
    }
    Response form =
        given()
            .contentType("text/plain")
            .body("{\"outcome\": \"cancel\"}")
            .post(control + "/v1/next");
    assertEquals(415, form.statusCode());
  }

  @Test
  void theControlPortSpeaksNoProtocolAndTheProtocolPortHasNoControl() {
    assertEquals(404, given().get(control + "/metadata").statusCode());
    assertEquals(404, given().get(federation.baseUrl() + "/v1/persons").statusCode());
    assertEquals(405, given().delete(control + "/v1/reset").statusCode());
    assertEquals("POST", given().get(control + "/v1/reset").header("Allow"));
    assertEquals(404, given().get(control + "/v1/persons/a/b").statusCode());
    assertEquals(400, given().get(control + "/v1/history?limit=0").statusCode());
    assertEquals(400, given().get(control + "/v1/history?colour=red").statusCode());
  }

  @Test
  void aTokenIsNeededWhereThereIsOne() throws Exception {
    ControlOptions guarded =
        new ControlOptions("localhost", 0, java.util.Optional.of("a-token-of-some-length"));
    try (MockFederation other = MockFederation.start(MockFederation.options().control(guarded))) {
      String url = other.controlUrl().orElseThrow() + "/v1/clock";
      assertEquals(401, given().get(url).statusCode());
      assertEquals("Bearer", given().get(url).header("WWW-Authenticate"));
      assertEquals(
          401, given().header("Authorization", "Bearer a-token-of-some").get(url).statusCode());
      Response good = given().header("Authorization", "Bearer a-token-of-some-length").get(url);
      assertEquals(200, good.statusCode());
      assertEquals(0, new ObjectMapper().readTree(good.asString()).get("offsetSeconds").asInt());
    }
  }
}
