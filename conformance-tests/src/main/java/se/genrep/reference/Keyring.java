package se.genrep.reference;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.saml.XmlNode;

/** Judges by whom and how a signature was made (DP 6.3.1, 8.1, 8.2). */
final class Keyring {

  /** Whose key verifies a signature. */
  private enum Signer {
    ISSUER,
    OTHER_MEMBER,
    STRANGER,
    NOBODY
  }

  private final Policy policy;
  private final List<PublicKey> issuer;
  private final List<PublicKey> others;

  Keyring(Policy policy) {
    this.policy = policy;
    this.issuer = issuer(policy);
    this.others =
        policy.setup().members().stream()
            .flatMap(Setup::signingKeys)
            .distinct()
            .filter(key -> !issuer.contains(key))
            .toList();
  }

  /** The issuer's keys for signing; for one that is careless those for encryption too. */
  private static List<PublicKey> issuer(Policy policy) {
    EntityMetadata idp = policy.setup().idp();
    Stream<PublicKey> encryption =
        idp.identityProvider().stream()
            .flatMap(role -> role.keys().encryption().stream())
            .map(key -> key.certificate().getPublicKey());
    return Stream.concat(
            Setup.signingKeys(idp),
            policy.makes(Check.KEY_USE) ? Stream.<PublicKey>empty() : encryption)
        .toList();
  }

  /** Refuses a signature by the wrong key, the wrong method, or one that does not verify. */
  void judge(XmlNode signature, Function<String, Optional<Element>> targets) throws Refusal {
    algorithms(signature);
    understood(signature);
    Signer signer =
        policy.makes(Check.SIGNATURE_VALUE) ? verified(signature, targets) : claimed(signature);
    policy.require(
        Check.SIGNATURE_VALUE,
        signer != Signer.NOBODY,
        "the signature does not verify: the message was changed or another key signed it");
    policy.require(
        Check.SIGNER_KNOWN,
        signer != Signer.STRANGER,
        "the signature was made with a key that no metadata knows");
    policy.require(
        Check.SIGNER_IS_ISSUER,
        signer != Signer.OTHER_MEMBER,
        "the signature was made with the key of another member of the federation");
  }

  private void algorithms(XmlNode signature) throws Refusal {
    String method = Signatures.method(signature);
    policy.require(
        Check.SIGNATURE_ALGORITHM,
        listed(method, Use.SIGNATURE),
        "the signature method '" + method + "' is not permitted (DP 8.2)");
    for (String digest : Signatures.digests(signature)) {
      policy.require(
          Check.SIGNATURE_ALGORITHM,
          listed(digest, Use.DIGEST),
          "the digest method '" + digest + "' is not permitted (DP 8.1)");
    }
  }

  private void understood(XmlNode signature) throws Refusal {
    boolean usual =
        Signatures.method(signature).equals(Algorithm.RSA_SHA256.uri())
            && Signatures.digests(signature).stream().allMatch(Algorithm.SHA256.uri()::equals);
    if (!usual && !policy.makes(Check.ALGORITHMS_SUPPORTED)) {
      throw new Refusal(
          Check.ALGORITHMS_SUPPORTED,
          "'" + Signatures.method(signature) + "' or its digest is not understood here");
    }
    policy.done(Check.ALGORITHMS_SUPPORTED);
    if (Signatures.broughtAlong(signature).isEmpty() && !policy.makes(Check.KEY_INFO_OPTIONAL)) {
      throw new Refusal(Check.KEY_INFO_OPTIONAL, "the signature brings no certificate along");
    }
    policy.done(Check.KEY_INFO_OPTIONAL);
    policy.done(Check.KEY_USE);
    boolean withComments =
        signature.everywhere("ds:Transform").stream()
            .anyMatch(each -> each.attribute("Algorithm").orElse("").endsWith("WithComments"));
    if (withComments && !policy.makes(Check.CANONICAL_WITH_COMMENTS)) {
      throw new Refusal(
          Check.CANONICAL_WITH_COMMENTS, "canonicalisation with comments is not understood here");
    }
    policy.done(Check.CANONICAL_WITH_COMMENTS);
  }

  private static boolean listed(String uri, Use use) {
    return Algorithm.of(uri).filter(known -> known.use() == use && known.listed()).isPresent();
  }

  /** Tries the issuer first; the others only tell why it is refused, or for whom it is not. */
  private Signer verified(XmlNode signature, Function<String, Optional<Element>> targets) {
    if (issuer.stream().anyMatch(key -> verifies(signature, key, targets))) {
      return Signer.ISSUER;
    }
    if (others.stream().anyMatch(key -> verifies(signature, key, targets))) {
      return Signer.OTHER_MEMBER;
    }
    return Signatures.broughtAlong(signature)
        .filter(key -> verifies(signature, key, targets))
        .map(key -> Signer.STRANGER)
        .orElse(Signer.NOBODY);
  }

  private boolean verifies(
      XmlNode signature, PublicKey key, Function<String, Optional<Element>> targets) {
    if (NaiveSignatures.standInFor(policy)) {
      return new NaiveSignatures(policy).verifies(signature, key, targets);
    }
    boolean verifies = Signatures.verifies(signature, key, targets);
    if (!verifies && !policy.makes(Check.SIGNATURE_ALGORITHM)) {
      // The library knows too well what is weak.
      return new NaiveSignatures(policy).verifies(signature, key, targets);
    }
    if (verifies) {
      NaiveSignatures.FAULTS.forEach(policy::done);
    }
    return verifies;
  }

  /** Who one that does no arithmetic believes it is: the certificate says so. */
  private Signer claimed(XmlNode signature) {
    Optional<PublicKey> key = Signatures.broughtAlong(signature);
    if (key.isEmpty() || issuer.contains(key.get())) {
      return Signer.ISSUER;
    }
    return others.contains(key.get()) ? Signer.OTHER_MEMBER : Signer.STRANGER;
  }
}
