package se.genrep.federation;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.saml.StreamedSigning;
import se.genrep.saml.XmlNode;

/**
 * Writes a signed md:EntitiesDescriptor of any size, with one entity in memory at a time. It is
 * written in canonical form from the start, so what goes into the digest is what goes into the
 * document.
 */
final class AggregateWriter {

  private static final String ROOT = "md:EntitiesDescriptor";
  private static final byte[] XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8);

  private final Map<String, String> attributes;
  private final Credential signer;
  private final Path file;

  /**
   * @param attributes of the root, beside its ID
   * @param file where the document goes; null to keep it in memory
   */
  AggregateWriter(Map<String, String> attributes, Credential signer, Path file) {
    this.attributes = new TreeMap<>(attributes);
    this.signer = signer;
    this.file = file;
  }

  /**
   * Writes the document.
   *
   * @param members gives the descriptors one by one, as often as it is called
   * @throws BadInput when the file cannot be written
   */
  SignedDocument write(Consumer<Consumer<XmlNode>> members) {
    if (file == null) {
      ByteArrayOutputStream entities = new ByteArrayOutputStream();
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      String tag =
          write(
              members,
              again -> {
                entities.reset();
                return entities;
              },
              () -> new ByteArrayInputStream(entities.toByteArray()),
              whole);
      return SignedDocument.of(whole.toByteArray(), tag);
    }
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Path list = file.resolveSibling("." + file.getFileName() + ".entities");
    try {
      Files.createDirectories(file.getParent());
      String tag;
      try (OutputStream whole = new BufferedOutputStream(Files.newOutputStream(part))) {
        tag =
            write(
                members,
                again -> new BufferedOutputStream(Files.newOutputStream(list)),
                () -> Files.newInputStream(list),
                whole);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return SignedDocument.of(file, tag);
    } catch (IOException | UncheckedIOException e) {
      throw new BadInput(
          file.toString(),
          "the file cannot be written (" + e.getClass().getSimpleName() + ")",
          "Make the folder writable and see that the disk is not full",
          e);
    } finally {
      delete(list);
      delete(part);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Opening {
    OutputStream open(boolean again) throws IOException;
  }

  @FunctionalInterface
  private interface Reading {
    InputStream open() throws IOException;
  }

  /** Gives the digest of the whole. */
  private String write(
      Consumer<Consumer<XmlNode>> members, Opening entities, Reading written, OutputStream whole) {
    try {
      Set<String> prefixes = new TreeSet<>(Set.of("xs"));
      Set<String> seen = new TreeSet<>();
      MessageDigest content = sha256();
      while (true) {
        content.reset();
        try (OutputStream out = new DigestOutputStream(entities.open(false), content)) {
          members.accept(member -> entity(member, prefixes, seen, out));
        }
        if (prefixes.containsAll(seen)) {
          break;
        }
        prefixes.addAll(seen); // rare: a type in a namespace of its own, under its own prefix
      }
      attributes.forEach(
          (name, value) -> content.update((name + value).getBytes(StandardCharsets.UTF_8)));
      String id = "_" + HexFormat.of().formatHex(content.digest());
      String start = StreamedSigning.startTag(root().set("ID", id));
      MessageDigest signed = sha256();
      signed.update(start.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = written.open()) {
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), signed));
      }
      String end = "</" + ROOT + ">";
      signed.update(end.getBytes(StandardCharsets.UTF_8));
      MessageDigest all = sha256();
      OutputStream out = new DigestOutputStream(whole, all);
      out.write(XML);
      out.write(start.getBytes(StandardCharsets.UTF_8));
      out.write(
          StreamedSigning.of(id, signed.digest(), prefixes, signer)
              .getBytes(StandardCharsets.UTF_8));
      try (InputStream in = written.open()) {
        in.transferTo(out);
      }
      out.write((end + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return HexFormat.of().formatHex(all.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private XmlNode root() {
    XmlNode root = XmlNode.newRoot(ROOT);
    attributes.forEach(root::set);
    return root;
  }

  private static void entity(
      XmlNode member, Set<String> prefixes, Set<String> seen, OutputStream out) {
    try {
      seen.addAll(StreamedSigning.prefixesInTypes(member));
      out.write(StreamedSigning.child(XmlNode.newRoot(ROOT), member, prefixes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
