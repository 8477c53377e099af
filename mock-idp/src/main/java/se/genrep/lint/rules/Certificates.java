package se.genrep.lint.rules;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import se.genrep.saml.XmlNode;

/** The certificates in the key descriptors of a role. */
final class Certificates {

  static final String PATH = "ds:KeyInfo/ds:X509Data/ds:X509Certificate";

  /** Decoded once, though many rules ask: a role has one or two, and its rules run in a row. */
  private static final ThreadLocal<Known> LAST = ThreadLocal.withInitial(Known::new);

  private static final int REMEMBERED = 8;

  private Certificates() {}

  static List<XmlNode> nodes(XmlNode role) {
    return role.all("md:KeyDescriptor/" + PATH);
  }

  static void each(XmlNode role, BiConsumer<XmlNode, X509Certificate> action) {
    for (XmlNode node : nodes(role)) {
      read(node).ifPresent(certificate -> action.accept(node, certificate));
    }
  }

  /** The certificate; empty when the text is none. */
  static Optional<X509Certificate> read(XmlNode node) {
    return LAST.get().computeIfAbsent(node.text(), Certificates::decode);
  }

  private static Optional<X509Certificate> decode(String text) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(text.strip());
      var factory = CertificateFactory.getInstance("X.509");
      var certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      certificate.getPublicKey(); // a key that cannot be understood is found out here
      return Optional.of(certificate);
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static final class Known
      extends java.util.LinkedHashMap<String, Optional<X509Certificate>> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(
        java.util.Map.Entry<String, Optional<X509Certificate>> eldest) {
      return size() > REMEMBERED;
    }
  }
}
