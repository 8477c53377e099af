package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.Matching;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.pki.KeyType;

class DiscoveryTest {

  private static final String LOA3 = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
  private static final String MOBILE = "http://id.elegnamnden.se/sprop/1.0/mobile-auth";
  private static final String SYSTEM =
      "http://id.swedenconnect.se/contract/sc/eid-authorization-system";
  private static final String BACK = "https://sp.example.org/disco?here=1";

  private static MockFederation federation;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options());
    join(
        "urn:all",
        response(0, null, BACK) + response(1, null, "https://sp.example.org/2"),
        LOA3,
        SYSTEM);
    join("urn:no-contract", response(0, null, BACK), LOA3, MOBILE);
    join("urn:nothing", response(0, null, BACK), SpMetadata.PUBLIC);
    join("urn:undeclared", "", LOA3);
    join(
        "urn:hostile",
        "<mdui:UIInfo><mdui:DisplayName xml:lang=\"sv\">&lt;script&gt;alert(1)&lt;/script&gt;"
            + "\u202Eevil</mdui:DisplayName><mdui:Logo height=\"1\" width=\"1\">"
            + "javascript:alert(1)</mdui:Logo></mdui:UIInfo>"
            + response(0, null, BACK),
        LOA3);
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static void join(String entityId, String extensions, String... categories) {
    federation
        .federation()
        .join(
            entityId,
            SpMetadata.of(entityId)
                .key("", federation.pki().credential("sp", KeyType.RSA_2048), "")
                .categories(categories)
                .roleExtensions(extensions)
                .bytes());
  }

  private static String response(int index, Boolean isDefault, String location) {
    return "<idpdisc:DiscoveryResponse"
        + " Binding=\"urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol\""
        + (" index=\"" + index + "\"" + (isDefault == null ? "" : " isDefault=\"true\""))
        + (" Location=\"" + location + "\"/>");
  }

  /** EC-1.4-01. */
  @Test
  void thoseThatMatchAreShownAndTheOthersWithTheirReasons() {
    for (String entityId : List.of("urn:all", "urn:no-contract", "urn:nothing")) {
      var sp = federation.federation().serviceProvider(entityId).orElseThrow();
      Response page = discover("entityID=" + entityId);
      assertEquals(200, page.statusCode(), page.asString());
      List<String> shown = new ArrayList<>();
      List<String> hidden = new ArrayList<>();
      for (MockIdp idp : federation.idps()) {
        var entity = federation.federation().entity(idp.entityId()).orElseThrow();
        (Matching.judge(sp, entity).isEmpty() ? shown : hidden).add(idp.entityId());
      }
      assertEquals(shown, entities(page, "choice"), entityId);
      assertEquals(hidden, entities(page, "hidden"), entityId);
    }
  }

  /** EC-1.3-04: a supplier under contract is not for a service without it. */
  @Test
  void theReasonNamesTheRuleAndWhatBothDeclare() {
    Response page = discover("entityID=urn:no-contract");
    String supplier = federation.idp("supplier-loa2-loa3").entityId();
    assertTrue(entities(page, "hidden").contains(supplier));
    String html = page.asString().substring(page.asString().indexOf(supplier));
    assertTrue(html.contains("data-requirement=\"EC-1.3-04\""), html);
    assertTrue(html.contains("eid-authorization-system"), html);
    assertTrue(html.contains("nothing of the kind"), html);
  }

  @Test
  void whoAsksForNothingSeesNobody() {
    Response page = discover("entityID=urn:nothing");
    assertTrue(has(page, "no-match"));
    assertFalse(has(page, "choices"));
    assertEquals(federation.idps().size(), entities(page, "hidden").size());
  }

  @Test
  void theChoiceLeadsBackWithTheEntityId() {
    Response page =
        discover("entityID=urn:all&returnIDParam=i%26d&return=" + encoded(BACK + "&z=2"));
    String idp = federation.idp("supplier-loa2-loa3").entityId();
    String link =
        page.htmlPath().getString("**.find { it.@'data-entity-id' == '" + idp + "' }.@href");
    assertEquals(BACK + "&z=2&i%26d=" + encoded(idp), link);
    assertEquals(
        BACK + "&z=2",
        page.htmlPath().getString("**.find { it.@'data-testid' == 'without' }.@href"));
  }

  @Test
  void withoutAReturnAddressTheDefaultOfTheMetadataIsTaken() {
    Response page = discover("entityID=urn:all");
    assertEquals(
        BACK, page.htmlPath().getString("**.find { it.@'data-testid' == 'without' }.@href"));
    String other = "https://sp.example.org/2";
    Response second = discover("entityID=urn:all&return=" + encoded(other));
    assertEquals(
        other, second.htmlPath().getString("**.find { it.@'data-testid' == 'without' }.@href"));
  }

  @Test
  void aPassiveRequestComesBackWithoutAChoice() {
    Response answer = discover("entityID=urn:all&isPassive=true");
    assertEquals(302, answer.statusCode());
    assertEquals(BACK, answer.header("Location"));
    assertEquals(200, discover("entityID=urn:all&isPassive=false").statusCode());
    assertEquals(400, discover("entityID=urn:all&isPassive=1").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://sp.example.org/disco/",
        "https://sp.example.org/DISCO",
        "https://sp.example.org/disco#fragment",
        "https://sp.example.org:8443/disco",
        "https://sp.example.org@evil.example/disco",
        "http://sp.example.org/disco",
        "//sp.example.org/disco",
        "javascript:alert(1)",
        "https://sp.example.org/disco?a b",
        ""
      })
  void nobodyIsSentWhereTheMetadataDoesNotSay(String address) {
    Response page = discover("entityID=urn:all&return=" + encoded(address));
    assertEquals(400, page.statusCode(), page.asString());
    assertTrue(text(page, "detail").contains("DiscoveryResponse"), page.asString());
    assertEquals(
        400, discover("entityID=urn:all&isPassive=true&return=" + encoded(address)).statusCode());
  }

  /** DP-2.1.2-12. */
  @Test
  void aServiceWithoutADeclaredAddressIsToldWhatToAdd() {
    Response page = discover("entityID=urn:undeclared&return=" + encoded(BACK));
    assertEquals(400, page.statusCode());
    assertTrue(text(page, "detail").contains("DP-2.1.2-12"), page.asString());
  }

  @Test
  void refusesWhatTheProtocolDoesNotAllow() {
    assertEquals(400, discover("lang=en").statusCode());
    assertEquals(403, discover("entityID=urn:nobody").statusCode());
    assertEquals(400, discover("entityID=urn:all&policy=urn:other").statusCode());
    assertEquals(400, discover("entityID=urn:all&returnIDParam=").statusCode());
    assertEquals(400, discover("entityID=urn:all&returnIDParam=here").statusCode());
    assertEquals(400, discover("entityID=urn:all&entityID=urn:nothing").statusCode());
    assertEquals(
        200,
        discover(
                "entityID=urn:all&policy="
                    + encoded("urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol:single"))
            .statusCode());
  }

  @Test
  void aHostileNameIsOnlyText() {
    Response page = discover("entityID=urn:hostile");
    assertEquals(200, page.statusCode());
    assertFalse(page.asString().contains("<script>alert"), page.asString());
    assertFalse(page.asString().contains("javascript:"), page.asString());
    assertFalse(page.asString().contains("\u202E"), page.asString());
    assertTrue(page.asString().contains("&lt;script&gt;"), page.asString());
  }

  @Test
  void theOtherLanguageKeepsTheRequest() {
    Response page = discover("entityID=urn:all&returnIDParam=x");
    String other = page.htmlPath().getString("**.find { it.@'data-testid' == 'language' }.@href");
    assertEquals("/discovery?entityID=urn:all&returnIDParam=x&lang=sv", other);
    Response swedish = browser("en").get(federation.baseUrl() + other);
    assertEquals("Välj legitimeringstjänst", text(swedish, "title"));
    assertEquals(entities(page, "choice"), entities(swedish, "choice"));
    String back = swedish.htmlPath().getString("**.find { it.@'data-testid' == 'language' }.@href");
    assertEquals("/discovery?entityID=urn:all&returnIDParam=x&lang=en", back);
  }

  private static Response discover(String query) {
    return browser("en")
        .redirects()
        .follow(false)
        .get(federation.baseUrl() + "/discovery?" + query);
  }

  private static List<String> entities(Response page, String testId) {
    List<String> found = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("data-testid=\"" + testId + "\" data-entity-id=\"([^\"]*)\"")
            .matcher(page.asString());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
