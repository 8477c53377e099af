package se.genrep.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/**
 * A csig:SignMessage as it stands, which goes on to the identity provider (DSS extension 3.1.2, DP
 * 7.1.1).
 *
 * @param element the csig:SignMessage, not to be changed
 */
public record SignMessage(XmlNode element) {

  static Optional<SignMessage> in(XmlNode extension) {
    return extension.find("csig:SignMessage").map(SignMessage::new);
  }

  /**
   * A message in the clear.
   *
   * @param mimeType {@code text}, {@code text/html} or {@code text/markdown}
   * @param display the entityID of who shows it
   */
  public static SignMessage of(String text, String mimeType, boolean mustShow, String display) {
    XmlNode element = XmlNode.newRoot("csig:SignMessage");
    element.set("MustShow", Boolean.toString(mustShow));
    element.set("DisplayEntity", display).set("MimeType", mimeType);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    element.add("csig:Message").text(Base64.getEncoder().encodeToString(utf8));
    return new SignMessage(element);
  }

  /** Without the message having been shown and accepted there is no signature. */
  public boolean mustShow() {
    return element.attribute("MustShow").filter(SignRequest::isTrue).isPresent();
  }

  /** Who is to show it, where that is said. */
  public Optional<String> displayEntity() {
    return element.attribute("DisplayEntity").map(String::strip);
  }

  public boolean isEncrypted() {
    return element.find("csig:EncryptedMessage").isPresent();
  }

  /** The octets of a message in the clear; empty when it is encrypted or not in UTF-8. */
  public Optional<byte[]> clear() {
    return element
        .find("csig:Message")
        .map(message -> Forms.base64(message.text()))
        .filter(SignMessage::isUtf8);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Whether a value of the attribute signMessageDigest is of this message (ATTR 3.2.4). Of one that
   * is encrypted to somebody else nobody here can tell more than that it is there.
   */
  public boolean isDigestedBy(String value) {
    int semicolon = value.indexOf(';');
    if (isEncrypted()) {
      return semicolon > 0;
    }
    Optional<String> digest = jca(semicolon < 0 ? "" : value.substring(0, semicolon).strip());
    Optional<byte[]> text = clear();
    if (digest.isEmpty() || text.isEmpty()) {
      return false;
    }
    try {
      byte[] said = Base64.getDecoder().decode(value.substring(semicolon + 1).strip());
      return MessageDigest.isEqual(
          said, MessageDigest.getInstance(digest.get()).digest(text.get()));
    } catch (IllegalArgumentException notBase64) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + digest.get(), e);
    }
  }

  private static Optional<String> jca(String uri) {
    return switch (uri) {
      case "http://www.w3.org/2001/04/xmlenc#sha256" -> Optional.of("SHA-256");
      case "http://www.w3.org/2001/04/xmldsig-more#sha384" -> Optional.of("SHA-384");
      case "http://www.w3.org/2001/04/xmlenc#sha512" -> Optional.of("SHA-512");
      default -> Optional.empty();
    };
  }
}
