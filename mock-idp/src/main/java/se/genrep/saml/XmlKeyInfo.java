package se.genrep.saml;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.keys.content.X509Data;
import org.w3c.dom.Document;

/** Writes a ds:KeyInfo that identifies somebody's key. */
public final class XmlKeyInfo {

  static {
    SamlRuntime.start();
  }

  private XmlKeyInfo() {}

  /** Appends one with the whole certificate. */
  public static XmlNode certificate(XmlNode parent, X509Certificate certificate) {
    Document document = parent.element().getOwnerDocument();
    try {
      X509Data data = new X509Data(document);
      data.addCertificate(certificate);
      KeyInfo info = new KeyInfo(document);
      info.add(data);
      return parent.append(XmlNode.of(info.getElement()));
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("a certificate cannot be written", e);
    }
  }

  /** Appends one with the public key and nothing of who has it. */
  public static XmlNode keyValue(XmlNode parent, PublicKey key) {
    KeyInfo info = new KeyInfo(parent.element().getOwnerDocument());
    info.add(key);
    return parent.append(XmlNode.of(info.getElement()));
  }
}
