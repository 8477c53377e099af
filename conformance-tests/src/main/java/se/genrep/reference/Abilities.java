package se.genrep.reference;

import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import se.genrep.registry.Attribute;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/**
 * What SAML lets a sender do and this service provider takes without a word. One that lacks an
 * ability refuses what is unusual in that way.
 */
final class Abilities {

  /** Times as this federation's identity providers mostly write them. */
  private static final Pattern USUAL_TIME = Pattern.compile(".{19}(\\.[0-9]{3})?Z");

  private final Policy policy;

  Abilities(Policy policy) {
    this.policy = policy;
  }

  void response(XmlNode response) throws Refusal {
    message(response);
    able(
        Check.STATUS_TEXT,
        response.find("samlp:Status/samlp:StatusMessage").isEmpty()
            && response.find("samlp:Status/samlp:StatusDetail").isEmpty()
            && response.attribute("Consent").isEmpty(),
        "more than a status");
  }

  void assertion(XmlNode assertion) throws Refusal {
    message(assertion);
    able(
        Check.SEVERAL_AUDIENCES,
        assertion.all("saml:Conditions/saml:AudienceRestriction/saml:Audience").size() <= 1,
        "several audiences");
    able(
        Check.ONE_TIME_USE,
        assertion.find("saml:Conditions/saml:OneTimeUse").isEmpty()
            && assertion.find("saml:Conditions/saml:ProxyRestriction").isEmpty(),
        "the condition OneTimeUse or ProxyRestriction");
    able(Check.ADVICE, assertion.find("saml:Advice").isEmpty(), "Advice");
    able(
        Check.AUTHORITIES,
        assertion.all("saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority").size()
            <= 1,
        "several AuthenticatingAuthority");
    for (XmlNode statement : assertion.all("saml:AuthnStatement")) {
      able(
          Check.SESSION_END_UNDERSTOOD,
          statement.attribute("SessionNotOnOrAfter").isEmpty(),
          "SessionNotOnOrAfter");
      able(
          Check.SESSION_INDEX_OPTIONAL,
          statement.attribute("SessionIndex").isPresent(),
          "a session without index");
    }
    for (XmlNode attribute : assertion.all("saml:AttributeStatement/saml:Attribute")) {
      able(
          Check.MORE_ATTRIBUTES,
          Attribute.of(attribute.attribute("Name").orElse("")).isPresent(),
          "an unknown attribute");
      for (XmlNode value : attribute.all("saml:AttributeValue")) {
        able(
            Check.VALUE_TYPES,
            value.element().getAttributeNS(SamlNs.XSI, "type").equals("xs:string"),
            "a value that is no xs:string");
      }
    }
    able(
        Check.PREFIXES,
        assertion.element().getNodeName().equals("saml:Assertion"),
        "another prefix than saml");
    able(Check.WHITE_SPACE, !(firstChild(assertion) instanceof Text), "white space");
  }

  private static Node firstChild(XmlNode node) {
    return node.element().getFirstChild();
  }

  private void message(XmlNode message) throws Refusal {
    able(
        Check.ISSUER_FORMAT,
        message.find("saml:Issuer").flatMap(issuer -> issuer.attribute("Format")).isEmpty(),
        "a Format of Issuer");
    for (String name : List.of("IssueInstant", "NotBefore", "NotOnOrAfter", "AuthnInstant")) {
      able(
          Check.TIME_FORMS,
          message.attribute(name).map(time -> USUAL_TIME.matcher(time).matches()).orElse(true),
          "a time of that precision");
    }
  }

  private void able(Check ability, boolean usual, String what) throws Refusal {
    if (!usual && !policy.makes(ability)) {
      throw new Refusal(ability, what + " is not understood here");
    }
    policy.done(ability);
  }
}
