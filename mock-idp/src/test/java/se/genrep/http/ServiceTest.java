package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.redirect;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.EntityMetadata;

/** How a service provider's own texts and pictures are shown (DP 5.4.3): as data, never as code. */
class ServiceTest {

  private static final String PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

  private static MockFederation federation;
  private static TestService service;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options());
    service = new TestService(federation.pki());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static EntityMetadata join(String uiInfo) {
    return federation.federation().join("service", service.metadata(uiInfo));
  }

  private static String logo(String url, int width, int height, String language) {
    return ("<mdui:Logo width=\"" + width + "\" height=\"" + height + "\"")
        + (language.isEmpty() ? "" : " xml:lang=\"" + language + "\"")
        + (">" + url.replace("&", "&amp;").replace("<", "&lt;") + "</mdui:Logo>");
  }

  private static Response page() {
    return browser("sv").get(redirect(federation.idp("supplier-loa2-loa3"), Instant.now()));
  }

  @Test
  void hostileTextsStayTexts() {
    String hostile = "\"><script>alert(1)</script><b title='";
    String escaped = hostile.replace("&", "&amp;").replace("<", "&lt;");
    join(
        "<mdui:DisplayName xml:lang=\"sv\">"
            + escaped
            + "</mdui:DisplayName>"
            + ("<mdui:Description xml:lang=\"sv\">" + escaped + "</mdui:Description>")
            + logo(PIXEL, 10, 10, ""));

    Response page = page();

    assertEquals(200, page.statusCode());
    assertFalse(page.asString().contains("<script>alert"), page.asString());
    assertFalse(page.asString().contains("alt=\"Logotyp för \">"), page.asString());
    assertEquals(hostile, text(page, "sp-name"));
    assertEquals(hostile, text(page, "sp-description"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:application/xhtml+xml,<html/>",
        "vbscript:x",
        "//example.org/logo.png",
        "file:///etc/passwd",
        "logo.png"
      })
  void aLogoThatIsNoPictureIsNotShown(String url) {
    assertNull(Service.of(join(logo(url, 10, 10, "")), Language.SV).logo());
    assertFalse(TestService.has(page(), "sp-logo"));
  }

  @Test
  void anEmbeddedPictureIsShown() {
    join(logo(PIXEL, 10, 10, ""));

    String source = page().htmlPath().getString("**.find { it.@'data-testid' == 'sp-logo' }.@src");

    assertEquals(PIXEL, source);
  }

  @Test
  void aHostilePictureAddressStaysAnAddress() {
    join(logo("https://example.org/\" onerror=\"alert(1)", 10, 10, ""));

    assertFalse(page().asString().contains("\" onerror=\""), page().asString());
  }

  @ParameterizedTest
  @CsvSource({"240,72,240,72", "480,72,240,36", "100,720,10,72", "50,20,50,20", "100000,1,240,1"})
  void theDimensionsKeepTheirProportion(int width, int height, int shownWidth, int shownHeight) {
    Service.Picture shown = Service.of(join(logo(PIXEL, width, height, "")), Language.SV).logo();

    assertEquals(new Service.Picture(PIXEL, shownWidth, shownHeight), shown);
  }

  @Test
  void theLogoOfTheLanguageIsPreferredAndThenTheLargest() {
    EntityMetadata entity =
        join(
            logo("https://e/any-small", 20, 20, "")
                + logo("https://e/any", 60, 60, "")
                + logo("https://e/en", 16, 16, "en"));

    assertEquals("https://e/en", Service.of(entity, Language.EN).logo().url());
    assertEquals("https://e/any", Service.of(entity, Language.SV).logo().url());
  }

  @Test
  void aLongTextIsCut() {
    EntityMetadata entity = join(texts("å".repeat(5000), "ord ".repeat(5000)));

    Service shown = Service.of(entity, Language.SV);

    assertEquals("å".repeat(100) + "…", shown.name());
    assertEquals(300, shown.description().length());
    assertTrue(shown.description().endsWith("ord…"), shown.description());
  }

  @Test
  void aTextCannotTurnTheDirectionOfWriting() {
    String zeroWidthJoiner = "\u200D";
    EntityMetadata entity =
        join(texts("Bank\u202Egpj.exe\u2066\u200B", "a" + zeroWidthJoiner + "b\n\t c\u0085"));

    Service shown = Service.of(entity, Language.SV);

    assertEquals("Bankgpj.exe", shown.name());
    assertEquals("a" + zeroWidthJoiner + "b c", shown.description());
    assertEquals(
        TestService.ENTITY_ID, Service.of(join(texts("\u200B", "\u2060")), Language.SV).name());
  }

  private static String texts(String name, String description) {
    return ("<mdui:DisplayName xml:lang=\"sv\">" + name + "</mdui:DisplayName>")
        + ("<mdui:Description xml:lang=\"sv\">" + description + "</mdui:Description>");
  }

  @Test
  void withoutADisplayNameTheEntityIdIsShown() {
    Service shown = Service.of(join(logo(PIXEL, 1, 1, "")), Language.SV);

    assertEquals(TestService.ENTITY_ID, shown.name());
    assertNull(shown.description());
    assertTrue(TestService.has(page(), "sp-name"));
  }
}
