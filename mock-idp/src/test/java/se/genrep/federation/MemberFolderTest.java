package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
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

/** A folder with an aggregate of many. */
class MemberFolderTest {

  private static final int MANY = 700;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(START, ZoneOffset.UTC));
  private static final Credential KEY = PKI.credential("sp", KeyType.RSA_2048);

  @TempDir private Path data;
  private Path file;
  private final List<BadInput> told = new ArrayList<>();
  private Instant now = START;
  private Federation federation;

  @BeforeEach
  void write() throws IOException {
    Path folder = Files.createDirectories(data.resolve("sp"));
    file = folder.resolve("many.xml");
    put(many(MANY, "urn:%d"), 1);
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    federation = Federation.open(data, PKI, clock, told::add);
  }

  private void put(String text, int second) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(second)));
  }

  private static String many(int count, String names) {
    String one = SpMetadata.registered("URN", KEY).text();
    StringBuilder all =
        new StringBuilder(
            "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">\n");
    for (int i = 0; i < count; i++) {
      all.append(one.replace("URN", String.format(names, i)));
    }
    return all.append("</md:EntitiesDescriptor>").toString();
  }

  @Test
  void anyOfManyIsFoundAtOnceAndReadAlone() {
    assertTrue(federation.serviceProvider("urn:" + (MANY - 1)).isPresent());
    assertTrue(federation.serviceProvider("urn:0").isPresent());
    assertTrue(federation.serviceProvider("urn:" + MANY).isEmpty());
    assertSame(
        federation.serviceProvider("urn:5").orElseThrow(),
        federation.serviceProvider("urn:5").orElseThrow());
  }

  @Test
  void moreThanAreKeptCanBeUsedInTurn() {
    EntityMetadata first = federation.serviceProvider("urn:0").orElseThrow();
    for (int i = 1; i < MANY; i++) {
      assertEquals("urn:" + i, federation.serviceProvider("urn:" + i).orElseThrow().entityId());
    }
    EntityMetadata again = federation.serviceProvider("urn:0").orElseThrow();
    assertNotSame(first, again, "nothing would have been let go");
    assertEquals(first.sp().keys().signing(), again.sp().keys().signing());
    assertEquals("urn:0", again.element().attribute("entityID").orElseThrow());
  }

  @Test
  void aPageDoesNotWaitForAll() {
    Federation.Census census = federation.census();
    assertEquals(MANY, census.all());
    assertEquals(List.of(), federation.problems());
    assertEquals(MANY, federation.census().read());
    assertEquals(10, federation.serviceProviders(10).size());
    assertEquals("urn:0", federation.serviceProviders(10).get(0).entityId());
  }

  @Test
  void theWrongOnesOfManyAreToldWithTheirLinesAndTheOthersUsed() throws IOException {
    String text =
        many(3, "urn:%d").replaceFirst("entityID=\"urn:1\" ", "entityID=\"urn:1\" wrong=\"\" ");
    put(text + "\n", 2);
    assertTrue(federation.serviceProvider("urn:2").isPresent());
    assertTrue(federation.serviceProvider("urn:1").isEmpty());
    BadInput problem = federation.problems().get(0);
    long line = text.substring(0, text.indexOf("wrong=")).lines().count();
    assertEquals(file + ":" + line, problem.where(), problem.getMessage());
    assertEquals(1, told.size());
    federation.problems();
    assertEquals(1, told.size(), "told once");
  }

  @Test
  void aChangeWhileRunningIsSeen() throws IOException {
    assertTrue(federation.serviceProvider("urn:3").isPresent());
    put(many(5, "urn:new-%d"), 2);
    assertTrue(federation.serviceProvider("urn:3").isEmpty());
    assertTrue(federation.serviceProvider("urn:new-4").isPresent());
    assertEquals(5, federation.serviceProviders().size());
  }

  @Test
  void aClockSetBackLetsThemHoldAgain() throws IOException {
    put(many(2, "urn:%d").replaceFirst(">", " validUntil=\"2026-11-24T09:00:00Z\">"), 2);
    assertTrue(federation.serviceProvider("urn:1").isPresent());
    now = START.plusSeconds(3600);
    assertTrue(federation.serviceProvider("urn:1").isEmpty());
    assertEquals(1, federation.problems().size());
    assertEquals(
        0, XmlNode.root(Xml.parse(federation.aggregate())).all("md:EntityDescriptor").size());
    now = START;
    assertTrue(federation.serviceProvider("urn:1").isPresent());
    assertEquals(
        2, XmlNode.root(Xml.parse(federation.aggregate())).all("md:EntityDescriptor").size());
  }

  /** DP-2-05. The document is written as a stream; any verifier has to find it sound. */
  @Test
  void theFeedOfManyVerifies() throws Exception {
    SignedDocument feed = federation.feed(Feed.SP);
    assertTrue(feed.isFile());
    XmlNode root = XmlNode.root(Xml.parse(feed.bytes()));
    XmlVerifier.verify(root, List.of(federation.signer()));
    assertEquals(MANY, root.all("md:EntityDescriptor").size());
    assertTrue(SamlSchema.check(feed.bytes()).isEmpty());
    assertSame(feed, federation.feed(Feed.SP));
    try (var left = Files.list(data.resolve("metadata/feed"))) {
      assertEquals(List.of("sp.xml"), left.map(each -> each.getFileName().toString()).toList());
    }
    byte[] changed = new String(feed.bytes()).replace("urn:17\"", "urn:18\"").getBytes();
    XmlNode other = XmlNode.root(Xml.parse(changed));
    assertFalse(verifies(other), "a changed entity verifies");
  }

  private boolean verifies(XmlNode root) {
    try {
      XmlVerifier.verify(root, List.of(federation.signer()));
      return true;
    } catch (XmlVerifier.InvalidSignature e) {
      return false;
    }
  }

  /** Types and prefixes of all kinds, as products write them. */
  @Test
  void theFeedOfUnusualEntitiesVerifies() throws Exception {
    String value = "<saml:AttributeValue";
    String odd =
        SpMetadata.registered("urn:odd", KEY)
            .text()
            .replaceFirst(
                value,
                value
                    + " xmlns:odd=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                    + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " i:type=\"odd:NameIDType\"");
    String plain =
        SpMetadata.registered("urn:default", KEY)
            .text()
            .replace("<md:", "<")
            .replace("</md:", "</")
            .replace("xmlns:md=", "xmlns=");
    String typed =
        SpMetadata.registered("urn:typed", KEY)
            .text()
            .replaceFirst(
                value,
                value
                    + " xmlns:schema=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"schema:string\"")
            .replace(
                "xmlns:md=",
                "xmlns:odd=\"urn:another\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:md=")
            .replace("MOCK Tjänst", "<!-- c -->MOCK &amp; &lt;&#13;\u00e5\ud83d\ude00");
    put(
        "<x:EntitiesDescriptor xmlns:x=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + (odd + plain + typed + "</x:EntitiesDescriptor>"),
        2);
    byte[] feed = federation.feed(Feed.SP).bytes();
    XmlNode root = XmlNode.root(Xml.parse(feed));
    assertTrue(verifies(root), new String(feed));
    assertEquals(List.of(), federation.problems());
    assertEquals(3, root.all("md:EntityDescriptor").size());
    MetadataReader.Reading reading = MetadataReader.read("feed.xml", feed, START);
    assertEquals(List.of(), reading.problems());
    for (EntityMetadata published : reading.entities()) {
      EntityMetadata member = federation.serviceProvider(published.entityId()).orElseThrow();
      assertEquals(member.attributes(), published.attributes());
      assertEquals(member.serviceProvider(), published.serviceProvider());
      assertTrue(
          verifies(
              XmlNode.root(
                  Xml.parse(federation.document(member.entityId()).orElseThrow().bytes()))));
    }
  }

  @Test
  void oneOfManyIsFoundByItsHash() {
    assertTrue(federation.documentBySha1(Sha1.hex("urn:600")).isPresent());
    assertTrue(federation.documentBySha1(Sha1.hex("urn:" + MANY)).isEmpty());
    assertSame(
        federation.document("urn:600").orElseThrow(),
        federation.document("urn:600").orElseThrow(),
        "made once an hour");
  }
}
