package se.genrep.http;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.genrep.pki.TestPki;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TimestampAuthority;
import se.genrep.trust.TrustAddresses;

/**
 * The trust services of signing by HTTP: certificates and revocation lists of the authorities, OCSP
 * (RFC 6960, appendix A.1) and time-stamps (RFC 3161, 3.4). They are made at the first call.
 */
final class TrustDesk {

  private static final String CERTIFICATE = ".crt";
  private static final String LIST = ".crl";

  private final TestPki pki;
  private final String baseUrl;
  private final Optional<Path> data;
  private final Clock clock;
  private volatile Services services;

  /** What stands behind the addresses. */
  private record Services(
      SigningAuthority authority, RevocationStatus status, TimestampAuthority timestamps) {}

  /**
   * @param data where the revoked certificates stand; empty for a federation in memory
   */
  TrustDesk(TestPki pki, String baseUrl, Optional<Path> data, Clock clock) {
    this.pki = pki;
    this.baseUrl = baseUrl;
    this.data = data;
    this.clock = clock;
  }

  void serve(Routes routes) {
    String prefix = TrustAddresses.PREFIX + "/";
    routes
        .post(prefix + TrustAddresses.OCSP, this::ocsp)
        .post(prefix + TrustAddresses.TIMESTAMP, this::timestamp)
        .getUnder(prefix, this::document);
  }

  private Reply ocsp(Call call) {
    return binary("application/ocsp-response", services().status().answer(call.body().bytes()));
  }

  private Reply timestamp(Call call) {
    return binary(
        "application/timestamp-reply", services().timestamps().answer(call.body().bytes()));
  }

  private Reply document(Call call) {
    String name = call.path().substring(TrustAddresses.PREFIX.length() + 1);
    Optional<Reply> found = Optional.empty();
    if (name.endsWith(CERTIFICATE)) {
      found = certificate(name.substring(0, name.length() - CERTIFICATE.length()));
    } else if (name.endsWith(LIST)) {
      found =
          services()
              .status()
              .revocationList(name.substring(0, name.length() - LIST.length()))
              .map(list -> binary("application/pkix-crl", list));
    }
    return found.orElseThrow(
        () ->
            new Problem(
                404, Text.NOT_FOUND, Text.NOT_FOUND_ADVICE, "There is nothing at " + call.path()));
  }

  private Optional<Reply> certificate(String authority) {
    return services()
        .authority()
        .certificate(authority)
        .map(
            certificate -> {
              try {
                return binary("application/pkix-cert", certificate.getEncoded());
              } catch (CertificateEncodingException e) {
                throw new IllegalStateException("A certificate of our own cannot be encoded", e);
              }
            });
  }

  private Services services() {
    if (services == null) {
      SigningAuthority authority = new SigningAuthority(pki, TrustAddresses.of(baseUrl), clock);
      Revocations revocations =
          data.map(folder -> Revocations.open(folder.resolve(Revocations.FILE)))
              .orElseGet(Revocations::inMemory);
      services =
          new Services(
              authority,
              new RevocationStatus(authority, revocations, clock),
              new TimestampAuthority(authority, clock));
    }
    return services;
  }

  private static Reply binary(String contentType, byte[] body) {
    return new Reply(200, contentType, Map.of(), body);
  }
}
