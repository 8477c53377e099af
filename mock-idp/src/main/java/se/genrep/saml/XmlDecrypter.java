package se.genrep.saml;

import java.security.Key;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.w3c.dom.Document;

/** Opens a saml:EncryptedAssertion. */
public final class XmlDecrypter {

  static {
    SamlRuntime.start();
  }

  private XmlDecrypter() {}

  /**
   * The block encryption and key transport methods that a saml:EncryptedAssertion names; for a key
   * agreement its method.
   */
  public record Methods(String block, String keyTransport) {}

  public static Methods methods(XmlNode encryptedAssertion) {
    XmlNode data =
        encryptedAssertion
            .find("xenc:EncryptedData")
            .orElseThrow(
                () -> new MalformedMessage("EncryptedAssertion without EncryptedData", null));
    XmlNode key = key(encryptedAssertion, data);
    return new Methods(
        method(data),
        key.find("ds:KeyInfo/xenc:AgreementMethod")
            .flatMap(agreement -> agreement.attribute("Algorithm"))
            .orElseGet(() -> method(key)));
  }

  /**
   * Decrypts and returns the plain element as the root of a document of its own.
   *
   * @throws MalformedMessage when it cannot be decrypted with this key or is not one element
   */
  public static XmlNode decrypt(XmlNode encryptedAssertion, PrivateKey key) {
    XmlNode data =
        encryptedAssertion
            .find("xenc:EncryptedData")
            .orElseThrow(
                () -> new MalformedMessage("EncryptedAssertion without EncryptedData", null));
    try {
      Key contentKey = contentKey(encryptedAssertion, data, key);
      XMLCipher cipher = XMLCipher.getInstance();
      cipher.init(XMLCipher.DECRYPT_MODE, contentKey);
      byte[] plain = cipher.decryptToByteArray(data.element());
      return XmlNode.root(Xml.parse(plain));
    } catch (XMLEncryptionException e) {
      throw new MalformedMessage("the assertion cannot be decrypted: " + e.getMessage(), e);
    }
  }

  /**
   * The key that the content is encrypted with.
   *
   * @throws MalformedMessage when this key does not unwrap it
   */
  public static Key contentKey(XmlNode encryptedAssertion, PrivateKey key) {
    try {
      return contentKey(encryptedAssertion, encryptedAssertion.at("xenc:EncryptedData"), key);
    } catch (XMLEncryptionException e) {
      throw new MalformedMessage("the content key cannot be unwrapped: " + e.getMessage(), e);
    }
  }

  private static Key contentKey(XmlNode encryptedAssertion, XmlNode data, PrivateKey key)
      throws XMLEncryptionException {
    Document document = encryptedAssertion.element().getOwnerDocument();
    XmlNode encryptedKey = key(encryptedAssertion, data);
    Optional<XmlNode> agreement = encryptedKey.find("ds:KeyInfo/xenc:AgreementMethod");
    Key unwrapping = key;
    if (agreement.isPresent()) {
      unwrapping = KeyAgreement.open(agreement.get(), key, method(encryptedKey));
      // The key it leads to is known; the library would look for it in its own way.
      encryptedKey = withoutKeyInfo(encryptedKey);
    }
    XMLCipher keyCipher = XMLCipher.getInstance();
    keyCipher.init(XMLCipher.UNWRAP_MODE, unwrapping);
    EncryptedKey wrapped = keyCipher.loadEncryptedKey(document, encryptedKey.element());
    return keyCipher.decryptKey(wrapped, method(data));
  }

  private static XmlNode withoutKeyInfo(XmlNode encryptedKey) {
    XmlNode copy = encryptedKey.copy();
    copy.all("ds:KeyInfo").forEach(XmlNode::remove);
    return copy;
  }

  private static String method(XmlNode encrypted) {
    return encrypted
        .find("xenc:EncryptionMethod")
        .flatMap(method -> method.attribute("Algorithm"))
        .orElseThrow(() -> new MalformedMessage("no EncryptionMethod in the encrypted data", null));
  }

  /** The EncryptedKey stands in the KeyInfo (as here) or beside the EncryptedData (as allowed). */
  private static XmlNode key(XmlNode encryptedAssertion, XmlNode data) {
    List<XmlNode> inside = data.all("ds:KeyInfo/xenc:EncryptedKey");
    List<XmlNode> beside = encryptedAssertion.all("xenc:EncryptedKey");
    if (inside.isEmpty() && beside.isEmpty()) {
      throw new MalformedMessage("no EncryptedKey in the encrypted assertion", null);
    }
    return inside.isEmpty() ? beside.get(0) : inside.get(0);
  }
}
