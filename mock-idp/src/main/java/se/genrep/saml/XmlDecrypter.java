package se.genrep.saml;

import java.security.Key;
import java.security.PrivateKey;
import java.util.List;
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

  /** The block encryption and key transport methods that a saml:EncryptedAssertion names. */
  public record Methods(String block, String keyTransport) {}

  public static Methods methods(XmlNode encryptedAssertion) {
    XmlNode data =
        encryptedAssertion
            .find("xenc:EncryptedData")
            .orElseThrow(
                () -> new MalformedMessage("EncryptedAssertion without EncryptedData", null));
    return new Methods(method(data), method(key(encryptedAssertion, data)));
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
      Document document = encryptedAssertion.element().getOwnerDocument();
      XMLCipher keyCipher = XMLCipher.getInstance();
      keyCipher.init(XMLCipher.UNWRAP_MODE, key);
      EncryptedKey wrapped =
          keyCipher.loadEncryptedKey(document, key(encryptedAssertion, data).element());
      Key contentKey = keyCipher.decryptKey(wrapped, method(data));
      XMLCipher cipher = XMLCipher.getInstance();
      cipher.init(XMLCipher.DECRYPT_MODE, contentKey);
      byte[] plain = cipher.decryptToByteArray(data.element());
      return XmlNode.root(Xml.parse(plain));
    } catch (XMLEncryptionException e) {
      throw new MalformedMessage("the assertion cannot be decrypted: " + e.getMessage(), e);
    }
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
