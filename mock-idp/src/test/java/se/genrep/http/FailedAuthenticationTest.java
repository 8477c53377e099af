package se.genrep.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static se.genrep.http.TestService.RELAY_STATE;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.status;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.idp.MockIdp;
import se.genrep.saml.XmlNode;

/** Whose fault it is when somebody is not authenticated: identity providers differ. */
class FailedAuthenticationTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String REQUESTER = "urn:oasis:names:tc:SAML:2.0:status:Requester";
  private static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";
  private static final String AUTHN_FAILED = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";

  private static final Map<String, String> FAILED =
      Map.of(
          "cancel", "http://id.elegnamnden.se/status/1.0/cancel",
          "timeout", AUTHN_FAILED,
          "authn-failed", AUTHN_FAILED,
          "fraud", "http://id.elegnamnden.se/status/1.0/fraud",
          "possible-fraud", "http://id.elegnamnden.se/status/1.0/possibleFraud");

  private static MockFederation federation;
  private static TestService service;
  private static String control;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(
            MockFederation.options()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .control(ControlOptions.loopback(0)));
    service = new TestService(federation.pki());
    federation.federation().join("service", service.metadata().bytes());
    control = federation.controlUrl().orElseThrow().toString();
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  static Stream<Arguments> failures() {
    return FAILED.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(
                    Arguments.of(
                        "uncertified-bankid", each.getKey(), List.of(REQUESTER, each.getValue())),
                    Arguments.of(
                        "supplier-loa2-loa3", each.getKey(), List.of(RESPONDER, each.getValue()))));
  }

  /** What is no failed authentication has the same status everywhere. */
  static Stream<Arguments> faults() {
    return Stream.of("uncertified-bankid", "supplier-loa2-loa3")
        .flatMap(
            profile ->
                Stream.of(
                    Arguments.of(profile, "idp-broken", List.of(RESPONDER)),
                    Arguments.of(profile, "request-broken", List.of(REQUESTER))));
  }

  /** BID-5.2-01 to -06. */
  @ParameterizedTest
  @MethodSource({"failures", "faults"})
  void thePageAnswersTheStatusOfTheProfile(String profile, String outcome, List<String> expected) {
    MockIdp idp = federation.idp(profile);
    Response page = answer(idp, arrive(idp), outcome);
    if (!outcome.equals("cancel")) {
      assertEquals(expected.get(0), text(page, "top-status"));
      assertFalse(page.asString().contains("SAMLResponse"));
      page = answer(idp, page, "confirm");
    }
    XmlNode response = posted(page);
    assertEquals(expected, status(response));
    assertEquals(List.of(), response.all("saml:EncryptedAssertion"));
  }

  @ParameterizedTest
  @MethodSource({"failures", "faults"})
  void anInstructionAnswersTheStatusOfTheProfile(
      String profile, String outcome, List<String> expected) {
    Response arranged =
        given()
            .contentType("application/json")
            .body("{\"outcome\": \"" + outcome + "\"}")
            .post(control + "/v1/next");
    assertEquals(201, arranged.statusCode(), arranged.asString());
    assertEquals(expected.get(expected.size() - 1), arranged.jsonPath().getString("outcome"));

    assertEquals(expected, status(posted(arrive(federation.idp(profile)))));
  }

  @Test
  void theListOfOutcomesLeavesOutWhatIsOfTheProfile() {
    Response list = given().get(control + "/v1/outcomes");
    FAILED.forEach(
        (outcome, second) -> {
          Map<String, String> one = list.jsonPath().getMap("find { it.id == '" + outcome + "' }");
          assertFalse(one.containsKey("status"), outcome);
          assertEquals(second, one.get("secondStatus"));
        });
    assertEquals(RESPONDER, list.jsonPath().getString("find { it.id == 'idp-broken' }.status"));
  }

  private static Response arrive(MockIdp idp) {
    return form("en")
        .formParam(
            "SAMLRequest",
            service.signedPost(TestService.request(idp.location(false), NOW, List.of())))
        .formParam("RelayState", RELAY_STATE)
        .post(idp.location(false));
  }

  private static Response answer(MockIdp idp, Response page, String outcome) {
    assertEquals(200, page.statusCode(), page.asString());
    assertEquals(true, has(page, "page-choose") || has(page, "page-confirm"), page.asString());
    return form("en")
        .formParam("state", field(page, "state"))
        .formParam("outcome", outcome)
        .post(idp.entityId() + "/answer");
  }
}
