package se.genrep.idp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.genrep.deviation.Protection;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Stage;
import se.genrep.saml.PostForm;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/**
 * Makes the Response of DP chapter 6 and, at every stage of the making, lets the deviations of the
 * scene work.
 */
public final class AnswerWriter {

  private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
  private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
  private static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

  /** How far NotBefore lies back, so that a receiver whose clock is behind takes the assertion. */
  private static final Duration BACKDATED = Duration.ofSeconds(10);

  private AnswerWriter() {}

  /** A signed Response with one encrypted assertion. */
  public static PostForm write(Answer answer, Protection standard, Scene scene) {
    Protection protection = scene.pass(Stage.PROTECTION, standard);
    scene.protectedBy(protection);

    XmlNode assertion = scene.pass(Stage.ASSERTION, assertion(answer, scene));
    if (protection.signAssertion()) {
      XmlSigner.sign(assertion, protection.signer(), protection.algorithm());
    }
    scene.genuineAssertion(assertion);
    assertion = scene.pass(Stage.SIGNED_ASSERTION, assertion);

    SignInRequest request = answer.request();
    XmlNode response =
        response(
            scene.newId(), answer.issuer(), request.id(), request.acsUrl(), answer.issueInstant());
    response.add("samlp:Status").add("samlp:StatusCode").set("Value", SUCCESS);
    response.append(scene.encrypt(assertion));
    return finish(response, request.acsUrl(), request.relayState(), protection, scene);
  }

  /** A signed Response with a status and no assertion (DP 6.4). */
  public static PostForm write(ErrorAnswer error, Protection standard, Scene scene) {
    Protection protection = scene.pass(Stage.PROTECTION, standard);
    scene.protectedBy(protection);
    XmlNode response =
        response(
            scene.newId(),
            error.issuer(),
            error.inResponseTo(),
            error.acsUrl(),
            error.issueInstant());
    XmlNode status = response.add("samlp:Status");
    XmlNode code = status.add("samlp:StatusCode").set("Value", error.topStatus());
    if (error.secondStatus() != null) {
      code.add("samlp:StatusCode").set("Value", error.secondStatus());
    }
    if (error.message() != null) {
      status.add("samlp:StatusMessage").text(error.message());
    }
    return finish(response, error.acsUrl(), error.relayState(), protection, scene);
  }

  private static PostForm finish(
      XmlNode made, String acsUrl, String relayState, Protection protection, Scene scene) {
    XmlNode response = scene.pass(Stage.RESPONSE, made);
    if (protection.signResponse()) {
      XmlSigner.sign(response, protection.signer(), protection.algorithm());
    }
    response = scene.pass(Stage.SIGNED_RESPONSE, response);
    String text = scene.pass(Stage.TEXT, Xml.text(response.element()));
    return scene.pass(
        Stage.DELIVERY,
        PostForm.response(acsUrl, text.getBytes(StandardCharsets.UTF_8), relayState));
  }

  private static XmlNode response(
      String id, String issuer, String inResponseTo, String acsUrl, Instant now) {
    XmlNode response =
        XmlNode.newRoot("samlp:Response")
            .set("ID", id)
            .set("Version", "2.0")
            .set("IssueInstant", time(now))
            .set("Destination", acsUrl);
    if (inResponseTo != null) {
      response.set("InResponseTo", inResponseTo);
    }
    response.add("saml:Issuer").text(issuer);
    return response;
  }

  private static XmlNode assertion(Answer answer, Scene scene) {
    Instant now = answer.issueInstant();
    String end = time(now.plus(answer.validity()));
    XmlNode assertion =
        XmlNode.newRoot("saml:Assertion")
            .declare("xs", SamlNs.XS)
            .declare("xsi", SamlNs.XSI)
            .set("ID", scene.newId())
            .set("Version", "2.0")
            .set("IssueInstant", time(now));
    assertion.add("saml:Issuer").text(answer.issuer());
    subject(assertion.add("saml:Subject"), answer, end);

    XmlNode conditions =
        assertion
            .add("saml:Conditions")
            .set("NotBefore", time(now.minus(BACKDATED)))
            .set("NotOnOrAfter", end);
    conditions
        .add("saml:AudienceRestriction")
        .add("saml:Audience")
        .text(answer.request().serviceProvider());

    XmlNode context =
        assertion
            .add("saml:AuthnStatement")
            .set("AuthnInstant", time(answer.authnInstant()))
            .set("SessionIndex", answer.sessionIndex())
            .add("saml:AuthnContext");
    context.add("saml:AuthnContextClassRef").text(answer.context());
    if (answer.authenticatingAuthority() != null) {
      context.add("saml:AuthenticatingAuthority").text(answer.authenticatingAuthority());
    }

    XmlNode statement = assertion.add("saml:AttributeStatement");
    for (ReleasedAttribute attribute : answer.attributes()) {
      addAttribute(statement, attribute);
    }
    return assertion;
  }

  private static void subject(XmlNode subject, Answer answer, String end) {
    subject
        .add("saml:NameID")
        .set("Format", answer.nameIdFormat())
        .set("NameQualifier", answer.issuer())
        .set("SPNameQualifier", answer.request().serviceProvider())
        .text(answer.nameId());
    String certificate = answer.request().certificate();
    XmlNode data =
        subject
            .add("saml:SubjectConfirmation")
            .set("Method", certificate == null ? BEARER : HolderOfKey.METHOD)
            .add("saml:SubjectConfirmationData")
            .set("Address", answer.address())
            .set("InResponseTo", answer.request().id())
            .set("NotOnOrAfter", end)
            .set("Recipient", answer.request().acsUrl());
    if (certificate != null) {
      HolderOfKey.write(data, certificate, answer.attributes());
    }
  }

  /** Appends an attribute as ATTR 3 wants it: URI name format, values typed xs:string. */
  public static XmlNode addAttribute(XmlNode statement, ReleasedAttribute attribute) {
    XmlNode element =
        statement
            .add("saml:Attribute")
            .set("FriendlyName", attribute.friendlyName())
            .set("Name", attribute.name())
            .set("NameFormat", URI_FORMAT);
    for (String value : attribute.values()) {
      element.add("saml:AttributeValue").set(SamlNs.XSI, "xsi:type", "xs:string").text(value);
    }
    return element;
  }

  /** SAML core 1.3.3: UTC, here with milliseconds. */
  public static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
