package se.genrep.saml;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.algorithms.JCEMapper;

/**
 * The key agreement of XML Encryption 1.1: ECDH-ES (5.6.4) on the NIST curves with ConcatKDF
 * (5.4.1), which gives the key that wraps the content key.
 */
final class KeyAgreement {

  /** Curves of DP chapter 8, by the URN of their OID as dsig11:NamedCurve writes it. */
  private static final Map<String, String> CURVES =
      Map.of(
          "urn:oid:1.2.840.10045.3.1.7", "secp256r1",
          "urn:oid:1.3.132.0.34", "secp384r1",
          "urn:oid:1.3.132.0.35", "secp521r1");

  /**
   * One zero byte after the byte that counts padding bits. The shortest value that all libraries
   * read: some refuse the empty one, others the absent one.
   */
  private static final String NO_INFO = "0000";

  private static final int UNCOMPRESSED = 4;

  private KeyAgreement() {}

  /**
   * What came of an agreement with the recipient.
   *
   * @param wrappingKey wraps the content key
   * @param method the xenc:AgreementMethod that lets the recipient find the same key
   */
  record Agreed(SecretKey wrappingKey, XmlNode method) {}

  /** Makes a key pair for this once and agrees with the recipient's static key. */
  static Agreed agree(XmlNode owner, X509Certificate recipient, EncryptionAlgorithm algorithm) {
    try {
      ECPublicKey theirs = (ECPublicKey) recipient.getPublicKey();
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(theirs.getParams());
      KeyPair once = generator.generateKeyPair();
      byte[] info = bytes(NO_INFO, "AlgorithmID");
      SecretKey key =
          derive(
              secret(once.getPrivate(), theirs),
              concat(info, info, info),
              algorithm.digest(),
              algorithm.wrap());
      return new Agreed(key, method(owner, (ECPublicKey) once.getPublic(), recipient, algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot agree on a key with " + algorithm, e);
    }
  }

  private static XmlNode method(
      XmlNode owner, ECPublicKey once, X509Certificate recipient, EncryptionAlgorithm algorithm)
      throws GeneralSecurityException {
    XmlNode method =
        owner.create("xenc:AgreementMethod").set("Algorithm", algorithm.keyTransport());
    XmlNode parameters =
        method
            .add("xenc11:KeyDerivationMethod")
            .set("Algorithm", EncryptionAlgorithm.CONCAT_KDF)
            .add("xenc11:ConcatKDFParams")
            .set("AlgorithmID", NO_INFO)
            .set("PartyUInfo", NO_INFO)
            .set("PartyVInfo", NO_INFO);
    parameters.add("ds:DigestMethod").set("Algorithm", algorithm.digest());
    XmlNode value =
        method.add("xenc:OriginatorKeyInfo").add("ds:KeyValue").add("dsig11:ECKeyValue");
    value.add("dsig11:NamedCurve").set("URI", curve(once.getParams()));
    value.add("dsig11:PublicKey").text(Base64.getEncoder().encodeToString(point(once)));
    method
        .add("xenc:RecipientKeyInfo")
        .add("ds:X509Data")
        .add("ds:X509Certificate")
        .text(Base64.getEncoder().encodeToString(recipient.getEncoded()));
    return method;
  }

  /**
   * The key that an agreement leads its recipient to.
   *
   * @param wrap the method URI that the content key is wrapped with
   * @throws MalformedMessage when it is another agreement, or was not made with this key's curve
   */
  static SecretKey open(XmlNode method, PrivateKey recipient, String wrap) {
    if (!(recipient instanceof ECPrivateKey ours)) {
      throw new MalformedMessage("the assertion is encrypted to another kind of key", null);
    }
    XmlNode derivation = child(method, "xenc11:KeyDerivationMethod");
    demand(method, EncryptionAlgorithm.ECDH_ES);
    demand(derivation, EncryptionAlgorithm.CONCAT_KDF);
    XmlNode parameters = child(derivation, "xenc11:ConcatKDFParams");
    byte[] info = new byte[0];
    for (String name :
        new String[] {"AlgorithmID", "PartyUInfo", "PartyVInfo", "SuppPubInfo", "SuppPrivInfo"}) {
      info = concat(info, bytes(parameters.attribute(name).orElse("00"), name));
    }
    String digest =
        parameters
            .find("ds:DigestMethod")
            .flatMap(each -> each.attribute("Algorithm"))
            .orElseThrow(() -> new MalformedMessage("ConcatKDFParams has no DigestMethod", null));
    try {
      ECPublicKey theirs =
          originator(child(method, "xenc:OriginatorKeyInfo/ds:KeyValue/dsig11:ECKeyValue"), ours);
      return derive(secret(ours, theirs), info, digest, wrap);
    } catch (GeneralSecurityException e) {
      throw new MalformedMessage("the key agreement cannot be followed: " + e.getMessage(), e);
    }
  }

  private static XmlNode child(XmlNode parent, String path) {
    return parent
        .find(path)
        .orElseThrow(() -> new MalformedMessage("the key agreement has no " + path, null));
  }

  private static void demand(XmlNode node, String algorithm) {
    String found = node.attribute("Algorithm").orElse("");
    if (!found.equals(algorithm)) {
      throw new MalformedMessage("the key agreement uses '" + found + "'", null);
    }
  }

  private static byte[] secret(PrivateKey ours, ECPublicKey theirs)
      throws GeneralSecurityException {
    javax.crypto.KeyAgreement agreement = javax.crypto.KeyAgreement.getInstance("ECDH");
    agreement.init(ours);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  /** NIST SP 800-56A, 5.8.1: digests of a counter, the secret and the info, one after the other. */
  private static SecretKey derive(byte[] secret, byte[] info, String digestUri, String wrap)
      throws GeneralSecurityException {
    int length =
        switch (wrap) {
          case EncryptionAlgorithm.WRAP_AES128 -> 16;
          case EncryptionAlgorithm.WRAP_AES192 -> 24;
          case EncryptionAlgorithm.WRAP_AES256 -> 32;
          default -> throw new GeneralSecurityException("no key is wrapped with '" + wrap + "'");
        };
    String name = JCEMapper.translateURItoJCEID(digestUri);
    if (name == null) {
      throw new GeneralSecurityException("the digest '" + digestUri + "' is not known");
    }
    MessageDigest digest = MessageDigest.getInstance(name);
    byte[] derived = new byte[0];
    for (int counter = 1; derived.length < length; counter++) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
      digest.update(secret);
      derived = concat(derived, digest.digest(info));
    }
    return new SecretKeySpec(Arrays.copyOf(derived, length), "AES");
  }

  /**
   * A bit string of XML Encryption 1.1, 5.4.1: how many bits to leave out, and then whole bytes.
   */
  private static byte[] bytes(String hex, String name) {
    try {
      byte[] all = HexFormat.of().parseHex(hex.strip());
      if (all.length > 0 && all[0] == 0) {
        return Arrays.copyOfRange(all, 1, all.length);
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage(name + " is not hexadecimal", e);
    }
    throw new MalformedMessage(name + " is not a number of whole bytes", null);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String curve(ECParameterSpec wanted) throws GeneralSecurityException {
    for (Map.Entry<String, String> curve : CURVES.entrySet()) {
      if (named(curve.getValue()).getCurve().equals(wanted.getCurve())) {
        return curve.getKey();
      }
    }
    throw new GeneralSecurityException("the curve is none of P-256, P-384 and P-521");
  }

  private static ECParameterSpec named(String name) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static int octets(ECParameterSpec spec) {
    return (spec.getCurve().getField().getFieldSize() + 7) / 8;
  }

  private static byte[] point(ECPublicKey key) {
    int size = octets(key.getParams());
    return ByteBuffer.allocate(1 + 2 * size)
        .put((byte) UNCOMPRESSED)
        .put(fixed(key.getW().getAffineX(), size))
        .put(fixed(key.getW().getAffineY(), size))
        .array();
  }

  private static byte[] fixed(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[size];
    int from = Math.max(0, bytes.length - size);
    System.arraycopy(bytes, from, padded, size - (bytes.length - from), bytes.length - from);
    return padded;
  }

  private static ECPublicKey originator(XmlNode value, ECPrivateKey ours)
      throws GeneralSecurityException {
    String urn =
        value.find("dsig11:NamedCurve").flatMap(curve -> curve.attribute("URI")).orElse("");
    ECParameterSpec spec = ours.getParams();
    if (!urn.equals(curve(spec))) {
      throw new GeneralSecurityException("the sender's key is on another curve, '" + urn + "'");
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(child(value, "dsig11:PublicKey").text());
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the sender's key is not base64", e);
    }
    int size = octets(spec);
    if (encoded.length != 1 + 2 * size || encoded[0] != UNCOMPRESSED) {
      throw new GeneralSecurityException("the sender's key is no uncompressed point");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + size));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(encoded, 1 + size, encoded.length));
    if (!isOnCurve(spec, x, y)) {
      throw new GeneralSecurityException("the sender's key is not on its curve");
    }
    Key key =
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), spec));
    return (ECPublicKey) key;
  }

  /** Otherwise a sender could learn of the private key by points of other curves. */
  private static boolean isOnCurve(ECParameterSpec spec, BigInteger x, BigInteger y) {
    BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(spec.getCurve().getA().multiply(x)).add(spec.getCurve().getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right);
  }
}
