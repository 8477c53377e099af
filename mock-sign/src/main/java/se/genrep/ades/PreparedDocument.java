package se.genrep.ades;

import java.util.Optional;

/**
 * A document that waits for its signature: what goes to the signing service, and what the sign
 * requester keeps meanwhile.
 *
 * @param document as it will be, with room for the signature
 * @param toBeSigned what is to be signed, without the certificate, which is not known yet: the DER
 *     of SignedAttrs for PDF and CMS, the canonical ds:SignedInfo for XML (DSS extension 4.1.1)
 * @param signatureId the Id of the ds:Signature, for XML
 */
public record PreparedDocument(
    Format format, Document document, byte[] toBeSigned, Optional<String> signatureId) {

  /**
   * What comes back for it.
   *
   * @param toBeSigned what was signed, with the certificate's digest
   * @param adesObject the ds:Object with xades:QualifyingProperties, for XML
   * @param value ECDSA in DER for PDF and CMS, as two numbers side by side for XML
   */
  public record Signed(
      byte[] toBeSigned,
      Optional<byte[]> adesObject,
      byte[] value,
      java.util.List<java.security.cert.X509Certificate> chain) {}
}
