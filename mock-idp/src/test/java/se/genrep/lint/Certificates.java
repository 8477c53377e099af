package se.genrep.lint;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates with one property each, as the base64 that metadata holds. */
final class Certificates {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2046-01-01T00:00:00Z");
  private static final KeyPair RSA_3072 = rsa(3072);

  static final String GOOD = made(RSA_3072, "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withRSA");
  static final String OTHER = made(rsa(3072), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withRSA");
  static final String CA_ISSUED =
      made(RSA_3072, "CN=MOCK CA", "CN=MOCK", FROM, UNTIL, "SHA256withRSA");
  static final String EXPIRED =
      made(
          RSA_3072,
          "CN=MOCK",
          "CN=MOCK",
          FROM,
          Instant.parse("2026-11-01T00:00:00Z"),
          "SHA256withRSA");
  static final String SOON =
      made(
          RSA_3072,
          "CN=MOCK",
          "CN=MOCK",
          FROM,
          Instant.parse("2027-01-15T00:00:00Z"),
          "SHA256withRSA");
  static final String SHA1 = made(RSA_3072, "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA1withRSA");
  static final String RSA_1024 =
      made(rsa(1024), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withRSA");
  static final String RSA_2048 =
      made(rsa(2048), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withRSA");
  static final String P_256 =
      made(ec("secp256r1"), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withECDSA");
  static final String P_192 =
      made(ec("secp192r1"), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "SHA256withECDSA");
  static final String ED25519 = made(ed25519(), "CN=MOCK", "CN=MOCK", FROM, UNTIL, "Ed25519");

  private Certificates() {}

  private static String made(
      KeyPair keys, String issuer, String subject, Instant from, Instant until, String algorithm) {
    try {
      var signer = new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER);
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              BigInteger.valueOf(42),
              Date.from(from),
              Date.from(until),
              new X500Name(subject),
              keys.getPublic());
      return Base64.getEncoder()
          .encodeToString(builder.build(signer.build(keys.getPrivate())).getEncoded());
    } catch (OperatorCreationException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa(int bits) {
    return keys("RSA", generator -> generator.initialize(bits));
  }

  private static KeyPair ec(String curve) {
    return keys("EC", generator -> generator.initialize(new ECGenParameterSpec(curve)));
  }

  private static KeyPair ed25519() {
    return keys("Ed25519", generator -> {});
  }

  private interface Setup {
    void on(KeyPairGenerator generator) throws GeneralSecurityException;
  }

  private static KeyPair keys(String algorithm, Setup setup) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
      setup.on(generator);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static X509Certificate parsed(String base64) throws GeneralSecurityException {
    return (X509Certificate)
        java.security.cert.CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new java.io.ByteArrayInputStream(Base64.getDecoder().decode(base64)));
  }
}
