package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.text;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.pki.KeyType;

/** Joining by a form. */
class JoinTest {

  private static final String ENTITY_ID = "https://new.example.org/saml";

  @TempDir private static Path data;
  private static MockFederation federation;
  private static String page;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options().data(data));
    page = federation.baseUrl() + "/join";
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  @AfterEach
  void leave() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("sp"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    federation.federation().leave(ENTITY_ID);
  }

  private SpMetadata metadata() {
    return SpMetadata.registered(ENTITY_ID, federation.pki().credential("sp", KeyType.RSA_2048));
  }

  private String state() {
    return field(browser("en").get(page), "state");
  }

  private Response upload(byte[] file, String pasted) {
    return RestAssured.given()
        .header("Accept-Language", "en")
        .multiPart("state", state())
        .multiPart("file", "m\"<b>.xml", file)
        .multiPart("metadata", pasted)
        .multiPart("action", "submit")
        .post(page);
  }

  @Test
  void aFileMakesAMember() {
    Response answer = upload(metadata().bytes(), "");

    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals(ENTITY_ID, text(answer, "report-entity"));
    assertEquals("is published in the federation's metadata", text(answer, "published"));
    assertTrue(text(answer, "findings").contains("the operator adds one"), answer.asString());
    assertTrue(federation.federation().serviceProvider(ENTITY_ID).isPresent());
    assertTrue(browser("en").get(federation.baseUrl() + "/").asString().contains(ENTITY_ID));
  }

  @Test
  void pastedTextMakesAMemberWhateverEncodingItDeclares() {
    String text =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n"
            + metadata().text().replace("MOCK Tjänst", "MOCK Åtgärd");
    Response answer =
        form("sv")
            .formParam("state", state())
            .formParam("metadata", text)
            .formParam("action", "submit")
            .post(page);

    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals(
        "MOCK Åtgärd",
        federation
            .federation()
            .serviceProvider(ENTITY_ID)
            .orElseThrow()
            .sp()
            .ui()
            .displayName("sv")
            .orElseThrow());
  }

  @Test
  void wrongMetadataIsRefusedWithTheLine() {
    Response answer = upload("<a>\n<b>\n</a>".getBytes(StandardCharsets.UTF_8), "");

    assertEquals(422, answer.statusCode());
    assertTrue(text(answer, "reasons").contains("Line 3:"), answer.asString());
    assertFalse(has(answer, "joined"));
  }

  @Test
  void whatItIsCalledIsOnlyText() {
    String hostile = "<a>&lt;script&gt;alert(1)&lt;/script&gt;</a><script>alert(1)</script>";
    Response answer = upload(hostile.getBytes(StandardCharsets.UTF_8), "");

    assertEquals(422, answer.statusCode());
    assertFalse(answer.asString().contains("<script>alert"), answer.asString());
    assertTrue(answer.header("Content-Security-Policy").contains("script-src 'self'"));
  }

  @Test
  void metadataIsFetchedFetchedAgainAndRemoved() {
    MockIdp idp = federation.idps().get(0);
    Response refused = act("fetch", "address", idp.entityId() + "/metadata");
    assertEquals(422, refused.statusCode());
    assertTrue(text(refused, "reasons").contains("no service provider in it"), refused.asString());

    federation.federation().join("x", metadata().bytes());
    String address = federation.baseUrl() + "/mdq/entities/" + ENTITY_ID.replace("/", "%2F");
    Response taken = act("fetch", "address", address);
    assertEquals(422, taken.statusCode(), "it is a member already");
    assertTrue(taken.asString().contains("already a member"), taken.asString());

    try (MockFederation other = MockFederation.start(MockFederation.options())) {
      federation.federation().leave(ENTITY_ID);
      other.federation().join("x", metadata().bytes());
      Response joined =
          act("fetch", "address", address.replace(federation.baseUrl(), other.baseUrl()));
      assertEquals(200, joined.statusCode(), joined.asString());
      String name = joined.htmlPath().getString("**.find { it.@'data-name' != '' }.@data-name");
      assertTrue(has(joined, "refetch"), joined.asString());
      assertEquals(200, act("refetch", "name", name).statusCode());
      Response removed = act("remove", "name", name);
      assertEquals(200, removed.statusCode());
      assertFalse(has(removed, "joined"));
      assertEquals(400, act("remove", "name", name).statusCode());
      assertTrue(federation.federation().serviceProvider(ENTITY_ID).isEmpty());
    }
  }

  private Response act(String action, String field, String value) {
    return form("en")
        .formParam("state", state())
        .formParam(field, value)
        .formParam("action", action)
        .post(page);
  }

  /** Another site can send a form here from a person's browser; it counts for nothing. */
  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://localhost:1, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200"
  })
  void theFormOfAnotherSiteIsRefused(String header, String value, int status) {
    Response answer =
        form("en")
            .header(header, value)
            .formParam("state", state())
            .formParam("metadata", metadata().text())
            .formParam("action", "submit")
            .post(page);

    assertEquals(status, answer.statusCode(), answer.asString());
    assertEquals(status == 200, federation.federation().serviceProvider(ENTITY_ID).isPresent());
  }

  @Test
  void ourOwnOriginIsTaken() {
    String port = ":" + URI.create(federation.baseUrl()).getPort();
    for (String origin :
        new String[] {
          "http://localhost" + port, "http://127.0.0.1" + port, "http://[::1]" + port
        }) {
      Response answer =
          form("en")
              .header("Origin", origin)
              .formParam("state", state())
              .formParam("metadata", metadata().text())
              .formParam("action", "submit")
              .post(page);
      assertEquals(200, answer.statusCode(), origin);
    }
    assertEquals("same-origin", browser("en").get(page).header("Referrer-Policy"));
  }

  @Test
  void withoutATokenOfOursNothingHappens() {
    federation.federation().join("service", new TestService(federation.pki()).metadata().bytes());
    Response signIn =
        browser("en")
            .get(TestService.redirect(federation.idp("supplier-loa2-loa3"), Instant.now()));
    assertTrue(has(signIn, "page-choose"), signIn.asString());
    String elsewhere = field(signIn, "state");
    assertTrue(elsewhere.length() > 50, elsewhere);
    for (String state : new String[] {"", "AAAA", elsewhere}) {
      Response answer =
          form("en")
              .formParam("state", state)
              .formParam("metadata", metadata().text())
              .formParam("action", "submit")
              .post(page);
      assertEquals(400, answer.statusCode(), answer.asString());
    }
    assertEquals(400, form("en").formParam("action", "submit").post(page).statusCode());
    assertTrue(federation.federation().serviceProvider(ENTITY_ID).isEmpty());
  }

  @Test
  void sizeIsBounded() {
    byte[] large = new byte[Body.MOST_BYTES + 1];
    assertEquals(413, upload(large, "").statusCode());
  }

  @Test
  void anEmptyFormAndUnknownActionsAreRefused() {
    assertEquals(400, upload(new byte[0], "  ").statusCode());
    assertEquals(400, act("other", "name", "x").statusCode());
  }

  @Test
  void bothLanguages() {
    assertEquals("Lämna in", text(browser("sv").get(page), "submit"));
    Response english = browser("sv").get(page + "?lang=en");
    assertEquals("Hand in", text(english, "submit"));
    assertTrue(english.asString().contains("action=\"/join?lang=en\""), english.asString());
  }
}
