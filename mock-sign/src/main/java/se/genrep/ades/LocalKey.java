package se.genrep.ades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Signs with a key at hand. */
final class LocalKey {

  private static final int SHA256_LENGTH = 32;

  private LocalKey() {}

  /** The method for a key: ECDSA with the digest of its curve, or RSA with SHA-256. */
  static SignatureAlgorithm method(PublicKey key, boolean pss) {
    EncryptionAlgorithm encryption =
        key instanceof ECPublicKey
            ? EncryptionAlgorithm.ECDSA
            : pss ? EncryptionAlgorithm.RSASSA_PSS : EncryptionAlgorithm.RSA;
    return SignatureAlgorithm.getAlgorithm(encryption, digest(key));
  }

  /** RFC 7518, 3.4 has one digest for each curve; the other formats take the same. */
  static DigestAlgorithm digest(PublicKey key) {
    int bits = key instanceof ECPublicKey curve ? curve.getParams().getOrder().bitLength() : 256;
    return bits <= 256
        ? DigestAlgorithm.SHA256
        : bits <= 384 ? DigestAlgorithm.SHA384 : DigestAlgorithm.SHA512;
  }

  /** The value as JCA gives it: ECDSA in DER. */
  static byte[] sign(SignatureAlgorithm method, PrivateKey key, byte[] bytes) {
    boolean pss = method.getEncryptionAlgorithm() == EncryptionAlgorithm.RSASSA_PSS;
    try {
      Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : method.getJCEId());
      if (pss) {
        signature.setParameter(
            new PSSParameterSpec(
                "SHA-256",
                "MGF1",
                MGF1ParameterSpec.SHA256,
                SHA256_LENGTH,
                PSSParameterSpec.TRAILER_FIELD_BC));
      }
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot sign with " + method, e);
    }
  }
}
