package se.genrep.service;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.ReplayGuard;
import se.genrep.protocol.SamlAttribute;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Limits;
import se.genrep.registry.SignStatusCode;
import se.genrep.registry.StatusCode;
import se.genrep.registry.SubjectConfirmationMethod;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** Judges what the identity provider answers about the signer (DP 6.3, 7.2). */
final class AnswerJudge {

  /** How long an answer may be under way. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  /** How long an assertion is remembered, so that it is not taken twice. */
  private static final Duration MEMORY = Duration.ofHours(1);

  private final String entityId;
  private final String acsUrl;
  private final PrivateKey decryption;
  private final Checks checks;
  private final ReplayGuard taken = new ReplayGuard(MEMORY);

  AnswerJudge(String entityId, String acsUrl, PrivateKey decryption, Checks checks) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.decryption = decryption;
    this.checks = checks;
  }

  /**
   * @param xml the samlp:Response
   * @throws SignError when the signer is not authenticated, or that is not certain
   */
  Assertion judge(byte[] xml, PendingSignature pending, EntityMetadata idp, Instant now)
      throws SignError {
    try {
      XmlNode response = XmlNode.root(Xml.parse(xml));
      if (!response.is("samlp:Response")) {
        throw untrusted("The identity provider answered no samlp:Response");
      }
      signature(response, idp);
      response(response, pending, idp);
      status(response);
      XmlNode assertion = opened(response, idp);
      return assertion(assertion, pending, idp, now);
    } catch (MalformedMessage e) {
      throw untrusted("The answer of the identity provider cannot be read: " + e.getMessage());
    }
  }

  private void signature(XmlNode element, EntityMetadata idp) throws SignError {
    List<X509Certificate> keys =
        idp.identityProvider().map(role -> role.keys().signing()).orElse(List.of());
    if (!checks.makes(ServiceCheck.ANSWER_SIGNATURE)) {
      return;
    }
    try {
      XmlVerifier.verify(element, keys);
    } catch (XmlVerifier.InvalidSignature e) {
      throw untrusted("In the answer of the identity provider " + e.getMessage());
    }
    XmlVerifier.Methods methods = XmlVerifier.methods(element);
    checks.authentic(
        ServiceCheck.ANSWER_SIGNATURE,
        isListed(methods.signature()) && methods.digests().stream().allMatch(this::isListed),
        "The answer is signed with '" + methods.signature() + "', which DP 8 does not allow");
  }

  private boolean isListed(String uri) {
    return Algorithm.of(uri).filter(Algorithm::listed).isPresent();
  }

  private void response(XmlNode response, PendingSignature pending, EntityMetadata idp)
      throws SignError {
    issuer(response, idp);
    checks.authentic(
        ServiceCheck.DESTINATION,
        response.attribute("Destination").filter(acsUrl::equals).isPresent(),
        "The answer is not addressed to " + acsUrl);
    checks.authentic(
        ServiceCheck.IN_RESPONSE_TO,
        response.attribute("InResponseTo").filter(pending.authnRequest()::equals).isPresent(),
        "The answer is to another request than " + pending.authnRequest());
  }

  private void issuer(XmlNode message, EntityMetadata idp) throws SignError {
    checks.authentic(
        ServiceCheck.ANSWER_ISSUER,
        text(message, "saml:Issuer").equals(idp.entityId()),
        "The answer is issued by '" + text(message, "saml:Issuer") + "', not by " + idp.entityId());
  }

  /** DP 6.4 told on in the words of the signing protocol (implementation profile 2.2.2). */
  private void status(XmlNode response) throws SignError {
    String top = code(response.find("samlp:Status/samlp:StatusCode"));
    String second = code(response.find("samlp:Status/samlp:StatusCode/samlp:StatusCode"));
    if (top.equals(StatusCode.SUCCESS.uri()) || !checks.makes(ServiceCheck.STATUS)) {
      return;
    }
    SignStatusCode code =
        switch (StatusCode.of(second).orElse(StatusCode.AUTHN_FAILED)) {
          case CANCEL -> SignStatusCode.USER_CANCEL;
          case FRAUD, POSSIBLE_FRAUD -> SignStatusCode.SECURITY_VIOLATION;
          case NO_AUTHN_CONTEXT -> SignStatusCode.UNSUPPORTED_LOA;
          case UNKNOWN_PRINCIPAL -> SignStatusCode.USER_MISMATCH;
          default -> SignStatusCode.AUTHN_FAILED;
        };
    String said = text(response, "samlp:Status/samlp:StatusMessage");
    throw SignError.of(
        code,
        "The identity provider did not authenticate the signer ("
            + (second.isEmpty() ? top : second)
            + (said.isEmpty() ? ")" : "): " + said));
  }

  private static String code(Optional<XmlNode> statusCode) {
    return statusCode.flatMap(node -> node.attribute("Value")).orElse("");
  }

  private XmlNode opened(XmlNode response, EntityMetadata idp) throws SignError {
    List<XmlNode> encrypted = response.all("saml:EncryptedAssertion");
    List<XmlNode> plain = response.all("saml:Assertion");
    if (encrypted.size() + plain.size() != 1) {
      throw untrusted(
          "The answer has " + (encrypted.size() + plain.size()) + " assertions, not one");
    }
    checks.authentic(
        ServiceCheck.ANSWER_SIGNATURE, plain.isEmpty(), "The assertion is not encrypted (DP 6.1)");
    XmlNode assertion =
        plain.isEmpty() ? XmlDecrypter.decrypt(encrypted.get(0), decryption) : plain.get(0);
    if (!assertion.is("saml:Assertion")) {
      throw untrusted("What was encrypted is no saml:Assertion");
    }
    if (XmlVerifier.isSigned(assertion)) {
      signature(assertion, idp); // DP-6.3.1-02
    }
    return assertion;
  }

  private Assertion assertion(
      XmlNode assertion, PendingSignature pending, EntityMetadata idp, Instant now)
      throws SignError {
    issuer(assertion, idp);
    confirmation(assertion, pending, now);
    conditions(assertion, now);
    timely(
        time(assertion, "IssueInstant")
            .filter(at -> !at.isBefore(now.minus(UNDER_WAY).minus(Limits.CLOCK_SKEW)))
            .filter(at -> isNotAhead(at, now))
            .isPresent(),
        "IssueInstant");
    List<XmlNode> statements = assertion.all("saml:AuthnStatement");
    if (statements.size() != 1) {
      throw untrusted("The assertion has " + statements.size() + " AuthnStatements, not one");
    }
    Instant authenticated =
        time(statements.get(0), "AuthnInstant")
            .orElseThrow(() -> untrusted("The assertion does not say when (AuthnInstant)"));
    checks.authentic(
        ServiceCheck.AUTHENTICATED_NOW,
        !authenticated.isBefore(pending.asked().minus(Limits.CLOCK_SKEW))
            && isNotAhead(authenticated, now),
        "The signer was authenticated at " + authenticated + ", not for this signature");
    String context = text(statements.get(0), "saml:AuthnContext/saml:AuthnContextClassRef");
    checks.require(
        ServiceCheck.LEVEL_MET,
        pending.levels().contains(context),
        SignError.of(
            SignStatusCode.UNSUPPORTED_LOA,
            "The signer was authenticated at '" + context + "', which was not asked for"));
    String id = assertion.attribute("ID").orElse("");
    checks.authentic(
        ServiceCheck.ASSERTION_REPLAY,
        taken.isFirst(idp.entityId(), id, now),
        "The assertion '" + id + "' was taken before (DP 6.3.5)");
    return new Assertion(
        id,
        idp.entityId(),
        statements.get(0).all("saml:AuthnContext/saml:AuthenticatingAuthority").stream()
            .map(node -> node.text().strip())
            .toList(),
        context,
        authenticated,
        assertion.all("saml:AttributeStatement").stream()
            .flatMap(statement -> SamlAttribute.in(statement).stream())
            .toList());
  }

  private void confirmation(XmlNode assertion, PendingSignature pending, Instant now)
      throws SignError {
    Optional<XmlNode> data =
        assertion.all("saml:Subject/saml:SubjectConfirmation").stream()
            .filter(
                each ->
                    each.attribute("Method")
                        .filter(SubjectConfirmationMethod.BEARER.uri()::equals)
                        .isPresent())
            .flatMap(each -> each.find("saml:SubjectConfirmationData").stream())
            .findFirst();
    if (data.isEmpty()) {
      throw untrusted("The subject of the assertion is not confirmed as bearer");
    }
    XmlNode confirmed = data.get();
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
  }

  private void conditions(XmlNode assertion, Instant now) throws SignError {
    List<XmlNode> restrictions = assertion.all("saml:Conditions/saml:AudienceRestriction");
    checks.authentic(
        ServiceCheck.AUDIENCE,
        !restrictions.isEmpty()
            && restrictions.stream()
                .allMatch(
                    each ->
                        each.all("saml:Audience").stream()
                            .anyMatch(audience -> audience.text().strip().equals(entityId))),
        "The assertion is not meant for " + entityId);
    XmlNode conditions =
        assertion.find("saml:Conditions").orElseGet(() -> assertion.create("saml:Conditions"));
    timely(
        time(conditions, "NotOnOrAfter").filter(end -> isNotOver(end, now)).isPresent(),
        "NotOnOrAfter");
    timely(
        time(conditions, "NotBefore").filter(from -> !isNotAhead(from, now)).isEmpty(),
        "NotBefore");
  }

  private void timely(boolean holds, String what) throws SignError {
    checks.authentic(
        ServiceCheck.ANSWER_TIMES, holds, "The " + what + " of the assertion does not hold now");
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
