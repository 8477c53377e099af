package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.input.Yaml;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceType;
import se.genrep.registry.StatusCode;

/** DP 7.1.2, SAP 1.2: the SAD as the signature service reads and verifies it (SAP 3.2.3). */
class SadTest {

  private static final String LOA4 = LevelOfAssurance.LOA4.uri();
  private static final String LOA4_PNR = ServiceEntityCategory.LOA4_PNR.uri();
  private static final String REQUEST = request("<sap:DocCount>3</sap:DocCount>");

  private final Setting card = setting("supplier-loa4", LOA4_PNR);

  /** SAP-3.2.1-01, SAP-3.2.1.1-01 to -06, SAP-3.2.1.2-01 to -07. */
  @Test
  void theClaimsSayWhoAgreedToWhat() throws Exception {
    Map<String, String> given = signIn(card, REQUEST, "only-loa4", LOA4);
    String[] parts = given.get("sad").split("\\.");
    assertEquals(json("{\"typ\":\"JWT\",\"alg\":\"RS256\"}"), json(decoded(parts[0])));
    JsonNode claims = json(decoded(parts[1]));
    String id = claims.get("jti").asText();
    long now = Setting.NOW.getEpochSecond();
    assertEquals(
        json(
            """
            {"sub":"198207059299","aud":"%s","iss":"%s","exp":%d,"iat":%d,"jti":"%s",
             "seElnSadext":{"ver":"1.0","irt":"_sad1","attr":"urn:oid:1.2.752.29.4.13",
              "loa":"%s","reqid":"sign-request-1","docs":3}}
            """
                .formatted(SpMetadata.ENTITY_ID, card.idp.entityId(), now + 300, now, id, LOA4)),
        claims);
    assertEquals("198207059299", given.get("personalIdentityNumber")); // SAP-3.2.3-08
    JsonNode next =
        json(decoded(signIn(card, REQUEST, "only-loa4", LOA4).get("sad").split("\\.")[1]));
    assertNotEquals(id, next.get("jti").asText());
  }

  /** DP-7.1.2-05, -06: the key of metadata, and the equivalent of the method of responses. */
  @ParameterizedTest
  @CsvSource({
    "rsa-3072, '', RS256, SHA256withRSA",
    "rsa-3072, http://www.w3.org/2001/04/xmldsig-more#rsa-sha512, RS512, SHA512withRSA",
    "rsa-3072, http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1, PS256, RSASSA-PSS",
    "p-256, '', ES256, SHA256withECDSAinP1363Format",
    "p-384, http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384, ES384, SHA384withECDSAinP1363Format",
    "p-521, http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512, ES512, SHA512withECDSAinP1363Format"
  })
  void itIsSignedAsResponsesAre(String key, String preferred, String alg, String method)
      throws Exception {
    String yaml = text("supplier-loa4").replace("signing: rsa-3072", "signing: " + key);
    Setting setting = new Setting(IdpProfileReader.read("supplier-loa4", Yaml.parse(yaml, "x")));
    SpMetadata sp = metadata(setting, LOA4_PNR);
    setting.with(
        preferred.isEmpty()
            ? sp
            : sp.roleExtensions("<alg:SigningMethod Algorithm=\"" + preferred + "\"/>"));
    String[] parts = signIn(setting, REQUEST, "only-loa4", LOA4).get("sad").split("\\.");
    assertEquals(alg, json(decoded(parts[0])).get("alg").asText());
    PublicKey published =
        MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW)
            .identityProvider()
            .orElseThrow()
            .keys()
            .signing()
            .get(0)
            .getPublicKey();
    Signature verifier = Signature.getInstance(method);
    if (method.equals("RSASSA-PSS")) {
      verifier.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    verifier.initVerify(published);
    verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts[2])));
  }

  /** The eIDAS connector declares scal2 too; a foreign signer is known by the prid. */
  @Test
  void aForeignSignerIsKnownByThePrid() throws Exception {
    Setting connector = setting("eidas-connector", ServiceEntityCategory.EIDAS_NATURALPERSON.uri());
    Map<String, String> given =
        signIn(connector, REQUEST, "eidas-prid", LevelOfAssurance.EIDAS_NF_SUB.uri());
    JsonNode claims = json(decoded(given.get("sad").split("\\.")[1]));
    assertEquals("NO:05068907693", claims.get("sub").asText());
    assertEquals("urn:oid:1.2.752.201.3.4", claims.at("/seElnSadext/attr").asText());
    assertEquals("NO:05068907693", given.get("prid"));
  }

  /** DP-2.1.3-07. */
  @Test
  void whoDoesNotDeclareScal2IgnoresTheRequest() {
    Setting supplier = setting("supplier-loa2-loa3", ServiceEntityCategory.LOA3_PNR.uri());
    Map<String, String> given =
        signIn(supplier, REQUEST, "ordinary-woman", LevelOfAssurance.LOA3.uri());
    assertTrue(given.containsKey("personalIdentityNumber"));
    assertFalse(given.containsKey("sad"));
  }

  @Test
  void thereIsNoSadUnasked() {
    assertFalse(signIn(card, "", "only-loa4", LOA4).containsKey("sad"));
  }

  /** SAP-3.1.1-01 to -07, SAP-4-01. */
  @ParameterizedTest
  @CsvSource({
    "<sap:DocCount>3</sap:DocCount>, '', sap:DocCount",
    "<sap:DocCount>3</sap:DocCount>, <sap:DocCount>0</sap:DocCount>, sap:DocCount is '0'",
    "<sap:DocCount>3</sap:DocCount>, <sap:DocCount>three</sap:DocCount>, 'three'",
    "<sap:SignRequestID>sign-request-1</sap:SignRequestID>, '', SignRequestID is missing",
    "' ID=\"_sad1\"', '', ID is missing",
    "<sap:DocCount>3, <sap:DocCount>1</sap:DocCount><sap:DocCount>3, occurs 2 times"
  })
  void whatTheSchemaDemandsIsDemanded(String part, String instead, String problem) {
    card.refuse(
        card.request().extensions(REQUEST.replace(part, instead)),
        StatusCode.REQUESTER,
        StatusCode.REQUEST_UNSUPPORTED,
        problem);
  }

  /** SAP-3.1.1-02, SAP-3.2.3-04. */
  @Test
  void aRequestForSomebodyElseIsDenied() {
    card.refuse(
        card.request().extensions(REQUEST.replace(SpMetadata.ENTITY_ID, "https://other.example/")),
        StatusCode.REQUESTER,
        StatusCode.REQUEST_DENIED,
        "not the Issuer of the request");
  }

  /** SAP-3.2.3-03. */
  @Test
  void anotherVersionIsNotGiven() {
    card.accept(
        card.request().extensions(request("<sap:DocCount>1</sap:DocCount>" + version("1.0"))));
    card.refuse(
        card.request().extensions(request("<sap:DocCount>1</sap:DocCount>" + version("2.0"))),
        StatusCode.REQUESTER,
        StatusCode.REQUEST_UNSUPPORTED,
        "only 1.0 is given");
  }

  /** SAP-3.2.3-08: without an identifier in the assertion there is nothing to agree by. */
  @Test
  void aServiceThatAsksForNoIdentifierGetsNoSad() {
    Setting setting = setting("supplier-loa4", ServiceEntityCategory.LOA4_NAME.uri());
    TestPerson person = People.CAST.person("only-loa4");
    Release release =
        setting.idp.release(setting.accept(setting.request().extensions(REQUEST)), person, LOA4);
    assertEquals(
        StatusCode.REQUEST_UNSUPPORTED,
        assertInstanceOf(Release.Withheld.class, release).secondStatus());
    assertInstanceOf(
        Release.Given.class, setting.idp.release(setting.accept(setting.request()), person, LOA4));
  }

  /** DP-6.2.1-09: a signature service may demand the attribute in metadata too. */
  @Test
  void theAttributeCanBeDemandedInMetadata() {
    card.with(metadata(card, LOA4_PNR).requests(0, "urn:oid:1.2.752.201.3.12!"));
    card.accept(card.request().extensions(REQUEST));
    Setting supplier = setting("supplier-loa2-loa3", ServiceEntityCategory.LOA3_PNR.uri());
    supplier.with(
        metadata(supplier, ServiceEntityCategory.LOA3_PNR.uri())
            .requests(0, "urn:oid:1.2.752.201.3.12!"));
    supplier.refuse(
        supplier.request(), StatusCode.REQUESTER, StatusCode.REQUEST_UNSUPPORTED, "never delivers");
  }

  private static String version(String version) {
    return "<sap:RequestedVersion>" + version + "</sap:RequestedVersion>";
  }

  private static String request(String rest) {
    return "<sap:SADRequest xmlns:sap=\"http://id.elegnamnden.se/csig/1.1/sap/ns\" ID=\"_sad1\">"
        + ("<sap:RequesterID>" + SpMetadata.ENTITY_ID + "</sap:RequesterID>")
        + "<sap:SignRequestID>sign-request-1</sap:SignRequestID>"
        + rest
        + "</sap:SADRequest>";
  }

  private static Setting setting(String profile, String category) {
    Setting setting = new Setting(profile);
    return setting.with(metadata(setting, category));
  }

  private static SpMetadata metadata(Setting setting, String category) {
    List<String> contracts = setting.idp.profile().contracts();
    return SpMetadata.usual(Setting.SP_KEY)
        .categories(
            category,
            ServiceType.SIGSERVICE.uri(),
            contracts.isEmpty() ? category : contracts.get(0));
  }

  private static Map<String, String> signIn(
      Setting setting, String extension, String person, String context) {
    RequestText text = setting.request();
    if (!extension.isEmpty()) {
      text.extensions(extension);
    }
    TestPerson who = People.CAST.person(person);
    Made made =
        setting.idp.answer(
            setting.accept(text.postedSigned(setting.post(), Setting.SP_KEY)),
            new Decision.SignIn(who, context),
            "192.0.2.1",
            Deviations.NONE,
            who);
    return Opened.with(Setting.SP_KEY, made).attributes();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private static String text(String profile) {
    try (var in = IdpProfiles.class.getResourceAsStream("/profiles/" + profile + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
