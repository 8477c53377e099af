package se.genrep.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/**
 * csig:RequestedCertAttribute: what a certificate is to say of its subject (DSS extension 3.1.1.1).
 *
 * @param reference an OID, or for a subject alternative name the tag of a GeneralName
 * @param friendlyName for people; never decides anything
 * @param defaultValue what the requester would have where nothing better is known
 * @param sources names of SAML attributes that may give the value, the preferred first
 */
public record RequestedAttribute(
    NameType type,
    Optional<String> reference,
    Optional<String> friendlyName,
    Optional<String> defaultValue,
    boolean required,
    List<String> sources) {

  /** Where in the certificate it goes: CertNameType. */
  public enum NameType {
    /** An attribute of the subject field. */
    RDN("rdn"),
    /** A subject alternative name. */
    SAN("san"),
    /** A subject directory attribute. */
    SDA("sda");

    private final String value;

    NameType(String value) {
      this.value = value;
    }

    public String value() {
      return value;
    }

    static NameType of(String value) {
      return value.equals("san") ? SAN : value.equals("sda") ? SDA : RDN;
    }
  }

  public RequestedAttribute {
    sources = List.copyOf(sources);
  }

  /** An attribute of the subject field from one SAML attribute. */
  public static RequestedAttribute subject(String oid, boolean required, String... sources) {
    return new RequestedAttribute(
        NameType.RDN,
        Optional.of(oid),
        Optional.empty(),
        Optional.empty(),
        required,
        List.of(sources));
  }

  public RequestedAttribute orElse(String value) {
    return new RequestedAttribute(
        type, reference, friendlyName, Optional.of(value), required, sources);
  }

  /** As it is called in a sentence. */
  public String name() {
    return friendlyName.or(() -> reference).map(Malformed::shortened).orElse("without a name");
  }

  static List<RequestedAttribute> in(XmlNode properties) {
    return properties.all("csig:RequestedCertAttributes/csig:RequestedCertAttribute").stream()
        .map(RequestedAttribute::read)
        .toList();
  }

  private static RequestedAttribute read(XmlNode node) {
    return new RequestedAttribute(
        NameType.of(node.attribute("CertNameType").orElse("rdn")),
        node.attribute("CertAttributeRef"),
        node.attribute("FriendlyName"),
        node.attribute("DefaultValue"),
        node.attribute("Required").filter(SignRequest::isTrue).isPresent(),
        node.all("csig:SamlAttributeName").stream()
            .sorted(Comparator.comparingInt(RequestedAttribute::order)) // stable: equals keep order
            .map(XmlNode::text)
            .toList());
  }

  private static int order(XmlNode source) {
    return source.attribute("Order").map(String::strip).map(Integer::parseInt).orElse(0);
  }

  void write(XmlNode parent) {
    XmlNode node = parent.add("csig:RequestedCertAttribute");
    reference.ifPresent(known -> node.set("CertAttributeRef", known));
    if (type != NameType.RDN) {
      node.set("CertNameType", type.value());
    }
    friendlyName.ifPresent(known -> node.set("FriendlyName", known));
    defaultValue.ifPresent(known -> node.set("DefaultValue", known));
    if (required) {
      node.set("Required", "true");
    }
    for (int i = 0; i < sources.size(); i++) {
      node.add("csig:SamlAttributeName").set("Order", Integer.toString(i)).text(sources.get(i));
    }
  }
}
