package se.genrep.deviation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.saml.XmlEncrypter;
import se.genrep.saml.XmlNode;

/**
 * What a deviation may use while one answer is made: the time, the canary, keys of others, and the
 * genuine parts made so far. It also keeps the record of what was changed.
 */
public final class Scene {

  /** Keys that are not the answering identity provider's own. */
  public interface Strangers {
    /** A key that no metadata knows, with a certificate that names the identity provider. */
    Credential unregistered();

    /** The signing key of another identity provider of the same federation. */
    Credential otherMember();

    /** The encryption key of another service provider. */
    Credential otherServiceProvider();

    /** An unknown key under a certificate that copies the genuine one, serial number and all. */
    Credential cloned();

    /** A key that is not in metadata, under a certificate by the authority that issued them all. */
    Credential retired();

    /** An unknown key whose certificate has expired. */
    Credential expired();

    /** An unknown RSA key that is too short (DP-8-01). */
    Credential weak();

    /** An unknown key, elliptic where the identity provider's is RSA, and the other way round. */
    Credential otherKind();

    /** The identity provider's own key for encryption. */
    Credential encryptionOnly();

    /** A further signing key of the identity provider, which no good metadata has. */
    Credential further(KeyType type);

    /** Another certificate for the identity provider's own signing key. */
    X509Certificate certificateOfOwnKey(Oddity oddity);
  }

  /** What a certificate in metadata may be without being worth less (DP 2.1.1.2). */
  public enum Oddity {
    /** Issued by nobody but itself. */
    SELF_SIGNED,
    /** Past its time. */
    EXPIRED,
    /** With addresses for its revocation at which nobody answers. */
    REVOCABLE
  }

  private final Instant now;
  private final Deviations deviations;
  private final TestPerson canary;
  private final Strangers strangers;
  private final Supplier<String> ids;
  private final List<Applied> applied = new ArrayList<>();
  private Protection protection;
  private XmlNode genuineAssertion;
  private String entityId;

  /**
   * @param canary who a forged part of the message is about
   * @param ids makes new XML IDs
   */
  public Scene(
      Instant now,
      Deviations deviations,
      TestPerson canary,
      Strangers strangers,
      Supplier<String> ids) {
    this.now = now;
    this.deviations = deviations;
    this.canary = canary;
    this.strangers = strangers;
    this.ids = ids;
  }

  /** A scene about an entry of a feed. */
  public Scene concerning(String entity) {
    this.entityId = entity;
    return this;
  }

  /** Whose entry of the feed it is about. */
  public String entityId() {
    return entityId;
  }

  public Instant now() {
    return now;
  }

  public TestPerson canary() {
    return canary;
  }

  public Strangers strangers() {
    return strangers;
  }

  public String newId() {
    return ids.get();
  }

  /** Lets every deviation of this answer work at a stage. */
  public <T> T pass(Stage<T> stage, T value) {
    return deviations.apply(stage, value, this);
  }

  public Protection protection() {
    return protection;
  }

  public void protectedBy(Protection chosen) {
    this.protection = chosen;
  }

  /** A copy of the assertion as it was before encryption, signed if it was to be. */
  public XmlNode genuineAssertion() {
    return genuineAssertion.copy();
  }

  public void genuineAssertion(XmlNode assertion) {
    this.genuineAssertion = assertion.detached();
  }

  /**
   * Encrypts an assertion to the service provider as an outsider could, who needs its public key
   * only. Returns the assertion itself when nothing is encrypted to this service provider.
   */
  public XmlNode encrypt(XmlNode assertion) {
    Optional<X509Certificate> recipient = protection.encryptTo();
    return recipient.isPresent()
        ? XmlEncrypter.encrypt(assertion, recipient.get(), protection.encryption())
        : assertion;
  }

  void note(Applied step) {
    applied.add(step);
  }

  public List<Applied> applied() {
    return List.copyOf(applied);
  }
}
