package se.genrep.saml;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Writes md:KeyDescriptor (SAML metadata 2.4.1.1). */
public final class KeyDescriptor {

  private KeyDescriptor() {}

  /**
   * Appends one with the certificate alone, from which peers take the key and nothing else (SAML
   * metadata interoperability 2.6).
   *
   * @param use {@code signing} or {@code encryption}
   * @return the md:KeyDescriptor
   */
  public static XmlNode add(XmlNode role, String use, X509Certificate certificate) {
    XmlNode descriptor = role.add("md:KeyDescriptor").set("use", use);
    try {
      descriptor
          .add("ds:KeyInfo")
          .add("ds:X509Data")
          .add("ds:X509Certificate")
          .text(Base64.getEncoder().encodeToString(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
    return descriptor;
  }
}
