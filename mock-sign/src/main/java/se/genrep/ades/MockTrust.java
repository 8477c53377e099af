package se.genrep.ades;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.TimestampAuthority;

/** The trust services of the mock as EU DSS asks for them, without a network between. */
final class MockTrust {

  private MockTrust() {}

  static TSPSource timestamps(TimestampAuthority authority) {
    return new TSPSource() {
      @Override
      public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        return new TimestampBinary(authority.token(algorithm.getOid(), digest));
      }
    };
  }

  static OCSPSource ocsp(RevocationStatus status) {
    return new OCSPSource() {
      @Override
      public OCSPToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return MockTrust.ocsp(
                status.status(certificate.getCertificate(), issuer.getCertificate()),
                certificate,
                issuer)
            .orElse(null);
      }
    };
  }

  /** The answer of a responder as a token; empty when it answers nothing about the certificate. */
  static Optional<OCSPToken> ocsp(
      byte[] answer, CertificateToken certificate, CertificateToken issuer) {
    try {
      OCSPResp response = new OCSPResp(answer);
      if (response.getStatus() != OCSPResp.SUCCESSFUL) {
        return Optional.empty();
      }
      BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
      SingleResp single = DSSRevocationUtils.getLatestSingleResponse(basic, certificate, issuer);
      return Optional.of(new OCSPToken(basic, single, certificate, issuer));
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException("The OCSP answer cannot be read", e);
    }
  }

  static CRLSource crl(RevocationStatus status) {
    return new CRLSource() {
      @Override
      public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return status
            .revocationList(issuer.getCertificate())
            .map(list -> crl(list, certificate, issuer))
            .orElse(null);
      }
    };
  }

  static CRLToken crl(byte[] list, CertificateToken certificate, CertificateToken issuer) {
    try {
      return new CRLToken(
          certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), issuer));
    } catch (IOException e) {
      throw new IllegalStateException("The revocation list cannot be read", e);
    }
  }
}
