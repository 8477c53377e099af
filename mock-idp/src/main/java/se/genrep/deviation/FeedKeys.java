package se.genrep.deviation;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/** The signing keys in the entry of an identity provider. */
final class FeedKeys {

  private FeedKeys() {}

  /** Has the certificate in place of all that were there for signatures. */
  static void only(XmlNode entry, X509Certificate certificate) {
    List<XmlNode> keys = signing(entry);
    keys.subList(1, keys.size()).forEach(XmlNode::remove);
    certificate(keys.get(0)).text(encoded(certificate));
  }

  /** Has a certificate for signatures after those that are there. */
  static void add(XmlNode entry, X509Certificate certificate) {
    List<XmlNode> keys = signing(entry);
    keys.get(keys.size() - 1).insertAfter(with(keys.get(0), certificate));
  }

  /** Has a certificate for signatures before those that are there. */
  static void addFirst(XmlNode entry, X509Certificate certificate) {
    XmlNode first = signing(entry).get(0);
    first.insertBefore(with(first, certificate));
  }

  /** Says of no key what it is for: those for signatures are for encryption as well. */
  static void forAnyUse(XmlNode entry) {
    role(entry).all("md:KeyDescriptor").stream()
        .filter(key -> key.attribute("use").equals(Optional.of("encryption")))
        .forEach(XmlNode::remove);
    signing(entry).forEach(key -> key.unset("use"));
  }

  private static XmlNode with(XmlNode model, X509Certificate certificate) {
    XmlNode key = model.copy();
    certificate(key).text(encoded(certificate));
    return key;
  }

  private static XmlNode role(XmlNode entry) {
    return entry.at("md:IDPSSODescriptor");
  }

  private static List<XmlNode> signing(XmlNode entry) {
    return role(entry).all("md:KeyDescriptor").stream()
        .filter(key -> !key.attribute("use").equals(Optional.of("encryption")))
        .toList();
  }

  private static XmlNode certificate(XmlNode key) {
    return key.at("ds:KeyInfo/ds:X509Data/ds:X509Certificate");
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of ours cannot be written", e);
    }
  }
}
