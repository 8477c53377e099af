package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import se.genrep.deviation.Protection;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.federation.EntityMetadata.EncryptionMethod;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.pki.Credential;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/**
 * Chooses keys and algorithms for a service provider (DP-6.1-10 to -12): its first key that can be
 * encrypted to, and the first methods it declares that are supported here, otherwise the mandatory
 * ones of DP chapter 8. Chosen once for each version of its metadata.
 */
final class ProtectionChoice {

  private record Chosen(
      EntityMetadata metadata, Credential signer, Optional<Protection> protection) {}

  private static final List<String> WRAPS =
      List.of(
          EncryptionAlgorithm.WRAP_AES128,
          EncryptionAlgorithm.WRAP_AES192,
          EncryptionAlgorithm.WRAP_AES256);

  private final Supplier<Credential> signers;
  private final List<String> signatures;
  private final Map<String, Chosen> known = new ConcurrentHashMap<>();

  /**
   * @param signers the key that signs now; a rollover changes it
   * @param signatures the signature methods that the identity provider uses
   */
  ProtectionChoice(Supplier<Credential> signers, List<String> signatures) {
    this.signers = signers;
    this.signatures = signatures;
  }

  /** Empty when the metadata has no key that an assertion can be encrypted to. */
  Optional<Protection> of(EntityMetadata sp) {
    Credential signer = signers.get();
    Chosen chosen = known.get(sp.entityId());
    if (chosen == null || chosen.metadata() != sp || chosen.signer() != signer) {
      chosen = new Chosen(sp, signer, choose(signer, sp.sp()));
      known.put(sp.entityId(), chosen);
    }
    return chosen.protection();
  }

  /** Signs only; for an answer without an assertion. */
  Protection forError(EntityMetadata sp) {
    Credential signer = signers.get();
    return new Protection(
        signer,
        signature(signer, sp.sp()),
        true,
        false,
        Optional.empty(),
        EncryptionAlgorithm.MANDATORY);
  }

  private Optional<Protection> choose(Credential signer, SpRole role) {
    return role.keys().encryption().stream()
        .flatMap(key -> encryptedTo(signer, role, key).stream())
        .findFirst();
  }

  /** DP-6.1-12: empty when nothing can be encrypted to the key. */
  private Optional<Protection> encryptedTo(Credential signer, SpRole role, EncryptionKey key) {
    return encryption(key)
        .map(
            algorithm ->
                new Protection(
                    signer,
                    signature(signer, role),
                    true,
                    role.wantAssertionsSigned(), // DP-6.1-06
                    Optional.<X509Certificate>of(key.certificate()),
                    algorithm));
  }

  /** DP-6.1-10, -11: what it prefers of what is used here, else what everybody supports. */
  private SignatureAlgorithm signature(Credential signer, SpRole role) {
    SignatureAlgorithm mandatory = SignatureAlgorithm.mandatoryFor(signer.privateKey());
    List<String> fitting = AlgorithmRules.forKey(signer.privateKey().getAlgorithm(), signatures);
    return new SignatureAlgorithm(
        AlgorithmRules.firstOf(role.algorithms().signing(), fitting).orElse(mandatory.signature()),
        AlgorithmRules.firstOf(role.algorithms().digest(), AlgorithmRules.DIGESTS)
            .orElse(mandatory.digest()));
  }

  private static Optional<EncryptionAlgorithm> encryption(EncryptionKey key) {
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
