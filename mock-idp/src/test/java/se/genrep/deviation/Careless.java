package se.genrep.deviation;

import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Element;
import se.genrep.pki.Credential;
import se.genrep.registry.Attribute;
import se.genrep.saml.PostForm;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/**
 * Reads as the libraries did that fell for signature wrapping: decrypts in place, takes signatures
 * wherever they stand, and looks for what they refer to by ID in the whole document.
 *
 * @param sent the Response as it was sent
 * @param opened the same with every assertion decrypted in its place
 */
record Careless(XmlNode sent, XmlNode opened) {

  static Careless reader(PostForm form, Credential key) {
    byte[] xml = Base64.getMimeDecoder().decode(form.fields().get("SAMLResponse"));
    XmlNode opened = XmlNode.root(Xml.parse(xml));
    for (XmlNode encrypted : opened.everywhere("saml:EncryptedAssertion")) {
      encrypted.replaceWith(XmlDecrypter.decrypt(encrypted, key.privateKey()));
    }
    opened = XmlNode.root(Xml.parse(Xml.bytes(opened.element())));
    markIds(opened);
    XmlNode sent = XmlNode.root(Xml.parse(xml));
    markIds(sent);
    return new Careless(sent, opened);
  }

  private static void markIds(XmlNode node) {
    if (node.attribute("ID").isPresent()) {
      node.element().setIdAttribute("ID", true);
    }
    node.children().forEach(Careless::markIds);
  }

  List<XmlNode> assertions() {
    return opened.everywhere("saml:Assertion");
  }

  XmlNode firstAssertion() {
    return assertions().get(0);
  }

  XmlNode lastAssertion() {
    return assertions().get(assertions().size() - 1);
  }

  List<XmlNode> signatures() {
    return opened.everywhere("ds:Signature");
  }

  /** Whatever bears the ID that the signature's only reference names. */
  XmlNode coveredBy(XmlNode signature) {
    String uri = signature.at("ds:SignedInfo/ds:Reference").attribute("URI").orElseThrow();
    Element found = opened.element().getOwnerDocument().getElementById(uri.substring(1));
    return XmlNode.of(found);
  }

  /**
   * Value and digest are right, wherever the signature stands and whatever it covers. What does not
   * belong into a signature is moved out of the way, since Santuario, unlike others, minds it.
   */
  static boolean verifies(XmlNode signature, PublicKey key) throws XMLSecurityException {
    XmlNode root = XmlNode.root(signature.element().getOwnerDocument());
    for (XmlNode inside : signature.children()) {
      if (!SamlNs.DS.equals(inside.element().getNamespaceURI())) {
        markIds(root.append(inside));
      }
    }
    return new XMLSignature(signature.element(), "", false).checkSignatureValue(key);
  }

  static String number(XmlNode assertion) {
    return value(assertion, Attribute.PERSONAL_IDENTITY_NUMBER);
  }

  static String value(XmlNode assertion, Attribute attribute) {
    return Parts.attribute(assertion, attribute).orElseThrow().at("saml:AttributeValue").text();
  }

  static String nameId(XmlNode assertion) {
    return assertion.at("saml:Subject/saml:NameID").text();
  }
}
