package se.genrep.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import se.genrep.federation.SamlSchema;
import se.genrep.input.BadInput;
import se.genrep.registry.Namespace;
import se.genrep.saml.StreamedSignature;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Takes a metadata document apart as it is read: one tree at a time for each md:EntityDescriptor,
 * the faults against the schema where they are, and the signature of the root. The memory it takes
 * does not grow with the number of entities.
 */
final class MetadataStream extends DefaultHandler {

  /** Told what was found, in document order. */
  interface Listener {
    /** The start tag of the root element. */
    void root(String localName, Attributes attributes, int line);

    /** A fault against the schema. */
    void fault(SamlSchema.Fault fault, String xpath, int line);

    /** The start tag of an md:EntityDescriptor. */
    void entityBegins();

    /**
     * @param aggregated whether it stands in an md:EntitiesDescriptor
     */
    void entity(XmlNode root, String xpath, Map<Element, Integer> lines, boolean aggregated);
  }

  /** A hundred times the largest entity seen in a federation. */
  private static final int MOST_OF_AN_ENTITY = 8 << 20;

  private static final int COST_OF_AN_ELEMENT = 100;

  private record Frame(
      Frame parent,
      String uri,
      String localName,
      int position,
      int line,
      Map<String, String> scope,
      Map<String, Integer> children) {

    String xpath() {
      return (parent == null ? "" : parent.xpath()) + Prefixes.step(uri, localName, position);
    }
  }

  private final String source;
  private final Listener listener;
  private final ValidatorHandler validator;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, String> declared = new HashMap<>();
  private Locator locator;
  private StreamedSignature signature;

  private TreeBuilder tree;
  private Frame treeRoot;
  private Frame signatureRoot;
  private int cost;

  MetadataStream(String source, Listener listener) {
    this.source = source;
    this.listener = listener;
    this.validator =
        SamlSchema.stream(
            fault ->
                listener.fault(
                    fault,
                    open.isEmpty() ? "/" : open.peek().xpath(),
                    open.isEmpty() ? Math.max(fault.line(), 1) : open.peek().line()));
  }

  StreamedSignature signature() {
    return signature;
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
    validator.setDocumentLocator(given);
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    validator.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    declared.put(prefix, uri);
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    validator.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    Frame frame = frame(uri, local);
    boolean root = open.isEmpty();
    if (root) {
      refuseOther(uri, local, qualified);
      listener.root(local, attributes, frame.line());
    }
    open.push(frame);
    if (open.size() > Xml.MOST_DEPTH) {
      throw new BadInput(
          source + ":" + frame.line(),
          "elements are nested deeper than " + Xml.MOST_DEPTH + " levels",
          "Give SAML metadata");
    }
    sign(frame, root, qualified, attributes);
    boolean entity = isMd(frame, "EntityDescriptor");
    if (tree == null && (entity || frame == signatureRoot)) {
      tree = new TreeBuilder();
      treeRoot = frame;
      cost = 0;
      tree.start(uri, qualified, attributes, frame.scope(), frame.line());
      if (entity) {
        listener.entityBegins();
      }
    } else if (tree != null) {
      spend(COST_OF_AN_ELEMENT);
      tree.start(uri, qualified, attributes, declared, frame.line());
    }
    declared.clear();
    validator.startElement(uri, local, qualified, attributes);
  }

  private Frame frame(String uri, String local) {
    Frame parent = open.peek();
    int position = parent == null ? 1 : parent.children().merge(uri + " " + local, 1, Integer::sum);
    Map<String, String> scope = parent == null ? Map.of() : parent.scope();
    if (!declared.isEmpty()) {
      scope = new HashMap<>(scope);
      scope.putAll(declared);
    }
    return new Frame(
        parent, uri, local, position, locator.getLineNumber(), scope, new HashMap<>(4));
  }

  private void refuseOther(String uri, String local, String qualified) {
    boolean metadata =
        uri.equals(Namespace.MD)
            && (local.equals("EntityDescriptor") || local.equals("EntitiesDescriptor"));
    if (!metadata) {
      throw new BadInput(
          source + ":" + locator.getLineNumber(),
          "the root element is <" + qualified + ">, which is not SAML metadata",
          "Give a document whose root is md:EntityDescriptor or md:EntitiesDescriptor");
    }
  }

  private static boolean isMd(Frame frame, String local) {
    return frame.uri().equals(Namespace.MD) && frame.localName().equals(local);
  }

  /** The signature of the root is no part of what it signs; all else is. */
  private void sign(Frame frame, boolean root, String qualified, Attributes attributes) {
    if (root) {
      signature = new StreamedSignature(qualified, attributes, frame.scope());
    } else if (signatureRoot == null) {
      boolean own =
          open.size() == 2
              && frame.uri().equals(Namespace.DS)
              && frame.localName().equals("Signature");
      if (own) {
        signatureRoot = frame;
      } else {
        signature.startElement(qualified, attributes, frame.scope());
      }
    }
  }

  private void spend(int amount) {
    cost += amount;
    if (cost > MOST_OF_AN_ENTITY) {
      throw new BadInput(
          source + ":" + treeRoot.line(),
          "one entity is larger than " + (MOST_OF_AN_ENTITY >> 20) + " MB",
          "Give the metadata as the product exports it");
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (tree != null) {
      spend(length);
      tree.characters(chars, start, length);
    }
    if (signatureRoot == null && signature != null) {
      signature.characters(new String(chars, start, length));
    }
    validator.characters(chars, start, length);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    if (!open.isEmpty() && signatureRoot == null) {
      signature.processingInstruction(target, data);
    }
    validator.processingInstruction(target, data);
  }

  @Override
  public void endElement(String uri, String local, String qualified) throws SAXException {
    validator.endElement(uri, local, qualified);
    Frame frame = open.pop();
    Element ended = tree == null ? null : tree.end();
    if (frame == signatureRoot) {
      signature.signature(XmlNode.of(ended).detached().element());
      signatureRoot = null;
    } else if (open.isEmpty()) {
      signature.end();
    } else if (signatureRoot == null) {
      signature.endElement(qualified);
    }
    if (frame == treeRoot) {
      Map<Element, Integer> lines = tree.lines();
      tree = null;
      treeRoot = null;
      if (isMd(frame, "EntityDescriptor")) {
        listener.entity(XmlNode.of(ended), frame.xpath(), lines, frame.parent() != null);
      }
    }
  }
}
