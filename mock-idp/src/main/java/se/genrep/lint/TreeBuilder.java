package se.genrep.lint;

import java.util.IdentityHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import se.genrep.saml.Xml;

/** Builds the tree of one element from the events of a stream, with the line of every element. */
final class TreeBuilder {

  private final Document document = Xml.newDocument();
  private final Map<Element, Integer> lines = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private Node at = document;

  /**
   * @param declared the namespaces that this element declares; those in scope, for the root
   */
  void start(
      String uri, String qualified, Attributes attributes, Map<String, String> declared, int line) {
    flush();
    Element element = document.createElementNS(uri.isEmpty() ? null : uri, qualified);
    declared.forEach(
        (prefix, namespace) ->
            element.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                namespace));
    for (int i = 0; i < attributes.getLength(); i++) {
      String namespace = attributes.getURI(i);
      element.setAttributeNS(
          namespace.isEmpty() ? null : namespace, attributes.getQName(i), attributes.getValue(i));
    }
    lines.put(element, line);
    at = at.appendChild(element);
  }

  void characters(char[] chars, int start, int length) {
    text.append(chars, start, length);
  }

  /** The element that ends here. */
  Element end() {
    flush();
    Element ended = (Element) at;
    at = at.getParentNode();
    return ended;
  }

  Map<Element, Integer> lines() {
    return lines;
  }

  private void flush() {
    if (text.length() > 0) {
      at.appendChild(document.createTextNode(text.toString()));
      text.setLength(0);
    }
  }
}
