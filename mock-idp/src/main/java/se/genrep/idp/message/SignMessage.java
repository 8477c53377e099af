package se.genrep.idp.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a signature service wants shown to who signs (DP 7.1.1, DSS extension 3.1.2).
 *
 * @param text in the clear, also when it came encrypted
 * @param mustShow no assertion without the message having been shown
 */
public record SignMessage(MessageFormat format, String text, boolean mustShow) {

  private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  /** The value of signMessageDigest: algorithm and digest of the UTF-8 bytes (ATTR 3.2.4). */
  public String digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return SHA_256 + ";" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
