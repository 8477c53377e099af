package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import java.util.function.BiConsumer;
import se.genrep.saml.XmlNode;

/**
 * Signature wrapping with the signature of the Response, beyond the eight of the paper: the genuine
 * Response stands in every place a forged one has, and forged assertions in every place of a
 * genuine one that its signature does not cover.
 */
public final class WrappedResponseDeviations {

  public static final Deviation WRAPPED_RESPONSE_AS_OBJECT =
      deviation(
              "wrapped-response-as-object",
              "wraps the signed Response as an Object of the signature of a forged one")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode genuine = Parts.stripped(response);
                XmlNode forged = forgedWithSignature(response, scene);
                forged.at("ds:Signature").add("ds:Object").append(genuine);
                return forged;
              });

  public static final Deviation WRAPPED_RESPONSE_IN_EXTENSIONS =
      wholeIn(
          "wrapped-response-in-extensions",
          "puts the signed Response whole into the Extensions of a forged one",
          (forged, genuine) ->
              forged
                  .at("saml:Issuer")
                  .insertAfter(forged.create("samlp:Extensions"))
                  .append(genuine));

  public static final Deviation WRAPPED_RESPONSE_IN_DETAIL =
      wholeIn(
          "wrapped-response-in-detail",
          "puts the signed Response whole into the status of a forged one",
          (forged, genuine) -> forged.at("samlp:Status").add("samlp:StatusDetail").append(genuine));

  public static final Deviation WRAPPED_RESPONSE_APPENDED =
      wholeIn(
          "wrapped-response-appended",
          "puts the signed Response whole after the assertion of a forged one",
          XmlNode::append);

  public static final Deviation WRAPPED_RESPONSE_PREPENDED =
      wholeIn(
          "wrapped-response-prepended",
          "puts the signed Response whole before all else in a forged one",
          XmlNode::prepend);

  public static final Deviation WRAPPED_RESPONSE_IN_CODE =
      wholeIn(
          "wrapped-response-in-code",
          "puts the signed Response whole into the status code of a forged one",
          (forged, genuine) -> forged.at("samlp:Status/samlp:StatusCode").append(genuine));

  public static final Deviation SAME_RESPONSE_ID_IN_OBJECT =
      deviation(
              "same-response-id-in-object",
              "gives a forged Response the ID of the signed one in its signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode genuine = Parts.stripped(response);
                String id = response.attribute("ID").orElseThrow();
                XmlNode forged = forgedWithSignature(response, scene).set("ID", id);
                forged.at("ds:Signature").add("ds:Object").append(genuine);
                return forged;
              });

  public static final Deviation SAME_RESPONSE_ID_AT_END =
      deviation(
              "same-response-id-at-end",
              "gives a forged Response the ID of the signed one, which stands at its end")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode genuine = response.copy();
                String id = response.attribute("ID").orElseThrow();
                XmlNode forged = forged(response, scene).set("ID", id);
                forged.append(genuine);
                return forged;
              });

  public static final Deviation SIGNED_RESPONSE_AROUND_FORGED =
      deviation(
              "signed-response-around-forged",
              "adds a forged assertion before that of the signed Response")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
                Parts.assertionIn(response).insertBefore(scene.encrypt(forged));
                return response;
              });

  public static final Deviation SIGNED_RESPONSE_BEFORE_FORGED =
      deviation(
              "signed-response-before-forged",
              "adds a forged assertion after that of the signed Response")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
                Parts.assertionIn(response).insertAfter(scene.encrypt(forged));
                return response;
              });

  public static final Deviation CLEAR_FORGERY_IN_SIGNED_RESPONSE =
      deviation(
              "clear-forgery-in-signed-response",
              "adds a forged assertion in clear to the signed Response")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                Parts.assertionIn(response)
                    .insertAfter(Forgery.of(scene.genuineAssertion(), scene));
                return response;
              });

  public static final Deviation FORGED_IN_SIGNATURE =
      deviation(
              "forged-in-signature",
              "hides an assertion about another in the signature of the Response")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at("ds:Signature").add("ds:Object").append(Forgery.aboutAnother(scene));
                return response;
              });

  public static final Deviation FORGED_ENCRYPTED_IN_SIGNATURE =
      deviation(
              "forged-encrypted-in-signature",
              "hides an encrypted assertion about another in the signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response
                    .at("ds:Signature")
                    .add("ds:Object")
                    .append(scene.encrypt(Forgery.aboutAnother(scene)));
                return response;
              });

  public static final Deviation FORGED_IN_KEY_INFO =
      deviation("forged-in-key-info", "hides an encrypted assertion about another in KeyInfo")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response
                    .at("ds:Signature/ds:KeyInfo")
                    .append(scene.encrypt(Forgery.aboutAnother(scene)));
                return response;
              });

  private WrappedResponseDeviations() {}

  /**
   * The signed Response whole, somewhere in a forged one.
   *
   * @param placing takes the forged Response and the genuine one
   */
  private static Deviation wholeIn(String id, String title, BiConsumer<XmlNode, XmlNode> placing) {
    return deviation(id, title)
        .at(
            SIGNED_RESPONSE,
            (response, scene) -> {
              XmlNode genuine = response.copy();
              XmlNode forged = forged(response, scene);
              placing.accept(forged, genuine);
              return forged;
            });
  }

  /** The Response with another ID, another person and no signature. */
  private static XmlNode forged(XmlNode response, Scene scene) {
    XmlNode forged = forgedWithSignature(response, scene);
    forged.at("ds:Signature").remove();
    return forged;
  }

  private static XmlNode forgedWithSignature(XmlNode response, Scene scene) {
    XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
    Parts.assertionIn(response).replaceWith(scene.encrypt(forged));
    return response.set("ID", scene.newId());
  }
}
