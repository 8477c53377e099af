package se.genrep.saml;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import se.genrep.saml.XmlVerifier.InvalidSignature;

/**
 * Verifies the signature of a whole document that is no SAML message (DSS extension 5): it is the
 * only one, the last child of the element it belongs in, has one reference with {@code URI=""}, and
 * verifies with a key known beforehand. ds:KeyInfo of the message is never trusted.
 */
public final class DocumentVerifier {

  private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

  /** What leaves nothing of the document out. */
  private static final Set<String> CANONICAL =
      Set.of(
          XmlCanonical.EXCLUSIVE,
          XmlCanonical.EXCLUSIVE + "WithComments",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
          "http://www.w3.org/2006/12/xml-c14n11",
          "http://www.w3.org/2006/12/xml-c14n11#WithComments");

  static {
    SamlRuntime.start();
  }

  private DocumentVerifier() {}

  /**
   * Verifies with any of the certificates' keys.
   *
   * @param parent the element whose last child the signature has to be
   * @throws InvalidSignature with the reason when it is missing, of a wrong shape or does not
   *     verify
   */
  public static void verify(XmlNode parent, Collection<X509Certificate> trusted)
      throws InvalidSignature {
    Document document = parent.element().getOwnerDocument();
    XmlNode signature = only(parent, XmlNode.root(document));
    form(signature);
    if (trusted.isEmpty()) {
      throw new InvalidSignature("the metadata of the sender has no signing certificate");
    }
    for (X509Certificate certificate : trusted) {
      if (verifies(signature, certificate)) {
        return;
      }
    }
    throw new InvalidSignature("the signature does not verify with a key of the sender's metadata");
  }

  private static XmlNode only(XmlNode parent, XmlNode root) throws InvalidSignature {
    List<XmlNode> all = root.everywhere("ds:Signature");
    if (all.size() != 1) {
      throw new InvalidSignature(
          "<"
              + root.element().getNodeName()
              + "> has "
              + (all.isEmpty() ? "no signature" : all.size() + " signatures, not one"));
    }
    List<XmlNode> children = parent.children();
    if (children.isEmpty() || children.get(children.size() - 1).element() != all.get(0).element()) {
      throw new InvalidSignature(
          "the signature is not the last element in <" + parent.element().getNodeName() + ">");
    }
    return all.get(0);
  }

  private static void form(XmlNode signature) throws InvalidSignature {
    List<XmlNode> references = signature.all("ds:SignedInfo/ds:Reference");
    if (signature.all("ds:SignedInfo").size() != 1
        || references.size() != 1
        || !signature.all("ds:Object").isEmpty()) {
      throw new InvalidSignature("the signature covers something else than the document alone");
    }
    if (!references.get(0).attribute("URI").filter(String::isEmpty).isPresent()) {
      throw new InvalidSignature("the reference of the signature has not URI=\"\"");
    }
    List<XmlNode> transforms = references.get(0).all("ds:Transforms/ds:Transform");
    long enveloped = transforms.stream().filter(each -> algorithm(each).equals(ENVELOPED)).count();
    if (enveloped != 1
        || transforms.size() > 2
        || transforms.stream()
            .map(DocumentVerifier::algorithm)
            .anyMatch(uri -> !uri.equals(ENVELOPED) && !CANONICAL.contains(uri))) {
      throw new InvalidSignature("a transform of the signature may leave something out");
    }
  }

  private static String algorithm(XmlNode transform) {
    return transform.attribute("Algorithm").orElse("");
  }

  private static boolean verifies(XmlNode signature, X509Certificate certificate) {
    try {
      return new XMLSignature(signature.element(), "", true)
          .checkSignatureValue(certificate.getPublicKey());
    } catch (XMLSecurityException notOfThisKey) {
      return false;
    }
  }
}
