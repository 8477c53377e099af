package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;
import static se.genrep.deviation.Stage.RESPONSE;
import static se.genrep.deviation.Stage.SIGNED_ASSERTION;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import se.genrep.saml.XmlNode;

/**
 * The eight signature wrappings of Somorovsky and others, "On Breaking SAML" (2012): a genuine
 * signature over a genuine element, and a forged element beside it where a careless reader looks.
 * What is genuine verifies in every one of them.
 *
 * <p>The attacker has a genuine answer of some person, in clear, and the public key of the service
 * provider; he can encrypt but not sign. So the first two keep the Response's signature, and the
 * other six, which keep the assertion's, send a Response without one. The assertions are encrypted
 * as the service provider wants it. What the schema allows is used: an original that goes into a
 * forged assertion stands in its Advice, one that goes into a Response in its Extensions.
 */
public final class WrappingDeviations {

  public static final Deviation XSW1 =
      deviation("xsw1", "wraps the signed Response into the signature of a forged one")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode genuine = Parts.stripped(response);
                XmlNode forged = forgedResponse(response, scene);
                forged.at("ds:Signature").append(genuine);
                return forged;
              });

  public static final Deviation XSW2 =
      deviation("xsw2", "puts the signed Response after its signature in a forged one")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode genuine = Parts.stripped(response);
                XmlNode forged = forgedResponse(response, scene);
                forged
                    .at("ds:Signature")
                    .insertAfter(forged.create("samlp:Extensions"))
                    .add("ds:Object")
                    .append(genuine);
                return forged;
              });

  public static final Deviation XSW3 =
      wrapping("xsw3", "puts a forged assertion before the signed one")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
                Parts.assertionIn(response).insertBefore(scene.encrypt(forged));
                return response;
              });

  public static final Deviation XSW4 =
      wrapping("xsw4", "puts the signed assertion into a forged one")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) -> withAdvice(Forgery.of(assertion, scene), assertion));

  public static final Deviation XSW5 =
      wrapping("xsw5", "moves the signature into a forged assertion, before the original")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) ->
                  withAdvice(forgedWithSignature(assertion, scene), Parts.stripped(assertion)));

  public static final Deviation XSW6 =
      wrapping("xsw6", "moves the signature into a forged assertion and the original into it")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) -> {
                XmlNode forged = forgedWithSignature(assertion, scene);
                forged.at("ds:Signature").append(Parts.stripped(assertion));
                return forged;
              });

  public static final Deviation XSW7 =
      wrapping("xsw7", "puts a forged assertion into the Extensions of the Response")
          .at(
              RESPONSE,
              (response, scene) -> {
                XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
                response
                    .at("samlp:Status")
                    .insertBefore(response.create("samlp:Extensions"))
                    .append(scene.encrypt(forged));
                return response;
              });

  public static final Deviation XSW8 =
      wrapping("xsw8", "moves the signature into a forged assertion, the original as its Object")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) -> {
                XmlNode forged = forgedWithSignature(assertion, scene);
                forged.at("ds:Signature").add("ds:Object").append(Parts.stripped(assertion));
                return forged;
              });

  private WrappingDeviations() {}

  /** One that works with the assertion's signature. */
  private static Deviation wrapping(String id, String title) {
    return deviation(id, title)
        .prepare(
            PROTECTION,
            (protection, scene) -> protection.signingResponse(false).signingAssertion(true));
  }

  /** The Response with another ID and another person, and with the genuine signature. */
  private static XmlNode forgedResponse(XmlNode response, Scene scene) {
    XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
    Parts.assertionIn(response).replaceWith(scene.encrypt(forged));
    return response.set("ID", scene.newId());
  }

  private static XmlNode forgedWithSignature(XmlNode assertion, Scene scene) {
    XmlNode forged = Forgery.of(assertion, scene);
    forged.at("saml:Issuer").insertAfter(assertion.at("ds:Signature").copy());
    return forged;
  }

  private static XmlNode withAdvice(XmlNode forged, XmlNode original) {
    forged.at("saml:Conditions").insertAfter(forged.create("saml:Advice")).append(original.copy());
    return forged;
  }
}
