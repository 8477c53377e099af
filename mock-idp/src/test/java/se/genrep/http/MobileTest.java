package se.genrep.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.status;

import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.idp.MockIdp;

/** EC 3.1: identity providers that declare mobile-auth are for telephones and for desks. */
class MobileTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String TELEPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
  private static final String DESK =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  /** The narrowest screens that are about, in CSS pixels; a rem is 16 of them. */
  private static final double NARROWEST = 320;

  private static MockFederation federation;
  private static TestService service;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    service = new TestService(federation.pki());
    federation.federation().join("service", service.metadata().bytes());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  /** EC-3.1-01, EC-3.1-04: nothing but the page is needed, and it is there for both. */
  @ParameterizedTest
  @CsvSource({"supplier-loa2-loa3", "uncertified-bankid"})
  void whoSignsInHasATelephoneOrADesk(String profile) {
    MockIdp idp = federation.idp(profile);
    for (String browser : List.of(TELEPHONE, DESK)) {
      Response page = arrive(idp, browser);
      assertTrue(has(page, "page-choose"), page.asString());
      Response done =
          form("sv")
              .header("User-Agent", browser)
              .formParam("state", field(page, "state"))
              .formParam("person", "ordinary-woman")
              .formParam("outcome", "sign-in")
              .post(idp.entityId() + "/answer");
      assertEquals(List.of("urn:oasis:names:tc:SAML:2.0:status:Success"), status(posted(done)));
    }
  }

  /** EC-3.1-02: as wide as the screen, with nothing that is wider. */
  @Test
  void thePageFitsANarrowScreen() {
    Response page = arrive(federation.idp("supplier-loa2-loa3"), TELEPHONE);
    assertEquals(
        "width=device-width, initial-scale=1",
        page.htmlPath().getString("**.find { it.@name == 'viewport' }.@content"));
    String sheet = page.htmlPath().getString("**.find { it.@rel == 'stylesheet' }.@href");
    String css =
        given().get(federation.baseUrl() + sheet).then().statusCode(200).extract().asString();
    List<String> widths =
        Pattern.compile("[;{\\s](?:min-)?width:\\s*([\\d.]+)(px|rem|em)\\s*[;}]")
            .matcher(css)
            .results()
            .filter(MobileTest::isTooWide)
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), widths);
    assertTrue(css.contains("overflow-wrap: anywhere"), "a long word makes the page wider");
    assertEquals(List.of(), page.htmlPath().getList("**.findAll { it.name() == 'table' }"));
  }

  private static boolean isTooWide(MatchResult width) {
    double number = Double.parseDouble(width.group(1));
    return (width.group(2).equals("px") ? number : number * 16) > NARROWEST;
  }

  private static Response arrive(MockIdp idp, String browser) {
    return form("sv")
        .header("User-Agent", browser)
        .formParam(
            "SAMLRequest",
            service.signedPost(TestService.request(idp.location(false), NOW, List.of())))
        .formParam("RelayState", TestService.RELAY_STATE)
        .post(idp.location(false));
  }
}
