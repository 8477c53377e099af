package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;
import static se.genrep.deviation.Stage.RESPONSE;

import java.util.Base64;
import java.util.List;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.XmlNode;

/** What is encrypted, and beside what (DP 6.1). */
public final class EncryptionFormDeviations {

  public static final Deviation ENCRYPTED_ID =
      Edits.assertion(
          "encrypted-id",
          "encrypts the name of the subject once more",
          (assertion, scene) -> {
            XmlNode name = assertion.at("saml:Subject/saml:NameID");
            name.replaceWith(partly(name, "saml:EncryptedID", scene));
          });

  public static final Deviation ENCRYPTED_ATTRIBUTE =
      Edits.assertion(
          "encrypted-attribute",
          "encrypts an attribute once more",
          (assertion, scene) -> {
            XmlNode statement = assertion.at("saml:AttributeStatement");
            XmlNode first = statement.at("saml:Attribute");
            statement.append(partly(first, "saml:EncryptedAttribute", scene));
          });

  public static final Deviation CLEAR_COPY =
      Edits.response(
          "clear-copy",
          "sends the assertion in clear beside the encrypted one",
          (response, scene) -> Parts.assertionIn(response).insertAfter(scene.genuineAssertion()));

  public static final Deviation OTHER_ASSERTION_FIRST =
      Edits.response(
          "other-assertion-first",
          "sends an assertion about another person first",
          (response, scene) ->
              Parts.assertionIn(response).insertBefore(scene.encrypt(Forgery.aboutAnother(scene))));

  public static final Deviation OTHER_ASSERTION_LAST =
      Edits.response(
          "other-assertion-last",
          "sends an assertion about another person last",
          (response, scene) ->
              Parts.assertionIn(response).insertAfter(scene.encrypt(Forgery.aboutAnother(scene))));

  public static final Deviation TAMPERED_GCM =
      deviation("tampered-gcm", "changes one bit of what AES-GCM authenticates")
          .prepare(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      protection.encryption().withBlock(EncryptionAlgorithm.AES256_GCM)))
          .at(RESPONSE, (response, scene) -> withBrokenTag(response));

  private EncryptionFormDeviations() {}

  /** The element, encrypted to the service provider, in a wrapper of that name. */
  private static XmlNode partly(XmlNode element, String wrapper, Scene scene) {
    XmlNode made = element.create(wrapper);
    XmlNode encrypted = scene.encrypt(element);
    List<XmlNode> parts = encrypted.children();
    parts.stream().limit(1).forEach(made::append);
    return made;
  }

  /** XML Encryption 1.1, 5.2.4: the tag is the last 16 octets. */
  private static XmlNode withBrokenTag(XmlNode response) {
    response
        .find("saml:EncryptedAssertion/xenc:EncryptedData/xenc:CipherData/xenc:CipherValue")
        .ifPresent(
            value -> {
              byte[] cipherText = Base64.getMimeDecoder().decode(value.text());
              cipherText[cipherText.length - 1] ^= 1;
              value.text(Base64.getEncoder().encodeToString(cipherText));
            });
    return response;
  }
}
