package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.genrep.deviation.Protection;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.federation.EntityMetadata.EncryptionMethod;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.pki.Credential;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/**
 * Chooses keys and algorithms for a service provider (DP-6.1-10 to -12): the first it declares that
 * is supported here, otherwise the mandatory ones of DP chapter 8. Chosen once for each version of
 * its metadata.
 */
final class ProtectionChoice {

  private record Chosen(EntityMetadata metadata, Optional<Protection> protection) {}

  private final Credential signer;
  private final Map<String, Chosen> known = new ConcurrentHashMap<>();

  ProtectionChoice(Credential signer) {
    this.signer = signer;
  }

  /** Empty when the metadata has no key that an assertion can be encrypted to. */
  Optional<Protection> of(EntityMetadata sp) {
    Chosen chosen = known.get(sp.entityId());
    if (chosen == null || chosen.metadata() != sp) {
      chosen = new Chosen(sp, choose(sp.sp()));
      known.put(sp.entityId(), chosen);
    }
    return chosen.protection();
  }

  /** Signs only; for an answer without an assertion. */
  Protection forError(EntityMetadata sp) {
    return new Protection(
        signer, signature(sp.sp()), true, false, Optional.empty(), EncryptionAlgorithm.MANDATORY);
  }

  private Optional<Protection> choose(SpRole role) {
    return role.keys().encryption().stream()
        .filter(key -> key.certificate().getPublicKey().getAlgorithm().equals("RSA"))
        .findFirst()
        .map(
            key ->
                new Protection(
                    signer,
                    signature(role),
                    true,
                    role.wantAssertionsSigned(), // DP-6.1-06
                    Optional.<X509Certificate>of(key.certificate()),
                    encryption(key)));
  }

  private SignatureAlgorithm signature(SpRole role) {
    SignatureAlgorithm mandatory = SignatureAlgorithm.mandatoryFor(signer.privateKey());
    boolean ec = signer.privateKey().getAlgorithm().equals("EC");
    List<String> fitting =
        AlgorithmRules.SIGNATURES.stream()
            .filter(uri -> uri.toLowerCase(Locale.ROOT).contains(ec ? "#ecdsa-" : "#rsa-"))
            .toList();
    return new SignatureAlgorithm(
        AlgorithmRules.firstOf(role.algorithms().signing(), fitting).orElse(mandatory.signature()),
        AlgorithmRules.firstOf(role.algorithms().digest(), AlgorithmRules.DIGESTS)
            .orElse(mandatory.digest()));
  }

  /** Never RSA 1.5 (DP-8-11), even when it is the only one declared. */
  private static EncryptionAlgorithm encryption(EncryptionKey key) {
    EncryptionAlgorithm mandatory = EncryptionAlgorithm.MANDATORY;
    List<String> declared = key.methods().stream().map(EncryptionMethod::algorithm).toList();
    String block =
        AlgorithmRules.firstOf(declared, AlgorithmRules.BLOCK_ENCRYPTIONS)
            .orElse(mandatory.block());
    return key.methods().stream()
        .flatMap(method -> keyTransport(method, block).stream())
        .findFirst()
        .orElse(mandatory.withBlock(block));
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
