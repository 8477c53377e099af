package se.genrep.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.MetadataAttribute;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** One md:EntityDescriptor with the places of its elements, and the questions that rules ask. */
public final class Entity {

  private final XmlNode root;
  private final String xpath;
  private final Map<Element, Integer> lines;
  private final boolean published;
  private final Instant now;
  private final List<XmlNode> idps;
  private final List<XmlNode> sps;
  private final List<XmlNode> categoryValues;
  private final List<XmlNode> levelValues;

  /**
   * @param xpath of the entity's own element in its document
   * @param lines of all its elements
   * @param published whether it stands in an aggregate, so that the operator has registered it
   */
  Entity(XmlNode root, String xpath, Map<Element, Integer> lines, boolean published, Instant now) {
    this.root = root;
    this.xpath = xpath;
    this.lines = lines;
    this.published = published;
    this.now = now;
    this.idps = speakingSaml2("md:IDPSSODescriptor");
    this.sps = speakingSaml2("md:SPSSODescriptor");
    this.categoryValues = values(MetadataAttribute.ENTITY_CATEGORY);
    this.levelValues = values(MetadataAttribute.ASSURANCE_CERTIFICATION);
  }

  private List<XmlNode> speakingSaml2(String role) {
    return root.all(role).stream()
        .filter(
            node ->
                Arrays.asList(
                        node.attribute("protocolSupportEnumeration")
                            .orElse("")
                            .strip()
                            .split("\\s+"))
                    .contains(Namespace.SAML2P))
        .toList();
  }

  /** The md:EntityDescriptor. */
  public XmlNode root() {
    return root;
  }

  public String entityId() {
    return root.attribute("entityID").orElse("");
  }

  /** Whether it stands in an aggregate that an operator publishes. */
  public boolean published() {
    return published;
  }

  /** The time that validity is judged at. */
  public Instant now() {
    return now;
  }

  /** The md:IDPSSODescriptor elements for SAML 2.0. */
  public List<XmlNode> idps() {
    return idps;
  }

  /** The md:SPSSODescriptor elements for SAML 2.0. */
  public List<XmlNode> sps() {
    return sps;
  }

  public boolean isIdp() {
    return !idps.isEmpty();
  }

  public boolean isSp() {
    return !sps.isEmpty();
  }

  /** Elements of the entity attribute, whatever their values (EC 1.5, DP 2.1.3). */
  public List<XmlNode> attributes(MetadataAttribute name) {
    return root.all("md:Extensions/mdattr:EntityAttributes/saml:Attribute").stream()
        .filter(node -> node.attribute("Name").orElse("").strip().equals(name.attributeName()))
        .toList();
  }

  private List<XmlNode> values(MetadataAttribute name) {
    return attributes(name).stream()
        .flatMap(attribute -> attribute.all("saml:AttributeValue").stream())
        .toList();
  }

  /** The values of the entity category attribute. */
  public List<XmlNode> categoryValues() {
    return categoryValues;
  }

  /** The values of the assurance certification attribute. */
  public List<XmlNode> levelValues() {
    return levelValues;
  }

  /** The entity categories; pretty-printed metadata has white space around them (EC 1.5). */
  public List<String> categories() {
    return categoryValues.stream().map(value -> value.text().strip()).toList();
  }

  /** The declared levels of assurance. */
  public List<String> levels() {
    return levelValues.stream().map(value -> value.text().strip()).toList();
  }

  public List<String> categories(EntityCategory.Type type) {
    return categories().stream()
        .filter(uri -> EntityCategory.Type.of(uri).filter(found -> found == type).isPresent())
        .toList();
  }

  public boolean declares(EntityCategory category) {
    return categories().contains(category.uri());
  }

  /** The first element that declares the category; the entity itself when none does. */
  public XmlNode valueOf(EntityCategory category) {
    return categoryValues.stream()
        .filter(value -> value.text().strip().equals(category.uri()))
        .findFirst()
        .orElse(root);
  }

  /** The entity category attribute; the entity itself when there is none. */
  public XmlNode categoryPlace() {
    return attributes(MetadataAttribute.ENTITY_CATEGORY).stream().findFirst().orElse(root);
  }

  /**
   * The children with a name of any namespace, for those that {@link XmlNode} has no prefix for.
   */
  public static List<XmlNode> children(XmlNode parent, String namespace, String localName) {
    return parent.children().stream().filter(child -> child.is(namespace, localName)).toList();
  }

  /** Everything below the entity with the name. */
  public List<XmlNode> everywhere(String namespace, String localName) {
    List<XmlNode> found = new ArrayList<>();
    var all = root.element().getElementsByTagNameNS(namespace, localName);
    for (int i = 0; i < all.getLength(); i++) {
      found.add(XmlNode.of((Element) all.item(i)));
    }
    return found;
  }

  /** The xml:lang of an element; empty when it has none. */
  public static String language(XmlNode node) {
    return node.element().getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
  }

  /** The elements at the path in a language. */
  public static Optional<XmlNode> in(String language, List<XmlNode> texts) {
    return texts.stream().filter(node -> language(node).equalsIgnoreCase(language)).findFirst();
  }

  /** xs:boolean has two spellings of true. */
  public static boolean isTrue(XmlNode node, String attribute) {
    String value = node.attribute(attribute).orElse("").strip();
    return value.equals("true") || value.equals("1");
  }

  int line(XmlNode node) {
    return lines.getOrDefault(node.element(), 0);
  }

  /** The XPath of an element of this entity. */
  String xpath(XmlNode node) {
    StringBuilder path = new StringBuilder();
    for (Element up = node.element(); up != root.element(); up = (Element) up.getParentNode()) {
      path.insert(0, Prefixes.step(up.getNamespaceURI(), up.getLocalName(), position(up)));
    }
    return xpath + path;
  }

  private static int position(Element element) {
    int position = 1;
    for (Node before = element.getPreviousSibling();
        before != null;
        before = before.getPreviousSibling()) {
      if (before instanceof Element sibling
          && sibling.getLocalName().equals(element.getLocalName())
          && java.util.Objects.equals(sibling.getNamespaceURI(), element.getNamespaceURI())) {
        position++;
      }
    }
    return position;
  }
}
