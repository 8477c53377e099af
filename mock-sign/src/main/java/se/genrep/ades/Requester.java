package se.genrep.ades;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.genrep.input.BadInput;

/**
 * The sign requester's half of a signature: it prepares a document once, has what is to be signed
 * signed elsewhere, by a key whose certificate comes with the answer, and puts the answer in.
 */
public final class Requester {

  private Requester() {}

  /**
   * Makes a document ready.
   *
   * @param algorithm the URI of the signature algorithm that will be asked for
   * @param visible what a PDF shows; empty for nothing
   * @param time the signing time that a PDF or a CMS file claims; that of XML is the service's to
   *     say
   * @throws BadInput when the document cannot be signed so; the formats are PAdES, XAdES enveloped
   *     in XML, and CAdES
   */
  public static PreparedDocument prepare(
      Document document,
      Format format,
      String algorithm,
      Optional<Appearance> visible,
      Instant time) {
    SigningOptions options = new SigningOptions(format, Level.B);
    return prepare(document, algorithm, visible.map(options::showing).orElse(options), time);
  }

  static PreparedDocument prepare(
      Document document, String algorithm, SigningOptions options, Instant time) {
    Format format = options.format();
    Signable.require(document, format);
    SignatureAlgorithm method = method(algorithm);
    return switch (format) {
      case PADES -> {
        Document prepared = PdfPreparation.prepare(document, options, time);
        byte[] digest =
            PdfPreparation.digest(prepared.content(), method.getDigestAlgorithm().getJavaName());
        yield new PreparedDocument(
            format, prepared, CmsFile.signedAttributes(digest, Optional.empty()), Optional.empty());
      }
      case CADES ->
          new PreparedDocument(
              format,
              document,
              CmsFile.signedAttributes(digest(document.content(), method), Optional.of(time)),
              Optional.empty());
      case XADES -> {
        if (Content.of(document.content()) != Content.XML) {
          throw unsuited(document, format);
        }
        yield new PreparedDocument(
            format,
            document,
            XadesFile.signedInfo(document.content(), method),
            Optional.of("id-" + UUID.randomUUID()));
      }
      case JADES, ASIC_E, ASIC_S -> throw unsuited(document, format);
    };
  }

  /**
   * The signed document, at level B.
   *
   * @param algorithm the URI of the signature algorithm that was used
   */
  public static byte[] complete(
      PreparedDocument prepared, String algorithm, PreparedDocument.Signed signed) {
    byte[] content = prepared.document().content();
    return switch (prepared.format()) {
      case PADES ->
          PdfPreparation.complete(
              content, CmsFile.assemble(Optional.empty(), method(algorithm), signed));
      case CADES -> CmsFile.assemble(Optional.of(content), method(algorithm), signed);
      case XADES -> XadesFile.assemble(content, prepared.signatureId().orElseThrow(), signed);
      case JADES, ASIC_E, ASIC_S ->
          throw new IllegalArgumentException(prepared.format() + " is never prepared");
    };
  }

  private static BadInput unsuited(Document document, Format format) {
    return new BadInput(
        document.name(),
        "a sign request cannot have it signed as " + format.word(),
        "Use pades for a PDF, xades for XML and cades for all else");
  }

  private static SignatureAlgorithm method(String uri) {
    try {
      return SignatureAlgorithm.forXML(uri);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          uri,
          "this is no signature algorithm that is known here",
          "Use one of the XML Signature URIs, as"
              + " http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
          e);
    }
  }

  private static byte[] digest(byte[] content, SignatureAlgorithm method) {
    try {
      return MessageDigest.getInstance(method.getDigestAlgorithm().getJavaName()).digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime makes no such digest", e);
    }
  }
}
