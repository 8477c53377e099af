package se.genrep.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.PostBinding;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/**
 * A service provider without a server: its metadata, its requests, and what it reads in answers.
 */
final class TestService {

  static final String ENTITY_ID = SpMetadata.ENTITY_ID;
  static final String ACS = SpMetadata.ACS;
  static final String RELAY_STATE = "relay & <\"state\"> åäö";
  static final String LOA2 = "http://id.elegnamnden.se/loa/1.0/loa2";
  static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";

  private final Credential keys;

  TestService(TestPki pki) {
    this.keys = pki.credential("test-service", KeyType.RSA_2048);
  }

  Credential keys() {
    return keys;
  }

  /** A request with a signature inside, as the field of a form. */
  String signedPost(String request) {
    XmlNode message = XmlNode.root(Xml.parse(request));
    XmlSigner.sign(message, keys, SignatureAlgorithm.mandatoryFor(keys.privateKey()));
    return PostBinding.encode(Xml.bytes(message.element()));
  }

  SpMetadata metadata() {
    return SpMetadata.usual(keys);
  }

  /** Its metadata with this inside mdui:UIInfo. */
  byte[] metadata(String uiInfo) {
    return metadata().roleExtensions("<mdui:UIInfo>" + uiInfo + "</mdui:UIInfo>").bytes();
  }

  static String request(String destination, Instant now, List<String> contexts) {
    StringBuilder asked = new StringBuilder();
    contexts.forEach(
        context ->
            asked.append("<saml:AuthnContextClassRef>" + context + "</saml:AuthnContextClassRef>"));
    return "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
        + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" Version=\"2.0\""
        + (" ID=\"_" + UUID.randomUUID() + "\" IssueInstant=\"" + now + "\"")
        + (" Destination=\"" + destination + "\"><saml:Issuer>" + ENTITY_ID + "</saml:Issuer>")
        + (contexts.isEmpty()
            ? ""
            : "<samlp:RequestedAuthnContext>" + asked + "</samlp:RequestedAuthnContext>")
        + "</samlp:AuthnRequest>";
  }

  /** Where a browser is sent with a request. */
  static String redirect(MockIdp idp, Instant now, String... contexts) {
    return redirect(idp, request(idp.location(true), now, List.of(contexts)));
  }

  /** Where a browser is sent with this request. */
  static String redirect(MockIdp idp, String request) {
    return idp.location(true)
        + "?"
        + RedirectBinding.encode(request.getBytes(StandardCharsets.UTF_8), RELAY_STATE, null);
  }

  static String posted(MockIdp idp, Instant now, String... contexts) {
    String request = request(idp.location(false), now, List.of(contexts));
    return PostBinding.encode(request.getBytes(StandardCharsets.UTF_8));
  }

  /** A browser that takes addresses as they are and prefers a language. */
  static RequestSpecification browser(String language) {
    return given().urlEncodingEnabled(false).header("Accept-Language", language);
  }

  /** A form, encoded by the client. */
  static RequestSpecification form(String language) {
    return given()
        .header("Accept-Language", language)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }

  /** The content of the hidden field of a page. */
  static String field(Response page, String name) {
    return page.htmlPath()
        .getString("**.find { it.name() == 'input' && it.@name == '" + name + "' }.@value");
  }

  /** The text of the element with the test id. */
  static String text(Response page, String testId) {
    return page.htmlPath().getString("**.find { it.@'data-testid' == '" + testId + "' }.text()");
  }

  static boolean has(Response page, String testId) {
    return page.asString().contains("data-testid=\"" + testId + "\"");
  }

  /** The Response on a posting page, after checking where and with what it goes. */
  static XmlNode posted(Response page) {
    assertEquals(200, page.statusCode(), page.asString());
    assertEquals(ACS, page.htmlPath().getString("**.find { it.name() == 'form' }.@action"));
    assertEquals(RELAY_STATE, field(page, "RelayState"));
    return XmlNode.root(Xml.parse(Base64.getDecoder().decode(field(page, "SAMLResponse"))));
  }

  /** The status codes of a Response, top level first. */
  static List<String> status(XmlNode response) {
    XmlNode top = response.at("samlp:Status/samlp:StatusCode");
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(top), top.all("samlp:StatusCode").stream())
        .map(code -> code.attribute("Value").orElseThrow())
        .toList();
  }

  /** The decrypted assertion. */
  XmlNode assertion(XmlNode response) {
    return XmlDecrypter.decrypt(response.at("saml:EncryptedAssertion"), keys.privateKey());
  }
}
