package se.genrep.saml;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;

/** Canonical octets of an element, for signatures whose parts are made apart (XMLDSig 4.3.1). */
public final class XmlCanonical {

  public static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  static {
    SamlRuntime.start();
  }

  private XmlCanonical() {}

  /**
   * The canonical octets.
   *
   * @param algorithm a canonicalisation method URI
   * @return empty when the method is not known
   */
  public static Optional<byte[]> bytes(XmlNode node, String algorithm) {
    Canonicalizer canonicalizer;
    try {
      canonicalizer = Canonicalizer.getInstance(algorithm);
    } catch (XMLSecurityException unknown) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try {
      canonicalizer.canonicalizeSubtree(node.element(), out);
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("an element cannot be canonicalised", e);
    }
    return Optional.of(out.toByteArray());
  }
}
