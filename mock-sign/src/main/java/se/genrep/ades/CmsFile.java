package se.genrep.ades;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** Builds CMS (RFC 5652) around signed attributes that somebody else has signed. */
final class CmsFile {

  private CmsFile() {}

  /**
   * The DER of the attributes that every signature has (RFC 5652, 11).
   *
   * @param time the claimed signing time, which CAdES wants here and PAdES forbids here (EN 319
   *     122-1 and 142-1, clause 6.3)
   */
  static byte[] signedAttributes(byte[] digest, Optional<Instant> time) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    attributes.add(
        new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
    time.map(Date::from)
        .map(Time::new)
        .ifPresent(
            each -> attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(each))));
    return der(new DERSet(attributes));
  }

  /** The same attributes with the digest of the signer's certificate (RFC 5035). */
  static byte[] certified(byte[] attributes, X509Certificate signer) {
    ASN1EncodableVector more = new ASN1EncodableVector();
    ASN1Set.getInstance(attributes).forEach(more::add);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
      more.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate cannot be digested", e);
    }
    return der(new DERSet(more));
  }

  /**
   * A CMS file of one signature.
   *
   * @param content what is signed; empty when it is outside
   * @param algorithm of the signature; its digest is that of the content too
   */
  static byte[] assemble(
      Optional<byte[]> content, SignatureAlgorithm algorithm, PreparedDocument.Signed signed) {
    X509Certificate signer = signed.chain().get(0);
    AlgorithmIdentifier digest =
        new DefaultDigestAlgorithmIdentifierFinder()
            .find(algorithm.getDigestAlgorithm().getJavaName());
    AlgorithmIdentifier method =
        new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm.getJCEId());
    SignerInfo info =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    certificate(signer).getIssuer(), signer.getSerialNumber())),
            digest,
            ASN1Set.getInstance(signed.toBeSigned()),
            method,
            new DEROctetString(signed.value()),
            (ASN1Set) null);
    SignedData data =
        new SignedData(
            new DERSet(digest),
            new ContentInfo(
                CMSObjectIdentifiers.data, content.map(BEROctetString::new).orElse(null)),
            certificates(signed.chain()),
            null,
            new DERSet(info));
    try {
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("CMS cannot be written", e);
    }
  }

  private static ASN1Set certificates(List<X509Certificate> chain) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    chain.forEach(each -> all.add(certificate(each)));
    return new DERSet(all);
  }

  private static Certificate certificate(X509Certificate certificate) {
    try {
      return Certificate.getInstance(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate cannot be encoded", e);
    }
  }

  private static byte[] der(DERSet set) {
    try {
      return set.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("Signed attributes cannot be written", e);
    }
  }
}
