package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * A metadata document that is known to be sound but for its entities, which are found and not yet
 * read. Each is read alone, when it is wanted.
 */
final class MetadataDocument {

  private final String name;
  private final List<MetadataPart> parts;

  private MetadataDocument(String name, List<MetadataPart> parts) {
    this.name = name;
    this.parts = parts;
  }

  /**
   * Finds the entities of a document in memory.
   *
   * @throws BadInput when the document as a whole cannot be used
   */
  static MetadataDocument of(String name, byte[] xml) {
    try {
      return of(name, new ByteArrayInputStream(xml), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds the entities of a document.
   *
   * @param keep whether the parts keep their bytes; they do in any case when the document is not
   *     written in UTF-8, since then what is read is not what the file has
   * @throws BadInput when the document as a whole cannot be used
   */
  static MetadataDocument of(String name, InputStream in, boolean keep) throws IOException {
    Utf8Source source = Utf8Source.of(name, in);
    MetadataSplitter.Split split =
        MetadataSplitter.split(source.stream(), keep || source.converted());
    MetadataFile rest = MetadataFile.read(name, split.rest(), 1);
    Iterator<MetadataGroup> groups = split.groups().iterator();
    ends(rest, rest.root(), groups);
    return new MetadataDocument(name, split.parts());
  }

  /** The groups of the split are the elements of the rest, in the same order. */
  private static void ends(MetadataFile rest, XmlNode node, Iterator<MetadataGroup> groups) {
    if (!node.is(SamlNs.MD, "EntitiesDescriptor") || !groups.hasNext()) {
      return;
    }
    MetadataGroup group = groups.next();
    node.attribute("validUntil")
        .ifPresent(
            text ->
                group.ends(
                    XmlTime.parse(text).orElse(Instant.MIN), MetadataValues.over(rest, node)));
    node.all("md:EntitiesDescriptor").forEach(child -> ends(rest, child, groups));
  }

  String name() {
    return name;
  }

  List<MetadataPart> parts() {
    return parts;
  }

  /**
   * Reads one of the parts.
   *
   * @param raw its bytes
   * @throws BadInput when the entity cannot be used
   */
  EntityMetadata entity(MetadataPart part, byte[] raw, Instant now) {
    byte[] document = part.document(raw);
    MetadataFile file = MetadataFile.read(name, document, part.line());
    Optional<MetadataGroup> group = Optional.ofNullable(part.group());
    group
        .flatMap(each -> each.complaint(now))
        .ifPresent(
            complaint -> {
              throw complaint;
            });
    return MetadataReader.entity(file, now)
        .within(group.flatMap(MetadataGroup::end), () -> XmlNode.root(Xml.parse(document)));
  }
}
