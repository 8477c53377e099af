package se.genrep.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/**
 * What an answer says beside who the person is, read from what is signed. Every text is the
 * sender's.
 *
 * @param issuer the identity provider's entityID
 * @param authorities who authenticated for the issuer (DP-6.2-23)
 */
record Testimony(
    String issuer,
    String nameId,
    String nameIdFormat,
    List<String> authorities,
    List<Time> times,
    List<Said> attributes) {

  /** A time as written, under the name of the attribute it stands in. */
  record Time(String name, String value) {}

  /**
   * An attribute.
   *
   * @param friendlyName the registry's; empty for an attribute it does not know
   */
  record Said(String name, String friendlyName, List<String> values) {}

  static Testimony of(Policy policy, XmlNode response, XmlNode assertion) {
    Optional<XmlNode> nameId = assertion.find("saml:Subject/saml:NameID");
    List<Time> times = new ArrayList<>();
    time(times, Optional.of(response), "Response", "IssueInstant");
    time(times, assertion.find("saml:AuthnStatement"), "AuthnStatement", "AuthnInstant");
    time(times, assertion.find("saml:AuthnStatement"), "AuthnStatement", "SessionNotOnOrAfter");
    time(times, assertion.find("saml:Conditions"), "Conditions", "NotBefore");
    time(times, assertion.find("saml:Conditions"), "Conditions", "NotOnOrAfter");
    time(
        times,
        assertion.find("saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"),
        "SubjectConfirmationData",
        "NotOnOrAfter");
    return new Testimony(
        assertion.find("saml:Issuer").map(policy::text).orElse(""),
        nameId.map(policy::text).orElse(""),
        nameId.flatMap(node -> node.attribute("Format")).orElse(""),
        assertion.all("saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority").stream()
            .map(policy::text)
            .toList(),
        List.copyOf(times),
        assertion.all("saml:AttributeStatement/saml:Attribute").stream()
            .map(attribute -> said(policy, attribute))
            .toList());
  }

  private static void time(
      List<Time> times, Optional<XmlNode> node, String element, String attribute) {
    node.flatMap(each -> each.attribute(attribute))
        .ifPresent(value -> times.add(new Time(element + " " + attribute, value)));
  }

  private static Said said(Policy policy, XmlNode attribute) {
    String name = attribute.attribute("Name").orElse("");
    return new Said(
        name,
        Attribute.of(name).map(Attribute::friendlyName).orElse(""),
        attribute.all("saml:AttributeValue").stream().map(policy::text).toList());
  }
}
