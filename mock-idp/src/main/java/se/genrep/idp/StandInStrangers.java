package se.genrep.idp;

import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Scene.Oddity;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/** Keys of others, made when a deviation first asks for them. */
final class StandInStrangers implements Scene.Strangers {

  /** RFC 2606: a name that never leads anywhere. */
  private static final String NOBODY = "http://revocation.invalid/";

  private final TestPki pki;
  private final Supplier<Credential> genuine;
  private final KeyType type;
  private final String own;
  private volatile Credential otherMember;

  /**
   * @param genuine the identity provider's own signing key, as it is now
   * @param own the id of the identity provider's profile
   */
  StandInStrangers(TestPki pki, Supplier<Credential> genuine, KeyType type, String own) {
    this.pki = pki;
    this.genuine = genuine;
    this.type = type;
    this.own = own;
  }

  /** Its certificate says what the genuine one says, but for the key and who vouches for it. */
  @Override
  public Credential unregistered() {
    Credential other = pki.credential("unregistered", type);
    return new Credential(other.name(), other.privateKey(), impostor(other, BigInteger.ONE));
  }

  @Override
  public Credential cloned() {
    Credential other = pki.credential("cloned", type);
    BigInteger serial = genuine.get().certificate().getSerialNumber();
    return new Credential(other.name(), other.privateKey(), impostor(other, serial));
  }

  @Override
  public Credential retired() {
    return pki.credential(IdpKeys.signing(own) + "-retired", type);
  }

  @Override
  public Credential expired() {
    return pki.expired(pki.credential("expired", type));
  }

  @Override
  public Credential weak() {
    return pki.credential("weak", KeyType.RSA_1024);
  }

  @Override
  public Credential otherKind() {
    return pki.credential("other-kind", type.isRsa() ? KeyType.P_256 : KeyType.RSA_2048);
  }

  @Override
  public Credential encryptionOnly() {
    return pki.credential(IdpKeys.encryption(own), IdpProfiles.find(own).encryptionKey());
  }

  @Override
  public Credential further(KeyType other) {
    return pki.credential(
        IdpKeys.signing(own) + "-further-" + other.name().toLowerCase(Locale.ROOT), other);
  }

  @Override
  public X509Certificate certificateOfOwnKey(Oddity oddity) {
    Credential key = genuine.get();
    return switch (oddity) {
      case SELF_SIGNED -> certificate(key, BigInteger.ONE, false);
      case EXPIRED -> pki.expired(key).certificate();
      case REVOCABLE -> certificate(key, BigInteger.TWO, true);
    };
  }

  @Override
  public Credential otherMember() {
    Credential found = otherMember;
    if (found == null) {
      IdpProfile other = neighbour();
      found = pki.credential(IdpKeys.signing(other.id()), other.signingKey());
      otherMember = found;
    }
    return found;
  }

  /** One that signs with a key of the same kind where there is one, so that only who differs. */
  private IdpProfile neighbour() {
    List<IdpProfile> others =
        IdpProfiles.load().stream().filter(profile -> !profile.id().equals(own)).toList();
    return others.stream()
        .filter(profile -> profile.signingKey() == type)
        .findFirst()
        .orElse(others.get(0));
  }

  @Override
  public Credential otherServiceProvider() {
    return pki.credential("other-sp-encryption", KeyType.RSA_2048);
  }

  private static GeneralNames names(String address) {
    return new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
  }

  private X509Certificate impostor(Credential other, BigInteger serial) {
    return certificate(other, serial, false);
  }

  /** For the key, by the key, saying what the genuine certificate says of who has it. */
  private X509Certificate certificate(Credential other, BigInteger serial, boolean revocable) {
    X509Certificate model = genuine.get().certificate();
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              model.getSubjectX500Principal(),
              serial,
              model.getNotBefore(),
              model.getNotAfter(),
              model.getSubjectX500Principal(),
              other.certificate().getPublicKey());
      if (revocable) {
        builder.addExtension(
            Extension.cRLDistributionPoints,
            false,
            new CRLDistPoint(
                new DistributionPoint[] {
                  new DistributionPoint(new DistributionPointName(names(NOBODY)), null, null)
                }));
        builder.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp,
                new GeneralName(GeneralName.uniformResourceIdentifier, NOBODY)));
      }
      String algorithm = type.isRsa() ? "SHA256withRSA" : "SHA256withECDSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(algorithm).build(other.privateKey())));
    } catch (CertificateException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate for a stranger's key cannot be made", e);
    }
  }
}
