package se.genrep.deviation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/** The places of a message that deviations work on. */
final class Parts {

  private Parts() {}

  /** What stands in the Response for the assertion, encrypted or not. */
  static XmlNode assertionIn(XmlNode response) {
    return response.find("saml:EncryptedAssertion").orElseGet(() -> response.at("saml:Assertion"));
  }

  static XmlNode confirmationData(XmlNode assertion) {
    return assertion.at("saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData");
  }

  /** The attribute, empty when this service provider does not get it. */
  static Optional<XmlNode> attribute(XmlNode assertion, Attribute wanted) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(attribute -> attribute.attribute("Name").orElse("").equals(wanted.oidName()))
        .findFirst();
  }

  /** The value of the number in a statement, empty when this service provider does not get it. */
  static Optional<XmlNode> number(XmlNode statement) {
    String name = Attribute.PERSONAL_IDENTITY_NUMBER.oidName();
    return statement.all("saml:Attribute").stream()
        .filter(attribute -> attribute.attribute("Name").orElse("").equals(name))
        .flatMap(attribute -> attribute.all("saml:AttributeValue").stream())
        .findFirst();
  }

  /** The element without a signature of its own. */
  static XmlNode stripped(XmlNode signed) {
    XmlNode copy = signed.copy();
    copy.all("ds:Signature").forEach(XmlNode::remove);
    return copy;
  }

  /** SAML core 1.3.3: UTC, here with milliseconds. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
