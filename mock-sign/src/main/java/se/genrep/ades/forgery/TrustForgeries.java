package se.genrep.ades.forgery;

import static se.genrep.ades.forgery.DocumentDeviation.signature;
import static se.genrep.ades.forgery.DocumentDeviation.trust;
import static se.genrep.ades.forgery.ForgeryDesk.GENUINE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.genrep.ades.Format;
import se.genrep.ades.Level;
import se.genrep.ades.SigningOptions;
import se.genrep.trust.AuthContext;
import se.genrep.trust.Impostors;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;
import se.genrep.trust.Revocations.Reason;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;
import se.genrep.trust.TimestampAuthority;

/** Signatures that stand on wrong trust data, or whose certificate does not say what it must. */
final class TrustForgeries {

  private static final SigningOptions LONG_TERM = new SigningOptions(Format.CADES, Level.LT);

  static final DocumentDeviation WRONG_RESPONDER =
      trust(
          "trust-ocsp-by-another",
          "carries an OCSP answer that another responder signed",
          Format.CADES,
          desk ->
              sign(
                  desk,
                  desk.status().answeredBy(Impostors.responder(desk.clock())),
                  desk.timestamps(),
                  false));

  static final DocumentDeviation STALE_OCSP =
      trust(
          "trust-ocsp-stale",
          "carries an OCSP answer from a year before the certificate was issued",
          Format.CADES,
          desk -> sign(desk, stale(desk), desk.timestamps(), false));

  static final DocumentDeviation STALE_LIST =
      trust(
          "trust-crl-stale",
          "carries a revocation list from a year before the certificate was issued",
          Format.CADES,
          desk -> sign(desk, stale(desk), desk.timestamps(), true));

  static final DocumentDeviation TIMESTAMP_WITHOUT_PURPOSE =
      trust(
          "trust-timestamp-without-purpose",
          "is time-stamped with a certificate that is not for time-stamping",
          Format.CADES,
          desk ->
              sign(
                  desk,
                  desk.status(),
                  new TimestampAuthority(
                      Impostors.timestamping(desk.authority(), desk.clock()),
                      desk.authority(),
                      desk.clock()),
                  false));

  static final DocumentDeviation REVOKED =
      trust(
          "trust-certificate-revoked",
          "is signed with a certificate that had been revoked",
          Format.CADES,
          desk -> {
            ForgeryDesk.Certified certified = desk.certified();
            RevocationStatus status = desk.status();
            status
                .revocations()
                .revoke(
                    certified.chain().get(0),
                    desk.clock().instant().minusSeconds(60),
                    Reason.KEY_COMPROMISE);
            return desk.careless(status, desk.timestamps(), false)
                .sign(ForgeryDesk.text(GENUINE), LONG_TERM, certified.keys(), certified.chain());
          });

  static final DocumentDeviation NO_CONTEXT =
      signature(
          "certificate-without-authcontext",
          "has a certificate that does not say how the signer was authenticated",
          Format.CADES,
          desk -> signedWith(desk, request -> context(request, Optional.empty())));

  static final DocumentDeviation LOW_LEVEL =
      signature(
          "certificate-level-too-low",
          "has a certificate by which the signer was authenticated at the lowest level",
          Format.CADES,
          desk ->
              signedWith(
                  desk,
                  request ->
                      context(
                          request,
                          request
                              .authContext()
                              .map(
                                  each ->
                                      new AuthContext(
                                          each.identityProvider(),
                                          each.authenticationInstant(),
                                          "http://id.elegnamnden.se/loa/1.0/loa1",
                                          each.assertionRef(),
                                          each.serviceId(),
                                          each.information(),
                                          each.mappings())))));

  static final DocumentDeviation OLD_AUTHENTICATION =
      signature(
          "certificate-authentication-old",
          "has a certificate by which the signer was authenticated the day before",
          Format.CADES,
          desk ->
              signedWith(
                  desk,
                  request ->
                      context(
                          request,
                          request
                              .authContext()
                              .map(
                                  each ->
                                      new AuthContext(
                                          each.identityProvider(),
                                          each.authenticationInstant().minus(Duration.ofDays(1)),
                                          each.classRef(),
                                          each.assertionRef(),
                                          each.serviceId(),
                                          each.information(),
                                          each.mappings())))));

  static final DocumentDeviation NO_IDENTIFIER =
      signature(
          "certificate-without-identifier",
          "has a certificate with a name alone",
          Format.CADES,
          desk ->
              signedWith(
                  desk,
                  request ->
                      subject(
                          request,
                          request.subject().stream()
                              .filter(each -> !each.oid().equals(NameAttribute.SERIAL_NUMBER))
                              .toList())));

  private TrustForgeries() {}

  private static RevocationStatus stale(ForgeryDesk desk) {
    return new RevocationStatus(
        desk.authority(), Revocations.inMemory(), desk.clock(Duration.ofDays(-365)));
  }

  private static byte[] sign(
      ForgeryDesk desk, RevocationStatus status, TimestampAuthority timestamps, boolean lists) {
    ForgeryDesk.Certified certified = desk.certified();
    return desk.careless(status, timestamps, lists)
        .sign(ForgeryDesk.text(GENUINE), LONG_TERM, certified.keys(), certified.chain());
  }

  private static byte[] signedWith(
      ForgeryDesk desk, UnaryOperator<SignerCertificateRequest> change) {
    ForgeryDesk.Certified certified = desk.certified(change);
    return desk.signer(desk.status(), desk.timestamps())
        .sign(
            ForgeryDesk.text(GENUINE),
            new SigningOptions(Format.CADES, Level.B),
            certified.keys(),
            certified.chain());
  }

  private static SignerCertificateRequest context(
      SignerCertificateRequest request, Optional<AuthContext> context) {
    return new SignerCertificateRequest(
        request.key(),
        request.type(),
        request.subject(),
        request.alternativeNames(),
        request.directoryAttributes(),
        context,
        request.extensions(),
        request.validity());
  }

  private static SignerCertificateRequest subject(
      SignerCertificateRequest request, List<NameAttribute> subject) {
    return new SignerCertificateRequest(
        request.key(),
        request.type(),
        subject,
        request.alternativeNames(),
        request.directoryAttributes(),
        request.authContext(),
        request.extensions(),
        request.validity());
  }
}
