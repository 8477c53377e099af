package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.LOA3;
import static se.genrep.http.TestService.browser;
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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.registry.Attribute;
import se.genrep.saml.PostBinding;
import se.genrep.saml.XmlNode;

/** The messages of service providers on the pages, over HTTP (DP 7.1.1, UM, PSC). */
class MessagePagesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String PERSON = "ordinary-woman";
  private static final String CSIG = "http://id.elegnamnden.se/csig/1.1/dss-ext/ns";
  private static final String UMSG = "http://id.swedenconnect.se/authn/1.0/user-message/ns";
  private static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";

  private MockFederation federation;
  private TestService service;

  @BeforeEach
  void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    service = new TestService(federation.pki());
  }

  @AfterEach
  void stop() {
    federation.close();
  }

  private void join(String... categories) {
    federation
        .federation()
        .join(
            "service",
            service
                .metadata()
                .categories(categories)
                .roleExtensions(
                    "<mdui:UIInfo><mdui:DisplayName xml:lang=\"sv\">Tjänsten</mdui:DisplayName>"
                        + "</mdui:UIInfo>")
                .bytes());
  }

  private void joinSignatureService() {
    join(
        "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
        "http://id.swedenconnect.se/contract/sc/eid-authorization-system",
        "http://id.elegnamnden.se/st/1.0/sigservice");
  }

  private void joinOrdinary() {
    join(
        "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
        "http://id.swedenconnect.se/contract/sc/eid-authorization-system");
  }

  private MockIdp supplier() {
    return federation.idp("supplier-loa2-loa3");
  }

  private Response request(String language, String extensions) {
    return request(language, extensions, "");
  }

  private Response request(String language, String extensions, String scoping) {
    MockIdp idp = supplier();
    String xml =
        TestService.request(idp.location(false), NOW, List.of(LOA3))
            .replace(
                "</saml:Issuer>",
                "</saml:Issuer>"
                    + (extensions.isEmpty()
                        ? ""
                        : "<samlp:Extensions>" + extensions + "</samlp:Extensions>"))
            .replace("</samlp:AuthnRequest>", scoping + "</samlp:AuthnRequest>");
    return form(language)
        .formParam("SAMLRequest", PostBinding.encode(xml.getBytes(StandardCharsets.UTF_8)))
        .formParam("RelayState", TestService.RELAY_STATE)
        .post(idp.location(false));
  }

  private Response answer(Response page, String... fields) {
    var form = form("sv").formParam("state", field(page, "state"));
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    return form.post(supplier().entityId() + "/answer");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String mimeType, String message) {
    return "<csig:SignMessage xmlns:csig=\""
        + CSIG
        + "\" MustShow=\"true\" MimeType=\""
        + mimeType
        + "\"><csig:Message>"
        + base64(message)
        + "</csig:Message></csig:SignMessage>";
  }

  /** DP-7.1-06, DP-7.1.1-09, -10, -12: read after the person is known, and accepted. */
  @Test
  void aSignMessageIsShownToTheSignerAndAccepted() {
    joinSignatureService();
    Response choose =
        request("sv", sign("text/html", "<p>Jag <b>godkänner</b> <script>x()</script></p>"));
    assertEquals("Skriv under", text(choose, "title"));
    assertFalse(choose.asString().contains("godkänner"), "shown before the person is known");

    Response page = answer(choose, "person", PERSON, "outcome", "sign-in");

    assertTrue(has(page, "page-sign"), page.asString());
    assertTrue(page.asString().contains("<p>Jag <b>godkänner</b> </p>"), page.asString());
    assertFalse(page.asString().contains("x()"), page.asString());
    assertFalse(has(page, "post-form"), "answered before the message was accepted");
    XmlNode assertion = service.assertion(posted(answer(page, "outcome", "sign")));
    assertTrue(
        assertion.toString().contains(Attribute.SIGN_MESSAGE_DIGEST.oidName()),
        assertion.toString());
  }

  @Test
  void aSignMessageCanBeDeclined() {
    joinSignatureService();
    Response page =
        answer(
            request("sv", sign("text/markdown", "# Titel\n*text*")),
            "person",
            PERSON,
            "outcome",
            "sign-in");
    assertTrue(page.asString().contains("<h3>Titel</h3>"), page.asString());

    XmlNode response = posted(answer(page, "outcome", "cancel"));

    assertEquals("http://id.elegnamnden.se/status/1.0/cancel", status(response).get(1));
    assertTrue(response.all("saml:EncryptedAssertion").isEmpty());
  }

  @Test
  void theSignPageIsThereInTheOtherLanguageToo() {
    joinSignatureService();
    Response page =
        answer(request("sv", sign("text", "a\nb")), "person", PERSON, "outcome", "sign-in");
    Response english =
        form("sv")
            .formParam("state", field(page, "state"))
            .formParam("show", "page")
            .post(supplier().entityId() + "/answer?lang=en");
    assertTrue(has(english, "page-sign"), english.asString());
    assertEquals("Sign", text(english, "title"));
    assertEquals("a\nb", text(english, "sign-message"));
  }

  /** DP-6.4-08: the refusal is shown and confirmed. */
  @Test
  void aSignMessageThatCannotBeShownEndsInAnError() {
    joinSignatureService();
    Response page = request("sv", sign("text/html", "<script>x()</script>"));
    assertTrue(has(page, "page-confirm"), page.asString());
    assertEquals(
        List.of(
            "urn:oasis:names:tc:SAML:2.0:status:Requester",
            "urn:oasis:names:tc:SAML:2.0:status:RequestUnsupported"),
        status(posted(answer(page, "outcome", "confirm"))));
  }

  /** UM-3.1-05, UM-3.1-10. */
  @Test
  void aUserMessageIsShownInThePersonsLanguage() {
    joinOrdinary();
    String message =
        "<umsg:UserMessage xmlns:umsg=\""
            + UMSG
            + "\"><umsg:Message xml:lang=\"en\">"
            + base64("Hello\n<i>you</i>")
            + "</umsg:Message><umsg:Message xml:lang=\"sv\">"
            + base64("Hej")
            + "</umsg:Message></umsg:UserMessage>";
    Response swedish = request("sv", message);
    assertEquals("Hej", text(swedish, "user-message"));

    Response english =
        form("sv")
            .formParam("state", field(swedish, "state"))
            .formParam("show", "page")
            .post(supplier().entityId() + "/answer?lang=en");
    assertEquals("Hello\n<i>you</i>", text(english, "user-message"));
    assertTrue(english.asString().contains("data-testid=\"user-message\" lang=\"en\""));
    assertFalse(has(request("sv", ""), "user-message"));
  }

  /** DP-7.1-05. */
  @Test
  void whoAskedTheSignatureServiceIsNamed() {
    joinSignatureService();
    federation
        .federation()
        .join(
            "requester",
            SpMetadata.of("https://requester.example.org/")
                .key("", service.keys(), "")
                .roleExtensions(
                    "<mdui:UIInfo><mdui:DisplayName xml:lang=\"sv\">Beställaren"
                        + "</mdui:DisplayName></mdui:UIInfo>")
                .bytes());
    String scoping = "<samlp:Scoping><samlp:RequesterID>%s</samlp:RequesterID></samlp:Scoping>";
    assertEquals(
        "På uppdrag av Beställaren",
        text(
            request("sv", "", String.format(scoping, "https://requester.example.org/")),
            "requester"));
    assertFalse(
        has(request("sv", "", String.format(scoping, "https://unknown.example/")), "requester"));
  }

  /** PSC-2-01, PSC-1-04. */
  @Test
  void theExpectedPersonIsChosenAlreadyAndAnotherRefused() {
    joinOrdinary();
    MockIdp bankid = federation.idp("uncertified-bankid");
    String number =
        federation
            .cast()
            .find(PERSON)
            .orElseThrow()
            .values(Attribute.PERSONAL_IDENTITY_NUMBER)
            .get(0);
    String xml =
        TestService.request(bankid.location(false), NOW, List.of())
            .replace(
                "</saml:Issuer>",
                "</saml:Issuer><samlp:Extensions><psc:PrincipalSelection xmlns:psc=\""
                    + PSC
                    + "\"><psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\">"
                    + number
                    + "</psc:MatchValue></psc:PrincipalSelection></samlp:Extensions>");
    Response page =
        form("sv")
            .formParam("SAMLRequest", service.signedPost(xml))
            .formParam("RelayState", TestService.RELAY_STATE)
            .post(bankid.location(false));
    assertTrue(has(page, "expected"), page.asString());
    assertEquals(
        PERSON,
        page.htmlPath().getString("**.find { it.@name == 'person' && it.@checked != '' }.@value"));

    Response refused =
        form("sv")
            .formParam("state", field(page, "state"))
            .formParam("person", "ordinary-man")
            .formParam("outcome", "sign-in")
            .post(bankid.entityId() + "/answer");
    assertTrue(has(refused, "page-confirm"), refused.asString());
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal", text(refused, "second-status"));
  }

  /** DP-7.1.1-05 to -07. */
  @Test
  void theSignMessageIsNotShownToAnotherThanTheExpectedPerson() {
    joinSignatureService();
    MockIdp bankid = federation.idp("uncertified-bankid");
    String number =
        federation
            .cast()
            .find(PERSON)
            .orElseThrow()
            .values(Attribute.PERSONAL_IDENTITY_NUMBER)
            .get(0);
    String xml =
        TestService.request(bankid.location(false), NOW, List.of())
            .replace(
                "</saml:Issuer>",
                "</saml:Issuer><samlp:Extensions><psc:PrincipalSelection xmlns:psc=\""
                    + PSC
                    + "\"><psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\">"
                    + number
                    + "</psc:MatchValue></psc:PrincipalSelection>"
                    + sign("text", "Hemlig text")
                    + "</samlp:Extensions>");
    Response choose =
        form("sv")
            .formParam("SAMLRequest", service.signedPost(xml))
            .formParam("RelayState", TestService.RELAY_STATE)
            .post(bankid.location(false));
    assertFalse(choose.asString().contains("Hemlig text"), choose.asString());

    Response other = signer(bankid, choose, "ordinary-man");
    assertTrue(has(other, "page-confirm"), other.asString());
    assertFalse(other.asString().contains("Hemlig text"), other.asString());
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal", text(other, "second-status"));
    assertEquals("Hemlig text", text(signer(bankid, choose, PERSON), "sign-message"));
  }

  private static Response signer(MockIdp idp, Response page, String person) {
    return form("sv")
        .formParam("state", field(page, "state"))
        .formParam("person", person)
        .formParam("outcome", "sign-in")
        .post(idp.entityId() + "/answer");
  }

  @Test
  void aPageWithoutAnyOfItSaysNothingOfIt() {
    joinOrdinary();
    Response page = browser("sv").get(TestService.redirect(supplier(), NOW, LOA3));
    for (String part : List.of("user-message", "requester", "expected", "signed-in")) {
      assertFalse(has(page, part), part);
    }
  }
}
