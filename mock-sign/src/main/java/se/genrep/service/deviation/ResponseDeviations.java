package se.genrep.service.deviation;

import static se.genrep.deviation.Deviation.deviation;

import java.time.Duration;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Stage;
import se.genrep.protocol.ResultCode;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.SignStatusCode;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;
import se.genrep.service.SignStage;

/** The sign response itself is wrong (implementation profile 2.2, 3.1.2). */
final class ResponseDeviations {

  private static final String EXTENSION = "dss:OptionalOutputs/csig:SignResponseExtension";
  private static final String SIGNER = EXTENSION + "/csig:SignerAssertionInfo";

  static final Deviation UNSIGNED =
      deviation("sign-response-unsigned", "does not sign the response")
          .at(SignStage.SEALING, (sealing, scene) -> sealing.unsigned());

  static final Deviation UNKNOWN_KEY =
      deviation("sign-response-unknown-key", "signs the response with a key that no metadata knows")
          .at(SignStage.SEALING, (sealing, scene) -> sealing.by(scene.strangers().unregistered()));

  static final Deviation OTHER_MEMBERS_KEY =
      deviation(
              "sign-response-other-members-key",
              "signs the response with the key of another signing service")
          .at(SignStage.SEALING, (sealing, scene) -> sealing.by(scene.strangers().otherMember()));

  static final Deviation WEAK_ALGORITHM =
      deviation("sign-response-sha1", "signs the response with SHA-1")
          .at(
              SignStage.SEALING,
              (sealing, scene) ->
                  sealing.using(
                      new SignatureAlgorithm(
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                          SignatureAlgorithm.SHA1)));

  static final Deviation CHANGED_AFTERWARDS =
      deviation("sign-response-changed-afterwards", "changes the response after it is signed")
          .at(
              SignStage.SIGNED_RESPONSE,
              (root, scene) -> {
                root.at(EXTENSION)
                    .at("csig:ResponseTime")
                    .text(scene.now().minusSeconds(1).toString());
                return root;
              });

  static final Deviation SIGNATURE_MISPLACED =
      deviation(
              "sign-response-misplaced-signature",
              "puts the signature before the extension instead of last")
          .at(
              SignStage.SIGNED_RESPONSE,
              (root, scene) -> {
                XmlNode outputs = root.at("dss:OptionalOutputs");
                outputs.prepend(outputs.at("ds:Signature"));
                return root;
              });

  static final Deviation OTHER_REQUEST =
      deviation(
              "sign-response-other-request",
              "gives the requester the response to somebody else's request")
          .at(SignStage.RESPONSE, (root, scene) -> root.set("RequestID", scene.newId()));

  static final Deviation OTHER_RELAY_STATE =
      deviation("sign-response-other-relay-state", "posts another RelayState than the RequestID")
          .at(Stage.DELIVERY, (form, scene) -> form.with("RelayState", scene.newId()));

  static final Deviation WITHOUT_RELAY_STATE =
      deviation("sign-response-without-relay-state", "posts no RelayState")
          .at(Stage.DELIVERY, (form, scene) -> form.with("RelayState", null));

  static final Deviation OTHER_BINDING =
      deviation("sign-response-other-binding", "names another binding than POST/XML/1.0")
          .at(Stage.DELIVERY, (form, scene) -> form.with("Binding", "POST/JSON/1.0"));

  static final Deviation OTHER_PROFILE =
      deviation("sign-response-other-profile", "names another profile")
          .at(
              SignStage.RESPONSE,
              (root, scene) ->
                  root.set("Profile", "http://id.elegnamnden.se/csig/1.0/eid2-dss/profile"));

  static final Deviation OTHER_VERSION =
      deviation("sign-response-other-version", "answers in another version than the request's")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                XmlNode extension = root.at(EXTENSION);
                boolean older = extension.attribute("Version").orElse("").equals("1.4");
                extension.set("Version", older ? "1.5" : "1.4");
                return root;
              });

  static final Deviation OLD =
      deviation("sign-response-old", "was made an hour ago")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> time(root, scene.now().minus(Duration.ofHours(1)).toString()));

  static final Deviation OF_THE_FUTURE =
      deviation("sign-response-of-the-future", "was made in an hour")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> time(root, scene.now().plus(Duration.ofHours(1)).toString()));

  static final Deviation LOWER_LEVEL =
      deviation(
              "sign-response-lower-level",
              "says that the signer was authenticated at a lower level than asked for")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(SIGNER)
                    .at("csig:ContextInfo/saml:AuthnContextClassRef")
                    .text(LevelOfAssurance.LOA1.uri());
                return root;
              });

  static final Deviation OTHER_IDP =
      deviation(
              "sign-response-other-idp",
              "says that another identity provider authenticated the signer")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(SIGNER)
                    .at("csig:ContextInfo/csig:IdentityProvider")
                    .text("https://other-idp.example.com/idp");
                return root;
              });

  static final Deviation OTHER_SIGNER =
      deviation("sign-response-other-signer", "says that another person signed")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(SIGNER).all("saml:AttributeStatement/saml:Attribute").stream()
                    .filter(
                        each -> each.attribute("Name").orElse("").equals("urn:oid:1.2.752.29.4.13"))
                    .forEach(
                        each ->
                            each.at("saml:AttributeValue")
                                .text(scene.canary().number().orElseThrow()));
                return root;
              });

  static final Deviation WITHOUT_ASSERTION_REF =
      deviation("sign-response-without-assertion-ref", "does not name the assertion")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(SIGNER).at("csig:ContextInfo/csig:AssertionRef").remove();
                return root;
              });

  static final Deviation WITHOUT_SIGNER =
      deviation("sign-response-without-signer", "says nothing of the signer")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(SIGNER).remove();
                return root;
              });

  static final Deviation WITHOUT_CHAIN =
      deviation("sign-response-without-chain", "brings no certificate along")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at(EXTENSION).at("csig:SignatureCertificateChain").remove();
                return root;
              });

  static final Deviation ERROR_WITH_SIGNATURES =
      deviation(
              "sign-response-error-with-signatures",
              "says that the user cancelled, and has signatures all the same")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                XmlNode major = root.at("dss:Result/dss:ResultMajor");
                major.text(ResultCode.RESPONDER_ERROR);
                major
                    .insertAfter(major.create("dss:ResultMinor"))
                    .text(SignStatusCode.USER_CANCEL.uri());
                return root;
              });

  static final Deviation SUCCESS_WITHOUT_SIGNATURES =
      deviation("sign-response-success-without-signatures", "says Success and has no signature")
          .at(
              SignStage.RESPONSE,
              (root, scene) -> {
                root.at("dss:SignatureObject").remove();
                return root;
              });

  private ResponseDeviations() {}

  private static XmlNode time(XmlNode root, String time) {
    root.at(EXTENSION).at("csig:ResponseTime").text(time);
    return root;
  }
}
