package se.genrep.saml;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.transforms.params.InclusiveNamespaces;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.pki.Credential;

/**
 * Signs SAML elements as SAML core 5.4 says: enveloped, one reference to the element's own ID,
 * exclusive canonicalisation, the Signature right after the Issuer.
 */
public final class XmlSigner {

  static {
    SamlRuntime.start();
  }

  private XmlSigner() {}

  /**
   * Signs the element as it stands and places the ds:Signature inside it.
   *
   * @param target a Response, Assertion, AuthnRequest or metadata element with an ID attribute
   */
  public static XmlNode sign(XmlNode target, Credential signer, SignatureAlgorithm algorithm) {
    Element element = target.element();
    String id =
        target
            .attribute("ID")
            .orElseThrow(
                () -> new IllegalArgumentException("an element without ID cannot be signed"));
    element.setIdAttribute("ID", true);
    return sign(element, "#" + id, element, placeFor(target).orElse(null), signer, algorithm);
  }

  /**
   * Signs the whole document as it stands, with the reference {@code URI=""}, as the protocols that
   * are built on OASIS DSS do (DSS extension 5). The ds:Signature becomes the last child of an
   * element inside of it.
   *
   * @param parent an element of the document
   */
  public static XmlNode signDocument(
      XmlNode parent, Credential signer, SignatureAlgorithm algorithm) {
    Element root = parent.element().getOwnerDocument().getDocumentElement();
    return sign(root, "", parent.element(), null, signer, algorithm);
  }

  private static XmlNode sign(
      Element covered,
      String reference,
      Element parent,
      Node before,
      Credential signer,
      SignatureAlgorithm algorithm) {
    Document document = covered.getOwnerDocument();
    try {
      XMLSignature signature =
          new XMLSignature(
              document, "", algorithm.signature(), Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
      parent.insertBefore(signature.getElement(), before);
      Transforms transforms = new Transforms(document);
      transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
      Set<String> prefixes = prefixesInTypes(covered);
      if (prefixes.isEmpty()) {
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
      } else {
        transforms.addTransform(
            Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS,
            new InclusiveNamespaces(document, prefixes).getElement());
      }
      signature.addDocument(reference, transforms, algorithm.digest());
      signature.addKeyInfo(signer.certificate());
      signature.sign(signer.privateKey());
      return XmlNode.of(signature.getElement());
    } catch (XMLSecurityException e) {
      throw new IllegalStateException(
          "cannot sign with " + algorithm.signature() + " and the key '" + signer.name() + "'", e);
    }
  }

  /**
   * The prefixes in xsi:type values. Exclusive canonicalisation sees no use in them and would leave
   * their declarations unsigned, so they have to be named (exclusive c14n 1.3, SAML core 5.4.3).
   */
  static Set<String> prefixesInTypes(Element element) {
    Set<String> prefixes = new TreeSet<>();
    collect(element, prefixes);
    return prefixes;
  }

  private static void collect(Element element, Set<String> prefixes) {
    String type = element.getAttributeNS(SamlNs.XSI, "type");
    int colon = type.indexOf(':');
    if (colon > 0) {
      prefixes.add(type.substring(0, colon));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element below) {
        collect(below, prefixes);
      }
    }
  }

  /** The schema wants the Signature after the Issuer; metadata has no Issuer and wants it first. */
  private static Optional<Node> placeFor(XmlNode target) {
    return target
        .find("saml:Issuer")
        .map(issuer -> Optional.ofNullable(issuer.element().getNextSibling()))
        .orElse(Optional.ofNullable(target.element().getFirstChild()));
  }
}
