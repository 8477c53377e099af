package se.genrep.ades;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Builds an XML signature (XMLDSig 1.1) enveloped in a document, around a ds:SignedInfo that
 * somebody else has signed.
 */
final class XadesFile {

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ENVELOPED = DS + "enveloped-signature";
  private static final String EXCLUSIVE = Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS;

  private XadesFile() {}

  /** The canonical ds:SignedInfo with a reference to the whole document, and no other yet. */
  static byte[] signedInfo(byte[] xml, SignatureAlgorithm algorithm) {
    Document content = parse(xml);
    String digest = base64(digest(canonical(content.getDocumentElement()), algorithm));
    Document document = empty();
    Element info = document.createElementNS(DS, "ds:SignedInfo");
    // Canonical XML writes only the declarations that are there as attributes.
    info.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:ds", DS);
    document.appendChild(info);
    add(info, "CanonicalizationMethod").setAttribute("Algorithm", EXCLUSIVE);
    add(info, "SignatureMethod").setAttribute("Algorithm", algorithm.getUri());
    Element reference = add(info, "Reference");
    reference.setAttribute("URI", "");
    Element transforms = add(reference, "Transforms");
    add(transforms, "Transform").setAttribute("Algorithm", ENVELOPED);
    add(transforms, "Transform").setAttribute("Algorithm", EXCLUSIVE);
    add(reference, "DigestMethod")
        .setAttribute("Algorithm", algorithm.getDigestAlgorithm().getUri());
    add(reference, "DigestValue").setTextContent(digest);
    return canonical(info);
  }

  /** The document with the signature as the last child of its root. */
  static byte[] assemble(byte[] xml, String signatureId, PreparedDocument.Signed signed) {
    Document document = parse(xml);
    Element signature = document.createElementNS(DS, "ds:Signature");
    signature.setAttribute("Id", signatureId);
    document.getDocumentElement().appendChild(signature);
    signature.appendChild(imported(document, signed.toBeSigned()));
    add(signature, "SignatureValue").setTextContent(base64(signed.value()));
    Element data = add(add(signature, "KeyInfo"), "X509Data");
    for (X509Certificate each : signed.chain()) {
      add(data, "X509Certificate").setTextContent(base64(encoded(each)));
    }
    signed.adesObject().ifPresent(each -> signature.appendChild(imported(document, each)));
    return bytes(document);
  }

  private static Element add(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(DS, "ds:" + name);
    parent.appendChild(child);
    return child;
  }

  private static org.w3c.dom.Node imported(Document document, byte[] xml) {
    return document.importNode(parse(xml).getDocumentElement(), true);
  }

  static byte[] canonical(Element element) {
    Init.init();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Canonicalizer.getInstance(EXCLUSIVE).canonicalizeSubtree(element, out);
      return out.toByteArray();
    } catch (XMLSecurityException | IOException e) {
      throw new IllegalStateException("XML cannot be made canonical", e);
    }
  }

  private static byte[] digest(byte[] bytes, SignatureAlgorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.getDigestAlgorithm().getJavaName()).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime makes no such digest", e);
    }
  }

  static Document parse(byte[] xml) {
    try {
      return factory().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("the XML is not well-formed", e);
    }
  }

  private static Document empty() {
    try {
      return factory().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java runtime makes no XML", e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory;
  }

  private static byte[] bytes(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("XML cannot be written", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate cannot be encoded", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
