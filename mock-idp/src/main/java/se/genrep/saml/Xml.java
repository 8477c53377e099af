package se.genrep.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads and writes XML. Reading refuses every document type declaration (DP 5.3, 6.2: a message
 * must not contain a DTD), resolves nothing remote, and is bounded in depth.
 */
public final class Xml {

  /** Deeper than any SAML message or metadata; a bound for hostile nesting. */
  public static final int MOST_DEPTH = 200;

  private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(Xml::builder);

  private Xml() {}

  /**
   * Parses a document.
   *
   * @throws MalformedMessage when it is not well-formed, has a DOCTYPE or is nested too deeply
   */
  public static Document parse(byte[] xml) {
    DepthGuard.check(xml);
    try {
      DocumentBuilder builder = BUILDER.get();
      Document document = builder.parse(new ByteArrayInputStream(xml));
      builder.reset();
      return document;
    } catch (SAXParseException e) {
      BUILDER.remove();
      throw new MalformedMessage(
          "not usable XML at line " + e.getLineNumber() + ": " + firstSentence(e.getMessage()), e);
    } catch (SAXException | IOException e) {
      BUILDER.remove();
      throw new MalformedMessage("not usable XML: " + firstSentence(e.getMessage()), e);
    }
  }

  public static Document parse(String xml) {
    return parse(xml.getBytes(StandardCharsets.UTF_8));
  }

  public static Document newDocument() {
    return BUILDER.get().newDocument();
  }

  /** Serialises as UTF-8 exactly what the tree holds (comments too), without an XML declaration. */
  public static byte[] bytes(Node node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(Node node) {
    return XmlText.of(node);
  }

  private static String firstSentence(String message) {
    if (message != null && message.contains("disallow-doctype-decl")) {
      return "there is a document type declaration (DOCTYPE)";
    }
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MOST_DEPTH));
      // Every node of a message is visited; to make them on demand takes longer.
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a safety feature", e);
    }
  }

  /** The default handler prints to standard error; a message is either usable or refused. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning does not make a message unusable.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
