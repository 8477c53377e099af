package se.genrep.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** What is checked of the form of Response and Assertion: what the schema would say, and DP 6.2. */
final class FormChecks {

  /** An xs:ID, of the characters that IDs are made of in practice. */
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private static final List<String> ONCE_IN_RESPONSE =
      List.of("saml:Issuer", "samlp:Status", "samlp:Status/samlp:StatusCode");

  private static final List<String> ONCE_IN_ASSERTION =
      List.of(
          "saml:Issuer",
          "saml:Subject",
          "saml:Subject/saml:NameID",
          "saml:Conditions",
          "saml:AuthnStatement",
          "saml:AuthnStatement/saml:AuthnContext",
          "saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef",
          "saml:AttributeStatement");

  private static final Set<String> CONDITIONS =
      Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

  private final Policy policy;

  FormChecks(Policy policy) {
    this.policy = policy;
  }

  void response(XmlNode response) throws Refusal {
    message(response, ONCE_IN_RESPONSE);
  }

  void assertion(XmlNode assertion) throws Refusal {
    message(assertion, ONCE_IN_ASSERTION);
    whole(assertion);
    for (XmlNode each : assertion.all("saml:Subject/saml:SubjectConfirmation")) {
      once(each, "saml:SubjectConfirmationData");
    }
    for (XmlNode condition :
        assertion.all("saml:Conditions").stream().flatMap(FormChecks::children).toList()) {
      policy.require(
          Check.CONDITIONS_UNDERSTOOD,
          SamlNs.SAML.equals(condition.element().getNamespaceURI())
              && CONDITIONS.contains(condition.element().getLocalName()),
          "the condition <" + condition.element().getNodeName() + "> is not understood here");
    }
  }

  private void whole(XmlNode assertion) throws Refusal {
    policy.require(
        Check.PARTIAL_ENCRYPTION,
        assertion.everywhere("saml:EncryptedID").isEmpty()
            && assertion.everywhere("saml:EncryptedAttribute").isEmpty(),
        "a part of the assertion is encrypted once more (DP 6.1)");
  }

  private static Stream<XmlNode> children(XmlNode node) {
    return node.children().stream();
  }

  private void message(XmlNode message, List<String> once) throws Refusal {
    String name = "<" + message.element().getLocalName() + ">";
    String version = message.attribute("Version").orElse("");
    policy.require(
        Check.VERSION, version.equals("2.0"), name + " has version '" + version + "', not 2.0");
    String id = message.attribute("ID").orElse("");
    policy.require(
        Check.XML_ID, ID.matcher(id).matches(), name + " has the ID '" + id + "', which is none");
    for (String path : once) {
      once(message, path);
    }
  }

  private void once(XmlNode node, String path) throws Refusal {
    policy.require(
        Check.ONCE,
        node.all(path).size() <= 1,
        "<" + node.element().getLocalName() + "> has more than one " + path);
  }
}
