package se.genrep.ades.forgery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A signed XML document that is taken apart and put together otherwise. */
final class XmlBench {

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

  private final Document document;

  XmlBench(byte[] xml) {
    this.document = parse(xml);
  }

  Element signature() {
    return (Element) document.getElementsByTagNameNS(DS, "Signature").item(0);
  }

  /** The first ds:Object without qualifying properties: what was signed. */
  Element object() {
    var all = signature().getElementsByTagNameNS(DS, "Object");
    for (int i = 0; i < all.getLength(); i++) {
      Element object = (Element) all.item(i);
      if (object.getElementsByTagNameNS(XADES, "QualifyingProperties").getLength() == 0) {
        return object;
      }
    }
    throw new IllegalStateException("there is no signed object");
  }

  Element xades(String name) {
    return (Element) document.getElementsByTagNameNS(XADES, name).item(0);
  }

  static Element first(Element below, String name) {
    return (Element) below.getElementsByTagNameNS(XADES, name).item(0);
  }

  Element ds(String name) {
    return document.createElementNS(DS, "ds:" + name);
  }

  /** An object like another, with an Id and a text of its own. */
  Element fake(Element like, String id, String text) {
    Element fake = (Element) like.cloneNode(true);
    fake.setAttribute("Id", id);
    fake.setTextContent(text);
    return fake;
  }

  /** A claimed role that says this (EN 319 132-1, 5.2.6). */
  Element role(String text) {
    Element role = document.createElementNS(XADES, "xades:SignerRoleV2");
    Element roles = document.createElementNS(XADES, "xades:ClaimedRoles");
    Element claimed = document.createElementNS(XADES, "xades:ClaimedRole");
    claimed.setTextContent(text);
    roles.appendChild(claimed);
    role.appendChild(roles);
    return role;
  }

  /** The signature inside of another document. */
  byte[] wrapped(String xml) {
    Document other = parse(xml.getBytes(StandardCharsets.UTF_8));
    Node copy = other.importNode(signature(), true);
    other.getDocumentElement().appendChild(copy);
    return bytes(other);
  }

  byte[] bytes() {
    return bytes(document);
  }

  private static Document parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("Our own XML cannot be read", e);
    }
  }

  private static byte[] bytes(Document document) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("XML cannot be written", e);
    }
  }
}
