package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

class MetadataReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final Credential RSA = PKI.credential("sp", KeyType.RSA_2048);
  private static final Credential EC = PKI.credential("sp", KeyType.P_256);

  @Test
  void readsKeysByTheirUse() {
    SpRole role =
        read(SpMetadata.of("urn:a").key("signing", EC, "").key("encryption", RSA, "")).sp();
    assertEquals(List.of(EC.certificate()), role.keys().signing());
    assertEquals(RSA.certificate(), role.keys().encryption().get(0).certificate());
  }

  /** Deeper than newer JDKs go by themselves; what others put into extensions is theirs. */
  @Test
  void readsWhatIsDeepWithinTheBound() {
    String deep = "<x:x xmlns:x=\"urn:x\">" + "<x:x>".repeat(150) + "</x:x>".repeat(150) + "</x:x>";
    SpMetadata metadata = SpMetadata.of("urn:a").key("", RSA, "").roleExtensions(deep);
    assertEquals("urn:a", read(metadata).entityId());
  }

  /** DP-2.1.1.2-11. */
  @Test
  void takesAKeyWithoutUseForBothPurposes() {
    SpRole role = read(SpMetadata.of("urn:a").key("", RSA, "")).sp();
    assertEquals(List.of(RSA.certificate()), role.keys().signing());
    assertEquals(1, role.keys().encryption().size());
  }

  /** DP-2.1.1.2-12. */
  @Test
  void keepsEverySigningKey() {
    SpRole role = read(SpMetadata.of("urn:a").key("signing", RSA, "").key("signing", EC, "")).sp();
    assertEquals(List.of(RSA.certificate(), EC.certificate()), role.keys().signing());
  }

  /** EC-1.5-01; line breaks around the value are no part of it. */
  @Test
  void trimsEntityCategories() {
    EntityMetadata entity =
        read(SpMetadata.of("urn:a").key("", RSA, "").categories("urn:one", "urn:two"));
    assertEquals(List.of("urn:one", "urn:two"), entity.categories());
    assertTrue(entity.declares("urn:two"));
  }

  @Test
  void readsFlagsInBothSpellings() {
    SpRole role =
        read(SpMetadata.of("urn:a")
                .key("", RSA, "")
                .role("AuthnRequestsSigned=\"1\" WantAssertionsSigned=\"true\""))
            .sp();
    assertTrue(role.authnRequestsSigned());
    assertTrue(role.wantAssertionsSigned());
    SpRole plain = read(SpMetadata.of("urn:a").key("", RSA, "")).sp();
    assertFalse(plain.authnRequestsSigned());
    assertFalse(plain.wantAssertionsSigned());
  }

  /** DP-5.4.2-08. */
  @Test
  void takesTheDefaultConsumerElseTheLowestIndex() {
    String two =
        SpMetadata.consumer(7, null, "https://a/7") + SpMetadata.consumer(3, null, "https://a/3");
    assertEquals("https://a/3", defaultOf(two));
    assertEquals("https://a/9", defaultOf(two + SpMetadata.consumer(9, true, "https://a/9")));
    assertEquals(
        "https://a/3",
        defaultOf(
            two
                + SpMetadata.consumer(1, false, "https://a/1")
                    .replace("HTTP-POST", "HTTP-Artifact")));
  }

  private static String defaultOf(String consumers) {
    return read(SpMetadata.of("urn:a").key("", RSA, "").consumers(consumers))
        .sp()
        .defaultConsumer()
        .orElseThrow()
        .location();
  }

  /** DP-5.4.2-02, DP-5.4.2-10. */
  @Test
  void recognisesHolderOfKeyConsumersAndLeavesThemOut() {
    String holderOfKey =
        "<md:AssertionConsumerService index=\"0\" isDefault=\"true\""
            + " xmlns:hoksso=\"urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser\""
            + " hoksso:ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
            + " Binding=\"urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser\""
            + " Location=\"https://a/hok\"/>";
    SpRole role =
        read(SpMetadata.of("urn:a")
                .key("", RSA, "")
                .consumers(holderOfKey + SpMetadata.consumer(1, false, "https://a/web")))
            .sp();
    assertEquals("https://a/web", role.defaultConsumer().orElseThrow().location());
    assertTrue(role.consumers().get(0).holderOfKey());
    assertEquals(EntityMetadata.POST, role.consumers().get(0).binding());
  }

  @Test
  void readsDisplayInformationByLanguage() {
    var ui =
        read(SpMetadata.of("urn:a")
                .key("", RSA, "")
                .roleExtensions(
                    "<mdui:UIInfo><mdui:DisplayName xml:lang=\"sv\">Tjänst</mdui:DisplayName>"
                        + "<mdui:DisplayName xml:lang=\"en\">Service</mdui:DisplayName>"
                        + "<mdui:Description xml:lang=\"sv\">Bra</mdui:Description>"
                        + "<mdui:Logo height=\"80\" width=\"228\"> https://a/logo.svg </mdui:Logo>"
                        + "</mdui:UIInfo>"))
            .sp()
            .ui();
    assertEquals(Optional.of("Service"), ui.displayName("en"));
    assertEquals(Optional.of("Tjänst"), ui.displayName("fi"));
    assertEquals(Optional.of("Bra"), ui.description("en"));
    assertEquals(new EntityMetadata.Logo("https://a/logo.svg", 228, 80, ""), ui.logos().get(0));
  }

  @Test
  void readsAlgorithmsOfTheRoleBeforeThoseOfTheEntity() {
    var entityOnly =
        SpMetadata.of("urn:a").key("", RSA, "").entityExtensions(alg("SigningMethod", "urn:e"));
    assertEquals(List.of("urn:e"), read(entityOnly).sp().algorithms().signing());
    var both = entityOnly.roleExtensions(alg("SigningMethod", "urn:r"));
    assertEquals(List.of("urn:r"), read(both).sp().algorithms().signing());
  }

  private static String alg(String element, String uri) {
    return "<alg:" + element + " Algorithm=\"" + uri + "\"/>";
  }

  @Test
  void readsRequestedAttributesAndTheirDefaultService() {
    SpRole role =
        read(SpMetadata.of("urn:a")
                .key("", RSA, "")
                .requests(4, "urn:oid:2.5.4.20")
                .requests(5, "urn:oid:2.5.4.4!"))
            .sp();
    assertEquals(
        "urn:oid:2.5.4.20", role.attributeConsumer(-1).orElseThrow().requested().get(0).name());
    assertTrue(role.attributeConsumer(5).orElseThrow().requested().get(0).required());
    assertTrue(role.attributeConsumer(6).isEmpty());
  }

  /** DP-2.1.1.2-03: the file of a service that runs is not refused for an old certificate. */
  @Test
  void takesCertificatesThatHaveExpired() {
    byte[] xml = SpMetadata.of("urn:a").key("", RSA, "").bytes();
    Instant after2099 = Instant.parse("2150-01-01T00:00:00Z");
    assertEquals("urn:a", MetadataReader.readOne("sp.xml", xml, after2099).entityId());
  }

  @Test
  void acceptsAnAggregateAndRefusesItsBadEntitiesAlone() {
    String good = SpMetadata.of("urn:good").key("", RSA, "").text();
    String bad = SpMetadata.of("urn:bad").text();
    String all =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + (good + "<md:EntitiesDescriptor>" + bad + "</md:EntitiesDescriptor>")
            + "</md:EntitiesDescriptor>";
    var reading = MetadataReader.read("all.xml", utf8(all), NOW);
    assertEquals(
        List.of("urn:good"), reading.entities().stream().map(EntityMetadata::entityId).toList());
    assertEquals(1, reading.problems().size());
  }

  @Test
  void refusesWhatIsNoXmlWithTheLine() {
    assertRefused("<a>\n<b></a>", "sp.xml:2", "not usable XML", "plain XML");
  }

  @Test
  void refusesADocumentTypeDeclaration() {
    assertRefused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>",
        "sp.xml",
        "DOCTYPE",
        "document type declaration");
  }

  @Test
  void refusesAnotherRoot() {
    assertRefused(
        "<html/>", "sp.xml:1", "<html>, which is not SAML metadata", "md:EntityDescriptor");
  }

  @Test
  void refusesWhatBreaksTheSchemaWithTheLine() {
    String text = SpMetadata.of("urn:a").key("", RSA, "").text();
    String broken = text.replace("<md:SPSSODescriptor", "<md:Nothing/>\n<md:SPSSODescriptor");
    assertRefused(broken, "sp.xml:9", "breaks the SAML schema", "Nothing");
  }

  @Test
  void refusesAnExpiredDocument() {
    String text =
        SpMetadata.of("urn:a")
            .key("", RSA, "")
            .entityXmlAttributes("validUntil=\"2026-11-24T08:00:00Z\"")
            .text();
    assertRefused(text, "sp.xml:8", "was valid until 2026-11-24T08:00:00Z", "Export it anew");
    String later = text.replace("08:00:00Z", "08:00:01Z");
    assertEquals(
        Optional.of(NOW.plusSeconds(1)),
        MetadataReader.readOne("sp.xml", utf8(later), NOW).validUntil());
  }

  @Test
  void refusesMetadataWithoutPostConsumer() {
    String text =
        SpMetadata.of("urn:a")
            .key("", RSA, "")
            .consumers(SpMetadata.consumer(0, true, "https://a/").replace("HTTP-POST", "PAOS"))
            .text();
    assertRefused(
        text, "sp.xml:9", "no AssertionConsumerService has the binding HTTP-POST", "Add one");
  }

  @Test
  void refusesTwoConsumersWithOneIndex() {
    String text =
        SpMetadata.of("urn:a")
            .key("", RSA, "")
            .consumers(
                SpMetadata.consumer(0, null, "https://a/1")
                    + SpMetadata.consumer(0, null, "https://a/2"))
            .text();
    assertRefused(text, "sp.xml:", "have the index 0", "index of its own");
  }

  @Test
  void refusesAddressesABrowserCannotBeSentTo() {
    for (String address :
        List.of("/acs", "javascript:alert(1)", "https:acs", "https://a/#x", "ftp://a/b")) {
      String text =
          SpMetadata.of("urn:a")
              .key("", RSA, "")
              .consumers(SpMetadata.consumer(0, true, address))
              .text();
      assertRefused(text, "sp.xml:12", "the Location '" + address + "'", "https://");
    }
  }

  @Test
  void refusesMissingAndUndecodableCertificates() {
    assertRefused(SpMetadata.of("urn:a").text(), "sp.xml:9", "there is no KeyDescriptor", "X.509");
    assertRefused(
        SpMetadata.of("urn:a").rawKey("signing", "AAAA", "").text(),
        "sp.xml:11",
        "not the base64 of a certificate",
        "BEGIN");
    String nameOnly =
        SpMetadata.of("urn:a")
            .rawKey("signing", "AAAA", "")
            .text()
            .replaceAll("<ds:X509Data>[\\s\\S]*</ds:X509Data>", "<ds:KeyName>k</ds:KeyName>");
    assertRefused(nameOnly, "sp.xml:10", "no ds:X509Certificate", "X.509");
  }

  /** DP-8-01. */
  @Test
  void refusesShortRsaKeys() {
    Credential weak = PKI.credential("weak", KeyType.RSA_1024);
    assertRefused(
        SpMetadata.of("urn:a").key("signing", weak, "").text(),
        "sp.xml:11",
        "RSA key of 1024 bits",
        "2048");
  }

  private static EntityMetadata read(SpMetadata metadata) {
    return MetadataReader.readOne("sp.xml", metadata.bytes(), NOW);
  }

  private static void assertRefused(String xml, String where, String problem, String hint) {
    BadInput refused =
        assertThrows(BadInput.class, () -> MetadataReader.readOne("sp.xml", utf8(xml), NOW));
    assertTrue(refused.where().startsWith(where), refused.getMessage());
    assertTrue(refused.problem().contains(problem), refused.getMessage());
    assertTrue(refused.getMessage().contains(hint), refused.getMessage());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
