package se.genrep.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.saml.XmlNode;

/** The elements that references of a signature can mean. */
final class Targets {

  private Targets() {}

  /** This very element for its own ID, whatever else bears it; otherwise anything of its tree. */
  static Function<String, Optional<Element>> with(XmlNode element) {
    String own = "#" + element.attribute("ID").orElse("");
    return uri ->
        uri.equals(own)
            ? Optional.of(element.element())
            : bearing(element, uri).stream().findFirst();
  }

  /** This element by whatever may be meant for it: an empty URI, an XPointer, an ID by any name. */
  static Function<String, Optional<Element>> loosely(XmlNode element) {
    Function<String, Optional<Element>> strictly = with(element);
    Element own = element.element();
    List<String> names =
        List.of(own.getAttribute("Id"), own.getAttributeNS(XMLConstants.XML_NS_URI, "id"));
    return uri ->
        uri.isEmpty() || uri.startsWith("#xpointer(") || names.contains(uri.substring(1))
            ? Optional.of(own)
            : strictly.apply(uri);
  }

  /** Everything in the tree whose ID the URI names, in document order. */
  static List<Element> bearing(XmlNode root, String uri) {
    if (uri.isEmpty()) {
      return List.of(root.element());
    }
    List<Element> found = new ArrayList<>();
    if (uri.startsWith("#")) {
      collect(root.element(), uri.substring(1), found);
    }
    return found;
  }

  private static void collect(Element element, String id, List<Element> found) {
    if (element.getAttribute("ID").equals(id)) {
      found.add(element);
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element next) {
        collect(next, id, found);
      }
    }
  }
}
