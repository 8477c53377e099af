package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;
import static se.genrep.deviation.Stage.RESPONSE;
import static se.genrep.deviation.Stage.SIGNED_ASSERTION;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import java.util.Base64;
import se.genrep.pki.Credential;
import se.genrep.registry.StatusCode;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** By whom, over what and whether at all an answer is signed (DP 6.1, 6.3.1; SAML core 5.4). */
public final class SignatureDeviations {

  public static final Deviation UNSIGNED =
      deviation("unsigned", "signs neither the Response nor the assertion")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signingResponse(false).signingAssertion(false));

  public static final Deviation ONLY_ASSERTION_SIGNED =
      deviation("only-assertion-signed", "signs the assertion and not the Response")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signingResponse(false).signingAssertion(true));

  /** No fault, but not what every service provider is used to (DP 6.1). */
  public static final Deviation ASSERTION_SIGNED_TOO =
      deviation("assertion-signed-too", "signs the assertion as well as the Response")
          .at(PROTECTION, (protection, scene) -> protection.signingAssertion(true));

  public static final Deviation UNREGISTERED_KEY =
      deviation("unregistered-key", "signs with a key of which only the message itself tells")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signedBy(scene.strangers().unregistered()));

  public static final Deviation OTHER_MEMBERS_KEY =
      deviation("other-members-key", "signs with the key of another member of the federation")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signedBy(scene.strangers().otherMember()));

  /**
   * Anybody gets a signed message of the identity provider: cancelling a sign-in is enough. Here
   * the signature of such a message stands where that of the Response belongs, and the message it
   * covers where the schema allows it.
   */
  public static final Deviation OTHER_ELEMENT_SIGNED =
      deviation("other-element-signed", "has a signature that covers an error message instead")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode error = errorLike(response, scene);
                XmlNode signature =
                    XmlSigner.sign(
                        error, scene.protection().signer(), scene.protection().algorithm());
                XmlNode placed = response.at("ds:Signature").replaceWith(signature.copy());
                signature.remove();
                placed
                    .insertAfter(response.create("samlp:Extensions"))
                    .add("ds:Object")
                    .append(error);
                return response;
              });

  /** The schema has one Signature. The second one is made first, so the first covers both. */
  public static final Deviation TWO_SIGNATURES =
      deviation("two-signatures", "adds a second signature, made with an unknown key")
          .at(
              RESPONSE,
              (response, scene) -> {
                Credential stranger = scene.strangers().unregistered();
                XmlSigner.sign(
                    response, stranger, SignatureAlgorithm.mandatoryFor(stranger.privateKey()));
                return response;
              });

  public static final Deviation BROKEN_SIGNATURE =
      deviation("broken-signature", "changes one bit of the signature value")
          .at(SIGNED_RESPONSE, (response, scene) -> withBrokenSignature(response));

  public static final Deviation BROKEN_ASSERTION_SIGNATURE =
      deviation("broken-assertion-signature", "changes one bit of the assertion's signature value")
          .prepare(PROTECTION, (protection, scene) -> protection.signingAssertion(true))
          .at(SIGNED_ASSERTION, (assertion, scene) -> withBrokenSignature(assertion));

  /** What anybody can do who has the service provider's public key. */
  public static final Deviation CONTENT_REPLACED =
      deviation("content-replaced", "replaces the encrypted assertion after signing")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
                Parts.assertionIn(response).replaceWith(scene.encrypt(forged));
                return response;
              });

  private SignatureDeviations() {}

  private static XmlNode withBrokenSignature(XmlNode element) {
    XmlNode value = element.at("ds:Signature/ds:SignatureValue");
    byte[] bytes = Base64.getMimeDecoder().decode(value.text());
    bytes[bytes.length - 1] ^= 1;
    value.text(Base64.getEncoder().encodeToString(bytes));
    return element;
  }

  private static XmlNode errorLike(XmlNode response, Scene scene) {
    XmlNode error = Parts.stripped(response).detached().set("ID", scene.newId());
    Parts.assertionIn(error).remove();
    error
        .at("samlp:Status/samlp:StatusCode")
        .set("Value", StatusCode.RESPONDER.uri())
        .add("samlp:StatusCode")
        .set("Value", StatusCode.CANCEL.uri());
    return error;
  }
}
