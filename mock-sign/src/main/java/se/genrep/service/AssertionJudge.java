package se.genrep.service;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.ReplayGuard;
import se.genrep.protocol.SamlAttribute;
import se.genrep.registry.Limits;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.SignStatusCode;
import se.genrep.registry.SubjectConfirmationMethod;
import se.genrep.saml.XmlNode;

/** Judges the assertion about the signer (DP 6.3.2 to 6.3.5, 7.1). */
final class AssertionJudge {

  /** How long an answer may be under way. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private final Checks checks;
  private final String entityId;
  private final String acsUrl;
  private final ReplayGuard taken;

  AssertionJudge(Checks checks, String entityId, String acsUrl, ReplayGuard taken) {
    this.checks = checks;
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.taken = taken;
  }

  Assertion judge(XmlNode assertion, PendingSignature pending, EntityMetadata idp, Instant now)
      throws SignError {
    issuer(checks, assertion, idp);
    confirmation(assertion, pending, now);
    conditions(assertion, now);
    timely(isRecent(assertion, now), "IssueInstant");
    XmlNode statement = statement(assertion);
    Instant authenticated = authenticated(statement, pending, now);
    String context = text(statement, "saml:AuthnContext/saml:AuthnContextClassRef");
    checks.require(
        ServiceCheck.LEVEL_MET,
        pending.levels().contains(context),
        SignError.of(
            SignStatusCode.UNSUPPORTED_LOA,
            "The signer was authenticated at '" + context + "', which was not asked for"));
    List<SamlAttribute> attributes = new SignerIdentity(checks).read(assertion);
    String id = assertion.attribute("ID").orElse("");
    checks.authentic(
        ServiceCheck.ASSERTION_REPLAY,
        taken.isFirst(idp.entityId(), id, now),
        "The assertion '" + id + "' was taken before (DP 6.3.5)");
    return new Assertion(
        id,
        idp.entityId(),
        statement.all("saml:AuthnContext/saml:AuthenticatingAuthority").stream()
            .map(node -> node.text().strip())
            .toList(),
        context,
        authenticated,
        attributes);
  }

  /** SAML profiles 4.1.4.2: the entityID, in the format entity or none. */
  static void issuer(Checks checks, XmlNode message, EntityMetadata idp) throws SignError {
    String issuer = text(message, "saml:Issuer");
    boolean entity =
        message
            .find("saml:Issuer")
            .flatMap(node -> node.attribute("Format"))
            .filter(format -> !format.equals(NameIdFormat.ENTITY.uri()))
            .isEmpty();
    checks.authentic(
        ServiceCheck.ANSWER_ISSUER,
        entity && issuer.equals(idp.entityId()),
        "The answer is issued by '" + issuer + "', not by " + idp.entityId());
  }

  /** Whether a Response or Assertion was made just now. */
  static boolean isRecent(XmlNode message, Instant now) {
    return time(message, "IssueInstant")
        .filter(at -> !at.isBefore(now.minus(UNDER_WAY).minus(Limits.CLOCK_SKEW)))
        .filter(at -> isNotAhead(at, now))
        .isPresent();
  }

  private static XmlNode statement(XmlNode assertion) throws SignError {
    List<XmlNode> statements = assertion.all("saml:AuthnStatement");
    if (statements.size() != 1) {
      throw untrusted("The assertion has " + statements.size() + " AuthnStatements, not one");
    }
    return statements.get(0);
  }

  private Instant authenticated(XmlNode statement, PendingSignature pending, Instant now)
      throws SignError {
    Instant authenticated =
        time(statement, "AuthnInstant")
            .orElseThrow(() -> untrusted("The assertion does not say when (AuthnInstant)"));
    checks.authentic(
        ServiceCheck.AUTHENTICATED_NOW,
        !authenticated.isBefore(pending.asked().minus(Limits.CLOCK_SKEW))
            && isNotAhead(authenticated, now),
        "The signer was authenticated at " + authenticated + ", not for this signature");
    timely(
        time(statement, "SessionNotOnOrAfter").filter(end -> !isNotOver(end, now)).isEmpty(),
        "SessionNotOnOrAfter");
    return authenticated;
  }

  private void confirmation(XmlNode assertion, PendingSignature pending, Instant now)
      throws SignError {
    XmlNode confirmed =
        assertion.all("saml:Subject/saml:SubjectConfirmation").stream()
            .filter(
                each ->
                    each.attribute("Method")
                        .filter(SubjectConfirmationMethod.BEARER.uri()::equals)
                        .isPresent())
            .flatMap(each -> each.find("saml:SubjectConfirmationData").stream())
            .findFirst()
            .orElseThrow(
                () -> untrusted("The subject of the assertion is not confirmed as bearer"));
    checks.authentic(
        ServiceCheck.RECIPIENT,
        confirmed.attribute("Recipient").filter(acsUrl::equals).isPresent(),
        "The assertion is for another recipient than " + acsUrl);
    checks.authentic(
        ServiceCheck.IN_RESPONSE_TO,
        confirmed.attribute("InResponseTo").filter(pending.authnRequest()::equals).isPresent(),
        "The subject is confirmed for another request than " + pending.authnRequest());
    timely(
        time(confirmed, "NotOnOrAfter").filter(end -> isNotOver(end, now)).isPresent(),
        "NotOnOrAfter of the confirmation");
    timely(hasBegun(confirmed, now), "NotBefore of the confirmation");
  }

  private void conditions(XmlNode assertion, Instant now) throws SignError {
    List<XmlNode> restrictions = assertion.all("saml:Conditions/saml:AudienceRestriction");
    checks.authentic(
        ServiceCheck.AUDIENCE,
        !restrictions.isEmpty() && restrictions.stream().allMatch(this::isForUs),
        "The assertion is not meant for " + entityId);
    XmlNode conditions =
        assertion.find("saml:Conditions").orElseGet(() -> assertion.create("saml:Conditions"));
    timely(
        time(conditions, "NotOnOrAfter").filter(end -> isNotOver(end, now)).isPresent(),
        "NotOnOrAfter");
    timely(hasBegun(conditions, now), "NotBefore");
  }

  /** Each restriction holds when one of its audiences does (SAML core 2.5.1.4). */
  private boolean isForUs(XmlNode restriction) {
    return restriction.all("saml:Audience").stream()
        .anyMatch(audience -> audience.text().strip().equals(entityId));
  }

  private void timely(boolean holds, String what) throws SignError {
    checks.authentic(
        ServiceCheck.ANSWER_TIMES, holds, "The " + what + " of the assertion does not hold now");
  }

  private static boolean hasBegun(XmlNode node, Instant now) {
    return time(node, "NotBefore").filter(from -> !isNotAhead(from, now)).isEmpty();
  }

  private static boolean isNotOver(Instant end, Instant now) {
    return now.minus(Limits.CLOCK_SKEW).isBefore(end);
  }

  private static boolean isNotAhead(Instant from, Instant now) {
    return !from.isAfter(now.plus(Limits.CLOCK_SKEW));
  }

  private static Optional<Instant> time(XmlNode node, String attribute) {
    try {
      return node.attribute(attribute).map(text -> Instant.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(XmlNode node, String path) {
    return node.find(path).map(each -> each.text().strip()).orElse("");
  }

  private static SignError untrusted(String message) {
    return SignError.of(SignStatusCode.AUTHN_FAILED, message);
  }
}
