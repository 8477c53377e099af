package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.text;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.federation.SamlSchema;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.Namespace;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.XmlNode;

/** The Holder-of-key Web Browser SSO profile over TLS (DP 2.1.3.2, 5.2, 5.4.2, 6.2.2). */
class HolderOfKeyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String LOA4 = "http://id.elegnamnden.se/loa/1.0/loa4";
  private static final String HOK_ACS = "https://sp.example.org/hok";
  private static final String HOK = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";

  private static MockFederation federation;
  private static MockIdp idp;
  private static TestService service;
  private static Credential holder;
  private static Credential other;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(
            MockFederation.options().httpsPort(0).clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    idp = federation.idp("supplier-loa4");
    service = new TestService(federation.pki());
    holder = federation.pki().selfSigned("holder", KeyType.RSA_2048);
    other = federation.pki().selfSigned("other-holder", KeyType.P_256);
    join(SpMetadata.consumer(0, true, SpMetadata.ACS) + holderOfKeyConsumer(1));
  }

  private static void join(String consumers) {
    List<String> categories = new ArrayList<>(idp.profile().categories());
    federation
        .federation()
        .join(
            "service",
            service
                .metadata()
                .consumers(consumers)
                .categories(categories.toArray(String[]::new))
                .bytes());
  }

  private static String holderOfKeyConsumer(int index) {
    return "<md:AssertionConsumerService xmlns:hoksso=\""
        + Namespace.HOKSSO
        + "\" Binding=\""
        + Namespace.HOKSSO
        + "\" hoksso:ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\""
        + HOK_ACS
        + "\" index=\""
        + index
        + "\"/>";
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  /** A browser that trusts the mock's root, and may show a certificate. */
  private static RequestSpecification browser(Optional<Credential> shown) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", federation.pki().root());
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      if (shown.isPresent()) {
        keys.setKeyEntry(
            "holder",
            shown.get().privateKey(),
            new char[0],
            new Certificate[] {shown.get().certificate()});
      }
      // With the name of the server checked, as a browser does.
      SSLSocketFactory sockets = new SSLSocketFactory(keys, "", trusted);
      return RestAssured.given()
          .config(
              RestAssuredConfig.config().sslConfig(SSLConfig.sslConfig().sslSocketFactory(sockets)))
          .header("Accept-Language", "sv");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String request(String extra) {
    String location = idp.holderOfKeyLocation(true).orElseThrow();
    String xml =
        TestService.request(location, NOW, List.of(LOA4)).replace(" ID=", " " + extra + " ID=");
    return location
        + "?"
        + RedirectBinding.encode(
            xml.getBytes(StandardCharsets.UTF_8), TestService.RELAY_STATE, null);
  }

  private static Response ask(Optional<Credential> shown, String extra) {
    return browser(shown).urlEncodingEnabled(false).get(request(extra));
  }

  private static Response decide(Credential shown, Response page, String outcome) {
    String person =
        page.htmlPath().getString("**.find { it.@name == 'person' && it.@checked != '' }.@value");
    return browser(Optional.of(shown))
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("state", field(page, "state"))
        .formParam("person", person == null ? "" : person)
        .formParam("outcome", outcome)
        .post(idp.holderOfKeyLocation(true).orElseThrow().replace("/hok/redirect", "/answer"));
  }

  private static XmlNode confirmation(Response answer) {
    assertEquals(HOK_ACS, answer.htmlPath().getString("**.find { it.name() == 'form' }.@action"));
    XmlNode response =
        XmlNode.root(
            se.genrep.saml.Xml.parse(
                java.util.Base64.getDecoder().decode(field(answer, "SAMLResponse"))));
    XmlNode assertion = service.assertion(response);
    assertTrue(SamlSchema.check(assertion.element()).isEmpty(), assertion::toString);
    assertEquals(1, assertion.all("saml:Subject/saml:SubjectConfirmation").size());
    return assertion.at("saml:Subject/saml:SubjectConfirmation");
  }

  /** DP-5.2-03, DP-6.2-11, DP-6.2-17, DP-6.2.2-01, DP-6.2.2-02, TAR-2.4-04, TAR-3.9-04. */
  @Test
  void theAssertionIsForTheHolderOfTheKey() {
    Response page = ask(Optional.of(holder), "");
    assertTrue(has(page, "page-choose"), page.asString());

    XmlNode confirmation = confirmation(decide(holder, page, "sign-in"));

    assertEquals(Optional.of(HOK), confirmation.attribute("Method"));
    assertEquals(
        SpMetadata.base64(holder.certificate()),
        confirmation
            .at("saml:SubjectConfirmationData/ds:KeyInfo/ds:X509Data/ds:X509Certificate")
            .text()
            .replaceAll("\\s", ""));
  }

  /** DP-5.2-04. */
  @Test
  void withoutCertificateThereIsAnError() {
    Response page = ask(Optional.empty(), "");
    assertTrue(has(page, "page-confirm"), page.asString());
    assertEquals("urn:oasis:names:tc:SAML:2.0:status:AuthnFailed", text(page, "second-status"));
  }

  /** The state of a page is of no use to a browser without the key. */
  @Test
  void anotherHolderCannotGoOn() {
    Response page = ask(Optional.of(holder), "");
    Response refused = decide(other, page, "sign-in");
    assertEquals(400, refused.statusCode(), refused.asString());
    assertFalse(has(refused, "post-form"), refused.asString());
  }

  /** DP-5.4.2-02, DP-5.4.2-06. */
  @Test
  void theAnswerGoesToAConsumerOfTheProfileAlone() {
    Response ordinary =
        ask(Optional.of(holder), "AssertionConsumerServiceURL=\"" + SpMetadata.ACS + "\"");
    assertEquals(400, ordinary.statusCode(), ordinary.asString());
    assertTrue(text(ordinary, "detail").contains("for Holder-of-key"), ordinary.asString());
    Response index = ask(Optional.of(holder), "AssertionConsumerServiceIndex=\"0\"");
    assertEquals(400, index.statusCode());
    assertTrue(has(ask(Optional.of(holder), "AssertionConsumerServiceIndex=\"1\""), "page-choose"));
  }

  /** DP-5-01, TAR-2.4-02: the ordinary profile stands beside it, also for who has a certificate. */
  @Test
  void theOrdinaryEndpointsServeTheOrdinaryProfile() {
    Response page = TestService.browser("sv").get(TestService.redirect(idp, NOW, LOA4));
    Response answer =
        TestService.form("sv")
            .formParam("state", field(page, "state"))
            .formParam(
                "person",
                page.htmlPath()
                    .getString("**.find { it.@name == 'person' && it.@checked != '' }.@value"))
            .formParam("outcome", "sign-in")
            .post(idp.entityId() + "/answer");
    XmlNode confirmation =
        service.assertion(posted(answer)).at("saml:Subject/saml:SubjectConfirmation");
    assertEquals(
        Optional.of("urn:oasis:names:tc:SAML:2.0:cm:bearer"), confirmation.attribute("Method"));
    assertTrue(confirmation.all("saml:SubjectConfirmationData/ds:KeyInfo").isEmpty());
  }

  /** DP-5.4.5-05, DP-5.4.5-06. */
  @Test
  void aSessionIsOfOneKey() {
    Response answer = decide(holder, ask(Optional.of(holder), ""), "sign-in");
    String session = answer.cookie(SessionCookie.NAME);
    assertTrue(answer.header("Set-Cookie").contains("; Secure; SameSite=None"));

    assertTrue(has(withSession(Optional.of(holder), session), "page-post"));
    assertTrue(has(withSession(Optional.of(other), session), "page-choose"));
    Response plain =
        TestService.browser("sv")
            .cookie(SessionCookie.NAME, session)
            .get(TestService.redirect(idp, NOW, LOA4));
    assertTrue(has(plain, "page-choose"), plain.asString());

    Response ordinary =
        TestService.form("sv")
            .formParam("state", field(plain, "state"))
            .formParam(
                "person",
                plain
                    .htmlPath()
                    .getString("**.find { it.@name == 'person' && it.@checked != '' }.@value"))
            .formParam("outcome", "sign-in")
            .post(idp.entityId() + "/answer");
    assertTrue(
        has(withSession(Optional.of(holder), ordinary.cookie(SessionCookie.NAME)), "page-choose"));
  }

  private static Response withSession(Optional<Credential> shown, String session) {
    return browser(shown)
        .urlEncodingEnabled(false)
        .cookie(SessionCookie.NAME, session)
        .get(request(""));
  }

  /** DP-2.1.3.2-01 to -03, TAR-2.4-01, TAR-3.9-03. */
  @Test
  void metadataDeclaresItsEndpointsBesideTheOrdinaryOnes() {
    XmlNode role = XmlNode.root(se.genrep.saml.Xml.parse(idp.metadata())).at("md:IDPSSODescriptor");
    List<XmlNode> endpoints =
        role.all("md:SingleSignOnService").stream()
            .filter(each -> each.attribute("Binding").orElse("").equals(Namespace.HOKSSO))
            .toList();
    assertEquals(
        List.of(
            "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
            "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
        endpoints.stream()
            .map(each -> each.element().getAttributeNS(Namespace.HOKSSO, "ProtocolBinding"))
            .toList());
    assertEquals(
        List.of(
            idp.holderOfKeyLocation(true).orElseThrow(),
            idp.holderOfKeyLocation(false).orElseThrow()),
        endpoints.stream().map(each -> each.attribute("Location").orElseThrow()).toList());
    assertTrue(endpoints.get(0).attribute("Location").orElseThrow().startsWith("https://"));
    assertEquals(4, role.all("md:SingleSignOnService").size());
    assertEquals(Optional.empty(), federation.idp("supplier-loa2-loa3").holderOfKeyLocation(true));
  }
}
