package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;

import se.genrep.registry.Algorithm;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/** Algorithms outside DP chapter 8, and some of it that are not the usual ones. */
public final class AlgorithmDeviations {

  public static final Deviation SHA1_SIGNATURE =
      deviation("sha1-signature", "signs with SHA-1")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      signature(
                          protection, Algorithm.RSA_SHA1, Algorithm.ECDSA_SHA1, Algorithm.SHA1)));

  public static final Deviation SHA1_DIGEST =
      deviation("sha1-digest", "refers to what it signs by a SHA-1 digest")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      signature(
                          protection,
                          Algorithm.RSA_SHA256,
                          Algorithm.ECDSA_SHA256,
                          Algorithm.SHA1)));

  /** Strong, but in no list of the profile. */
  public static final Deviation UNLISTED_SIGNATURE =
      deviation("unlisted-signature-algorithm", "signs with a method the profile does not list")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      isRsa(protection)
                          ? new SignatureAlgorithm(
                              Algorithm.RSA_PSS_SHA256.uri(), Algorithm.SHA256.uri())
                          : new SignatureAlgorithm(
                              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
                              Algorithm.SHA256.uri())));

  /** Listed as optional: SHA-512, or SHA-384 where that is the usual one. */
  public static final Deviation LONGER_DIGEST =
      deviation("longer-digest", "signs with SHA-512, or SHA-384 where SHA-512 is usual")
          .at(
              PROTECTION,
              (protection, scene) -> {
                boolean usual = protection.algorithm().signature().endsWith("sha512");
                return protection.using(
                    usual
                        ? signature(
                            protection,
                            Algorithm.RSA_SHA384,
                            Algorithm.ECDSA_SHA384,
                            Algorithm.SHA384)
                        : signature(
                            protection,
                            Algorithm.RSA_SHA512,
                            Algorithm.ECDSA_SHA512,
                            Algorithm.SHA512));
              });

  public static final Deviation TRIPLE_DES =
      deviation("triple-des", "encrypts the assertion with Triple DES")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      protection.encryption().withBlock(EncryptionAlgorithm.TRIPLEDES_CBC)));

  public static final Deviation RSA_1_5 =
      deviation("rsa-1-5-key-transport", "encrypts the content key with RSA 1.5")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      protection.encryption().withKeyTransport(EncryptionAlgorithm.RSA_1_5)));

  /** Listed as mandatory: AES-192, or AES-128 where that is the usual one. */
  public static final Deviation OTHER_MANDATORY_CIPHER =
      deviation("other-mandatory-cipher", "encrypts with AES-192, or AES-128 where that is usual")
          .at(
              PROTECTION,
              (protection, scene) -> {
                EncryptionAlgorithm usual = protection.encryption();
                boolean is192 = usual.block().equals(EncryptionAlgorithm.AES192_CBC);
                return protection.using(
                    usual.withBlock(
                        is192 ? EncryptionAlgorithm.AES128_CBC : EncryptionAlgorithm.AES192_CBC));
              });

  private AlgorithmDeviations() {}

  private static boolean isRsa(Protection protection) {
    return protection.signer().privateKey().getAlgorithm().equals("RSA");
  }

  private static SignatureAlgorithm signature(
      Protection protection, Algorithm rsa, Algorithm elliptic, Algorithm digest) {
    return new SignatureAlgorithm(isRsa(protection) ? rsa.uri() : elliptic.uri(), digest.uri());
  }

  static SignatureAlgorithm signature(
      Protection protection, String rsa, String elliptic, String digest) {
    return new SignatureAlgorithm(isRsa(protection) ? rsa : elliptic, digest);
  }
}
