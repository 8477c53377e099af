package se.genrep.reference;

import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/**
 * The keys of the service providers of this process, which all have the same.
 *
 * @param signing signs requests; an EC key, which costs a start nothing
 * @param encryption RSA, as encryption demands (DP-8-03)
 */
record ServiceKeys(Credential signing, Credential encryption) {

  /** Self-signed, as DP-2.1.1.2-05 recommends. */
  static ServiceKeys of(TestPki pki) {
    return new ServiceKeys(
        pki.selfSigned("reference-sp-signing", KeyType.P_256),
        pki.selfSigned("reference-sp-encryption", KeyType.RSA_2048));
  }
}
