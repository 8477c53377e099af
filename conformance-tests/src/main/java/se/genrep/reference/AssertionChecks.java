package se.genrep.reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.registry.Limits;
import se.genrep.registry.SubjectConfirmationMethod;
import se.genrep.saml.XmlNode;

/** What is checked of the saml:Assertion (DP 6.3.2 to 6.3.5). */
final class AssertionChecks {

  private final Policy policy;
  private final Times times;
  private final Solicitation solicitation;

  AssertionChecks(Policy policy, Times times, Solicitation solicitation) {
    this.policy = policy;
    this.times = times;
    this.solicitation = solicitation;
  }

  /**
   * @return the element that says until when the subject is confirmed
   */
  XmlNode judge(XmlNode assertion) throws Refusal {
    new FormChecks(policy).assertion(assertion);
    ResponseChecks.issuer(policy, assertion, Check.ASSERTION_ISSUER);
    times.recent(Check.ISSUE_INSTANT, assertion);
    XmlNode confirmation = confirmation(assertion);
    conditions(assertion);
    authentication(assertion);
    return confirmation;
  }

  /** One bearer confirmation that holds is enough (SAML profiles 4.1.4.3). */
  private XmlNode confirmation(XmlNode assertion) throws Refusal {
    Refusal first = null;
    for (XmlNode each : assertion.all("saml:Subject/saml:SubjectConfirmation")) {
      Optional<XmlNode> data = each.find("saml:SubjectConfirmationData");
      try {
        String method = each.attribute("Method").orElse("");
        policy.require(
            Check.CONFIRMATION_METHOD,
            method.equals(SubjectConfirmationMethod.BEARER.uri()),
            "the subject is confirmed by '" + method + "', not as bearer");
        bearer(data.orElseGet(() -> each.create("saml:SubjectConfirmationData")));
        return data.orElse(each);
      } catch (Refusal refusal) {
        first = first == null ? refusal : first;
      }
    }
    if (first != null) {
      throw first;
    }
    policy.require(Check.CONFIRMATION_METHOD, false, "the subject is not confirmed at all");
    return assertion;
  }

  private void bearer(XmlNode data) throws Refusal {
    String recipient = data.attribute("Recipient").orElse("");
    policy.require(
        Check.RECIPIENT,
        recipient.equals(policy.acsUrl()),
        "the assertion is for the recipient '" + recipient + "', not for " + policy.acsUrl());
    solicitation.confirmation(data);
    times.notOver(Check.CONFIRMATION_NOT_ON_OR_AFTER, data, "NotOnOrAfter");
    times.begun(Check.NOT_BEFORE, data, "NotBefore");
  }

  private void conditions(XmlNode assertion) throws Refusal {
    Optional<XmlNode> found = assertion.find("saml:Conditions");
    List<XmlNode> restrictions = assertion.all("saml:Conditions/saml:AudienceRestriction");
    policy.require(
        Check.AUDIENCE,
        restrictions.stream().anyMatch(this::isForUs),
        "the assertion is not meant for " + policy.entityId());
    policy.require(
        Check.EVERY_RESTRICTION,
        !policy.makes(Check.AUDIENCE) || restrictions.stream().allMatch(this::isForUs),
        "one restriction to audiences leaves out " + policy.entityId());
    XmlNode conditions = found.orElseGet(() -> assertion.create("saml:Conditions"));
    times.begun(Check.NOT_BEFORE, conditions, "NotBefore");
    times.notOver(Check.NOT_ON_OR_AFTER, conditions, "NotOnOrAfter");
  }

  /** Each restriction holds when one of its audiences does (SAML core 2.5.1.4). */
  private boolean isForUs(XmlNode restriction) {
    return restriction.all("saml:Audience").stream()
        .anyMatch(audience -> policy.text(audience).equals(policy.entityId()));
  }

  private void authentication(XmlNode assertion) throws Refusal {
    List<XmlNode> statements = assertion.all("saml:AuthnStatement");
    String context = context(policy, assertion);
    policy.require(
        Check.AUTHN_CONTEXT,
        statements.size() == 1 && takes(context),
        "the authentication context '" + context + "' is not among those asked for (DP 6.3.4)");
    XmlNode statement =
        statements.isEmpty() ? assertion.create("saml:AuthnStatement") : statements.get(0);
    if (statement.attribute("SessionNotOnOrAfter").isPresent()) {
      times.notOver(Check.SESSION_END, statement, "SessionNotOnOrAfter");
    }
    times.notInFuture(Check.AUTHN_INSTANT, statement, "AuthnInstant");
    times.notBefore(Check.AUTHN_INSTANT, statement, "AuthnInstant", earliestAuthentication());
  }

  /** Only what was asked for (DP 6.3.4); the careless have levels of their own that they take. */
  private boolean takes(String context) {
    return policy
        .variant()
        .level(context, policy.door())
        .orElseGet(() -> policy.levels().contains(context));
  }

  static String context(Policy policy, XmlNode assertion) {
    return assertion
        .find("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef")
        .map(policy::text)
        .orElse("");
  }

  /** That of the request when it forced one, otherwise of a session (DP-6.3.5-03). */
  private Instant earliestAuthentication() {
    return solicitation
        .request()
        .filter(Sessions.Asked::forced)
        .map(Sessions.Asked::at)
        .orElseGet(() -> policy.now().minus(Limits.SINGLE_SIGN_ON));
  }
}
