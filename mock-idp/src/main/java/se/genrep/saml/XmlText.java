package se.genrep.saml;

import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes a tree as text: every node as it stands, namespace declarations before the other
 * attributes, and the escapes of canonical XML (C14N 1.0, 2.3), so that a reader finds the
 * characters that were signed. Canonicalisers give the same but put every character through a
 * stream; an answer is mostly base64, which is taken here in one piece.
 */
final class XmlText {

  /** The characters that are written as references, one bit each. */
  private static final long SPECIAL_IN_TEXT = 1L << '&' | 1L << '<' | 1L << '>' | 1L << '\r';

  private static final long SPECIAL_IN_ATTRIBUTE =
      1L << '&' | 1L << '<' | 1L << '"' | 1L << '\t' | 1L << '\n' | 1L << '\r';

  private static final String ESCAPED = "&<>\"\t\n\r";

  /** From here on it pays to search first: base64 of keys, signatures and cipher text. */
  private static final int LONG = 100;

  private final StringBuilder out = new StringBuilder(16 * 1024);

  private XmlText() {}

  /** An element or a whole document, without an XML declaration. */
  static String of(Node node) {
    XmlText text = new XmlText();
    text.write(node);
    return text.out.toString();
  }

  private void write(Node node) {
    switch (node.getNodeType()) {
      case Node.ELEMENT_NODE -> element(node);
      case Node.TEXT_NODE -> escaped(node.getNodeValue(), false);
      case Node.CDATA_SECTION_NODE ->
          out.append("<![CDATA[").append(node.getNodeValue()).append("]]>");
      case Node.COMMENT_NODE -> out.append("<!--").append(node.getNodeValue()).append("-->");
      case Node.PROCESSING_INSTRUCTION_NODE -> instruction(node);
      case Node.DOCUMENT_NODE -> children(node);
      default ->
          throw new IllegalArgumentException(
              "a node of the kind " + node.getNodeType() + " is never in a message");
    }
  }

  private void element(Node element) {
    String name = element.getNodeName();
    out.append('<').append(name);
    NamedNodeMap attributes = element.getAttributes();
    attributes(attributes, true);
    attributes(attributes, false);
    out.append('>');
    children(element);
    out.append("</").append(name).append('>');
  }

  private void attributes(NamedNodeMap attributes, boolean declarations) {
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()) == declarations) {
        out.append(' ').append(attribute.getName()).append("=\"");
        escaped(attribute.getValue(), true);
        out.append('"');
      }
    }
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      write(child);
    }
  }

  private void instruction(Node node) {
    out.append("<?").append(node.getNodeName());
    if (!node.getNodeValue().isEmpty()) {
      out.append(' ').append(node.getNodeValue());
    }
    out.append("?>");
  }

  private void escaped(String text, boolean inAttribute) {
    if (text.length() >= LONG && isPlain(text)) {
      out.append(text);
      return;
    }
    long special = inAttribute ? SPECIAL_IN_ATTRIBUTE : SPECIAL_IN_TEXT;
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 64 && (special >> c & 1) != 0) {
        out.append(text, done, i).append(escape(c));
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  /** Java searches a string for one character many times faster than a loop looks at each. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < ESCAPED.length(); i++) {
      if (text.indexOf(ESCAPED.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\t' -> "&#x9;";
      case '\n' -> "&#xA;";
      case '\r' -> "&#xD;";
      default -> throw new IllegalArgumentException("no escape for " + (int) c);
    };
  }
}
