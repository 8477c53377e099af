package se.genrep.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.Limits;

/** Verifies Signature Activation Data that was asked for (SAP 3.2.3). */
final class SadJudge {

  static final String VERSION = "1.0";

  private static final String EXTENSION = "seElnSadext";

  private final String entityId;
  private final Checks checks;

  SadJudge(String entityId, Checks checks) {
    this.entityId = entityId;
    this.checks = checks;
  }

  void judge(PendingSignature pending, Assertion assertion, EntityMetadata idp, Instant now)
      throws SignError {
    if (pending.sadRequest().isEmpty()) {
      return;
    }
    Optional<String> value = assertion.value(Attribute.SAD);
    checks.authentic(
        ServiceCheck.SAD_PRESENT,
        value.isPresent(),
        "The assertion has no SAD, which was asked for (SAP 2.2)");
    if (value.isEmpty()) {
      return;
    }
    try {
      judge(SignedJWT.parse(value.get()), pending, assertion, idp, now);
    } catch (ParseException e) {
      checks.authentic(ServiceCheck.SAD_PRESENT, false, "The SAD is not a signed JWT (SAP 3.2.1)");
    }
  }

  private void judge(
      SignedJWT sad, PendingSignature pending, Assertion assertion, EntityMetadata idp, Instant now)
      throws SignError, ParseException {
    List<X509Certificate> keys =
        idp.identityProvider().map(role -> role.keys().signing()).orElse(List.of());
    checks.authentic(
        ServiceCheck.SAD_SIGNATURE,
        keys.stream().anyMatch(certificate -> verifies(sad, certificate.getPublicKey())),
        "The SAD is not signed with a key in the metadata of " + idp.entityId());
    JWTClaimsSet claims = sad.getJWTClaimsSet();
    Map<String, Object> extension =
        Objects.requireNonNullElse(claims.getJSONObjectClaim(EXTENSION), Map.of());
    equal(ServiceCheck.SAD_VERSION, "ver", extension.getOrDefault("ver", VERSION), VERSION);
    checks.authentic(
        ServiceCheck.SAD_AUDIENCE,
        claims.getAudience().equals(List.of(entityId)),
        "The SAD is for " + claims.getAudience() + ", not for " + entityId);
    checks.authentic(
        ServiceCheck.SAD_ISSUER,
        assertion.issuer().equals(claims.getIssuer())
            || assertion.authorities().contains(Objects.toString(claims.getIssuer())),
        "The SAD is issued by '" + claims.getIssuer() + "', not by " + assertion.issuer());
    checks.authentic(
        ServiceCheck.SAD_TIMES,
        isTimely(claims.getIssueTime(), claims.getExpirationTime(), now),
        "The SAD is not valid at " + now);
    equal(ServiceCheck.SAD_IN_RESPONSE_TO, "irt", extension.get("irt"), pending.sadRequest().get());
    equal(ServiceCheck.SAD_LEVEL, "loa", extension.get("loa"), assertion.context());
    equal(ServiceCheck.SAD_REQUEST, "reqid", extension.get("reqid"), pending.request().id());
    equal(
        ServiceCheck.SAD_DOCUMENTS,
        "docs",
        extension.get("docs") instanceof Number docs ? docs.longValue() : extension.get("docs"),
        (long) pending.request().tasks().size());
    String attribute = Objects.toString(extension.get("attr"), "");
    checks.authentic(
        ServiceCheck.SAD_SUBJECT,
        claims.getSubject() != null
            && assertion
                .attribute(attribute)
                .filter(named -> named.values().contains(claims.getSubject()))
                .isPresent(),
        "The subject of the SAD is not the value of '" + attribute + "' in the assertion");
  }

  private void equal(ServiceCheck check, String claim, Object said, Object wanted)
      throws SignError {
    checks.authentic(
        check,
        wanted.equals(said),
        "The claim " + claim + " of the SAD is '" + said + "', not '" + wanted + "'");
  }

  private static boolean isTimely(Date issued, Date end, Instant now) {
    return issued != null
        && end != null
        && !issued.toInstant().isAfter(now.plus(Limits.CLOCK_SKEW))
        && end.toInstant().isAfter(now.minus(Limits.CLOCK_SKEW));
  }

  private static boolean verifies(SignedJWT sad, PublicKey key) {
    try {
      JWSVerifier verifier;
      if (key instanceof RSAPublicKey rsa) {
        verifier = new RSASSAVerifier(rsa);
      } else if (key instanceof ECPublicKey elliptic) {
        verifier = new ECDSAVerifier(elliptic);
      } else {
        return false;
      }
      return sad.verify(verifier);
    } catch (JOSEException notOfThisKey) {
      return false;
    }
  }
}
