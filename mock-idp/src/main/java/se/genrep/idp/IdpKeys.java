package se.genrep.idp;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.TestPki;

/**
 * The keys of one identity provider, and where it is in rolling them over (DP 2.1.1.2). Signing
 * keys overlap in metadata, since peers take any of several; of encryption keys only the newest is
 * published, and what comes by the old one is read until it is retired.
 *
 * <p>A rollover lasts as long as the process: after a start the first keys are in use again.
 * Thread-safe.
 */
final class IdpKeys {

  /**
   * How far the rollover is.
   *
   * @param generation counts from 1 the keys that sign
   * @param nextPublished whether those of the generation after it are in metadata
   * @param previousKept whether those of the generation before it are still there
   */
  private record State(int generation, boolean nextPublished, boolean previousKept) {}

  private final TestPki pki;
  private final IdpProfile profile;
  private final Map<Integer, Credential> expired = new HashMap<>();
  private State state = new State(1, false, false);
  private boolean certificatesExpired;

  IdpKeys(TestPki pki, IdpProfile profile) {
    this.pki = pki;
    this.profile = profile;
  }

  /** The name of an identity provider's first signing key in the PKI. */
  static String signing(String profile) {
    return name(profile, "signing", 1);
  }

  /** The name of an identity provider's first key for encryption in the PKI. */
  static String encryption(String profile) {
    return name(profile, "encryption", 1);
  }

  private static String name(String profile, String use, int generation) {
    return "idp-" + profile + "-" + use + (generation == 1 ? "" : "-" + generation);
  }

  private Credential signing(int generation) {
    Credential valid =
        pki.credential(name(profile.id(), "signing", generation), profile.signingKey());
    return certificatesExpired
        ? expired.computeIfAbsent(generation, key -> pki.expired(valid))
        : valid;
  }

  /** Whether the certificates of the signing keys are past their time; the keys stay the same. */
  synchronized void certificatesExpired(boolean past) {
    certificatesExpired = past;
  }

  private Credential encryption(int generation) {
    return pki.credential(name(profile.id(), "encryption", generation), profile.encryptionKey());
  }

  /** The key that signs now. */
  synchronized Credential signer() {
    return signing(state.generation());
  }

  /** DP-2.1.1.2-12, -13: the signing certificates in metadata, the one in use first. */
  synchronized List<X509Certificate> publishedForSigning() {
    return generations().stream().map(each -> signing(each).certificate()).toList();
  }

  /** DP-2.1.1.2-14: the newest alone. */
  synchronized X509Certificate publishedForEncryption() {
    return encryption(newest()).certificate();
  }

  /** DP-2.1.1.2-15: every key that a peer may still encrypt to, the newest first. */
  synchronized List<PrivateKey> decrypting() {
    return generations().stream()
        .sorted(Comparator.reverseOrder())
        .map(each -> encryption(each).privateKey())
        .toList();
  }

  private int newest() {
    return state.generation() + (state.nextPublished() ? 1 : 0);
  }

  private List<Integer> generations() {
    int now = state.generation();
    return Stream.of(
            Stream.of(now),
            state.nextPublished() ? Stream.of(now + 1) : Stream.<Integer>empty(),
            state.previousKept() ? Stream.of(now - 1) : Stream.<Integer>empty())
        .flatMap(each -> each)
        .toList();
  }

  /** Makes the next keys and has them published, while the old one signs. */
  synchronized void publishNext() {
    demand(
        !state.nextPublished() && !state.previousKept(),
        "a rollover is under way",
        state.nextPublished() ? "Switch to the next key first" : "Retire the old key first");
    state = new State(state.generation(), true, false);
  }

  /** Signs with the next key from now on; the old one stays in metadata. */
  synchronized void switchToNext() {
    demand(state.nextPublished(), "no next key is published", "Publish it first");
    state = new State(state.generation() + 1, false, true);
  }

  /** Takes the old keys out of use and out of metadata. */
  synchronized void retireOld() {
    demand(state.previousKept(), "no old key is left", "Publish and switch first");
    state = new State(state.generation(), false, false);
  }

  private void demand(boolean holds, String problem, String remedy) {
    if (!holds) {
      throw new BadInput("identity provider " + profile.id(), problem, remedy);
    }
  }
}
