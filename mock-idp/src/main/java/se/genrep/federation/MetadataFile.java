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

/**
 * A metadata document, or a part of one, that is well-formed and schema-valid, with the line of
 * every element.
 */
final class MetadataFile {

  private final String name;
  private final XmlNode root;
  private final byte[] xml;
  private final int firstLine;

  /** Found at the first complaint: most documents give none. */
  private Map<Element, Integer> lines;

  private MetadataFile(String name, XmlNode root, byte[] xml, int firstLine) {
    this.name = name;
    this.root = root;
    this.xml = xml;
    this.firstLine = firstLine;
  }

  /**
   * Reads a document.
   *
   * @param firstLine the line of the whole that the document begins in
   * @throws BadInput when it is not XML, has a DOCTYPE, is no metadata or breaks the schema
   */
  static MetadataFile read(String name, byte[] xml, int firstLine) {
    XmlNode root = parse(name, xml, firstLine);
    if (!root.is(SamlNs.MD, "EntityDescriptor") && !root.is(SamlNs.MD, "EntitiesDescriptor")) {
      throw new BadInput(
          name + ":" + firstLine,
          "the root element is <" + root.element().getNodeName() + ">, which is not SAML metadata",
          "Give a file whose root is md:EntityDescriptor or md:EntitiesDescriptor");
    }
    if (SamlSchema.check(root.element()).isPresent()) {
      // Once more from the text, which has lines; valid metadata is spared the second reading.
      SamlSchema.Fault fault = SamlSchema.check(xml).orElseThrow();
      throw new BadInput(
          name + ":" + (fault.line() + firstLine - 1),
          "the metadata breaks the SAML schema: " + fault.problem(),
          "Mend the element, or export the metadata anew from the product");
    }
    return new MetadataFile(name, root, xml, firstLine);
  }

  /** A document of our own making: valid, and without lines. */
  static MetadataFile own(String name, XmlNode root) {
    return new MetadataFile(name, root, null, 1);
  }

  String name() {
    return name;
  }

  XmlNode root() {
    return root;
  }

  /** A complaint about an element, with the line where its start tag ends. */
  BadInput bad(XmlNode at, String problem, String remedy) {
    int line = line(at);
    return new BadInput(line < 0 ? name : name + ":" + line, problem, remedy);
  }

  /** The line where the start tag of an element ends, or -1 in a document without lines. */
  int line(XmlNode at) {
    if (lines == null) {
      lines = xml == null ? Map.of() : lines(root, xml);
    }
    Integer line = lines.get(at.element());
    return line == null ? -1 : line + firstLine - 1;
  }

  private static XmlNode parse(String name, byte[] xml, int firstLine) {
    try {
      return XmlNode.root(Xml.parse(xml));
    } catch (MalformedMessage e) {
      String problem = e.getMessage();
      String place = "";
      if (e.getCause() instanceof SAXParseException at) {
        int line = at.getLineNumber() + firstLine - 1;
        place = ":" + line;
        problem = problem.replaceFirst("at line [0-9-]+", "at line " + line);
      }
      throw new BadInput(
          name + place,
          problem.replaceFirst("[.\\s]+$", ""),
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
      // Newer JDKs stop at 100 where the first pass did not.
      parser.setProperty("jdk.xml.maxElementDepth", Integer.toString(Xml.MOST_DEPTH));
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
