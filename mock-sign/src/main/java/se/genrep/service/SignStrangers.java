package se.genrep.service;

import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Scene.Oddity;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/** Keys of others than the signing service, made when a deviation first asks for them. */
final class SignStrangers implements Scene.Strangers {

  private final TestPki pki;
  private final Supplier<Credential> signing;
  private final Supplier<Credential> encryption;

  /**
   * @param signing the service's own key for signatures
   * @param encryption the service's own key for encryption
   */
  SignStrangers(TestPki pki, Supplier<Credential> signing, Supplier<Credential> encryption) {
    this.pki = pki;
    this.signing = signing;
    this.encryption = encryption;
  }

  @Override
  public Credential unregistered() {
    return pki.selfSigned("signing-service-impostor", KeyType.P_256);
  }

  @Override
  public Credential otherMember() {
    return pki.selfSigned("other-signing-service", KeyType.P_256);
  }

  @Override
  public Credential otherServiceProvider() {
    return pki.credential("other-sp-encryption", KeyType.RSA_2048);
  }

  /** A certificate is not what a requester goes by, so an unknown key is one like any other. */
  @Override
  public Credential cloned() {
    return unregistered();
  }

  @Override
  public Credential retired() {
    return pki.selfSigned("signing-service-retired", KeyType.P_256);
  }

  @Override
  public Credential expired() {
    return pki.expired(pki.credential("expired", KeyType.P_256));
  }

  @Override
  public Credential weak() {
    return pki.credential("weak", KeyType.RSA_1024);
  }

  @Override
  public Credential otherKind() {
    return pki.credential("other-kind", KeyType.RSA_2048);
  }

  @Override
  public Credential encryptionOnly() {
    return encryption.get();
  }

  @Override
  public Credential further(KeyType type) {
    return pki.credential("signing-service-further", type);
  }

  /** Only past its time: what else can be odd is of metadata, which no sign response is. */
  @Override
  public X509Certificate certificateOfOwnKey(Oddity oddity) {
    Credential own = signing.get();
    return oddity == Oddity.EXPIRED ? pki.expired(own).certificate() : own.certificate();
  }
}
