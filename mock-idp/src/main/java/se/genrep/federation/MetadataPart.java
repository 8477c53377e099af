package se.genrep.federation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where one md:EntityDescriptor is in a document, and what it takes to read it alone. Kept for
 * every entity of an aggregate, so it is small.
 *
 * @param entityId as written in the start tag, character references resolved, trimmed
 * @param offset in bytes, from the start of the document to the start tag's {@code <}
 * @param length in bytes, to the end of the end tag
 * @param nameEnd where the name in the start tag ends, in bytes from the offset
 * @param line of the start tag's {@code <}, counted from 1
 * @param declarations namespace declarations of the elements around it that it does not make itself
 * @param group the md:EntitiesDescriptor it is in
 * @param kept the bytes, when they cannot be had from the document; otherwise null
 */
record MetadataPart(
    String entityId,
    long offset,
    int length,
    int nameEnd,
    int line,
    String declarations,
    MetadataGroup group,
    byte[] kept) {

  /** A document of its own that says the same; a line in it is the line of the whole less one. */
  byte[] document(byte[] raw) {
    if (declarations.isEmpty()) {
      return raw;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + declarations.length());
    out.write(raw, 0, nameEnd);
    out.writeBytes(declarations.getBytes(StandardCharsets.UTF_8));
    out.write(raw, nameEnd, raw.length - nameEnd);
    return out.toByteArray();
  }
}
