package se.genrep.service;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import se.genrep.pki.KeyType;
import se.genrep.registry.Algorithm;

/** The signature methods that documents are signed with (DP 8.2, and RSA-PSS beside it). */
public enum SignatureMethod {
  RSA_SHA256(Algorithm.RSA_SHA256, Digest.SHA256, "RS256"),
  RSA_SHA384(Algorithm.RSA_SHA384, Digest.SHA384, "RS384"),
  RSA_SHA512(Algorithm.RSA_SHA512, Digest.SHA512, "RS512"),
  RSA_PSS_SHA256(Algorithm.RSA_PSS_SHA256, Digest.SHA256, "PS256"),
  RSA_PSS_SHA384(Algorithm.RSA_PSS_SHA384, Digest.SHA384, "PS384"),
  RSA_PSS_SHA512(Algorithm.RSA_PSS_SHA512, Digest.SHA512, "PS512"),
  ECDSA_SHA256(Algorithm.ECDSA_SHA256, Digest.SHA256, "ES256"),
  ECDSA_SHA384(Algorithm.ECDSA_SHA384, Digest.SHA384, "ES384");

  /** A digest method, by all the names it goes by. */
  public enum Digest {
    SHA256("SHA-256", "SHA256", Algorithm.SHA256, 32),
    SHA384("SHA-384", "SHA384", Algorithm.SHA384, 48),
    SHA512("SHA-512", "SHA512", Algorithm.SHA512, 64);

    private final String jca;
    private final String inSignature;
    private final Algorithm xml;
    private final int length;

    Digest(String jca, String inSignature, Algorithm xml, int length) {
      this.jca = jca;
      this.inSignature = inSignature;
      this.xml = xml;
      this.length = length;
    }

    public String jca() {
      return jca;
    }

    /** The XML digest method URI. */
    public String uri() {
      return xml.uri();
    }

    public int length() {
      return length;
    }
  }

  /** How the value of an ECDSA signature is written. */
  public enum Encoding {
    /** Two numbers in DER, as CMS has it (RFC 5753). */
    DER,
    /**
     * The two numbers side by side, as XML (XMLDSig 1.1, 6.4.3) and JWS (RFC 7518, 3.4) have it.
     */
    SIDE_BY_SIDE
  }

  private final Algorithm algorithm;
  private final Digest digest;
  private final String jws;

  SignatureMethod(Algorithm algorithm, Digest digest, String jws) {
    this.algorithm = algorithm;
    this.digest = digest;
    this.jws = jws;
  }

  /** The method with exactly this URI, if it is one that documents are signed with here. */
  public static Optional<SignatureMethod> of(String uri) {
    return Arrays.stream(values()).filter(each -> each.uri().equals(uri)).findFirst();
  }

  public String uri() {
    return algorithm.uri();
  }

  public Digest digest() {
    return digest;
  }

  /** The {@code alg} of a JWS header (RFC 7518, 3.1). */
  public String jws() {
    return jws;
  }

  public boolean isRsa() {
    return !name().startsWith("ECDSA");
  }

  private boolean isPss() {
    return name().startsWith("RSA_PSS");
  }

  /** The kind of key that the method takes; JWS binds the curve to the digest. */
  public KeyType keyType(KeyType rsa) {
    return isRsa() ? rsa : this == ECDSA_SHA256 ? KeyType.P_256 : KeyType.P_384;
  }

  /** The value of a signature over the octets. */
  byte[] sign(PrivateKey key, byte[] octets, Encoding encoding) {
    try {
      Signature signature = signature(encoding);
      signature.initSign(key);
      signature.update(octets);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign with " + uri(), e);
    }
  }

  /** Whether a value is that of a signature over the octets; false for any fault. */
  public boolean verifies(PublicKey key, byte[] octets, byte[] value, Encoding encoding) {
    try {
      Signature signature = signature(encoding);
      signature.initVerify(key);
      signature.update(octets);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Signature signature(Encoding encoding) throws GeneralSecurityException {
    if (isPss()) {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      MGF1ParameterSpec mask = new MGF1ParameterSpec(digest.jca);
      signature.setParameter(
          new PSSParameterSpec(
              digest.jca, "MGF1", mask, digest.length, PSSParameterSpec.TRAILER_FIELD_BC));
      return signature;
    }
    String suffix = isRsa() ? "RSA" : encoding == Encoding.DER ? "ECDSA" : "ECDSAinP1363Format";
    return Signature.getInstance(digest.inSignature + "with" + suffix);
  }
}
