package se.genrep.ades;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.tsl.TrustedListV6SignatureParametersBuilder;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * One signature over one document, for a signer whose certificate is known: what is to be signed,
 * and the signed document once there is a value.
 */
final class SignatureInMaking<P extends AbstractSignatureParameters<?>> {

  private final DocumentSignatureService<P, ?> service;
  private final P parameters;
  private final DSSDocument document;

  private SignatureInMaking(
      DocumentSignatureService<P, ?> service, P parameters, DSSDocument document) {
    this.service = service;
    this.parameters = parameters;
    this.document = document;
  }

  /**
   * Begins.
   *
   * @param time the signing time that the signature claims
   * @param chain the signer's certificate first
   */
  static SignatureInMaking<?> of(
      Document document,
      SigningOptions options,
      Instant time,
      List<X509Certificate> chain,
      CertificateVerifier verifier,
      TSPSource timestamps) {
    DSSDocument input = new InMemoryDocument(document.content(), document.name());
    SignatureInMaking<?> making =
        switch (options.format()) {
          case PADES -> {
            PAdESSignatureParameters parameters = new PAdESSignatureParameters();
            yield of(new PAdESService(verifier), parameters, input, options, chain, timestamps);
          }
          case XADES -> {
            XAdESSignatureParameters parameters = new XAdESSignatureParameters();
            parameters.setSignaturePackaging(
                Content.of(document.content()) == Content.XML
                    ? SignaturePackaging.ENVELOPED
                    : SignaturePackaging.ENVELOPING);
            yield of(new XAdESService(verifier), parameters, input, options, chain, timestamps);
          }
          case CADES -> {
            CAdESSignatureParameters parameters = new CAdESSignatureParameters();
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
            yield of(new CAdESService(verifier), parameters, input, options, chain, timestamps);
          }
          case JADES -> {
            JAdESSignatureParameters parameters = new JAdESSignatureParameters();
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
            parameters.setJwsSerializationType(JWSSerializationType.FLATTENED_JSON_SERIALIZATION);
            yield of(new JAdESService(verifier), parameters, input, options, chain, timestamps);
          }
          case ASIC_E -> {
            ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
            parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
            yield of(
                new ASiCWithXAdESService(verifier), parameters, input, options, chain, timestamps);
          }
          case ASIC_S -> {
            ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
            parameters.aSiC().setContainerType(ASiCContainerType.ASiC_S);
            yield of(
                new ASiCWithCAdESService(verifier), parameters, input, options, chain, timestamps);
          }
        };
    making.parameters.bLevel().setSigningDate(Date.from(time));
    return making;
  }

  /** The signature of a trusted list (TS 119 612, 5.7): enveloped XAdES. */
  static SignatureInMaking<?> ofTrustedList(Document list, X509Certificate operator, Instant time) {
    DSSDocument document = new InMemoryDocument(list.content(), list.name());
    XAdESSignatureParameters parameters =
        new TrustedListV6SignatureParametersBuilder(new CertificateToken(operator), document)
            .build();
    parameters.bLevel().setSigningDate(Date.from(time));
    return new SignatureInMaking<>(
        new XAdESService(new CommonCertificateVerifier(true)), parameters, document);
  }

  private static <P extends AbstractSignatureParameters<?>> SignatureInMaking<P> of(
      DocumentSignatureService<P, ?> service,
      P parameters,
      DSSDocument document,
      SigningOptions options,
      List<X509Certificate> chain,
      TSPSource timestamps) {
    service.setTspSource(timestamps);
    parameters.setSignatureLevel(level(options.format(), options.level()));
    parameters.setDigestAlgorithm(LocalKey.digest(chain.get(0).getPublicKey()));
    parameters.setSigningCertificate(new CertificateToken(chain.get(0)));
    parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toList());
    if (options.rsaPss()) {
      parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSASSA_PSS);
    }
    return new SignatureInMaking<>(service, parameters, document);
  }

  static SignatureLevel level(Format format, Level level) {
    String family =
        switch (format) {
          case PADES -> "PAdES";
          case XADES, ASIC_E -> "XAdES";
          case CADES, ASIC_S -> "CAdES";
          case JADES -> "JAdES";
        };
    return SignatureLevel.valueByName(family + "-BASELINE-" + level);
  }

  /** The bytes over which the signature algorithm goes. */
  byte[] toBeSigned() {
    return service.getDataToSign(document, parameters).getBytes();
  }

  /**
   * The signed document.
   *
   * @param value as JCA gives it: ECDSA in DER
   */
  byte[] complete(byte[] value) {
    DSSDocument signed =
        service.signDocument(document, parameters, new SignatureValue(algorithm(), value));
    return DSSUtils.toByteArray(signed);
  }

  /** As {@link #complete(byte[])}, with the key at hand. */
  byte[] complete(PrivateKey key) {
    return complete(LocalKey.sign(algorithm(), key, toBeSigned()));
  }

  /** A signed PDF at a higher level. */
  static byte[] raised(
      Document signed, SigningOptions options, CertificateVerifier verifier, TSPSource timestamps) {
    PAdESService service = new PAdESService(verifier);
    service.setTspSource(timestamps);
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(level(options.format(), options.level()));
    return DSSUtils.toByteArray(
        service.extendDocument(new InMemoryDocument(signed.content(), signed.name()), parameters));
  }

  private SignatureAlgorithm algorithm() {
    return parameters.getSignatureAlgorithm();
  }
}
