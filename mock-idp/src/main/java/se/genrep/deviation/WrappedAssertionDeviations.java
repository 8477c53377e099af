package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.RESPONSE;
import static se.genrep.deviation.Stage.SIGNED_ASSERTION;

import java.util.function.UnaryOperator;
import se.genrep.saml.XmlNode;

/**
 * Signature wrapping with the signature of the assertion, beyond the eight of the paper: the
 * genuine assertion stands in every place of a forged one that takes any element.
 */
public final class WrappedAssertionDeviations {

  public static final Deviation SIGNED_IN_ATTRIBUTE_VALUE =
      signedIn(
          "signed-in-attribute-value",
          "puts the signed assertion into an attribute value of a forged one",
          WrappedAssertionDeviations::attributeValue);

  public static final Deviation ORIGINAL_IN_ATTRIBUTE_VALUE =
      originalIn(
          "original-in-attribute-value",
          "moves a signature into a forgery, its original into an attribute value",
          WrappedAssertionDeviations::attributeValue);

  public static final Deviation SIGNED_IN_CONFIRMATION_DATA =
      signedIn(
          "signed-in-confirmation-data",
          "puts the signed assertion into the confirmation of a forged one",
          Parts::confirmationData);

  public static final Deviation ORIGINAL_IN_CONFIRMATION_DATA =
      originalIn(
          "original-in-confirmation-data",
          "moves a signature into a forgery, its original into the confirmation",
          Parts::confirmationData);

  public static final Deviation SIGNED_IN_CONTEXT_DECLARATION =
      signedIn(
          "signed-in-context-declaration",
          "puts the signed assertion into AuthnContextDecl of a forged one",
          WrappedAssertionDeviations::contextDeclaration);

  public static final Deviation ORIGINAL_IN_CONTEXT_DECLARATION =
      originalIn(
          "original-in-context-declaration",
          "moves a signature into a forgery, its original into AuthnContextDecl",
          WrappedAssertionDeviations::contextDeclaration);

  public static final Deviation SIGNED_IN_CONDITION =
      signedIn(
          "signed-in-condition",
          "puts the signed assertion into a Condition of a forged one",
          WrappedAssertionDeviations::condition);

  public static final Deviation ORIGINAL_IN_CONDITION =
      originalIn(
          "original-in-condition",
          "moves a signature into a forgery, its original into a Condition",
          WrappedAssertionDeviations::condition);

  public static final Deviation FORGED_AFTER_SIGNED =
      Forgery.besideSignedAssertion(
              "forged-after-signed", "puts a forged assertion after the signed one")
          .at(
              RESPONSE,
              (response, scene) -> {
                Parts.assertionIn(response)
                    .insertAfter(scene.encrypt(Forgery.of(scene.genuineAssertion(), scene)));
                return response;
              });

  public static final Deviation CLEAR_FORGED_BEFORE_SIGNED =
      Forgery.besideSignedAssertion(
              "clear-forged-before-signed",
              "puts a forged assertion in clear before the signed one")
          .at(
              RESPONSE,
              (response, scene) -> {
                Parts.assertionIn(response)
                    .insertBefore(Forgery.of(scene.genuineAssertion(), scene));
                return response;
              });

  public static final Deviation CLEAR_FORGED_AFTER_SIGNED =
      Forgery.besideSignedAssertion(
              "clear-forged-after-signed", "puts a forged assertion in clear after the signed one")
          .at(
              RESPONSE,
              (response, scene) -> {
                Parts.assertionIn(response)
                    .insertAfter(Forgery.of(scene.genuineAssertion(), scene));
                return response;
              });

  public static final Deviation SAME_ASSERTION_ID_BEFORE =
      Forgery.besideSignedAssertion(
              "same-assertion-id-before",
              "gives a forged assertion the ID of the signed one after it")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode genuine = scene.genuineAssertion();
                XmlNode forged =
                    Forgery.of(genuine, scene).set("ID", genuine.attribute("ID").orElseThrow());
                Parts.assertionIn(response).insertBefore(scene.encrypt(forged));
                return response;
              });

  public static final Deviation SAME_ASSERTION_ID_AFTER =
      Forgery.besideSignedAssertion(
              "same-assertion-id-after",
              "gives a forged assertion the ID of the signed one before it")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode genuine = scene.genuineAssertion();
                XmlNode forged =
                    Forgery.of(genuine, scene).set("ID", genuine.attribute("ID").orElseThrow());
                Parts.assertionIn(response).insertAfter(scene.encrypt(forged));
                return response;
              });

  public static final Deviation SAME_ASSERTION_ID_AROUND =
      Forgery.besideSignedAssertion(
              "same-assertion-id-around",
              "gives a forged assertion the ID of the signed one inside it")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) -> {
                XmlNode forged =
                    forgedWithSignature(assertion, scene)
                        .set("ID", assertion.attribute("ID").orElseThrow());
                forged.at("ds:Signature").add("ds:Object").append(Parts.stripped(assertion));
                return forged;
              });

  public static final Deviation SIGNED_ASSERTION_IN_STATUS =
      Forgery.besideSignedAssertion(
              "signed-assertion-in-status",
              "puts the signed assertion into the status and a forged one in its place")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode genuine = scene.genuineAssertion();
                Parts.assertionIn(response).replaceWith(scene.encrypt(Forgery.of(genuine, scene)));
                response.at("samlp:Status").add("samlp:StatusDetail").append(genuine);
                return response;
              });

  public static final Deviation SIGNED_ASSERTION_IN_EXTENSIONS =
      Forgery.besideSignedAssertion(
              "signed-assertion-in-extensions",
              "puts the signed assertion into Extensions and a forged one in its place")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode genuine = scene.genuineAssertion();
                Parts.assertionIn(response).replaceWith(scene.encrypt(Forgery.of(genuine, scene)));
                response
                    .at("saml:Issuer")
                    .insertAfter(response.create("samlp:Extensions"))
                    .append(genuine);
                return response;
              });

  public static final Deviation SIGNATURE_MOVED_UP =
      Forgery.besideSignedAssertion(
              "signature-moved-up",
              "moves the signature of the assertion to a Response with a forged one")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode genuine = scene.genuineAssertion();
                Parts.assertionIn(response).replaceWith(scene.encrypt(Forgery.of(genuine, scene)));
                XmlNode signature =
                    response.at("saml:Issuer").insertAfter(genuine.at("ds:Signature").copy());
                signature
                    .insertAfter(response.create("samlp:Extensions"))
                    .append(Parts.stripped(genuine));
                return response;
              });

  public static final Deviation BOTH_LEVELS_WRAPPED =
      deviation("both-levels-wrapped", "wraps a Response and an assertion that are both signed")
          .prepare(Stage.PROTECTION, (protection, scene) -> protection.signingAssertion(true))
          .at(
              Stage.SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode whole = response.copy();
                XmlNode genuine = scene.genuineAssertion();
                XmlNode forged = Forgery.of(genuine, scene);
                forged
                    .at("saml:Conditions")
                    .insertAfter(forged.create("saml:Advice"))
                    .append(genuine);
                Parts.assertionIn(response).replaceWith(scene.encrypt(forged));
                response.at("ds:Signature").remove();
                response.set("ID", scene.newId()).append(whole);
                return response;
              });

  private WrappedAssertionDeviations() {}

  private static XmlNode attributeValue(XmlNode assertion) {
    return assertion.at("saml:AttributeStatement/saml:Attribute/saml:AttributeValue");
  }

  private static XmlNode contextDeclaration(XmlNode assertion) {
    return assertion.at("saml:AuthnStatement/saml:AuthnContext").add("saml:AuthnContextDecl");
  }

  private static XmlNode condition(XmlNode assertion) {
    return assertion.at("saml:Conditions").add("saml:Condition");
  }

  /** The signed assertion whole, at a place in a forged one. */
  private static Deviation signedIn(String id, String title, UnaryOperator<XmlNode> place) {
    return Forgery.besideSignedAssertion(id, title)
        .at(
            SIGNED_ASSERTION,
            (assertion, scene) -> {
              XmlNode forged = Forgery.of(assertion, scene);
              place.apply(forged).append(assertion.copy());
              return forged;
            });
  }

  /** A forged assertion with the signature, and what that covers at a place in it. */
  private static Deviation originalIn(String id, String title, UnaryOperator<XmlNode> place) {
    return Forgery.besideSignedAssertion(id, title)
        .at(
            SIGNED_ASSERTION,
            (assertion, scene) -> {
              XmlNode forged = forgedWithSignature(assertion, scene);
              place.apply(forged).append(Parts.stripped(assertion));
              return forged;
            });
  }

  private static XmlNode forgedWithSignature(XmlNode assertion, Scene scene) {
    XmlNode forged = Forgery.of(assertion, scene);
    forged.at("saml:Issuer").insertAfter(assertion.at("ds:Signature").copy());
    return forged;
  }
}
