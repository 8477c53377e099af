package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import se.genrep.input.BadInput;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** A metadata document that is well-formed and schema-valid, with the line of every element. */
final class MetadataFile {

  private final String name;
  private final XmlNode root;
  private final Map<Element, Integer> lines;

  private MetadataFile(String name, XmlNode root, Map<Element, Integer> lines) {
    this.name = name;
    this.root = root;
    this.lines = lines;
  }

  /**
   * Reads a document.
   *
   * @throws BadInput when it is not XML, has a DOCTYPE, is no metadata or breaks the schema
   */
  static MetadataFile read(String name, byte[] xml) {
    XmlNode root = parse(name, xml);
    if (!root.is(SamlNs.MD, "EntityDescriptor") && !root.is(SamlNs.MD, "EntitiesDescriptor")) {
      throw new BadInput(
          name + ":1",
          "the root element is <" + root.element().getNodeName() + ">, which is not SAML metadata",
          "Give a file whose root is md:EntityDescriptor or md:EntitiesDescriptor");
    }
    SamlSchema.check(xml)
        .ifPresent(
            fault -> {
              throw new BadInput(
                  name + ":" + fault.line(),
                  "the metadata breaks the SAML schema: " + fault.problem(),
                  "Mend the element, or export the metadata anew from the product");
            });
    return new MetadataFile(name, root, lines(root, xml));
  }

  /** A document of our own making: valid, and without lines. */
  static MetadataFile own(String name, XmlNode root) {
    return new MetadataFile(name, root, Map.of());
  }

  String name() {
    return name;
  }

  XmlNode root() {
    return root;
  }

  /** A complaint about an element, with the line where its start tag ends. */
  BadInput bad(XmlNode at, String problem, String remedy) {
    Integer line = lines.get(at.element());
    return new BadInput(line == null ? name : name + ":" + line, problem, remedy);
  }

  /** The line where the start tag of an element ends, or -1 in a document without lines. */
  int line(XmlNode at) {
    return lines.getOrDefault(at.element(), -1);
  }

  private static XmlNode parse(String name, byte[] xml) {
    try {
      return XmlNode.root(Xml.parse(xml));
    } catch (MalformedMessage e) {
      String place = e.getCause() instanceof SAXParseException at ? ":" + at.getLineNumber() : "";
      throw new BadInput(
          name + place,
          e.getMessage().replaceFirst("[.\\s]+$", ""),
          "Give SAML metadata as plain XML without a document type declaration",
          e);
    }
  }

  /** A second pass that counts start tags finds the line of each element of the tree. */
  private static Map<Element, Integer> lines(XmlNode root, byte[] xml) {
    Deque<Integer> inOrder = new ArrayDeque<>();
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.parse(new ByteArrayInputStream(xml), new LineCounter(inOrder));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(
          "a document that was parsed before cannot be parsed again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Element, Integer> lines = new IdentityHashMap<>();
    assign(root.element(), inOrder, lines);
    return lines;
  }

  private static void assign(Element element, Deque<Integer> inOrder, Map<Element, Integer> lines) {
    lines.put(element, inOrder.remove());
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element next) {
        assign(next, inOrder, lines);
      }
    }
  }

  private static final class LineCounter extends DefaultHandler {
    private final Deque<Integer> lines;
    private Locator locator;

    LineCounter(Deque<Integer> lines) {
      this.lines = lines;
    }

    @Override
    public void setDocumentLocator(Locator given) {
      this.locator = given;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      lines.add(locator.getLineNumber());
    }
  }
}
