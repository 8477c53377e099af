package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.SamlSchema;
import se.genrep.federation.SpMetadata;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** The metadata query protocol and the feeds, over HTTP. */
class MetadataQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:20:00Z");
  private static final String SP = "https://sp.example.org/a+b/%2F?x=1&y=å";

  private static MockFederation federation;
  private static Credential key;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    key = federation.pki().credential("sp", KeyType.RSA_2048);
    federation
        .federation()
        .join("sp", SpMetadata.registered(SP.replace("&", "&amp;"), key).bytes());
    federation.federation().join("bare", SpMetadata.of("urn:bare").key("", key, "").bytes());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  @Test
  void anEntityComesSignedWithAnEnd() throws Exception {
    for (String entityId : List.of(SP, federation.idps().get(0).entityId())) {
      Response answer = query(encoded(entityId));

      assertEquals(200, answer.statusCode(), answer.asString());
      assertEquals("application/samlmetadata+xml", answer.contentType());
      XmlNode root = XmlNode.root(Xml.parse(answer.asByteArray()));
      assertEquals(entityId, root.attribute("entityID").orElseThrow());
      assertEquals("2026-12-01T08:00:00Z", root.attribute("validUntil").orElseThrow());
      assertEquals("PT1H", root.attribute("cacheDuration").orElseThrow());
      XmlVerifier.verify(root, List.of(federation.federation().signer()));
      assertTrue(SamlSchema.check(answer.asByteArray()).isEmpty());
    }
  }

  /** SAML profile of MDQ, 2.2.2. */
  @Test
  void anEntityIsFoundByTheHashOfItsName() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(SP.getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(hash);
    assertEquals(query(encoded(SP)).asString(), query("%7Bsha1%7D" + hex).asString());
    assertEquals(200, query("%7Bsha1%7D" + hex.toUpperCase(Locale.ROOT)).statusCode());
    assertEquals(404, query("%7Bsha1%7D" + hex.replace(hex.charAt(0), 'g')).statusCode());
  }

  @Test
  void theIdentifierIsDecodedExactlyOnce() {
    assertEquals(404, query(encoded(encoded(SP))).statusCode());
    assertEquals(404, query(encoded(SP.replace("%2F", "/"))).statusCode());
    assertEquals(200, query(encoded(SP).replace("%2B", "+")).statusCode(), "+ is no space");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "a%C3", "%C3%28"})
  void whatIsNotUtf8IsRefused(String id) {
    assertEquals(400, query(id).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:nobody", "", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2F.."})
  void whoIsNoMemberIsToldSo(String id) {
    Response answer = query(id);
    assertEquals(404, answer.statusCode());
    assertEquals("text/plain;charset=utf-8", answer.contentType());
    assertTrue(answer.asString().startsWith("No member of this federation has"), answer.asString());
  }

  @Test
  void whoIsNotPublishedIsToldSo() {
    Response answer = query("urn%3Abare");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.asString().contains("is not published"), answer.asString());
  }

  @Test
  void whoHasItAlreadyIsNotSentItAgain() {
    for (String path : List.of("/mdq/entities/" + encoded(SP), "/metadata", "/mdq/entities")) {
      String tag = browser("sv").get(federation.baseUrl() + path).header("ETag");
      assertTrue(tag.matches("\"[0-9a-f]{64}\""), tag);
      for (String sent : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
        Response again =
            browser("sv").header("If-None-Match", sent).get(federation.baseUrl() + path);
        assertEquals(304, again.statusCode(), sent);
        assertEquals(tag, again.header("ETag"));
        assertEquals("", again.asString());
      }
      Response other =
          browser("sv").header("If-None-Match", "\"other\"").get(federation.baseUrl() + path);
      assertEquals(200, other.statusCode());
    }
    assertNotEquals(
        query(encoded(SP)).header("ETag"),
        query(encoded(federation.idps().get(0).entityId())).header("ETag"));
  }

  @Test
  void feedsByRoleHoldTheirRole() throws Exception {
    XmlNode idps = feed("/metadata/role/idp.xml");
    XmlNode sps = feed("/metadata/role/sp.xml");
    XmlNode all = feed("/metadata");
    assertEquals(
        federation.idps().size(), idps.all("md:EntityDescriptor/md:IDPSSODescriptor").size());
    assertEquals(0, idps.everywhere("md:SPSSODescriptor").size());
    assertEquals(
        List.of(SP),
        sps.all("md:EntityDescriptor").stream()
            .map(each -> each.attribute("entityID").orElseThrow())
            .toList());
    assertEquals(
        federation.idps().size() + 1, all.all("md:EntityDescriptor").size(), "both together");
    assertNotEquals(idps.attribute("Name"), sps.attribute("Name"));
  }

  private static XmlNode feed(String path) throws Exception {
    byte[] bytes = browser("sv").get(federation.baseUrl() + path).asByteArray();
    XmlNode root = XmlNode.root(Xml.parse(bytes));
    XmlVerifier.verify(root, List.of(federation.federation().signer()));
    assertEquals("2026-12-01T08:20:00Z", root.attribute("validUntil").orElseThrow());
    assertEquals("PT1H", root.attribute("cacheDuration").orElseThrow());
    assertTrue(SamlSchema.check(bytes).isEmpty());
    return root;
  }

  @Test
  void anIdentityProvidersOwnMetadataHasAnEnd() {
    String entityId = federation.idps().get(0).entityId();
    String own = browser("sv").get(entityId + "/metadata").asString();
    assertTrue(own.contains("validUntil=\"2026-12-01T08:00:00Z\""), own);
    assertFalse(new String(federation.idps().get(0).metadata()).contains("validUntil"));
  }

  private static Response query(String id) {
    return browser("sv").get(federation.baseUrl() + "/mdq/entities/" + id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
