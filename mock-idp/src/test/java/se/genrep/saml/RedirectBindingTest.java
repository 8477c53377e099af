package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.RedirectBinding.QuerySignature;
import se.genrep.saml.RedirectBinding.Received;

/** What the binding writes, it reads: SAML bindings 3.4.4. */
class RedirectBindingTest {

  private static final byte[] XML = "<a>åäö</a>".getBytes(StandardCharsets.UTF_8);

  @Test
  void aSignedQueryVerifiesWithTheSignersKeyAlone() {
    TestPki pki = TestPki.inMemory(Clock.systemUTC());
    for (KeyType type : List.of(KeyType.P_256, KeyType.RSA_2048)) {
      Credential signer = pki.credential("signer", type);
      Received received = RedirectBinding.decode(RedirectBinding.encode(XML, "r & å", signer));
      assertArrayEquals(XML, received.xml());
      assertEquals(Optional.of("r & å"), received.relayState());
      QuerySignature signature = received.signature().orElseThrow();
      assertTrue(signature.verifies(signer.certificate().getPublicKey()), type.name());
      Credential other = pki.credential("other", type);
      assertFalse(signature.verifies(other.certificate().getPublicKey()), type.name());
    }
  }
}
