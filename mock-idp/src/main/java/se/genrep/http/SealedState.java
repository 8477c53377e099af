package se.genrep.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/**
 * Seals what is under way, so that it travels in the browser and no server keeps it: any process
 * with the same data folder can take the next step.
 *
 * <p>Format: base64url without padding of one version byte, a 12-byte nonce and the AES-256-GCM
 * ciphertext with its 16-byte tag. The plaintext begins with the time it expires, in seconds. It is
 * bound to one identity provider: the entityID is authenticated with it.
 */
final class SealedState {

  /** How long a person can take at a page. */
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param pki keeps the key, in a file that only its owner can read
   */
  SealedState(TestPki pki, Clock clock) {
    this.key = key(pki);
    this.clock = clock;
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

  /** The sealed text, of the characters that need no escaping in a form. */
  String seal(Pending pending, String idp) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = write(pending);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, idp);
      ByteBuffer sealed = ByteBuffer.allocate(LEAST_BYTES + plain.length);
      sealed.put(VERSION).put(nonce).put(cipher.doFinal(plain));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the state cannot be sealed", e);
    }
  }

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws Problem when it was changed, was sealed for another identity provider or with another
   *     data folder, or has expired
   */
  Pending open(String sealed, String idp) {
    byte[] plain;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < LEAST_BYTES || bytes[0] != VERSION) {
        throw notOurs();
      }
      byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
      plain =
          cipher(Cipher.DECRYPT_MODE, nonce, idp)
              .doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw notOurs();
    }
    return read(plain);
  }

  private static Problem notOurs() {
    return new Problem(
        400,
        Text.STATE_FOREIGN,
        Text.START_AGAIN,
        "The field 'state' was changed on its way, or is of another identity provider or data"
            + " folder");
  }

  private Cipher cipher(int mode, byte[] nonce, String idp) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(idp.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] write(Pending pending) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(clock.instant().plus(LIFETIME).getEpochSecond());
      PendingForm.write(pending, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Pending read(byte[] plain) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
      Instant expires = Instant.ofEpochSecond(in.readLong());
      if (!clock.instant().isBefore(expires)) {
        throw new Problem(
            400,
            Text.STATE_EXPIRED,
            Text.START_AGAIN,
            "The page was made more than " + LIFETIME.toMinutes() + " minutes ago");
      }
      return PendingForm.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
