package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.pki.KeyType;

class OneTimeKeysTest {

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"RSA_2048", "RSA_3072", "P_256", "P_384"})
  void noKeyIsGivenTwice(KeyType type) {
    try (OneTimeKeys keys = new OneTimeKeys()) {
      Set<PublicKey> seen = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        try (OneTimeKey key = keys.take(type)) {
          assertTrue(type.matches(key.publicKey()));
          assertTrue(seen.add(key.publicKey()));
        }
      }
    }
  }

  @Test
  void aKeyThatIsClosedSignsNoMore() {
    try (OneTimeKeys keys = new OneTimeKeys()) {
      OneTimeKey key = keys.take(KeyType.P_256);
      key.close();
      assertThrows(
          IllegalStateException.class,
          () -> key.sign(SignatureMethod.ECDSA_SHA256, new byte[1], SignatureMethod.Encoding.DER));
    }
  }

  @Test
  void whatIsClosedKeepsNoKeys() {
    OneTimeKeys keys = new OneTimeKeys();
    keys.take(KeyType.P_256).close();
    keys.close();
    assertEquals(0, keys.waiting(KeyType.RSA_2048));
  }
}
