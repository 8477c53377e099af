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
    return EncryptionChoice.of(key)
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
}
