package se.genrep.saml;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.keys.content.X509Data;
import org.apache.xml.security.utils.EncryptionConstants;
import org.w3c.dom.Document;

/** Encrypts an assertion to a certificate, as a saml:EncryptedAssertion (DP 6.1). */
public final class XmlEncrypter {

  private static final SecureRandom RANDOM = new SecureRandom();

  static {
    SamlRuntime.start();
  }

  private XmlEncrypter() {}

  /**
   * Encrypts the assertion (it is left as it is) and returns a saml:EncryptedAssertion of the same
   * document, not yet placed. The EncryptedKey stands inside the EncryptedData's KeyInfo.
   */
  public static XmlNode encrypt(
      XmlNode assertion, X509Certificate recipient, EncryptionAlgorithm algorithm) {
    try {
      // The plain text must be a document of its own: all namespaces it uses go with it.
      byte[] plain = Xml.bytes(assertion.detached().element());
      Document document = assertion.element().getOwnerDocument();
      SecretKey contentKey = contentKey(algorithm.block());
      EncryptedKey encryptedKey =
          algorithm.isAgreement()
              ? agreed(assertion, contentKey, recipient, algorithm)
              : transported(document, contentKey, recipient, algorithm);

      XMLCipher cipher = XMLCipher.getInstance(algorithm.block());
      cipher.init(XMLCipher.ENCRYPT_MODE, contentKey);
      EncryptedData encrypted =
          cipher.encryptData(
              document, EncryptionConstants.TYPE_ELEMENT, new ByteArrayInputStream(plain));
      KeyInfo keyInfo = new KeyInfo(document);
      keyInfo.add(encryptedKey);
      encrypted.setKeyInfo(keyInfo);

      XmlNode wrapper = assertion.create("saml:EncryptedAssertion");
      wrapper.append(XmlNode.of(cipher.martial(document, encrypted)));
      return wrapper;
    } catch (GeneralSecurityException | XMLSecurityException e) {
      throw new IllegalStateException("cannot encrypt with " + algorithm, e);
    } catch (Exception e) {
      // XMLCipher.encryptData declares Exception; anything else is a fault of ours.
      throw new IllegalStateException("cannot encrypt with " + algorithm, e);
    }
  }

  private static EncryptedKey transported(
      Document document,
      SecretKey contentKey,
      X509Certificate recipient,
      EncryptionAlgorithm algorithm)
      throws XMLSecurityException {
    XMLCipher keyCipher = keyCipher(algorithm);
    keyCipher.init(XMLCipher.WRAP_MODE, recipient.getPublicKey());
    EncryptedKey encryptedKey = keyCipher.encryptKey(document, contentKey, algorithm.mgf(), null);
    X509Data data = new X509Data(document);
    data.addCertificate(recipient);
    KeyInfo recipientInfo = new KeyInfo(document);
    recipientInfo.add(data);
    encryptedKey.setKeyInfo(recipientInfo);
    return encryptedKey;
  }

  private static EncryptedKey agreed(
      XmlNode owner, SecretKey contentKey, X509Certificate recipient, EncryptionAlgorithm algorithm)
      throws XMLSecurityException {
    KeyAgreement.Agreed agreed = KeyAgreement.agree(owner, recipient, algorithm);
    Document document = owner.element().getOwnerDocument();
    XMLCipher keyCipher = XMLCipher.getInstance(algorithm.wrap());
    keyCipher.init(XMLCipher.WRAP_MODE, agreed.wrappingKey());
    EncryptedKey encryptedKey = keyCipher.encryptKey(document, contentKey);
    KeyInfo agreement = new KeyInfo(document);
    agreement.addUnknownElement(agreed.method().element());
    encryptedKey.setKeyInfo(agreement);
    return encryptedKey;
  }

  private static XMLCipher keyCipher(EncryptionAlgorithm algorithm) throws XMLSecurityException {
    return algorithm.digest() == null
        ? XMLCipher.getInstance(algorithm.keyTransport())
        : XMLCipher.getInstance(algorithm.keyTransport(), null, algorithm.digest());
  }

  private static SecretKey contentKey(String block) throws GeneralSecurityException {
    boolean tripleDes = block.equals(EncryptionAlgorithm.TRIPLEDES_CBC);
    KeyGenerator generator = KeyGenerator.getInstance(tripleDes ? "DESede" : "AES");
    int bits = tripleDes ? 168 : block.contains("128") ? 128 : block.contains("192") ? 192 : 256;
    generator.init(bits, RANDOM);
    return generator.generateKey();
  }
}
