package se.genrep.reference;

import java.util.Optional;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;

/** What is checked of the samlp:Response itself. */
final class ResponseChecks {

  private final Policy policy;
  private final Times times;

  ResponseChecks(Policy policy, Times times) {
    this.policy = policy;
    this.times = times;
  }

  void judge(XmlNode response) throws Refusal {
    new FormChecks(policy).response(response);
    issuer(policy, response, Check.RESPONSE_ISSUER);
    String destination = response.attribute("Destination").orElse("");
    policy.require(
        Check.DESTINATION,
        destination.equals(policy.acsUrl()),
        "the Response is for '" + destination + "', not for " + policy.acsUrl());
    times.recent(Check.ISSUE_INSTANT, response);
  }

  /** SAML profiles 4.1.4.2: the entityID, in the format entity or none. */
  static void issuer(Policy policy, XmlNode message, Check check) throws Refusal {
    Optional<XmlNode> issuer = message.find("saml:Issuer");
    String name = issuer.map(policy::text).orElse("");
    boolean entity =
        issuer
            .flatMap(node -> node.attribute("Format"))
            .map(NameIdFormat.ENTITY.uri()::equals)
            .orElse(true);
    policy.require(
        check,
        entity && name.equals(policy.setup().idp().entityId()),
        "<"
            + message.element().getLocalName()
            + "> is issued by '"
            + name
            + "', not by "
            + policy.setup().idp().entityId());
  }

  /** After the signature, so that nobody else can say that a sign-in failed. */
  static void status(Policy policy, XmlNode response) throws Refusal {
    String top = code(response.find("samlp:Status/samlp:StatusCode"));
    String second = code(response.find("samlp:Status/samlp:StatusCode/samlp:StatusCode"));
    String message =
        response
            .find("samlp:Status/samlp:StatusMessage")
            .map(node -> node.text().strip())
            .orElse("");
    policy.require(
        Check.STATUS,
        top.equals(StatusCode.SUCCESS.uri()),
        "the status is '"
            + top
            + "'"
            + (second.isEmpty() ? "" : " with '" + second + "'")
            + (message.isEmpty() ? "" : ", and the identity provider says: " + message));
  }

  private static String code(Optional<XmlNode> statusCode) {
    return statusCode.flatMap(node -> node.attribute("Value")).orElse("");
  }
}
