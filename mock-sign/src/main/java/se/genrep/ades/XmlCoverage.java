package se.genrep.ades;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import se.genrep.person.Bilingual;

/**
 * Whether everything in a signed XML document is where its signature says: each signed element in
 * its proper place, under an Id that no other has, and nothing beside it that nobody signed.
 */
final class XmlCoverage {

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  private static final Set<String> ID_NAMES = Set.of("Id", "ID", "id");

  private final org.w3c.dom.Document document;
  private final Map<String, List<Element>> byId = new HashMap<>();
  private final List<Bilingual> faults = new ArrayList<>();
  private boolean whole;

  private XmlCoverage(org.w3c.dom.Document document) {
    this.document = document;
  }

  /** What is wrong; empty when everything is in its place, or it is no XML. */
  static List<Bilingual> faults(Document file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      XmlCoverage coverage =
          new XmlCoverage(
              factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.content())));
      coverage.look();
      return List.copyOf(coverage.faults);
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("XML that was read before cannot be read again", e);
    }
  }

  private void look() {
    collect(document.getDocumentElement());
    byId.forEach(
        (id, elements) -> {
          if (elements.size() > 1) {
            faults.add(AdesText.ID_TWICE.with(id));
          }
        });
    NodeList signatures = document.getElementsByTagNameNS(DS, "Signature");
    for (int i = 0; i < signatures.getLength(); i++) {
      look((Element) signatures.item(i));
    }
    boolean signatureIsAll = is(document.getDocumentElement(), DS, "Signature");
    if (signatures.getLength() > 0 && !signatureIsAll && !whole) {
      faults.add(AdesText.NOT_ALL_SIGNED.with(document.getDocumentElement().getNodeName()));
    }
  }

  private void collect(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (ID_NAMES.contains(attribute.getLocalName()) || attribute.isId()) {
        byId.computeIfAbsent(attribute.getValue(), any -> new ArrayList<>()).add(element);
      }
    }
    children(element).forEach(this::collect);
  }

  private void look(Element signature) {
    Set<Element> signed = new HashSet<>();
    for (Element info : children(signature)) {
      if (is(info, DS, "SignedInfo")) {
        children(info).stream()
            .filter(each -> is(each, DS, "Reference"))
            .forEach(each -> follow(signature, each, signed));
      }
    }
    int properties = 0;
    for (Element object : children(signature)) {
      if (is(object, DS, "Object")) {
        boolean qualifying =
            children(object).stream().anyMatch(each -> is(each, XADES, "QualifyingProperties"));
        properties += qualifying ? 1 : 0;
        if (!qualifying && !signed.contains(object) && !holdsOnly(object, signed)) {
          faults.add(AdesText.UNSIGNED_OBJECT.with());
        }
      }
    }
    if (properties > 1) {
      faults.add(AdesText.PROPERTIES_TWICE.with());
    }
  }

  /** An object whose content is signed piece by piece. */
  private static boolean holdsOnly(Element object, Set<Element> signed) {
    List<Element> children = children(object);
    return !children.isEmpty()
        && signed.containsAll(children)
        && object.getTextContent().length()
            == children.stream().mapToInt(each -> each.getTextContent().length()).sum();
  }

  private void follow(Element signature, Element reference, Set<Element> signed) {
    String uri = reference.getAttribute("URI");
    if (!reference.hasAttribute("URI") || !uri.isEmpty() && !uri.startsWith("#")) {
      return; // detached; EU DSS looks for it
    }
    if (uri.isEmpty()) {
      whole |= document.getDocumentElement() != signature;
      return;
    }
    List<Element> targets = byId.getOrDefault(uri.substring(1), List.of());
    for (Element target : targets) {
      signed.add(target);
      if (target == document.getDocumentElement()) {
        whole = true;
      } else if (!isInPlace(signature, target)) {
        faults.add(AdesText.MISPLACED.with(uri));
      }
    }
  }

  /** Directly in the signature, or in an object of it, or its signed properties. */
  private static boolean isInPlace(Element signature, Element target) {
    Node parent = target.getParentNode();
    if (parent == signature) {
      return true;
    }
    if (is(target, XADES, "SignedProperties")) {
      return is(parent, XADES, "QualifyingProperties")
          && parent.getParentNode().getParentNode() == signature;
    }
    return is(parent, DS, "Object") && parent.getParentNode() == signature;
  }

  private static boolean is(Node node, String namespace, String name) {
    return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  private static List<Element> children(Element element) {
    List<Element> all = new ArrayList<>();
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element child) {
        all.add(child);
      }
    }
    return all;
  }
}
