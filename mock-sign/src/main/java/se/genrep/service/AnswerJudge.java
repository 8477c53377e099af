package se.genrep.service;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.SamlSchema;
import se.genrep.idp.ReplayGuard;
import se.genrep.registry.Algorithm;
import se.genrep.registry.SignStatusCode;
import se.genrep.registry.StatusCode;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** Judges what the identity provider answers about the signer (DP 6.3, 7.2). */
final class AnswerJudge {

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
      form(response);
      signature(response, idp);
      response(response, pending, idp, now);
      status(response);
      XmlNode assertion = opened(response, idp);
      return new AssertionJudge(checks, entityId, acsUrl, taken)
          .judge(assertion, pending, idp, now);
    } catch (MalformedMessage e) {
      throw untrusted("The answer of the identity provider cannot be read: " + e.getMessage());
    }
  }

  private void form(XmlNode element) throws SignError {
    Optional<SamlSchema.Fault> fault = SamlSchema.check(element.element());
    checks.authentic(
        ServiceCheck.ANSWER_FORM,
        fault.isEmpty() && element.attribute("Version").filter("2.0"::equals).isPresent(),
        "The answer of the identity provider does not follow SAML 2.0: "
            + fault.map(SamlSchema.Fault::problem).orElse("it is of another version"));
  }

  private void signature(XmlNode element, EntityMetadata idp) throws SignError {
    List<X509Certificate> keys =
        idp.identityProvider().map(role -> role.keys().signing()).orElse(List.of());
    if (!checks.makes(ServiceCheck.ANSWER_SIGNATURE)) {
      return;
    }
    String reference =
        element
            .find("ds:Signature/ds:SignedInfo/ds:Reference")
            .flatMap(each -> each.attribute("URI"))
            .orElse("");
    if (XmlVerifier.isSigned(element)
        && !reference.equals("#" + element.attribute("ID").orElse(""))) { // SAML core 5.4.2
      throw untrusted("In the answer a signature does not refer to the ID of its element");
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

  private void response(XmlNode response, PendingSignature pending, EntityMetadata idp, Instant now)
      throws SignError {
    AssertionJudge.issuer(checks, response, idp);
    checks.authentic(
        ServiceCheck.ANSWER_TIMES,
        AssertionJudge.isRecent(response, now),
        "The IssueInstant of the answer does not hold now");
    checks.authentic(
        ServiceCheck.DESTINATION,
        response.attribute("Destination").filter(acsUrl::equals).isPresent(),
        "The answer is not addressed to " + acsUrl);
    checks.authentic(
        ServiceCheck.IN_RESPONSE_TO,
        response.attribute("InResponseTo").filter(pending.authnRequest()::equals).isPresent(),
        "The answer is to another request than " + pending.authnRequest());
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
    XmlNode assertion = plain.isEmpty() ? decrypted(encrypted.get(0)) : plain.get(0);
    if (!assertion.is("saml:Assertion")) {
      throw untrusted("What was encrypted is no saml:Assertion");
    }
    form(assertion);
    if (XmlVerifier.isSigned(assertion)) {
      signature(assertion, idp); // DP-6.3.1-02
    }
    return assertion;
  }

  /** DP 8.3, 8.4: by methods that our metadata declares. */
  private XmlNode decrypted(XmlNode encrypted) throws SignError {
    XmlDecrypter.Methods methods = XmlDecrypter.methods(encrypted);
    checks.authentic(
        ServiceCheck.ENCRYPTION,
        isListed(methods.block()) && isListed(methods.keyTransport()),
        "The assertion is encrypted with '"
            + methods.block()
            + "' and '"
            + methods.keyTransport()
            + "', which DP 8 does not allow");
    return XmlDecrypter.decrypt(encrypted, decryption);
  }

  private static String text(XmlNode node, String path) {
    return node.find(path).map(each -> each.text().strip()).orElse("");
  }

  private static SignError untrusted(String message) {
    return SignError.of(SignStatusCode.AUTHN_FAILED, message);
  }
}
