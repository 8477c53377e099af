package se.genrep.reference;

import java.util.Optional;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/** Decrypts a saml:EncryptedAssertion (DP 8.3, 8.4). */
final class Opener {

  private final Policy policy;

  Opener(Policy policy) {
    this.policy = policy;
  }

  /** The plain element, the root of a document of its own. */
  XmlNode open(XmlNode encrypted) throws Refusal {
    try {
      XmlDecrypter.Methods methods = XmlDecrypter.methods(encrypted);
      permitted(methods.block(), Use.BLOCK_ENCRYPTION);
      permitted(methods.keyTransport(), Use.KEY_TRANSPORT);
      understood(methods.block());
      return decrypt(encrypted);
    } catch (RuntimeException e) {
      throw cannot(); // the library meets odd input with whatever exception comes first
    }
  }

  private XmlNode decrypt(XmlNode encrypted) {
    try {
      XmlNode plain = XmlDecrypter.decrypt(encrypted, policy.keys().encryption().privateKey());
      policy.done(Check.OWN_KEY);
      return plain;
    } catch (RuntimeException e) {
      if (policy.makes(Check.OWN_KEY)) {
        throw e;
      }
      return XmlDecrypter.decrypt(encrypted, policy.keys().ofAnother().get().privateKey());
    }
  }

  private void understood(String block) throws Refusal {
    if (!policy.makes(Check.ALGORITHMS_SUPPORTED) && !block.equals(Algorithm.AES256_CBC.uri())) {
      throw new Refusal(Check.ALGORITHMS_SUPPORTED, "'" + block + "' is not understood here");
    }
  }

  private void permitted(String uri, Use use) throws Refusal {
    Optional<Algorithm> known = Algorithm.of(uri);
    policy.require(
        Check.ENCRYPTION_ALGORITHM,
        known.filter(algorithm -> algorithm.use() == use && algorithm.listed()).isPresent(),
        "the encryption method '" + uri + "' is not permitted (DP 8.3, 8.4)");
  }

  /** Always the same words: what exactly went wrong helps only who guesses at the plain text. */
  private static Refusal cannot() {
    return Refusal.form("the assertion cannot be decrypted with the key of this service provider");
  }
}
