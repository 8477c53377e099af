package se.genrep.reference;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/** Decrypts a saml:EncryptedAssertion (DP 8.3, 8.4). */
final class Opener {

  /** Octets of an AES block, and so of the tag of AES-GCM. */
  private static final int BLOCK = 16;

  /** Octets of the nonce of AES-GCM in XML Encryption. */
  private static final int NONCE = 12;

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
      oaep(encrypted);
      return policy.makes(Check.CIPHER_AUTHENTICATED) ? decrypt(encrypted) : trusting(encrypted);
    } catch (RuntimeException e) {
      throw cannot(); // the library meets odd input with whatever exception comes first
    }
  }

  private XmlNode decrypt(XmlNode encrypted) {
    try {
      XmlNode plain = XmlDecrypter.decrypt(encrypted, policy.keys().encryption().privateKey());
      policy.done(Check.OWN_KEY);
      policy.done(Check.CIPHER_AUTHENTICATED);
      return plain;
    } catch (RuntimeException e) {
      if (policy.makes(Check.OWN_KEY)) {
        throw e;
      }
      return XmlDecrypter.decrypt(encrypted, policy.keys().ofAnother().get().privateKey());
    }
  }

  /** AES-GCM without its tag: counter mode, from the block after the one of the tag. */
  private XmlNode trusting(XmlNode encrypted) {
    try {
      return decrypt(encrypted);
    } catch (RuntimeException e) {
      Key key = XmlDecrypter.contentKey(encrypted, policy.keys().encryption().privateKey());
      XmlNode data = encrypted.at("xenc:EncryptedData");
      byte[] all =
          Base64.getMimeDecoder().decode(data.at("xenc:CipherData/xenc:CipherValue").text());
      byte[] counter = Arrays.copyOf(all, BLOCK);
      Arrays.fill(counter, NONCE, BLOCK, (byte) 0);
      counter[BLOCK - 1] = 2;
      try {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
        return XmlNode.root(Xml.parse(cipher.doFinal(all, NONCE, all.length - NONCE - BLOCK)));
      } catch (GeneralSecurityException unexpected) {
        throw new IllegalStateException("AES in counter mode fails", unexpected);
      }
    }
  }

  private void oaep(XmlNode encrypted) throws Refusal {
    boolean usual =
        encrypted.everywhere("ds:DigestMethod").stream()
            .allMatch(each -> each.attribute("Algorithm").orElse("").equals(Algorithm.SHA1.uri()));
    if (!usual && !policy.makes(Check.OAEP_DIGESTS)) {
      throw new Refusal(Check.OAEP_DIGESTS, "that digest of OAEP is not understood here");
    }
    policy.done(Check.OAEP_DIGESTS);
  }

  private void understood(String block) throws Refusal {
    if (!policy.makes(Check.ALGORITHMS_SUPPORTED) && !block.equals(Algorithm.AES256_CBC.uri())) {
      throw new Refusal(Check.ALGORITHMS_SUPPORTED, "'" + block + "' is not understood here");
    }
    if (!policy.makes(Check.MANDATORY_ENCRYPTION) && block.equals(Algorithm.AES256_CBC.uri())) {
      throw new Refusal(Check.MANDATORY_ENCRYPTION, "'" + block + "' is out of date here");
    }
    policy.done(Check.MANDATORY_ENCRYPTION);
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
