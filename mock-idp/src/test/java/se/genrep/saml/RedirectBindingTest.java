package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
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

  /** OpenSAML writes ECDSA values in queries as DER. */
  @Test
  void anEcdsaValueInDerVerifiesToo() throws GeneralSecurityException {
    Credential signer = TestPki.inMemory(Clock.systemUTC()).credential("signer", KeyType.P_256);
    QuerySignature sideBySide =
        RedirectBinding.decode(RedirectBinding.encode(XML, null, signer)).signature().orElseThrow();
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(signer.privateKey());
    der.update(sideBySide.signed());
    byte[] value = der.sign();
    assertTrue(
        new QuerySignature(sideBySide.algorithm(), sideBySide.signed(), value)
            .verifies(signer.certificate().getPublicKey()));
    value[value.length - 1] ^= 1;
    assertFalse(
        new QuerySignature(sideBySide.algorithm(), sideBySide.signed(), value)
            .verifies(signer.certificate().getPublicKey()));
  }

  @Test
  void anotherEncodingThanDeflateIsRefused() {
    String query = RedirectBinding.encode(XML, null, null);
    String deflate = "urn%3Aoasis%3Anames%3Atc%3ASAML%3A2.0%3Abindings%3AURL-Encoding%3ADEFLATE";
    assertArrayEquals(XML, RedirectBinding.decode(query + "&SAMLEncoding=" + deflate).xml());
    assertThrows(
        MalformedMessage.class, () -> RedirectBinding.decode(query + "&SAMLEncoding=urn%3Ax"));
  }

  /** A thousand times smaller than what it inflates to. */
  @Test
  void aBombIsLeftBeforeItIsLarge() {
    String query = RedirectBinding.encode(new byte[64 << 20], null, null);
    assertTrue(query.length() < 100_000);
    MalformedMessage refused =
        assertThrows(MalformedMessage.class, () -> RedirectBinding.decode(query));
    assertTrue(refused.getMessage().contains("more than " + RedirectBinding.MOST_BYTES));
    byte[] most = new byte[RedirectBinding.MOST_BYTES];
    assertArrayEquals(most, RedirectBinding.decode(RedirectBinding.encode(most, null, null)).xml());
  }
}
