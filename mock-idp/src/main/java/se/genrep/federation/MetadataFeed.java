package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.w3c.dom.Node;
import se.genrep.pki.Credential;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/**
 * Makes the signed documents of the federation operator: single entities and the aggregate of all.
 * The same content gives the same document.
 */
final class MetadataFeed {

  /** A consumer that cannot reach the feed over a long weekend still works. */
  static final Duration VALIDITY = Duration.ofDays(7);

  /** How long a consumer should keep a copy before it asks again. */
  static final String CACHE = "PT1H";

  private final Credential signer;

  MetadataFeed(Credential signer) {
    this.signer = signer;
  }

  Credential signer() {
    return signer;
  }

  /** One entity, signed, without an end: a copy in a file must not expire in a user's hands. */
  byte[] entity(XmlNode descriptor) {
    XmlNode copy = descriptor.detached();
    withoutSignatures(copy);
    return sign(copy);
  }

  /** One entity, signed, valid for {@link #VALIDITY} or as long as the member says. */
  SignedDocument entity(EntityMetadata member, Instant now) {
    Instant until = now.plus(VALIDITY);
    XmlNode root = member(member);
    root.set("validUntil", text(member.validUntil().filter(until::isAfter).orElse(until)));
    root.set("cacheDuration", root.attribute("cacheDuration").orElse(CACHE));
    return document(sign(root));
  }

  /**
   * All members in one md:EntitiesDescriptor, signed, valid for {@link #VALIDITY}.
   *
   * @param members gives them one by one, as often as it is called
   * @param file where it is to be written; null to keep it in memory
   */
  SignedDocument aggregate(
      String name, Consumer<Consumer<EntityMetadata>> members, Instant now, Path file) {
    Map<String, String> attributes =
        Map.of("Name", name, "validUntil", text(now.plus(VALIDITY)), "cacheDuration", CACHE);
    return new AggregateWriter(attributes, signer, file)
        .write(each -> members.accept(member -> each.accept(member(member))));
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static SignedDocument document(byte[] bytes) {
    return SignedDocument.of(bytes, digest(bytes));
  }

  /** What the operator publishes of a member (TAR-3.1-06: with an OrganizationNumber). */
  private static XmlNode member(EntityMetadata entity) {
    XmlNode copy = entity.element().detached();
    withoutSignatures(copy);
    entity.organization().ifPresent(each -> OrganizationNumber.complete(copy, each));
    return copy;
  }

  /** What a member signed itself is not the operator's statement; its signature is left out. */
  private static void withoutSignatures(XmlNode copy) {
    withoutComments(copy.element());
    copy.all("ds:Signature").forEach(XmlNode::remove);
    copy.unset("ID");
    for (XmlNode role : copy.children()) {
      role.all("ds:Signature").forEach(XmlNode::remove);
      role.unset("ID"); // IDs of two members may be the same, which one document may not hold
    }
  }

  /** They are not signed, so nobody may take them for the operator's. */
  private static void withoutComments(Node node) {
    Node next;
    for (Node child = node.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (child.getNodeType() == Node.COMMENT_NODE) {
        node.removeChild(child);
      } else {
        withoutComments(child);
      }
    }
  }

  private byte[] sign(XmlNode root) {
    root.set("ID", "_" + digest(Xml.bytes(root.element())));
    XmlSigner.sign(root, signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()));
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return (declaration + root + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
