package se.genrep.idp.sap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.pki.Credential;
import se.genrep.registry.Algorithm;

/**
 * Signature Activation Data (SAP 3.2): what the signer agreed to, as claims of a JWT.
 *
 * @param request what is answered
 * @param issuer the entityID of the identity provider
 * @param id names this SAD, never the same twice
 * @param attribute the URI name of the attribute that holds the signer's unique identifier
 * @param subject its value, which is in the assertion too
 * @param context the authentication context URI that the signer was authenticated under
 * @param issued when
 * @param validity how long from then
 */
public record Sad(
    SadRequest request,
    String issuer,
    String id,
    String attribute,
    String subject,
    String context,
    Instant issued,
    Duration validity) {

  /**
   * The JWT in its compact form.
   *
   * @param signer the key that signs responses (DP-7.1.2-05)
   * @param method the signature method URI of responses (DP-7.1.2-06)
   */
  public String signed(Credential signer, String method) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .audience(request.requester())
            .issuer(issuer)
            .expirationTime(Date.from(issued.plus(validity)))
            .issueTime(Date.from(issued))
            .jwtID(id)
            .claim("seElnSadext", extension())
            .build();
    try {
      JWSHeader header =
          new JWSHeader.Builder(algorithm(signer, method)).type(JOSEObjectType.JWT).build();
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(signer(signer));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a SAD cannot be signed with '" + signer.name() + "'", e);
    }
  }

  /** SAP 3.2.1.2. */
  private Map<String, Object> extension() {
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("ver", request.version());
    extension.put("irt", request.id());
    extension.put("attr", attribute);
    extension.put("loa", context);
    extension.put("reqid", request.signRequest());
    extension.put("docs", request.documents());
    return extension;
  }

  private static JWSSigner signer(Credential signer) throws JOSEException {
    return signer.privateKey() instanceof ECPrivateKey elliptic
        ? new ECDSASigner(elliptic)
        : new RSASSASigner(signer.privateKey());
  }

  /**
   * DP-7.1.2-06: the equivalent of the method of responses. JWS binds the digest of ECDSA to the
   * curve (RFC 7518, 3.4), so with P-384 and P-521 it is the curve's, whatever XML is signed with.
   */
  private static JWSAlgorithm algorithm(Credential signer, String method) {
    if (signer.privateKey() instanceof ECPrivateKey elliptic) {
      return switch (elliptic.getParams().getOrder().bitLength()) {
        case 256 -> JWSAlgorithm.ES256;
        case 384 -> JWSAlgorithm.ES384;
        default -> JWSAlgorithm.ES512;
      };
    }
    return switch (Algorithm.of(method).orElse(Algorithm.RSA_SHA256)) {
      case RSA_SHA384 -> JWSAlgorithm.RS384;
      case RSA_SHA512 -> JWSAlgorithm.RS512;
      case RSA_PSS_SHA256 -> JWSAlgorithm.PS256;
      case RSA_PSS_SHA384 -> JWSAlgorithm.PS384;
      case RSA_PSS_SHA512 -> JWSAlgorithm.PS512;
      default -> JWSAlgorithm.RS256;
    };
  }
}
