package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** Finding entities in a document without a tree, and reading each alone. */
class MetadataSplitterTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Credential KEY =
      TestPki.inMemory(Clock.fixed(NOW, ZoneOffset.UTC)).credential("sp", KeyType.RSA_2048);
  private static final String MD = " xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"";

  /** Names in places where a simple search would stumble. */
  private static final String TRICKY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<!-- <md:EntityDescriptor entityID=\"urn:comment\"> -->\n"
          + ("<e:EntitiesDescriptor xmlns:e=\"urn:oasis:names:tc:SAML:2.0:metadata\">\n")
          + "<e:Extensions><o:EntityDescriptor xmlns:o=\"urn:o\" entityID=\"urn:extension\"/>"
          + "<![CDATA[<e:EntityDescriptor entityID=\"urn:cdata\">]]></e:Extensions>\n"
          + "<?target <e:EntityDescriptor?>\n"
          + entity("urn:one", "<!-- </md:EntityDescriptor> ]]> -->")
          + ("<e:EntitiesDescriptor" + MD + ">\n")
          + entity("urn:two", "<![CDATA[</md:EntityDescriptor>]]>")
          + ("</e:EntitiesDescriptor>\n")
          + entity("urn:th&#114;ee&amp;", "<?x </md:EntityDescriptor> ?>")
          + "</e:EntitiesDescriptor>\n";

  private static String entity(String entityId, String inside) {
    return SpMetadata.registered(entityId, KEY)
        .text()
        .replace("<md:SPSSODescriptor", inside + "<md:SPSSODescriptor");
  }

  @Test
  void findsEntitiesAndNothingThatLooksLikeOne() throws IOException {
    MetadataSplitter.Split split = split(TRICKY, Integer.MAX_VALUE);
    assertEquals(
        List.of("urn:one", "urn:two", "urn:three&"),
        split.parts().stream().map(MetadataPart::entityId).toList());
    assertEquals(2, split.groups().size());
  }

  /** The bytes come in pieces of any size. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1000})
  void findsTheSameInPieces(int most) throws IOException {
    MetadataSplitter.Split whole = split(TRICKY, Integer.MAX_VALUE);
    MetadataSplitter.Split pieces = split(TRICKY, most);
    assertEquals(new String(whole.rest()), new String(pieces.rest()));
    assertEquals(whole.parts().size(), pieces.parts().size());
    for (int i = 0; i < whole.parts().size(); i++) {
      MetadataPart one = whole.parts().get(i);
      MetadataPart other = pieces.parts().get(i);
      assertEquals(new String(one.kept()), new String(other.kept()));
      assertEquals(one.line(), other.line());
      assertEquals(one.offset(), other.offset());
    }
  }

  @Test
  void aPartIsWhereItSaysAndStandsAlone() throws IOException {
    byte[] bytes = TRICKY.getBytes(StandardCharsets.UTF_8);
    for (MetadataPart part : split(TRICKY, Integer.MAX_VALUE).parts()) {
      String there = new String(bytes, (int) part.offset(), part.length(), StandardCharsets.UTF_8);
      assertTrue(there.startsWith("<md:EntityDescriptor"), there);
      assertTrue(there.endsWith("</md:EntityDescriptor>"), there);
      XmlNode alone = XmlNode.root(Xml.parse(part.document(part.kept())));
      assertEquals(part.entityId(), alone.attribute("entityID").orElseThrow());
      String before = new String(bytes, 0, (int) part.offset(), StandardCharsets.UTF_8);
      assertEquals(1 + before.chars().filter(c -> c == '\n').count(), part.line());
    }
  }

  /** Prefixes that only the elements around declare. */
  @Test
  void aPartTakesTheDeclarationsAroundItAlong() {
    String entity =
        entity("urn:a", "")
            .replaceFirst("<md:EntityDescriptor[^>]*?entityID", "<md:EntityDescriptor entityID");
    String declarations =
        SpMetadata.of("x").text().replaceFirst("(?s)^<md:EntityDescriptor(.*?)entityID.*$", "$1");
    String all =
        ("<md:EntitiesDescriptor" + declarations + ">") + entity + "</md:EntitiesDescriptor>";
    MetadataReader.Reading reading = read(all);
    assertEquals(List.of(), reading.problems());
    assertEquals("urn:a", reading.entities().get(0).entityId());
    assertEquals(
        List.of(SpMetadata.PUBLIC), reading.entities().get(0).categories(), "a value of a type");
  }

  @Test
  void theFaultOfOneEntityIsToldWithItsLineAndTheOthersAreUsed() {
    String good = entity("urn:good", "");
    String bad =
        entity("urn:bad", "").replace("<md:SPSSODescriptor", "<md:Nothing/>\n<md:SPSSODescriptor");
    String all = "<md:EntitiesDescriptor" + MD + ">\n" + good + bad + "</md:EntitiesDescriptor>";
    MetadataReader.Reading reading = read(all);
    assertEquals(1, reading.entities().size());
    long line =
        1 + all.substring(0, all.indexOf("<md:Nothing/>")).chars().filter(c -> c == '\n').count();
    assertEquals("m.xml:" + line, reading.problems().get(0).where());
    assertTrue(reading.problems().get(0).problem().contains("Nothing"));
  }

  @Test
  void theFaultOfTheDocumentRefusesAllOfIt() {
    String good = entity("urn:good", "");
    for (String broken :
        List.of(
            "<md:EntitiesDescriptor" + MD + ">\n" + good,
            "<md:EntitiesDescriptor" + MD + ">\n" + good + "</md:Entities>",
            good + good,
            good + "junk",
            "<md:EntitiesDescriptor" + MD + ">\n" + good + "<md:Other/></md:EntitiesDescriptor>",
            "<md:EntitiesDescriptor" + MD + "></md:EntitiesDescriptor>",
            good.substring(0, good.length() - 40),
            "<!DOCTYPE md:EntityDescriptor>" + good,
            "")) {
      BadInput refused = assertThrows(BadInput.class, () -> read(broken), broken);
      assertTrue(refused.where().startsWith("m.xml"), refused.getMessage());
    }
  }

  /** A line in what is left of a document is the line in the document. */
  @Test
  void theLineOfAFaultBehindEntitiesIsRight() {
    String all =
        ("<md:EntitiesDescriptor" + MD + ">\n")
            + entity("urn:a", "")
            + entity("urn:b", "")
            + "<broken\n</md:EntitiesDescriptor>";
    BadInput refused = assertThrows(BadInput.class, () -> read(all));
    long line = 2 + all.substring(0, all.indexOf("<broken")).chars().filter(c -> c == '\n').count();
    assertEquals("m.xml:" + line, refused.where(), refused.getMessage());
  }

  @Test
  void theEndOfAGroupIsTheEndOfItsMembers() {
    String all =
        ("<md:EntitiesDescriptor" + MD + " validUntil=\"2026-11-24T09:00:00Z\">\n")
            + ("<md:EntitiesDescriptor validUntil=\"2026-11-24T08:30:00Z\">")
            + (entity("urn:inner", "") + "</md:EntitiesDescriptor>" + entity("urn:outer", ""))
            + "</md:EntitiesDescriptor>";
    MetadataReader.Reading reading = read(all);
    assertEquals(
        List.of("2026-11-24T08:30:00Z", "2026-11-24T09:00:00Z"),
        reading.entities().stream().map(e -> e.validUntil().orElseThrow().toString()).toList());
    MetadataReader.Reading later =
        MetadataReader.read("m.xml", all.getBytes(StandardCharsets.UTF_8), NOW.plusSeconds(1800));
    assertEquals(
        List.of("urn:outer"), later.entities().stream().map(EntityMetadata::entityId).toList());
    assertEquals(1, later.problems().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8", "windows-1252"})
  void otherEncodingsAreRead(String encoding) {
    String text =
        ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n")
            + SpMetadata.registered("urn:å", KEY).text();
    byte[] bytes = text.getBytes(Charset.forName(encoding));
    EntityMetadata entity = MetadataReader.readOne("m.xml", bytes, NOW);
    assertEquals("urn:å", entity.entityId());
    assertEquals("MOCK Tjänst", entity.sp().ui().displayName("sv").orElseThrow());
    assertEquals("urn:å", entity.element().attribute("entityID").orElseThrow());
  }

  @Test
  void anUnknownEncodingIsRefused() {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> read("<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"));
    assertTrue(refused.problem().contains("klingon"), refused.getMessage());
  }

  @Test
  void hostileNestingIsRefused() {
    String deep = ("<md:EntitiesDescriptor" + MD + ">").repeat(5000);
    assertThrows(BadInput.class, () -> read(deep));
  }

  private static MetadataReader.Reading read(String text) {
    return MetadataReader.read("m.xml", text.getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static MetadataSplitter.Split split(String text, int most) throws IOException {
    InputStream all = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    InputStream pieces =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return all.read(into, offset, Math.min(most, length));
          }
        };
    return MetadataSplitter.split(pieces, true);
  }
}
