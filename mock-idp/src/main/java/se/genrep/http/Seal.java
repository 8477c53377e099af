package se.genrep.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/**
 * Seals what travels in the browser, so that no server keeps it: any process with the same data
 * folder can open it.
 *
 * <p>Format: base64url without padding of one version byte, a 12-byte nonce and the AES-256-GCM
 * ciphertext with its 16-byte tag. It is bound to a purpose, which is authenticated with it.
 */
public final class Seal {

  private static final byte VERSION = 2;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param pki keeps the key, in a file that only its owner can read
   */
  public Seal(TestPki pki) {
    this.key = key(pki);
  }

  /**
   * The key, derived (HMAC as in HKDF-Extract) from the number that is a private key made for this
   * alone. Not from its encoding, which is another after it was written and read.
   */
  private static SecretKeySpec key(TestPki pki) {
    ECPrivateKey secret = (ECPrivateKey) pki.credential("sealed-state", KeyType.P_256).privateKey();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("genrep sealed state 1".getBytes(StandardCharsets.UTF_8), "Hmac"));
      return new SecretKeySpec(mac.doFinal(secret.getS().toByteArray()), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /** The sealed text, of characters that need no escaping in a form or a cookie. */
  public String seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
      ByteBuffer sealed = ByteBuffer.allocate(LEAST_BYTES + plain.length);
      sealed.put(VERSION).put(nonce).put(cipher.doFinal(plain));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the state cannot be sealed", e);
    }
  }

  /**
   * What {@link #seal} took; empty when it was changed, or was sealed for another purpose or with
   * another data folder.
   */
  public Optional<byte[]> open(String sealed, String purpose) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < LEAST_BYTES || bytes[0] != VERSION) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, purpose)
              .doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
