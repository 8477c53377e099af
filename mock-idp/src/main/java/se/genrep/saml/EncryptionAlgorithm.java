package se.genrep.saml;

/**
 * How an assertion is encrypted (DP 8.3, 8.4).
 *
 * @param block block encryption method URI
 * @param keyTransport key transport method URI, or {@link #ECDH_ES} for an agreement
 * @param digest key transport digest URI, or null to leave ds:DigestMethod out (then it is SHA-1);
 *     for an agreement the digest of its ConcatKDF
 * @param mgf mask generation function URI, or null for the default (MGF1 with SHA-1)
 * @param wrap for an agreement the method URI that wraps the content key, else null
 */
public record EncryptionAlgorithm(
    String block, String keyTransport, String digest, String mgf, String wrap) {

  public static final String AES128_CBC = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
  public static final String AES192_CBC = "http://www.w3.org/2001/04/xmlenc#aes192-cbc";
  public static final String AES256_CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
  public static final String AES128_GCM = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
  public static final String AES192_GCM = "http://www.w3.org/2009/xmlenc11#aes192-gcm";
  public static final String AES256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
  public static final String TRIPLEDES_CBC = "http://www.w3.org/2001/04/xmlenc#tripledes-cbc";
  public static final String RSA_OAEP_MGF1P = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
  public static final String RSA_OAEP_11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
  public static final String ECDH_ES = "http://www.w3.org/2009/xmlenc11#ECDH-ES";
  public static final String CONCAT_KDF = "http://www.w3.org/2009/xmlenc11#ConcatKDF";
  public static final String WRAP_AES128 = "http://www.w3.org/2001/04/xmlenc#kw-aes128";
  public static final String WRAP_AES192 = "http://www.w3.org/2001/04/xmlenc#kw-aes192";
  public static final String WRAP_AES256 = "http://www.w3.org/2001/04/xmlenc#kw-aes256";
  public static final String RSA_1_5 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";

  /** What every peer must support, used when the peer declares nothing (DP 6.1, 8.3, 8.4). */
  public static final EncryptionAlgorithm MANDATORY =
      new EncryptionAlgorithm(AES256_CBC, RSA_OAEP_MGF1P, SignatureAlgorithm.SHA1, null);

  /** With key transport. */
  public EncryptionAlgorithm(String block, String keyTransport, String digest, String mgf) {
    this(block, keyTransport, digest, mgf, null);
  }

  /** With a key agreement, ECDH-ES and ConcatKDF (XML Encryption 1.1, 5.6.4 and 5.4.1). */
  public static EncryptionAlgorithm agreement(String block, String kdfDigest, String wrap) {
    return new EncryptionAlgorithm(block, ECDH_ES, kdfDigest, null, wrap);
  }

  public EncryptionAlgorithm withBlock(String uri) {
    return new EncryptionAlgorithm(uri, keyTransport, digest, mgf, wrap);
  }

  public EncryptionAlgorithm withKeyTransport(String uri) {
    return new EncryptionAlgorithm(block, uri, null, null);
  }

  boolean isAgreement() {
    return wrap != null;
  }
}
