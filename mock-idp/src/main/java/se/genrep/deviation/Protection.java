package se.genrep.deviation;

import java.security.cert.X509Certificate;
import java.util.Optional;
import se.genrep.pki.Credential;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/**
 * How an answer is protected (DP 6.1).
 *
 * @param signer signs Response and Assertion
 * @param algorithm signature and digest method
 * @param signResponse the profile demands it
 * @param signAssertion where the service provider's metadata says WantAssertionsSigned
 * @param encryptTo the service provider's encryption certificate; empty sends the assertion in
 *     clear
 * @param encryption block encryption and key transport
 */
public record Protection(
    Credential signer,
    SignatureAlgorithm algorithm,
    boolean signResponse,
    boolean signAssertion,
    Optional<X509Certificate> encryptTo,
    EncryptionAlgorithm encryption) {

  public Protection signedBy(Credential other) {
    return new Protection(
        other,
        SignatureAlgorithm.mandatoryFor(other.privateKey()),
        signResponse,
        signAssertion,
        encryptTo,
        encryption);
  }

  public Protection using(SignatureAlgorithm other) {
    return new Protection(signer, other, signResponse, signAssertion, encryptTo, encryption);
  }

  public Protection using(EncryptionAlgorithm other) {
    return new Protection(signer, algorithm, signResponse, signAssertion, encryptTo, other);
  }

  public Protection signingResponse(boolean sign) {
    return new Protection(signer, algorithm, sign, signAssertion, encryptTo, encryption);
  }

  public Protection signingAssertion(boolean sign) {
    return new Protection(signer, algorithm, signResponse, sign, encryptTo, encryption);
  }

  public Protection encryptedTo(X509Certificate other) {
    return new Protection(
        signer, algorithm, signResponse, signAssertion, Optional.of(other), encryption);
  }

  public Protection unencrypted() {
    return new Protection(
        signer, algorithm, signResponse, signAssertion, Optional.empty(), encryption);
  }

  /** One line a setting; keys are shown by name and certificate subject, never by value. */
  String describe() {
    return "signed by: "
        + signer.name()
        + " ("
        + signer.certificate().getSubjectX500Principal()
        + ")\n"
        + "signature: "
        + algorithm.signature()
        + ", digest "
        + algorithm.digest()
        + "\n"
        + "response signed: "
        + signResponse
        + "\nassertion signed: "
        + signAssertion
        + "\n"
        + "encrypted to: "
        + encryptTo
            .map(c -> c.getSubjectX500Principal() + " serial " + c.getSerialNumber())
            .orElse("nobody")
        + "\nencryption: "
        + encryption;
  }
}
