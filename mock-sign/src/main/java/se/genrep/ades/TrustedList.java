package se.genrep.ades;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import se.genrep.pki.Credential;
import se.genrep.trust.CertType;
import se.genrep.trust.SigningAuthority;

/**
 * A trusted list (ETSI TS 119 612), signed: which authorities are trusted, and what for. With the
 * MOCK list, signatures by certificates of the types PKC, QC and QC/SSCD come out as AdESig,
 * AdESig-QC and QESig.
 *
 * @param xml the signed list
 * @param operator whose signature it must have to be believed
 */
public record TrustedList(byte[] xml, X509Certificate operator) {

  /** A list is made anew well before it ends (TS 119 612, 5.3.15: at most six months). */
  private static final Duration LASTS = Duration.ofDays(90);

  private static final String LIST = "http://uri.etsi.org/TrstSvc/TrustedList/";
  private static final String SERVICE = "http://uri.etsi.org/TrstSvc/Svctype/";

  /** The list of the MOCK authorities. */
  public static TrustedList of(SigningAuthority authority, Instant now) {
    return of(authority, now, now.plus(LASTS), authority.listOperator());
  }

  /** A list that somebody else signs, or that ends at another time. */
  static TrustedList of(
      SigningAuthority authority, Instant issued, Instant ends, Credential operator) {
    byte[] list = text(authority, issued, ends).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] signed =
        SignatureInMaking.ofTrustedList(
                new Document("trusted-list.xml", list), operator.certificate(), issued)
            .complete(operator.privateKey());
    return new TrustedList(signed, authority.listOperator().certificate());
  }

  private static String text(SigningAuthority authority, Instant issued, Instant ends) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="mock-list" TSLTag="http://uri.etsi.org/19612/TSLTag">
      <SchemeInformation>
        <TSLVersionIdentifier>6</TSLVersionIdentifier>
        <TSLSequenceNumber>1</TSLSequenceNumber>
        <TSLType>%1$sTSLType/EUgeneric</TSLType>
        <SchemeOperatorName><Name xml:lang="en">MOCK scheme operator of Genrep</Name></SchemeOperatorName>
        <SchemeOperatorAddress>
          <PostalAddresses><PostalAddress xml:lang="en"><StreetAddress>MOCK</StreetAddress><Locality>MOCK</Locality><PostalCode>00000</PostalCode><CountryName>SE</CountryName></PostalAddress></PostalAddresses>
          <ElectronicAddress><URI xml:lang="en">mailto:mock@genrep.example.com</URI><URI xml:lang="en">https://genrep.example.com/</URI></ElectronicAddress>
        </SchemeOperatorAddress>
        <SchemeName><Name xml:lang="en">SE:MOCK trusted list; nothing in it is trusted by anyone</Name></SchemeName>
        <SchemeInformationURI><URI xml:lang="en">https://genrep.example.com/trusted-list</URI></SchemeInformationURI>
        <StatusDeterminationApproach>%1$sStatusDetn/EUappropriate</StatusDeterminationApproach>
        <SchemeTypeCommunityRules><URI xml:lang="en">%1$sschemerules/EUcommon</URI><URI xml:lang="en">%1$sschemerules/SE</URI></SchemeTypeCommunityRules>
        <SchemeTerritory>SE</SchemeTerritory>
        <PolicyOrLegalNotice><TSLLegalNotice xml:lang="en">A MOCK for tests.</TSLLegalNotice></PolicyOrLegalNotice>
        <HistoricalInformationPeriod>65535</HistoricalInformationPeriod>
        <ListIssueDateTime>%2$s</ListIssueDateTime>
        <NextUpdate><dateTime>%3$s</dateTime></NextUpdate>
        <DistributionPoints><URI>%4$s</URI></DistributionPoints>
      </SchemeInformation>
      <TrustServiceProviderList>
        <TrustServiceProvider>
          <TSPInformation>
            <TSPName><Name xml:lang="en">MOCK Genrep</Name></TSPName>
            <TSPTradeName><Name xml:lang="en">VATSE-000000000000</Name></TSPTradeName>
            <TSPAddress>
              <PostalAddresses><PostalAddress xml:lang="en"><StreetAddress>MOCK</StreetAddress><Locality>MOCK</Locality><PostalCode>00000</PostalCode><CountryName>SE</CountryName></PostalAddress></PostalAddresses>
              <ElectronicAddress><URI xml:lang="en">mailto:mock@genrep.example.com</URI><URI xml:lang="en">https://genrep.example.com/</URI></ElectronicAddress>
            </TSPAddress>
            <TSPInformationURI><URI xml:lang="en">https://genrep.example.com/</URI></TSPInformationURI>
          </TSPInformation>
          <TSPServices>
    %5$s      </TSPServices>
        </TrustServiceProvider>
      </TrustServiceProviderList>
    </TrustServiceStatusList>
    """
        .formatted(
            LIST,
            issued.truncatedTo(ChronoUnit.SECONDS),
            ends.truncatedTo(ChronoUnit.SECONDS),
            authority.addresses().trustedList(),
            service("CA/PKC", "recognisedatnationallevel", authority.issuer(CertType.PKC), "")
                + service("CA/QC", "granted", authority.issuer(CertType.QC), FOR_SIGNATURES)
                + service(
                    "TSA", "recognisedatnationallevel", authority.timestampCertificate(), ""));
  }

  private static final String FOR_SIGNATURES =
      "<ServiceInformationExtensions><Extension Critical=\"true\"><AdditionalServiceInformation>"
          + "<URI xml:lang=\"en\">"
          + LIST
          + "SvcInfoExt/ForeSignatures</URI></AdditionalServiceInformation></Extension>"
          + "</ServiceInformationExtensions>";

  private static String service(
      String type, String status, X509Certificate certificate, String extensions) {
    return """
            <TSPService>
              <ServiceInformation>
                <ServiceTypeIdentifier>%s</ServiceTypeIdentifier>
                <ServiceName><Name xml:lang="en">%s</Name></ServiceName>
                <ServiceDigitalIdentity><DigitalId><X509Certificate>%s</X509Certificate></DigitalId></ServiceDigitalIdentity>
                <ServiceStatus>%s</ServiceStatus>
                <StatusStartingTime>%s</StatusStartingTime>
                %s
              </ServiceInformation>
            </TSPService>
    """
        .formatted(
            SERVICE + type,
            "MOCK " + type,
            base64(certificate),
            LIST + "Svcstatus/" + status,
            certificate.getNotBefore().toInstant(),
            extensions);
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException("A certificate cannot be encoded", e);
    }
  }
}
