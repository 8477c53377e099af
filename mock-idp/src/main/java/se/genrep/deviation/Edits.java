package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** Small changes at one place of an answer, of which many deviations consist. */
final class Edits {

  static final String SUBJECT = "saml:Subject";
  static final String NAME_ID = SUBJECT + "/saml:NameID";
  static final String CONFIRMATION = SUBJECT + "/saml:SubjectConfirmation";
  static final String DATA = CONFIRMATION + "/saml:SubjectConfirmationData";
  static final String CONDITIONS = "saml:Conditions";
  static final String RESTRICTION = CONDITIONS + "/saml:AudienceRestriction";
  static final String AUDIENCE = RESTRICTION + "/saml:Audience";
  static final String AUTHN = "saml:AuthnStatement";
  static final String CONTEXT = AUTHN + "/saml:AuthnContext";
  static final String CLASS_REF = CONTEXT + "/saml:AuthnContextClassRef";
  static final String ATTRIBUTES = "saml:AttributeStatement";
  static final String STATUS = "samlp:Status";
  static final String STATUS_CODE = STATUS + "/samlp:StatusCode";

  /** The place of the element itself that a deviation is given. */
  static final String ITSELF = "";

  private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

  /** How much of a time is date, hour, minute and second. */
  private static final int SECONDS = "2026-11-24T08:00:00".length();

  private Edits() {}

  /** A change of the assertion before it is signed. */
  static Deviation assertion(String id, String title, Consumer<XmlNode> change) {
    return at(id, title, Stage.ASSERTION, (assertion, scene) -> change.accept(assertion));
  }

  static Deviation assertion(String id, String title, BiConsumer<XmlNode, Scene> change) {
    return at(id, title, Stage.ASSERTION, change);
  }

  /** A change of the assertion after it was signed, if it was, which is then void. */
  static Deviation signedAssertion(String id, String title, Consumer<XmlNode> change) {
    return at(id, title, Stage.SIGNED_ASSERTION, (assertion, scene) -> change.accept(assertion));
  }

  /** A change of the Response before it is signed. */
  static Deviation response(String id, String title, Consumer<XmlNode> change) {
    return at(id, title, Stage.RESPONSE, (response, scene) -> change.accept(response));
  }

  static Deviation response(String id, String title, BiConsumer<XmlNode, Scene> change) {
    return at(id, title, Stage.RESPONSE, change);
  }

  private static Deviation at(
      String id, String title, Stage<XmlNode> stage, BiConsumer<XmlNode, Scene> change) {
    return deviation(id, title)
        .at(
            stage,
            (element, scene) -> {
              change.accept(element, scene);
              return element;
            });
  }

  private static XmlNode place(XmlNode element, String path) {
    return path.isEmpty() ? element : element.at(path);
  }

  static Consumer<XmlNode> unset(String path, String attribute) {
    return element -> place(element, path).unset(attribute);
  }

  static Consumer<XmlNode> set(String path, String attribute, String value) {
    return element -> place(element, path).set(attribute, value);
  }

  /** Rewrites what an attribute says. */
  static Consumer<XmlNode> change(String path, String attribute, UnaryOperator<String> how) {
    return element -> {
      XmlNode node = place(element, path);
      node.set(attribute, how.apply(node.attribute(attribute).orElseThrow()));
    };
  }

  static Consumer<XmlNode> remove(String path) {
    return element -> element.at(path).remove();
  }

  static Consumer<XmlNode> text(String path, String text) {
    return element -> element.at(path).text(text);
  }

  static Consumer<XmlNode> changeText(String path, UnaryOperator<String> how) {
    return element -> {
      XmlNode node = element.at(path);
      node.text(how.apply(node.text()));
    };
  }

  /** Takes away all that an element holds, attributes and all. */
  static Consumer<XmlNode> empty(String path) {
    return element -> {
      XmlNode full = element.at(path);
      full.replaceWith(full.create(full.element().getNodeName()));
    };
  }

  /** The same element once more, after the first, and different. */
  static Consumer<XmlNode> twice(String path, Consumer<XmlNode> secondDiffers) {
    return twice(path, secondDiffers, first -> {});
  }

  static Consumer<XmlNode> twice(
      String path, Consumer<XmlNode> secondDiffers, Consumer<XmlNode> firstDiffers) {
    return element -> {
      XmlNode first = element.at(path);
      XmlNode second = first.copy();
      secondDiffers.accept(second);
      first.insertAfter(second);
      firstDiffers.accept(first);
    };
  }

  /** Puts something into a text that makes it look shorter to a careless reader. */
  static Consumer<XmlNode> split(String path, Divider divider, String rest) {
    return element -> {
      Element text = element.at(path).element();
      Document document = text.getOwnerDocument();
      text.appendChild(divider.in(document));
      text.appendChild(document.createTextNode(rest));
    };
  }

  /** What stands between the parts of a split text. */
  @FunctionalInterface
  interface Divider {
    Node in(Document document);
  }

  static final Divider COMMENT = document -> document.createComment("");
  static final Divider INSTRUCTION = document -> document.createProcessingInstruction("genrep", "");

  /** The element and what it holds, with its name in another namespace. */
  static Consumer<XmlNode> elsewhere(String path, String namespace) {
    return element -> {
      Element found = element.at(path).element();
      Element moved =
          found
              .getOwnerDocument()
              .createElementNS(
                  namespace.isEmpty() ? null : namespace,
                  namespace.isEmpty() ? found.getLocalName() : "other:" + found.getLocalName());
      moved.setAttributeNS(DECLARATIONS, namespace.isEmpty() ? "xmlns" : "xmlns:other", namespace);
      for (int i = found.getAttributes().getLength() - 1; i >= 0; i--) {
        Node attribute = found.getAttributes().item(i);
        if (!attribute.getNodeName().startsWith("xmlns")) {
          moved.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
        }
      }
      while (found.getFirstChild() != null) {
        moved.appendChild(found.getFirstChild());
      }
      found.getParentNode().replaceChild(moved, found);
    };
  }

  static List<XmlNode> values(XmlNode assertion) {
    return assertion.all(ATTRIBUTES + "/saml:Attribute/saml:AttributeValue");
  }

  /** Every time of the element and what it holds with so many decimals. */
  static void times(XmlNode node, int decimals) {
    for (String name : List.of("IssueInstant", "NotBefore", "NotOnOrAfter", "AuthnInstant")) {
      node.attribute(name)
          .ifPresent(time -> node.set(name, time.substring(0, SECONDS) + fraction(decimals) + "Z"));
    }
    node.children().forEach(child -> times(child, decimals));
  }

  private static String fraction(int decimals) {
    return "." + "0".repeat(decimals - 1) + (decimals > 3 ? "1" : "0");
  }

  /** The elements of SAML with another prefix. */
  static void prefixed(XmlNode node, String prefix) {
    node.children().forEach(child -> prefixed(child, prefix));
    Element element = node.element();
    if (SamlNs.SAML.equals(element.getNamespaceURI())) {
      element.removeAttributeNS(DECLARATIONS, "saml");
      element.setAttributeNS(
          DECLARATIONS, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, SamlNs.SAML);
      element.setPrefix(prefix.isEmpty() ? null : prefix);
    }
  }

  /** A line for each element that holds elements, and those within. */
  static void spaced(XmlNode node) {
    for (XmlNode child : node.children()) {
      spaced(child);
      node.element()
          .insertBefore(node.element().getOwnerDocument().createTextNode("\n  "), child.element());
    }
  }

  /** A stylesheet that makes one word of every document. */
  static void stylesheet(XmlNode transform, String word) {
    String namespace = "http://www.w3.org/1999/XSL/Transform";
    Document document = transform.element().getOwnerDocument();
    Element sheet = document.createElementNS(namespace, "xsl:stylesheet");
    sheet.setAttributeNS(DECLARATIONS, "xmlns:xsl", namespace);
    sheet.setAttribute("version", "1.0");
    Element output = document.createElementNS(namespace, "xsl:output");
    output.setAttribute("method", "text");
    Element template = document.createElementNS(namespace, "xsl:template");
    template.setAttribute("match", "/");
    template.appendChild(document.createTextNode(word));
    sheet.appendChild(output);
    sheet.appendChild(template);
    transform.element().appendChild(sheet);
  }
}
