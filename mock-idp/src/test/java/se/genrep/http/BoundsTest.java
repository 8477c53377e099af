package se.genrep.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.idp.MockIdp;
import se.genrep.saml.PostBinding;
import se.genrep.saml.RedirectBinding;

/** What cannot be read gets a page, never a stack trace and never a hang. */
class BoundsTest {

  private static MockFederation federation;
  private static MockIdp idp;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options());
    idp = federation.idp("supplier-loa2-loa3");
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static void isProblemPage(int status, Response page) {
    assertEquals(status, page.statusCode(), page.asString());
    assertTrue(has(page, "page-problem"), page.asString());
    assertTrue(page.contentType().startsWith("text/html"), page.contentType());
    assertFalse(page.asString().contains("Exception"), page.asString());
    assertFalse(page.asString().contains("\tat "), page.asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/redirect | SAMLRequest is missing",
        "/redirect?RelayState=x | SAMLRequest is missing",
        "/redirect?SAMLRequest= | cannot be read",
        "/redirect?SAMLRequest=%25%25 | not base64",
        "/redirect?SAMLRequest=AAAA | DEFLATE",
        "/redirect?SAMLRequest=eJw=&SAMLRequest=eJw= | twice",
        "/post | SAMLRequest is missing",
      })
  void aBrokenRequestGetsAPage(String address, String detail) {
    Response page = browser("en").get(idp.entityId() + address);

    isProblemPage(400, page);
    assertTrue(text(page, "detail").contains(detail), text(page, "detail"));
  }

  @Test
  void problemPagesSpeakBothLanguages() {
    Response page = browser("en").get(federation.baseUrl() + "/nothing");

    assertEquals("There is no such page", text(page, "problem"));
    assertTrue(page.asString().contains("Sidan finns inte"), page.asString());
    assertTrue(page.asString().contains("<div class=\"second\" lang=\"sv\">"), page.asString());
  }

  @Test
  void aBrokenPostedMessageGetsAPage() {
    isProblemPage(400, form("sv").formParam("SAMLRequest", "åäö").post(idp.location(false)));
    isProblemPage(400, form("sv").formParam("SAMLRequest", "YWJj").post(idp.location(false)));
    isProblemPage(400, form("sv").formParam("x", "y").post(idp.location(false)));
    isProblemPage(400, form("sv").formParam("state", "x").post(idp.entityId() + "/answer"));
    isProblemPage(400, form("sv").body("%%%").post(idp.entityId() + "/answer"));
  }

  @Test
  void aMessageWithADocumentTypeGetsAPage() {
    String xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";

    Response page =
        form("en")
            .formParam("SAMLRequest", PostBinding.encode(xml.getBytes(StandardCharsets.UTF_8)))
            .post(idp.location(false));

    isProblemPage(400, page);
    assertFalse(page.asString().contains("root:"), page.asString());
  }

  @Test
  void aQueryOfThirtyTwoKilobytesIsRead() {
    Response page = browser("en").get(idp.location(true) + "?SAMLRequest=" + "A".repeat(32_000));

    isProblemPage(400, page);
    assertTrue(text(page, "detail").contains("DEFLATE"), text(page, "detail"));
  }

  @Test
  void aLongerQueryIsTooLarge() {
    Response page = browser("en").get(idp.location(true) + "?SAMLRequest=" + "A".repeat(60_000));

    assertTrue(page.statusCode() == 414 || page.statusCode() == 431, page.statusLine());
    isProblemPage(page.statusCode(), page);
    assertTrue(page.asString().contains(Text.TOO_LARGE.in(Language.EN)), page.asString());
  }

  @Test
  void aMessageOfMoreThanAMegabyteIsRefused() {
    Response page =
        form("en").formParam("SAMLRequest", "A".repeat(2 << 20)).post(idp.location(false));

    isProblemPage(400, page);
    assertTrue(text(page, "detail").contains("larger than"), text(page, "detail"));
  }

  @Test
  void aFormOfMoreThanThreeMegabytesIsTooLarge() throws IOException {
    String answer =
        exchange(
            "POST /idp/supplier-loa2-loa3/post HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 4000000\r\n\r\nSAMLRequest=AAAA");

    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("page-problem"), answer);
  }

  /** Without a length to refuse by. */
  @Test
  void aChunkedFormOfMoreThanThreeMegabytesIsTooLarge() throws IOException {
    // One byte too many and no more: what the server leaves unread would have it reset the
    // connection while this side still writes.
    String field = "SAMLRequest=";
    String value = "A".repeat(Body.MOST_BYTES + 1 - field.length());
    String answer =
        exchange(
            "POST /idp/supplier-loa2-loa3/post HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk(field)
                + chunk(value));

    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("page-problem"), answer);
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  @Test
  void aQueryThatInflatesToThirtyMegabytesIsRefused() {
    String bomb = RedirectBinding.encode(new byte[30 << 20], null, null);

    Response page = browser("en").get(idp.location(true) + "?" + bomb);

    isProblemPage(400, page);
    assertTrue(text(page, "detail").contains("inflates to more than"), text(page, "detail"));
  }

  @Test
  void aMessageNestedDeeplyInTwoBytesACharacterIsRefused() {
    String xml = "<a>".repeat(80_000) + "</a>".repeat(80_000);

    Response page =
        form("en")
            .formParam("SAMLRequest", PostBinding.encode(xml.getBytes(StandardCharsets.UTF_16)))
            .post(idp.location(false));

    isProblemPage(400, page);
  }

  @Test
  void onlyFormsAreTaken() {
    isProblemPage(
        415, given().contentType("application/json").body("{}").post(idp.location(false)));
  }

  @Test
  void theWrongMethodIsToldTheRightOne() {
    Response page = given().delete(federation.baseUrl() + "/metadata");
    isProblemPage(405, page);
    assertEquals("GET", page.header("Allow"));
    assertEquals("POST", browser("sv").get(idp.entityId() + "/answer").header("Allow"));
    assertEquals("GET, POST", given().put(idp.location(false)).header("Allow"));
  }

  @Test
  void headIsGetWithoutABody() {
    Response head = given().head(federation.baseUrl() + "/health");

    assertEquals(200, head.statusCode());
    assertEquals("", head.asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genrep-exchange",
        "a=\"unterminated; genrep-exchange=x",
        "json={\"a\":[1,2]}; b=ä; =; ;;",
        "genrep-exchange=..%2F..; $Version=1"
      })
  void cookiesOfOtherProgramsOnLocalhostDoNoHarm(String cookies) {
    Response page = browser("sv").header("Cookie", cookies).get(federation.baseUrl() + "/health");

    assertEquals(200, page.statusCode(), page.asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /%00 HTTP/1.1 | 400",
        "GET /..%2f..%2fetc/passwd HTTP/1.1 | 400",
        "GET /static/../../etc/passwd HTTP/1.1 | 400",
        "GET /static/%2e%2e/style.css HTTP/1.1 | 400",
        "BREW / HTTP/1.1 | 405",
        "nonsense | 400",
      })
  void brokenHttpGetsAPage(String line, int status) throws IOException {
    String answer = exchange(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("page-problem"), answer);
    assertFalse(answer.contains("Exception"), answer);
    assertFalse(answer.contains("root:"), answer);
  }

  /** Sends bytes as they are, and reads until the server closes or has sent a whole page. */
  private static String exchange(String text) throws IOException {
    try (Socket socket =
        new Socket(
            InetAddress.getByName("localhost"), URI.create(federation.baseUrl()).getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      byte[] buffer = new byte[8192];
      int read;
      while (answer.indexOf("</html>") < 0 && (read = in.read(buffer)) >= 0) {
        answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
      return answer.toString();
    }
  }
}
