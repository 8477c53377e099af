package se.genrep.ades;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TimestampAuthority;

/** Signs documents with keys at hand, in all formats and levels. Safe for threads. */
public final class DocumentSigner {

  private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
  private final TSPSource timestamps;
  private final Clock clock;

  /**
   * Time-stamps and certificate status come from the MOCK services, without a network.
   *
   * @param clock tells the signing time
   */
  public DocumentSigner(
      SigningAuthority authority,
      RevocationStatus status,
      TimestampAuthority timestamps,
      Clock clock) {
    this.clock = clock;
    this.timestamps = MockTrust.timestamps(timestamps);
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(new CertificateToken(authority.root()));
    verifier.setTrustedCertSources(trusted);
    verifier.setOcspSource(MockTrust.ocsp(status));
    verifier.setCrlSource(MockTrust.crl(status));
  }

  /**
   * One that puts trust data into a document without a look at them; for deviations.
   *
   * @param lists revocation lists are taken instead of OCSP answers
   */
  public static DocumentSigner careless(
      SigningAuthority authority,
      RevocationStatus status,
      TimestampAuthority timestamps,
      boolean lists,
      Clock clock) {
    DocumentSigner signer = new DocumentSigner(authority, status, timestamps, clock);
    CommonCertificateVerifier verifier = signer.verifier;
    StatusAlert silence = new SilentOnStatusAlert();
    verifier.setAlertOnInvalidTimestamp(silence);
    verifier.setAlertOnMissingRevocationData(silence);
    verifier.setAlertOnRevokedCertificate(silence);
    verifier.setAlertOnUncoveredPOE(silence);
    verifier.setAlertOnNoRevocationAfterBestSignatureTime(silence);
    verifier.setAlertOnInvalidSignature(silence);
    verifier.setRevocationDataVerifier(null);
    if (lists) {
      verifier.setOcspSource(null);
    } else {
      verifier.setCrlSource(null);
    }
    return signer;
  }

  /**
   * Signs.
   *
   * @param chain the signer's certificate first, the root last
   * @throws BadInput when the document cannot be signed in the format
   */
  public byte[] sign(
      Document document, SigningOptions options, KeyPair keys, List<X509Certificate> chain) {
    Signable.require(document, options.format());
    try {
      if (options.visible().isPresent() || options.certification().isPresent()) {
        return prepared(document, options, keys, chain);
      }
      return SignatureInMaking.of(document, options, clock.instant(), chain, verifier, timestamps)
          .complete(keys.getPrivate());
    } catch (DSSException | AlertException e) {
      throw Signable.refused(document, e);
    }
  }

  /** As a sign requester does, and then raised to the level that is wanted. */
  private byte[] prepared(
      Document document, SigningOptions options, KeyPair keys, List<X509Certificate> chain) {
    SignatureAlgorithm method = LocalKey.method(keys.getPublic(), options.rsaPss());
    PreparedDocument prepared =
        Requester.prepare(document, method.getUri(), options, clock.instant());
    byte[] attributes = CmsFile.certified(prepared.toBeSigned(), chain.get(0));
    byte[] signed =
        Requester.complete(
            prepared,
            method.getUri(),
            new PreparedDocument.Signed(
                attributes,
                Optional.empty(),
                LocalKey.sign(method, keys.getPrivate(), attributes),
                chain));
    return options.level() == Level.B
        ? signed
        : SignatureInMaking.raised(
            new Document(document.name(), signed), options, verifier, timestamps);
  }
}
