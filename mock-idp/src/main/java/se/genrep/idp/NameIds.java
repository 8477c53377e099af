package se.genrep.idp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.genrep.federation.EntityMetadata;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;

/**
 * Name identifiers (DP 3, DP-6.2-07 to -09). A persistent one is a keyed hash of identity provider,
 * service provider and person: the same each time, another for another service, and it reveals
 * nothing without the key, which the data folder keeps.
 */
final class NameIds {

  static final String PERSISTENT = NameIdFormat.PERSISTENT.uri();
  static final String TRANSIENT = NameIdFormat.TRANSIENT.uri();
  private static final String UNSPECIFIED = NameIdFormat.UNSPECIFIED.uri();

  private final SecretKeySpec key;
  private final Supplier<String> ids;

  NameIds(TestPki pki, Supplier<String> ids) {
    this.key = new SecretKeySpec(secret(pki), "HmacSHA256");
    this.ids = ids;
  }

  /**
   * The format to use: that of the request, else the first of the metadata that is supported here,
   * else persistent (DP-3-04, DP-3-05).
   */
  static String format(XmlNode request, EntityMetadata sp) throws RefusedRequest {
    Optional<XmlNode> policy = request.find("samlp:NameIDPolicy");
    Optional<String> qualifier = policy.flatMap(p -> p.attribute("SPNameQualifier"));
    if (qualifier.isPresent() && !qualifier.get().equals(sp.entityId())) {
      throw invalid("Identifiers of another namespace, '" + qualifier.get() + "', are not made");
    }
    Optional<String> asked =
        policy.flatMap(p -> p.attribute("Format")).filter(f -> !f.equals(UNSPECIFIED));
    if (asked.isPresent()) {
      if (!asked.get().equals(PERSISTENT) && !asked.get().equals(TRANSIENT)) {
        throw invalid("The name identifier format '" + asked.get() + "' is not supported");
      }
      return asked.get();
    }
    List<String> declared = sp.sp().nameIdFormats();
    return AlgorithmRules.firstOf(declared, List.of(PERSISTENT, TRANSIENT)).orElse(PERSISTENT);
  }

  private static RefusedRequest invalid(String message) {
    return new RefusedRequest(StatusCode.REQUESTER, StatusCode.INVALID_NAME_IDPOLICY, message);
  }

  String make(String format, String idp, String sp, String person) {
    return format.equals(TRANSIENT) ? ids.get() : persistent(idp, sp, person);
  }

  /**
   * SAML core 2.7.2: the same for each assertion of a session to one service provider, and of no
   * help to two that compare theirs.
   */
  String sessionIndex(String session, String sp) {
    return "_" + hash(session + "\n" + sp);
  }

  private String persistent(String idp, String sp, String person) {
    return hash(idp + "\n" + sp + "\n" + person);
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /** Taken from a key of its own, made for this alone, so that it lives as long as the folder. */
  private static byte[] secret(TestPki pki) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("genrep name identifiers\n".getBytes(StandardCharsets.UTF_8));
      return digest.digest(
          pki.credential("name-identifiers", KeyType.P_256).privateKey().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
