package se.genrep.reference;

import java.util.function.Supplier;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/**
 * The keys of the service providers of this process, which all have the same.
 *
 * @param signing signs requests; an EC key, which costs a start nothing
 * @param encryption RSA, as encryption demands (DP-8-03), of the recommended size (DP-8-02)
 * @param ofAnother the encryption key of another service provider, which one that is careless with
 *     keys has too; made when it is first asked for
 */
record ServiceKeys(Credential signing, Credential encryption, Supplier<Credential> ofAnother) {

  /** Self-signed, as DP-2.1.1.2-05 recommends. */
  static ServiceKeys of(TestPki pki) {
    return new ServiceKeys(
        pki.selfSigned("reference-sp-signing", KeyType.P_256),
        pki.selfSigned("reference-sp-encryption-3072", KeyType.RSA_3072),
        () -> pki.credential("other-sp-encryption", KeyType.RSA_2048));
  }
}
