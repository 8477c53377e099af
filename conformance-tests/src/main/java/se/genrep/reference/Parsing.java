package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** How a service provider makes a tree of what was posted. */
final class Parsing {

  private static final String END = "</samlp:Response>";

  private Parsing() {}

  /**
   * @throws MalformedMessage when it is not XML, or has what this service provider does not take
   */
  static XmlNode read(Policy policy, String field) throws Refusal {
    byte[] octets = PostBinding.decode(field, "SAMLResponse");
    if (!policy.makes(Check.XML_WRITING)) {
      plainly(field, new String(octets, StandardCharsets.UTF_8));
    }
    if (!policy.makes(Check.XML_WHOLE)) {
      return XmlNode.root(Xml.parse(cut(octets)));
    }
    if (!policy.makes(Check.NO_DOCTYPE)) {
      return XmlNode.root(heedingDocumentTypes(octets));
    }
    XmlNode root = XmlNode.root(Xml.parse(octets));
    policy.done(Check.XML_WRITING);
    policy.done(Check.XML_WHOLE);
    policy.done(Check.NO_DOCTYPE);
    return root;
  }

  /** As much of a Response as is there, whatever there is beside it. */
  static XmlNode gullibly(String field) {
    byte[] octets = PostBinding.decode(field, "SAMLResponse");
    try {
      return XmlNode.root(heedingDocumentTypes(octets));
    } catch (MalformedMessage e) {
      return XmlNode.root(Xml.parse(cut(octets)));
    }
  }

  private static void plainly(String field, String text) throws Refusal {
    boolean plain =
        text.startsWith("<samlp:Response")
            && text.endsWith(END)
            && !text.contains("<![CDATA[")
            && !text.contains("&#x68;")
            && field.chars().noneMatch(Character::isWhitespace);
    if (!plain) {
      throw new Refusal(Check.XML_WRITING, "a message in that writing is not understood here");
    }
  }

  private static byte[] cut(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    int begin = text.indexOf("<samlp:Response");
    int end = text.indexOf(END);
    return begin < 0 || end < 0
        ? octets
        : text.substring(begin, end + END.length()).getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing is fetched all the same: what is external is taken for empty. */
  private static Document heedingDocumentTypes(byte[] octets) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver(
          (publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(octets));
    } catch (SAXException | IOException e) {
      throw new MalformedMessage("not usable XML: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser", e);
    }
  }
}
