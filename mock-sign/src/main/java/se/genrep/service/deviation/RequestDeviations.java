package se.genrep.service.deviation;

import static se.genrep.deviation.Deviation.deviation;

import java.time.Duration;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Stage;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;
import se.genrep.service.RequestStage;

/** The sign request is wrong (implementation profile 2.1, 3.1.1). */
final class RequestDeviations {

  private static final String EXTENSION = "dss:OptionalInputs/csig:SignRequestExtension";
  private static final String TASKS = "dss:InputDocuments/dss:Other/csig:SignTasks";

  static final Deviation UNSIGNED =
      deviation("sign-request-unsigned", "does not sign the request")
          .at(RequestStage.SEALING, (sealing, scene) -> sealing.unsigned());

  static final Deviation UNKNOWN_KEY =
      deviation("sign-request-unknown-key", "signs the request with a key that no metadata knows")
          .at(
              RequestStage.SEALING,
              (sealing, scene) -> sealing.by(scene.strangers().unregistered()));

  static final Deviation WEAK_ALGORITHM =
      deviation("sign-request-sha1", "signs the request with SHA-1")
          .at(
              RequestStage.SEALING,
              (sealing, scene) ->
                  sealing.using(
                      new SignatureAlgorithm(
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                          SignatureAlgorithm.SHA1)));

  static final Deviation CHANGED_AFTERWARDS =
      deviation("sign-request-changed-afterwards", "changes what is signed after signing")
          .at(
              RequestStage.SIGNED_REQUEST,
              (root, scene) -> {
                root.at(TASKS + "/csig:SignTaskData/csig:ToBeSignedBytes").text("QUJD");
                return root;
              });

  static final Deviation SIGNATURE_MISPLACED =
      deviation("sign-request-misplaced-signature", "puts the signature outside of OptionalInputs")
          .at(
              RequestStage.SIGNED_REQUEST,
              (root, scene) -> {
                root.append(root.at("dss:OptionalInputs/ds:Signature"));
                return root;
              });

  static final Deviation UNKNOWN_REQUESTER =
      text(
          "sign-request-unknown-requester", "is of a requester that nobody knows", "SignRequester");

  static final Deviation OTHER_SERVICE =
      text("sign-request-other-service", "is for another signing service", "SignService");

  static final Deviation UNKNOWN_IDP =
      text(
          "sign-request-unknown-idp",
          "names an identity provider nobody knows",
          "IdentityProvider");

  static final Deviation WITHOUT_REQUESTER =
      without("sign-request-without-requester", "does not say who asks", "csig:SignRequester");

  static final Deviation WITHOUT_SERVICE =
      without("sign-request-without-service", "does not say who is asked", "csig:SignService");

  static final Deviation WITHOUT_IDP =
      without(
          "sign-request-without-idp",
          "does not say who authenticates the signer",
          "csig:IdentityProvider");

  static final Deviation WITHOUT_CONDITIONS =
      without("sign-request-without-conditions", "has no conditions", "saml:Conditions");

  static final Deviation WITHOUT_TIME =
      without("sign-request-without-time", "does not say when it was made", "csig:RequestTime");

  static final Deviation OLD =
      deviation("sign-request-old", "was made an hour ago")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> time(root, scene.now().minus(Duration.ofHours(1)).toString()));

  static final Deviation OF_THE_FUTURE =
      deviation("sign-request-of-the-future", "was made in an hour")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> time(root, scene.now().plus(Duration.ofHours(1)).toString()));

  static final Deviation OLD_WITH_LONG_CONDITIONS =
      deviation(
              "sign-request-old-with-long-conditions",
              "was made an hour ago, with conditions that hold for a year")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION)
                    .at("saml:Conditions")
                    .set("NotOnOrAfter", scene.now().plus(Duration.ofDays(365)).toString());
                return time(root, scene.now().minus(Duration.ofHours(1)).toString());
              });

  static final Deviation CONDITIONS_OVER =
      deviation("sign-request-conditions-over", "has conditions that hold no longer")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION)
                    .at("saml:Conditions")
                    .set("NotOnOrAfter", scene.now().minus(Duration.ofMinutes(5)).toString());
                return root;
              });

  static final Deviation MORE_CONDITIONS =
      deviation("sign-request-more-conditions", "has a condition that the profile does not allow")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION).at("saml:Conditions").add("saml:OneTimeUse");
                return root;
              });

  static final Deviation OTHER_PROFILE =
      deviation("sign-request-other-profile", "names the profile of before")
          .at(
              RequestStage.REQUEST,
              (root, scene) ->
                  root.set("Profile", "http://id.elegnamnden.se/csig/1.0/eid2-dss/profile"));

  static final Deviation UNKNOWN_VERSION =
      deviation("sign-request-unknown-version", "is of a version that there is not")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION).set("Version", "9.9");
                return root;
              });

  static final Deviation SHORT_ID =
      deviation("sign-request-short-id", "has a RequestID of less than 20 bytes")
          .at(RequestStage.REQUEST, (root, scene) -> root.set("RequestID", "0123456789abcdef"));

  static final Deviation ENTITY_WITHOUT_FORMAT =
      deviation(
              "sign-request-entity-without-format",
              "names the identity provider without the format of an entity")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION).at("csig:IdentityProvider").unset("Format");
                return root;
              });

  static final Deviation PERSISTENT_FORMAT =
      deviation(
              "sign-request-persistent-format",
              "names the requester with the format of a person's name")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION)
                    .at("csig:SignRequester")
                    .set("Format", NameIdFormat.PERSISTENT.uri());
                return root;
              });

  static final Deviation UNKNOWN_ALGORITHM =
      deviation("sign-request-unknown-algorithm", "asks for an algorithm that nobody has")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(EXTENSION)
                    .at("csig:RequestedSignatureAlgorithm")
                    .text("http://www.w3.org/2000/09/xmldsig#dsa-sha1");
                return root;
              });

  static final Deviation NO_TASKS =
      deviation("sign-request-no-tasks", "asks for no signature")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.all(TASKS + "/csig:SignTaskData").forEach(XmlNode::remove);
                return root;
              });

  static final Deviation TASK_WITHOUT_TYPE =
      deviation("sign-request-task-without-type", "has a task without SigType")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(TASKS + "/csig:SignTaskData").unset("SigType");
                return root;
              });

  static final Deviation TASK_OF_UNKNOWN_TYPE =
      deviation("sign-request-task-of-unknown-type", "has a task of the SigType JWS")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(TASKS + "/csig:SignTaskData").set("SigType", "JWS");
                return root;
              });

  static final Deviation TASK_WITHOUT_OCTETS =
      deviation("sign-request-task-without-octets", "has a task with nothing to be signed")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(TASKS + "/csig:SignTaskData/csig:ToBeSignedBytes").remove();
                return root;
              });

  static final Deviation UNKNOWN_RULES =
      deviation("sign-request-unknown-rules", "has a task with rules that nobody knows")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                root.at(TASKS + "/csig:SignTaskData")
                    .set("ProcessingRules", "https://rules.example.com/1");
                return root;
              });

  static final Deviation TASK_ID_TWICE =
      deviation("sign-request-task-id-twice", "has two tasks of one name")
          .at(
              RequestStage.REQUEST,
              (root, scene) -> {
                XmlNode tasks = root.at(TASKS);
                tasks.append(tasks.at("csig:SignTaskData").copy());
                return root;
              });

  static final Deviation DOCUMENT_TYPE =
      deviation("sign-request-document-type", "has a document type declaration")
          .at(RequestStage.TEXT, (text, scene) -> "<!DOCTYPE a [<!ENTITY b 'c'>]>" + text);

  static final Deviation OTHER_RELAY_STATE =
      deviation("sign-request-other-relay-state", "posts another RelayState than the RequestID")
          .at(Stage.DELIVERY, (form, scene) -> form.with("RelayState", scene.newId()));

  static final Deviation WITHOUT_BINDING =
      deviation("sign-request-without-binding", "posts no Binding")
          .at(Stage.DELIVERY, (form, scene) -> form.with("Binding", null));

  private RequestDeviations() {}

  private static Deviation without(String id, String title, String child) {
    return deviation(id, title)
        .at(
            RequestStage.REQUEST,
            (root, scene) -> {
              root.at(EXTENSION).at(child).remove();
              return root;
            });
  }

  private static Deviation text(String id, String title, String child) {
    return deviation(id, title)
        .at(
            RequestStage.REQUEST,
            (root, scene) -> {
              root.at(EXTENSION).at("csig:" + child).text("https://stranger.example.com/entity");
              return root;
            });
  }

  private static XmlNode time(XmlNode root, String time) {
    root.at(EXTENSION).at("csig:RequestTime").text(time);
    return root;
  }
}
