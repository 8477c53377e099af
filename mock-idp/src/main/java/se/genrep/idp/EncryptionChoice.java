package se.genrep.idp;

import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.federation.EntityMetadata.EncryptionMethod;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/**
 * Chooses how to encrypt to a key of metadata: the first methods that go with it which are
 * supported here, otherwise the mandatory ones of DP chapter 8 (DP-6.1-10 to -12, DP 7.1.1).
 */
public final class EncryptionChoice {

  private static final List<String> WRAPS =
      List.of(
          EncryptionAlgorithm.WRAP_AES128,
          EncryptionAlgorithm.WRAP_AES192,
          EncryptionAlgorithm.WRAP_AES256);

  private EncryptionChoice() {}

  /** Empty when nothing can be encrypted to the key. */
  public static Optional<EncryptionAlgorithm> of(EncryptionKey key) {
    List<String> declared = key.methods().stream().map(EncryptionMethod::algorithm).toList();
    String block =
        AlgorithmRules.firstOf(declared, AlgorithmRules.BLOCK_ENCRYPTIONS)
            .orElse(EncryptionAlgorithm.MANDATORY.block());
    return switch (key.certificate().getPublicKey().getAlgorithm()) {
      case "RSA" -> Optional.of(transport(key, block));
      case "EC" -> agreement(key, declared, block);
      default -> Optional.empty();
    };
  }

  /** Never RSA 1.5 (DP-8-11), even when it is the only one declared. */
  private static EncryptionAlgorithm transport(EncryptionKey key, String block) {
    return key.methods().stream()
        .flatMap(method -> keyTransport(method, block).stream())
        .findFirst()
        .orElse(EncryptionAlgorithm.MANDATORY.withBlock(block));
  }

  /**
   * DP-8-03: an EC key is for signatures, unless the peer says that it agrees on keys with it
   * (DP-8-07). The digest is that of ECDH-ES where one is declared, and the content key is wrapped
   * with a key as long as itself unless the peer prefers another.
   */
  private static Optional<EncryptionAlgorithm> agreement(
      EncryptionKey key, List<String> declared, String block) {
    return key.methods().stream()
        .filter(method -> method.algorithm().equals(EncryptionAlgorithm.ECDH_ES))
        .findFirst()
        .map(
            method ->
                EncryptionAlgorithm.agreement(
                    block,
                    AlgorithmRules.DIGESTS.contains(String.valueOf(method.digest()))
                        ? method.digest()
                        : SignatureAlgorithm.SHA256,
                    AlgorithmRules.firstOf(declared, WRAPS).orElse(wrap(block))));
  }

  private static String wrap(String block) {
    if (block.contains("128")) {
      return EncryptionAlgorithm.WRAP_AES128;
    }
    return block.contains("192")
        ? EncryptionAlgorithm.WRAP_AES192
        : EncryptionAlgorithm.WRAP_AES256;
  }

  /**
   * RSA-OAEP as the peer declares it. Without a digest it means SHA-1 padding (DP 8.4); a digest
   * outside 8.1 is not used. xmlenc11#rsa-oaep is not in chapter 8, but a peer may declare it
   * (DP-8-07).
   */
  private static Optional<EncryptionAlgorithm> keyTransport(EncryptionMethod method, String block) {
    boolean mgf1p = method.algorithm().equals(EncryptionAlgorithm.RSA_OAEP_MGF1P);
    boolean oaep11 = method.algorithm().equals(EncryptionAlgorithm.RSA_OAEP_11);
    boolean sha1 = method.digest() == null || method.digest().equals(SignatureAlgorithm.SHA1);
    if (!mgf1p && !oaep11 || !sha1 && !AlgorithmRules.DIGESTS.contains(method.digest())) {
      return Optional.empty();
    }
    return Optional.of(
        new EncryptionAlgorithm(
            block,
            method.algorithm(),
            sha1 ? SignatureAlgorithm.SHA1 : method.digest(),
            oaep11 ? method.mgf() : null));
  }
}
