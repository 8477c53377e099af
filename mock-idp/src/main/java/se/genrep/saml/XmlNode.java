package se.genrep.saml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An element with the few operations that reading, judging and bending a SAML message takes. Paths
 * are child steps with prefix, {@code saml:Subject/saml:SubjectConfirmation}; the prefixes are
 * those of {@link SamlNs}, whatever the document itself uses.
 */
public final class XmlNode {

  private final Element element;

  private XmlNode(Element element) {
    this.element = element;
  }

  public static XmlNode of(Element element) {
    return new XmlNode(element);
  }

  public static XmlNode root(Document document) {
    return new XmlNode(document.getDocumentElement());
  }

  public Element element() {
    return element;
  }

  public boolean is(String namespace, String localName) {
    return localName.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  /** Whether the element is this {@code prefix:Name}. */
  public boolean is(String prefixed) {
    QName name = QName.of(prefixed);
    return is(name.namespace, name.local);
  }

  /** The first element at the path. Throws when there is none: the caller knows it is there. */
  public XmlNode at(String path) {
    return find(path)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "<" + element.getNodeName() + "> has no " + path + " to work on"));
  }

  public Optional<XmlNode> find(String path) {
    List<XmlNode> found = all(path);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** All elements at the path, in document order. */
  public List<XmlNode> all(String path) {
    List<XmlNode> current = List.of(this);
    for (String step : path.split("/")) {
      QName name = QName.of(step);
      List<XmlNode> next = new ArrayList<>();
      for (XmlNode node : current) {
        node.eachChild(
            child -> {
              if (child.is(name.namespace, name.local)) {
                next.add(child);
              }
            });
      }
      current = next;
    }
    return current;
  }

  /** This element and everything below it with that name, in document order. */
  public List<XmlNode> everywhere(String prefixed) {
    QName name = QName.of(prefixed);
    List<XmlNode> found = new ArrayList<>();
    collect(name, found);
    return found;
  }

  private void collect(QName name, List<XmlNode> found) {
    if (is(name.namespace, name.local)) {
      found.add(this);
    }
    eachChild(child -> child.collect(name, found));
  }

  public List<XmlNode> children() {
    List<XmlNode> children = new ArrayList<>();
    eachChild(children::add);
    return children;
  }

  private void eachChild(Consumer<XmlNode> action) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element next) {
        action.accept(new XmlNode(next));
      }
    }
  }

  /** The whole text below this element; comments and processing instructions do not split it. */
  public String text() {
    return element.getTextContent();
  }

  public Optional<String> attribute(String name) {
    Attr attr = element.getAttributeNode(name);
    return attr == null ? Optional.empty() : Optional.of(attr.getValue());
  }

  public XmlNode set(String attribute, String value) {
    element.setAttribute(attribute, value);
    return this;
  }

  public XmlNode unset(String attribute) {
    element.removeAttribute(attribute);
    return this;
  }

  public XmlNode text(String value) {
    element.setTextContent(value);
    return this;
  }

  public void remove() {
    element.getParentNode().removeChild(element);
  }

  /** A deep copy, in the same document, not yet placed. */
  public XmlNode copy() {
    Element copy = (Element) element.cloneNode(true);
    carryNamespaces(element, copy);
    return new XmlNode(copy);
  }

  /** Places a (possibly foreign) element as the last child and returns it as it stands here. */
  public XmlNode append(XmlNode child) {
    return new XmlNode((Element) element.appendChild(adopt(child)));
  }

  public XmlNode prepend(XmlNode child) {
    return new XmlNode((Element) element.insertBefore(adopt(child), element.getFirstChild()));
  }

  public XmlNode insertBefore(XmlNode sibling) {
    return new XmlNode((Element) element.getParentNode().insertBefore(adopt(sibling), element));
  }

  public XmlNode insertAfter(XmlNode sibling) {
    return new XmlNode(
        (Element) element.getParentNode().insertBefore(adopt(sibling), element.getNextSibling()));
  }

  public XmlNode replaceWith(XmlNode other) {
    Node placed = adopt(other);
    element.getParentNode().replaceChild(placed, element);
    return new XmlNode((Element) placed);
  }

  /** Makes and appends a new child {@code prefix:Name}. */
  public XmlNode add(String prefixed) {
    return append(create(prefixed));
  }

  /** A new element {@code prefix:Name} of this document, not yet placed. */
  public XmlNode create(String prefixed) {
    return create(element.getOwnerDocument(), prefixed);
  }

  /** The root {@code prefix:Name} of a new document. */
  public static XmlNode newRoot(String prefixed) {
    Document document = Xml.newDocument();
    XmlNode root = create(document, prefixed);
    document.appendChild(root.element);
    return root;
  }

  private static XmlNode create(Document document, String prefixed) {
    QName name = QName.of(prefixed);
    Element made = document.createElementNS(name.namespace, prefixed);
    declare(made, prefixed.substring(0, prefixed.indexOf(':')), name.namespace);
    return new XmlNode(made);
  }

  /** Declares a namespace prefix on this element, for a QName in content such as xsi:type. */
  public XmlNode declare(String prefix, String namespace) {
    declare(element, prefix, namespace);
    return this;
  }

  private static void declare(Element on, String prefix, String namespace) {
    on.setAttributeNS(
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
        prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
        namespace);
  }

  public XmlNode set(String namespace, String qualifiedName, String value) {
    element.setAttributeNS(namespace, qualifiedName, value);
    return this;
  }

  /** A copy as the root of a document of its own, with every namespace that is in scope here. */
  public XmlNode detached() {
    Document document = Xml.newDocument();
    Element copy = (Element) document.importNode(element, true);
    carryNamespaces(element, copy);
    document.appendChild(copy);
    return root(document);
  }

  /** A node taken elsewhere keeps its meaning: declarations of its old ancestors go with it. */
  private Node adopt(XmlNode child) {
    Document mine = element.getOwnerDocument();
    Element adopted =
        child.element.getOwnerDocument() == mine
            ? child.element
            : (Element) mine.importNode(child.element, true);
    carryNamespaces(child.element, adopted);
    return adopted;
  }

  private static void carryNamespaces(Element from, Element to) {
    for (Node up = from.getParentNode(); up instanceof Element ancestor; up = up.getParentNode()) {
      NamedNodeMap attributes = ancestor.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        Attr attr = (Attr) attributes.item(i);
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attr.getNamespaceURI())
            && !to.hasAttribute(attr.getName())) {
          to.setAttributeNS(attr.getNamespaceURI(), attr.getName(), attr.getValue());
        }
      }
    }
  }

  /** The element as UTF-8 text. */
  @Override
  public String toString() {
    return Xml.text(element);
  }

  private record QName(String namespace, String local) {
    static QName of(String prefixed) {
      int colon = prefixed.indexOf(':');
      String namespace = colon < 0 ? null : SamlNs.BY_PREFIX.get(prefixed.substring(0, colon));
      if (namespace == null) {
        throw new IllegalArgumentException("no known prefix in '" + prefixed + "'");
      }
      return new QName(namespace, prefixed.substring(colon + 1));
    }
  }
}
