package se.genrep.protocol;

import java.util.List;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/**
 * A saml:Attribute.
 *
 * @param name the URI by which it is known
 */
public record SamlAttribute(String name, Optional<String> friendlyName, List<String> values) {

  private static final String NAME_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

  public SamlAttribute {
    values = List.copyOf(values);
  }

  public SamlAttribute(String name, String value) {
    this(name, Optional.empty(), List.of(value));
  }

  /** Those in a saml:AttributeStatement, or in anything of its type. */
  public static List<SamlAttribute> in(XmlNode statement) {
    return statement.all("saml:Attribute").stream().map(SamlAttribute::read).toList();
  }

  private static SamlAttribute read(XmlNode attribute) {
    return new SamlAttribute(
        attribute.attribute("Name").orElse(""),
        attribute.attribute("FriendlyName"),
        attribute.all("saml:AttributeValue").stream().map(XmlNode::text).toList());
  }

  /** Appends it. */
  public void write(XmlNode parent) {
    XmlNode attribute =
        parent.add("saml:Attribute").set("Name", name).set("NameFormat", NAME_FORMAT);
    friendlyName.ifPresent(known -> attribute.set("FriendlyName", known));
    values.forEach(value -> attribute.add("saml:AttributeValue").text(value));
  }
}
