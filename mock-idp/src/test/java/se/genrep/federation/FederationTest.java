package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

class FederationTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(START, ZoneOffset.UTC));
  private static final Credential KEY = PKI.credential("sp", KeyType.RSA_2048);

  @TempDir Path data;
  private final Hands clock = new Hands();
  private final List<BadInput> reported = new ArrayList<>();
  private Federation federation;

  @BeforeEach
  void openFederation() throws IOException {
    Files.createDirectories(data.resolve("sp"));
    federation = Federation.open(data, PKI, clock, reported::add);
  }

  @Test
  void aServiceProviderJoinsByAFile() throws IOException {
    assertTrue(federation.serviceProvider("urn:a").isEmpty());
    put("a.xml", sp("urn:a"), 1);
    assertEquals("urn:a", federation.serviceProvider("urn:a").orElseThrow().entityId());
    assertTrue(federation.serviceProvider("urn:A").isEmpty());
  }

  @Test
  void worksWithoutAFolder() throws IOException {
    Federation none = Federation.open(data.resolve("nowhere"), PKI, clock, reported::add);
    assertTrue(none.serviceProvider("urn:a").isEmpty());
    assertEquals(List.of(), none.problems());
  }

  @Test
  void anUnchangedFileIsNotReadAgain() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    assertSame(
        federation.serviceProvider("urn:a").orElseThrow(),
        federation.serviceProvider("urn:a").orElseThrow());
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    assertFalse(federation.serviceProvider("urn:a").orElseThrow().sp().wantAssertionsSigned());
    put(
        "a.xml",
        SpMetadata.of("urn:a").key("", KEY, "").role("WantAssertionsSigned=\"true\"").text(),
        2);
    assertTrue(federation.serviceProvider("urn:a").orElseThrow().sp().wantAssertionsSigned());
  }

  @Test
  void aRemovedFileEndsTheMembership() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    assertTrue(federation.serviceProvider("urn:a").isPresent());
    Files.delete(data.resolve("sp/a.xml"));
    assertTrue(federation.serviceProvider("urn:a").isEmpty());
  }

  @Test
  void metadataThatExpiresWhileRunningEndsTheMembership() throws IOException {
    put(
        "a.xml",
        SpMetadata.of("urn:a")
            .key("", KEY, "")
            .entityXmlAttributes("validUntil=\"2026-11-24T09:00:00Z\"")
            .text(),
        1);
    assertTrue(federation.serviceProvider("urn:a").isPresent());
    clock.now = START.plus(Duration.ofHours(1));
    assertTrue(federation.serviceProvider("urn:a").isEmpty());
    assertTrue(federation.problems().get(0).problem().contains("which has passed"));
  }

  @Test
  void aBrokenFileLeavesTheOthersWorkingAndIsReportedOnce() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    put("b.xml", "<broken", 1);
    assertTrue(federation.serviceProvider("urn:a").isPresent());
    assertTrue(federation.serviceProvider("urn:b").isEmpty());
    assertEquals(1, federation.problems().size());
    assertTrue(federation.problems().get(0).where().endsWith("b.xml:1"));
    assertEquals(federation.problems().get(0).getMessage(), reported.get(0).getMessage());
    assertEquals(1, reported.size());
    put("b.xml", sp("urn:b"), 2);
    assertTrue(federation.serviceProvider("urn:b").isPresent());
    assertEquals(List.of(), federation.problems());
  }

  @Test
  void aSecondFileWithTheSameEntityIsRefused() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    put("b.xml", sp("urn:a"), 1);
    assertTrue(federation.serviceProvider("urn:a").orElseThrow().file().endsWith("a.xml"));
    BadInput problem = federation.problems().get(0);
    assertTrue(problem.where().endsWith("b.xml"));
    assertTrue(problem.problem().contains("is also in"));
  }

  @Test
  void aFileWithoutServiceProviderIsRefused() throws IOException {
    put(
        "idp.xml",
        sp("urn:a")
            .replaceAll(
                "protocolSupportEnumeration=\"[^\"]*\"",
                "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:1.1:protocol\""),
        1);
    assertTrue(federation.problems().get(0).problem().contains("no SPSSODescriptor"));
  }

  @Test
  void aServiceProviderOfTheProcessJoinsAndLeaves() {
    federation.join("demo", sp("urn:demo").getBytes(StandardCharsets.UTF_8));
    assertTrue(federation.serviceProvider("urn:demo").isPresent());
    assertEquals(1, federation.serviceProviders().size());
    federation.leave("urn:demo");
    assertTrue(federation.serviceProvider("urn:demo").isEmpty());
    assertThrows(BadInput.class, () -> federation.join("demo", new byte[] {'x'}));
  }

  /** DP-2-05. */
  @Test
  void theAggregateHasAllMembersAndTheOperatorsSignature() throws Exception {
    put("a.xml", sp("urn:a"), 1);
    federation.publish("idp", idp());
    XmlNode root = XmlNode.root(Xml.parse(federation.aggregate()));
    XmlVerifier.verify(root, List.of(federation.signer()));
    assertEquals(Feed.ALL.title(), root.attribute("Name").orElseThrow());
    assertEquals("2026-12-01T08:00:00Z", root.attribute("validUntil").orElseThrow());
    assertEquals("PT1H", root.attribute("cacheDuration").orElseThrow());
    assertEquals(
        List.of("urn:idp", "urn:a"),
        root.all("md:EntityDescriptor").stream()
            .map(e -> e.attribute("entityID").orElse(""))
            .toList());
    assertTrue(SamlSchema.check(federation.aggregate()).isEmpty());
  }

  @Test
  void theAggregateIsMadeAnewWhenAMemberChangesOrItsEndComesNear() throws IOException {
    put("a.xml", sp("urn:a"), 1);
    byte[] first = federation.aggregate();
    assertArrayEquals(first, federation.aggregate());
    put("a.xml", sp("urn:changed"), 2);
    byte[] second = federation.aggregate();
    assertTrue(new String(second, StandardCharsets.UTF_8).contains("urn:changed"));
    clock.now = START.plus(Duration.ofDays(3));
    assertArrayEquals(second, federation.aggregate());
    clock.now = START.plus(Duration.ofDays(4));
    byte[] third = federation.aggregate();
    assertEquals(
        "2026-12-05T08:00:00Z",
        XmlNode.root(Xml.parse(third)).attribute("validUntil").orElseThrow());
  }

  @Test
  void theSignatureOfAMemberIsNotPassedOnAsTheOperators() throws IOException {
    String signed = sp("urn:a").replace("entityID=", "ID=\"_member\" entityID=");
    XmlNode own = XmlNode.root(Xml.parse(signed));
    se.genrep.saml.XmlSigner.sign(own, KEY, se.genrep.saml.SignatureAlgorithm.RSA_SHA256);
    put("a.xml", own.toString(), 1);
    XmlNode root = XmlNode.root(Xml.parse(federation.aggregate()));
    assertEquals(1, root.everywhere("ds:Signature").size());
  }

  @Test
  void publishedMetadataIsWrittenSignedAndWithoutAnEnd() throws Exception {
    federation.publish("idp", idp());
    byte[] document = federation.metadata("idp").orElseThrow();
    federation.writePublished();
    assertArrayEquals(document, Files.readAllBytes(data.resolve("metadata/idp.xml")));
    XmlNode root = XmlNode.root(Xml.parse(document));
    XmlVerifier.verify(root, List.of(federation.signer()));
    assertTrue(root.attribute("validUntil").isEmpty());
    try (var left = Files.list(data.resolve("metadata"))) {
      assertEquals(1, left.count());
    }
    federation.publish("idp", idp());
    assertArrayEquals(document, federation.metadata("idp").orElseThrow());
  }

  @Test
  void whatHasAFileWaitsToBeRenewedAndWhatHasNoneDoesNot() throws IOException {
    Path file = data.resolve("metadata/idp.xml");
    federation.publish("idp", idp());
    federation.writeMissing();
    byte[] written = Files.readAllBytes(file);
    Files.writeString(file, "of an earlier start");
    federation.publish("idp", idp());
    federation.writeMissing();
    assertEquals("of an earlier start", Files.readString(file));
    federation.writePublished();
    assertArrayEquals(written, Files.readAllBytes(file));
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Files.writeString(data.resolve("metadata"), "a file where the folder should be");
    federation.publish("idp", idp());
    BadInput refused = assertThrows(BadInput.class, federation::writePublished);
    assertTrue(refused.where().endsWith("idp.xml"));
    assertNotEquals("", refused.remedy());
    Files.delete(data.resolve("metadata"));
    federation.writePublished();
    assertTrue(Files.exists(data.resolve("metadata/idp.xml")), "what failed is not forgotten");
  }

  private static XmlNode idp() {
    return XmlNode.root(
        Xml.parse(
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"urn:idp\">"
                + "<md:IDPSSODescriptor xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\" protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                + ("<md:Extensions>" + SpMetadata.UI_INFO + "</md:Extensions>")
                + "<md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
                + SpMetadata.base64(KEY.certificate())
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
                + "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                + " Location=\"https://idp/\"/></md:IDPSSODescriptor><md:Organization>"
                + SpMetadata.ORGANIZATION
                + "</md:Organization></md:EntityDescriptor>"));
  }

  private static String sp(String entityId) {
    return SpMetadata.registered(entityId, KEY).text();
  }

  /** The time of the file is set, so that the test does not depend on how fast it runs. */
  private void put(String name, String content, int second) throws IOException {
    Path file = data.resolve("sp").resolve(name);
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(second)));
  }

  /** A clock that is set by hand. */
  private static final class Hands extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
