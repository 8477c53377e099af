package se.genrep.ades;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import se.genrep.ades.Verdict.Point;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.AuthContext;
import se.genrep.trust.AuthContextExtension;

/**
 * Article 26 (c): made with data that the signatory can use under sole control, with a high level
 * of confidence. A file can show that much: that the key was made right after an authentication at
 * a level that is high enough, that the authentication was for this request, or that the key is in
 * a qualified device.
 */
final class SoleControl {

  private static final String QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";

  /** The DER of the object identifier of QcSSCD (EN 319 412-5, 4.2.2). */
  private static final byte[] QC_SSCD = {0x06, 0x06, 0x04, 0x00, (byte) 0x8e, 0x46, 0x01, 0x04};

  /**
   * Long enough for an assertion to travel and a key to be made, and too short for a session that
   * was opened for something else.
   */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** Certificates begin some minutes back, and clocks of two services differ. */
  private static final Duration BACK = Duration.ofMinutes(10);

  private SoleControl() {}

  static Optional<AuthContext> context(Optional<X509Certificate> certificate) {
    return certificate.flatMap(AuthContextExtension::read);
  }

  static Point of(Optional<X509Certificate> certificate, Optional<Date> signingTime) {
    Findings findings = new Findings();
    if (certificate.isEmpty()) {
      findings.lacking(AdesText.NO_CERTIFICATE);
      return findings.point();
    }
    boolean device = isInDevice(certificate.get());
    if (device) {
      findings.found(AdesText.DEVICE);
    }
    Optional<AuthContext> context = context(certificate);
    if (context.isPresent()) {
      addTimes(findings, context.get(), certificate.get());
      addLevel(findings, context.get().classRef());
      addActivation(findings, context.get());
    } else if (!device) {
      findings.lacking(AdesText.NO_CONTEXT);
    }
    signingTime
        .map(Date::toInstant)
        .filter(time -> time.isBefore(certificate.get().getNotBefore().toInstant().minus(FRESH)))
        .ifPresent(time -> findings.lacking(AdesText.SIGNED_BEFORE, time));
    return findings.point();
  }

  private static boolean isInDevice(X509Certificate certificate) {
    byte[] statements = certificate.getExtensionValue(QC_STATEMENTS);
    return statements != null && contains(statements, QC_SSCD);
  }

  private static boolean contains(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (java.util.Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static void addTimes(
      Findings findings, AuthContext context, X509Certificate certificate) {
    Instant issued = certificate.getNotBefore().toInstant();
    Duration since = Duration.between(context.authenticationInstant(), issued);
    if (since.compareTo(BACK.negated()) < 0) {
      findings.lacking(AdesText.BEFORE_AUTHENTICATION);
    } else if (since.compareTo(FRESH) > 0) {
      findings.lacking(AdesText.STALE, issued, context.authenticationInstant());
    } else {
      findings.found(AdesText.FRESH, issued, context.authenticationInstant());
    }
  }

  private static void addLevel(Findings findings, String classRef) {
    Optional<LevelOfAssurance> level = LevelOfAssurance.of(classRef);
    if (level.isEmpty()) {
      findings.lacking(AdesText.LEVEL_UNKNOWN, classRef);
      return;
    }
    boolean enough =
        switch (level.get().level()) {
          case LEVEL_1, LOW -> false;
          case LEVEL_2, LEVEL_3, LEVEL_4, SUBSTANTIAL, HIGH -> true;
        };
    if (enough) {
      findings.found(AdesText.LEVEL_ENOUGH, classRef);
    } else {
      findings.lacking(AdesText.LEVEL_TOO_LOW, classRef);
    }
    if (enough && level.get().kind() == LevelOfAssurance.Kind.UNCERTIFIED) {
      findings.found(AdesText.LEVEL_UNCERTIFIED, classRef);
    }
  }

  /** The signature activation data, where the certificate carries them (profile 2.3.2.1). */
  private static void addActivation(Findings findings, AuthContext context) {
    String sad = context.information().get(Attribute.SAD.oidName());
    if (sad == null) {
      findings.found(AdesText.SAD_MISSING);
      return;
    }
    try {
      JWTClaimsSet claims = SignedJWT.parse(sad).getJWTClaimsSet();
      Map<String, Object> extension = claims.getJSONObjectClaim("seElnSadext");
      findings.found(AdesText.SAD_FOUND, extension.get("reqid"), extension.get("docs"));
    } catch (ParseException | RuntimeException unreadable) {
      findings.found(AdesText.SAD_MISSING);
    }
  }
}
