package se.genrep.saml;

import java.security.PrivateKey;

/**
 * A signature method and the digest method used with it (DP 8.1, 8.2). Any URI that Santuario knows
 * can be named; what the profile allows is the business of whoever chooses.
 *
 * @param signature XML signature method URI
 * @param digest XML digest method URI of the reference
 */
public record SignatureAlgorithm(String signature, String digest) {

  public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  public static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";

  public static final SignatureAlgorithm RSA_SHA256 =
      new SignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", SHA256);
  public static final SignatureAlgorithm ECDSA_SHA256 =
      new SignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", SHA256);
  public static final SignatureAlgorithm RSA_SHA1 =
      new SignatureAlgorithm("http://www.w3.org/2000/09/xmldsig#rsa-sha1", SHA1);

  /** The mandatory algorithm of the framework for this kind of key (DP 8.2). */
  public static SignatureAlgorithm mandatoryFor(PrivateKey key) {
    return "EC".equals(key.getAlgorithm()) ? ECDSA_SHA256 : RSA_SHA256;
  }
}
