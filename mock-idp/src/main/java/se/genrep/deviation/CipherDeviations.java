package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;

import se.genrep.registry.Algorithm;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.XmlNode;

/** More algorithms outside DP chapter 8, and more of those in it. */
public final class CipherDeviations {

  public static final Deviation MD5_DIGEST =
      deviation("md5-digest", "refers to what it signs by an MD5 digest")
          .prepare(PROTECTION, (protection, scene) -> protection.signingResponse(false))
          .at(
              Stage.SIGNED_RESPONSE,
              (response, scene) -> {
                CraftedSignature.of(response, scene)
                    .digesting(Algorithm.MD5.uri())
                    .referring("#" + response.attribute("ID").orElseThrow())
                    .place();
                return response;
              });

  public static final Deviation MD5_SIGNATURE =
      deviation("md5-signature", "signs with MD5, or with SHA-224 where the key is elliptic")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
                          "http://www.w3.org/2001/04/xmlenc#sha256")));

  public static final Deviation SHA224_DIGEST =
      deviation("sha224-digest", "refers to what it signs by a SHA-224 digest")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                          "http://www.w3.org/2001/04/xmldsig-more#sha224")));

  public static final Deviation SHA3_DIGEST =
      deviation("sha3-digest", "refers to what it signs by a SHA-3 digest")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                          "http://www.w3.org/2007/05/xmldsig-more#sha3-256")));

  public static final Deviation SHA224_SIGNATURE =
      deviation("sha224-signature", "signs with SHA-224, and the digest too")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
                          "http://www.w3.org/2001/04/xmldsig-more#sha224")));

  public static final Deviation PSS_SHA384_SIGNATURE =
      deviation(
              "pss-sha384-signature",
              "signs with RSA-PSS and SHA-384, which the profile does not list")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
                          "http://www.w3.org/2001/04/xmldsig-more#sha384")));

  public static final Deviation PSS_SHA512_SIGNATURE =
      deviation(
              "pss-sha512-signature",
              "signs with RSA-PSS and SHA-512, which the profile does not list")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      AlgorithmDeviations.signature(
                          protection,
                          "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
                          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
                          "http://www.w3.org/2001/04/xmlenc#sha512")));

  public static final Deviation SHA384_SIGNATURE =
      deviation("sha384-signature", "signs with SHA-384, or SHA-256 where that is usual")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.algorithm().signature().endsWith("sha384")
                      ? protection.using(
                          AlgorithmDeviations.signature(
                              protection,
                              "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                              "http://www.w3.org/2001/04/xmlenc#sha256"))
                      : protection.using(
                          AlgorithmDeviations.signature(
                              protection,
                              "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
                              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
                              "http://www.w3.org/2001/04/xmldsig-more#sha384")));

  /** The digest that OAEP has when none is named is SHA-1 (XML Encryption 5.5.2, DP 8.4). */
  public static final Deviation MANDATORY_ENCRYPTION =
      deviation(
              "mandatory-encryption",
              "encrypts by the mandatory algorithms, the digest of OAEP left out")
          .prepare(
              PROTECTION, (protection, scene) -> protection.using(EncryptionAlgorithm.MANDATORY))
          .at(
              Stage.RESPONSE,
              (response, scene) -> {
                response.everywhere("xenc:EncryptionMethod").stream()
                    .flatMap(method -> method.all("ds:DigestMethod").stream())
                    .forEach(XmlNode::remove);
                return response;
              });

  public static final Deviation OAEP_1_1 =
      deviation("oaep-1-1", "encrypts the content key by the OAEP of XML Encryption 1.1")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      new EncryptionAlgorithm(
                          protection.encryption().block(),
                          EncryptionAlgorithm.RSA_OAEP_11,
                          "http://www.w3.org/2001/04/xmlenc#sha256",
                          "http://www.w3.org/2009/xmlenc11#mgf1sha256")));

  public static final Deviation OAEP_SHA256 =
      deviation(
              "oaep-sha256",
              "encrypts the content key by OAEP with SHA-256, or another one that is new")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      oaep(
                          protection,
                          "http://www.w3.org/2001/04/xmlenc#sha256",
                          "http://www.w3.org/2001/04/xmlenc#sha512")));

  public static final Deviation OAEP_SHA512 =
      deviation(
              "oaep-sha512",
              "encrypts the content key by OAEP with SHA-512, or another one that is new")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      oaep(
                          protection,
                          "http://www.w3.org/2001/04/xmlenc#sha512",
                          "http://www.w3.org/2001/04/xmldsig-more#sha384")));

  public static final Deviation AES256_GCM =
      deviation("aes256-gcm", "encrypts with AES-256-GCM, or AES-192-GCM where that is usual")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      block(
                          protection,
                          EncryptionAlgorithm.AES256_GCM,
                          EncryptionAlgorithm.AES192_GCM)));

  public static final Deviation AES128_GCM =
      deviation("aes128-gcm", "encrypts with AES-128-GCM, or AES-192-GCM where that is usual")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      block(
                          protection,
                          EncryptionAlgorithm.AES128_GCM,
                          EncryptionAlgorithm.AES192_GCM)));

  public static final Deviation AES128_CBC =
      deviation("aes128-cbc", "encrypts with AES-128-CBC, or AES-256-CBC where that is usual")
          .at(
              PROTECTION,
              (protection, scene) ->
                  protection.using(
                      block(
                          protection,
                          EncryptionAlgorithm.AES128_CBC,
                          EncryptionAlgorithm.AES256_CBC)));

  private CipherDeviations() {}

  private static EncryptionAlgorithm oaep(Protection protection, String digest, String other) {
    EncryptionAlgorithm usual = protection.encryption();
    return new EncryptionAlgorithm(
        usual.block(),
        EncryptionAlgorithm.RSA_OAEP_MGF1P,
        digest.equals(usual.digest()) ? other : digest,
        null);
  }

  private static EncryptionAlgorithm block(Protection protection, String wanted, String other) {
    EncryptionAlgorithm usual = protection.encryption();
    return usual.withBlock(usual.block().equals(wanted) ? other : wanted);
  }
}
