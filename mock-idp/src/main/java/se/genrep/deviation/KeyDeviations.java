package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import se.genrep.saml.XmlNode;

/** By whose key an answer is signed, and what it says of the key (DP 6.3.1, 2.1.1.2). */
public final class KeyDeviations {

  public static final Deviation CLONED_CERTIFICATE =
      deviation(
              "cloned-certificate",
              "signs with its own key, under a copy of the genuine certificate")
          .at(PROTECTION, (protection, scene) -> protection.signedBy(scene.strangers().cloned()));

  public static final Deviation RETIRED_KEY =
      deviation("retired-key", "signs with a key that is withdrawn from metadata")
          .at(PROTECTION, (protection, scene) -> protection.signedBy(scene.strangers().retired()));

  public static final Deviation UNKNOWN_EXPIRED_CERTIFICATE =
      deviation(
              "unknown-expired-certificate",
              "signs with an unknown key whose certificate has expired")
          .at(PROTECTION, (protection, scene) -> protection.signedBy(scene.strangers().expired()));

  public static final Deviation UNKNOWN_WEAK_KEY =
      deviation("unknown-weak-key", "signs with an unknown RSA key of 1024 bits")
          .at(PROTECTION, (protection, scene) -> protection.signedBy(scene.strangers().weak()));

  public static final Deviation UNKNOWN_KEY_OF_OTHER_KIND =
      deviation(
              "unknown-key-of-other-kind", "signs with an unknown key of another kind than its own")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signedBy(scene.strangers().otherKind()));

  public static final Deviation ENCRYPTION_KEY_SIGNS =
      deviation("encryption-key-signs", "signs with its key for encryption")
          .at(
              PROTECTION,
              (protection, scene) -> protection.signedBy(scene.strangers().encryptionOnly()));

  public static final Deviation WITHOUT_KEY_INFO =
      deviation("without-key-info", "does not say by which key it signed")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at("ds:Signature/ds:KeyInfo").remove();
                return response;
              });

  public static final Deviation KEY_INFO_WITH_NAME =
      deviation("key-info-with-name", "names the key that signed, and gives no certificate")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode info = response.at("ds:Signature/ds:KeyInfo");
                info.at("ds:X509Data").remove();
                info.add("ds:KeyName").text("the key");
                return response;
              });

  private KeyDeviations() {}
}
