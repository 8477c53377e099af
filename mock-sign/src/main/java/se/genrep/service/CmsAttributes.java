package se.genrep.service;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SignTask;

/** The signed attributes of a CMS signature (RFC 5652, 5.3), alone or inside of a PDF document. */
final class CmsAttributes {

  private static final ASN1ObjectIdentifier CERTIFICATE =
      PKCSObjectIdentifiers.id_aa_signingCertificate;
  private static final ASN1ObjectIdentifier CERTIFICATE_V2 =
      PKCSObjectIdentifiers.id_aa_signingCertificateV2;

  private CmsAttributes() {}

  /**
   * @throws SignError when the octets are no signed attributes, or not in DER
   */
  static void check(SignTask task) throws SignError {
    Set<String> types = new HashSet<>();
    for (ASN1Encodable each : read(task)) {
      Attribute attribute = attribute(task, each);
      if (!types.add(attribute.getAttrType().getId())) {
        throw SignError.ofRequest(
            task.name() + " has the signed attribute " + attribute.getAttrType() + " twice");
      }
    }
    need(task, types, CMSAttributes.contentType, "content-type");
    need(task, types, CMSAttributes.messageDigest, "message-digest");
    if (task.ades() == AdesType.EPES) {
      need(task, types, PKCSObjectIdentifiers.id_aa_ets_sigPolicyId, "signature-policy-identifier");
    }
  }

  private static void need(SignTask task, Set<String> types, ASN1ObjectIdentifier type, String name)
      throws SignError {
    if (!types.contains(type.getId())) {
      throw SignError.ofRequest(task.name() + " has no signed attribute " + name);
    }
  }

  /** With the digest of the certificate in the place of any other (RFC 5035, EN 319 122-1). */
  static SignTask certified(SignTask task, X509Certificate signer) throws SignError {
    if (task.ades() == AdesType.NONE) {
      return task;
    }
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    for (ASN1Encodable each : read(task)) {
      if (!isCertificate(attribute(task, each))) {
        attributes.add(each);
      }
    }
    attributes.add(new Attribute(CERTIFICATE_V2, new DERSet(certificate(signer))));
    return task.withToBeSigned(der(new DERSet(attributes)));
  }

  /**
   * Whether what was signed is what was asked for, but for the certificate, and that is the
   * signer's.
   */
  static boolean isCertified(SignTask asked, SignTask answered, X509Certificate signer)
      throws SignError {
    Set<ASN1Encodable> before = new HashSet<>();
    Set<ASN1Encodable> after = new HashSet<>();
    boolean certificate = false;
    for (ASN1Encodable each : read(asked)) {
      if (!isCertificate(attribute(asked, each))) {
        before.add(each.toASN1Primitive());
      }
    }
    for (ASN1Encodable each : read(answered)) {
      Attribute attribute = attribute(answered, each);
      if (isCertificate(attribute)) {
        certificate |= isOf(attribute, signer);
      } else {
        after.add(each.toASN1Primitive());
      }
    }
    return before.equals(after) && certificate;
  }

  private static boolean isCertificate(Attribute attribute) {
    return attribute.getAttrType().equals(CERTIFICATE)
        || attribute.getAttrType().equals(CERTIFICATE_V2);
  }

  private static boolean isOf(Attribute attribute, X509Certificate signer) {
    if (!attribute.getAttrType().equals(CERTIFICATE_V2) || attribute.getAttrValues().size() != 1) {
      return false;
    }
    try {
      ESSCertIDv2 first =
          SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts()[0];
      String digest = first.getHashAlgorithm().getAlgorithm().getId();
      return Arrays.equals(
          MessageDigest.getInstance(digest).digest(signer.getEncoded()), first.getCertHash());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static SigningCertificateV2 certificate(X509Certificate signer) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
      X500Name issuer = X500Name.getInstance(signer.getIssuerX500Principal().getEncoded());
      IssuerSerial serial =
          new IssuerSerial(new GeneralNames(new GeneralName(issuer)), signer.getSerialNumber());
      AlgorithmIdentifier sha256 = null; // the default, which DER leaves out
      return new SigningCertificateV2(new ESSCertIDv2(sha256, digest, serial));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own cannot be digested", e);
    }
  }

  private static ASN1Set read(SignTask task) throws SignError {
    try {
      if (ASN1Primitive.fromByteArray(task.toBeSigned()) instanceof ASN1Set set
          && set.size() > 0
          && Arrays.equals(der(set), task.toBeSigned())) {
        return set;
      }
    } catch (IOException | RuntimeException notAsn1) {
      // It is told in one sentence for all reasons.
    }
    throw SignError.ofRequest(
        "the ToBeSignedBytes of " + task.name() + " are not CMS signed attributes in DER");
  }

  private static Attribute attribute(SignTask task, ASN1Encodable each) throws SignError {
    try {
      return Attribute.getInstance(each);
    } catch (IllegalArgumentException e) {
      throw SignError.ofRequest("a signed attribute of " + task.name() + " cannot be read");
    }
  }

  private static byte[] der(ASN1Set set) {
    try {
      return set.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("signed attributes cannot be written", e);
    }
  }
}
