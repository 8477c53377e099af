package se.genrep.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.genrep.identity.Flaw;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Reason;
import se.genrep.protocol.SamlAttribute;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/**
 * Reads the attributes of the signer. One who reads a number in two ways certifies the wrong
 * person, so there is one statement, every attribute once, and an identifier of the form the
 * registry gives (ATTR 3.1, DP-4-01, DP 6.1).
 */
final class SignerIdentity {

  private final Checks checks;

  SignerIdentity(Checks checks) {
    this.checks = checks;
  }

  List<SamlAttribute> read(XmlNode assertion) throws SignError {
    List<XmlNode> statements = assertion.all("saml:AttributeStatement");
    require(
        statements.size() <= 1
            && assertion.everywhere("saml:EncryptedAttribute").isEmpty()
            && assertion.everywhere("saml:EncryptedID").isEmpty(),
        "The assertion tells of the signer in more than one statement, or encrypted once more");
    List<XmlNode> nodes =
        statements.stream().flatMap(each -> each.all("saml:Attribute").stream()).toList();
    for (XmlNode node : nodes) {
      require(
          node.all("saml:AttributeValue").stream().allMatch(value -> value.children().isEmpty())
              || !isIdentifier(node),
          "The identifier of the signer has elements inside");
    }
    List<SamlAttribute> attributes =
        statements.stream().flatMap(each -> SamlAttribute.in(each).stream()).toList();
    Set<String> names = new HashSet<>();
    for (SamlAttribute attribute : attributes) {
      require(names.add(attribute.name()), "The attribute " + attribute.name() + " is there twice");
      if (isIdentifier(attribute.name())) {
        identifier(attribute);
      }
    }
    return attributes;
  }

  private static boolean isIdentifier(XmlNode attribute) {
    return isIdentifier(attribute.attribute("Name").orElse(""));
  }

  private static boolean isIdentifier(String name) {
    return CertificateContent.IDENTIFIERS.stream().anyMatch(each -> each.oidName().equals(name));
  }

  private void identifier(SamlAttribute attribute) throws SignError {
    Attribute known = Attribute.of(attribute.name()).orElseThrow();
    require(
        attribute.values().size() == 1 || known.multiValued(),
        known.friendlyName() + " has " + attribute.values().size() + " values");
    String value = attribute.values().get(0);
    require(
        known.accepts(value) && value.equals(value.strip()) && isPossible(known, value),
        known.friendlyName() + " has not the form that the registry gives (ATTR 3.1)");
  }

  private static boolean isPossible(Attribute known, String value) {
    return known == Attribute.PERSONAL_IDENTITY_NUMBER
        ? PersonalNumber.parseAttribute(value).reasons().stream()
            .map(Reason::flaw)
            .noneMatch(Flaw::refuses)
        : !value.isEmpty();
  }

  private void require(boolean holds, String otherwise) throws SignError {
    checks.authentic(ServiceCheck.IDENTIFIER, holds, otherwise);
  }
}
