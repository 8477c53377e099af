package se.genrep.reference;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** By what elements are known: by namespace and name, or for one that is careless by name alone. */
final class Names {

  private static final Set<String> OF_SAML =
      Set.of(SamlNs.SAML, SamlNs.SAMLP, SamlNs.DS, SamlNs.XENC);

  private static final Set<String> OF_PROTOCOL = Set.of("Status", "StatusCode", "StatusMessage");

  private Names() {}

  /** The element as this service provider sees it. */
  static XmlNode seen(Policy policy, XmlNode element) {
    policy.done(Check.NAMESPACE);
    if (!policy.makes(Check.NAMESPACE)) {
      element.children().forEach(Names::rename);
    }
    return element;
  }

  private static void rename(XmlNode node) {
    node.children().forEach(Names::rename);
    Element element = node.element();
    String namespace = element.getNamespaceURI();
    if (namespace == null || !OF_SAML.contains(namespace)) {
      Document document = element.getOwnerDocument();
      boolean protocol = OF_PROTOCOL.contains(element.getLocalName());
      document.renameNode(
          element,
          protocol ? SamlNs.SAMLP : SamlNs.SAML,
          (protocol ? "samlp:" : "saml:") + element.getLocalName());
    }
  }
}
