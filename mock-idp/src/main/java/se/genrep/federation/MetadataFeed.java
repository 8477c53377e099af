package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
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

  private final Credential signer;

  MetadataFeed(Credential signer) {
    this.signer = signer;
  }

  Credential signer() {
    return signer;
  }

  /** One entity, signed, without an end: a copy in a file must not expire in a user's hands. */
  byte[] entity(XmlNode descriptor) {
    return sign(member(descriptor).detached());
  }

  /** All entities in one md:EntitiesDescriptor, signed, valid for {@link #VALIDITY}. */
  byte[] aggregate(String name, List<XmlNode> descriptors, Instant now) {
    XmlNode root =
        XmlNode.newRoot("md:EntitiesDescriptor")
            .set("Name", name)
            .set("validUntil", now.plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS).toString())
            .set("cacheDuration", "PT1H");
    descriptors.forEach(descriptor -> root.append(member(descriptor)));
    return sign(root);
  }

  /** What a member signed itself is not the operator's statement; its signature is left out. */
  private static XmlNode member(XmlNode descriptor) {
    XmlNode copy = descriptor.detached();
    copy.all("ds:Signature").forEach(XmlNode::remove);
    copy.children().stream()
        .flatMap(role -> role.all("ds:Signature").stream())
        .toList()
        .forEach(XmlNode::remove);
    copy.unset("ID");
    return copy;
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
