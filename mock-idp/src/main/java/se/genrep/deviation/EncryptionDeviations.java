package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;

/** Whether and to whom the assertion is encrypted (DP 6.1). */
public final class EncryptionDeviations {

  public static final Deviation UNENCRYPTED =
      deviation("unencrypted", "sends the assertion in clear")
          .at(PROTECTION, (protection, scene) -> protection.unencrypted());

  public static final Deviation ENCRYPTED_TO_ANOTHER =
      deviation("encrypted-to-another", "encrypts the assertion to another service provider")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.encryptedTo(scene.strangers().otherServiceProvider().certificate()));

  private EncryptionDeviations() {}
}
