package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The transformed identifiers of the metadata query protocol (SAML profile of MDQ, 2.2.2). */
final class Sha1 {

  private Sha1() {}

  /** The SHA-1 of an entityID in UTF-8, as 40 lower-case hex digits. */
  static String hex(String entityId) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(entityId.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }
}
