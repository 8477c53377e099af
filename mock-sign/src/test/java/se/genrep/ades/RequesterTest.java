package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import se.genrep.input.BadInput;
import se.genrep.pki.KeyType;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;

/** The sign requester's half, with a signature value from outside. */
class RequesterTest {

  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  private static final Workshop SHOP = new Workshop();

  private static byte[] signedOutside(
      Document document, Format format, Optional<Appearance> visible) throws Exception {
    PreparedDocument prepared =
        Requester.prepare(document, format, ECDSA, visible, SHOP.clock.instant());
    KeyPair keys = KeyType.P_256.generate();
    var chain =
        SHOP.authority.issue(
            PersonCertificate.of(
                SHOP.person,
                LevelOfAssurance.LOA3,
                CertType.PKC,
                keys.getPublic(),
                SHOP.clock.instant()));
    byte[] attributes = CmsFile.certified(prepared.toBeSigned(), chain.get(0));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(attributes);
    return Requester.complete(
        prepared,
        ECDSA,
        new PreparedDocument.Signed(attributes, Optional.empty(), signature.sign(), chain));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"PADES", "CADES"})
  void whatWasSignedElsewhereIsAdvanced(Format format) throws Exception {
    byte[] signed = signedOutside(Workshop.documentFor(format), format, Optional.empty());
    Verdict verdict = SHOP.verify(signed, format);
    assertEquals(List.of(), verdict.leading().orElseThrow().reasons());
    assertEquals(Optional.of(Level.B), verdict.leading().orElseThrow().level());
  }

  @Test
  void xmlThatWasSignedElsewhereIsAdvanced() throws Exception {
    Document document = Workshop.xml("<order xmlns='urn:x'><price>100</price></order>");
    PreparedDocument prepared =
        Requester.prepare(document, Format.XADES, ECDSA, Optional.empty(), SHOP.clock.instant());
    KeyPair keys = KeyType.P_256.generate();
    var chain =
        SHOP.authority.issue(
            PersonCertificate.of(
                SHOP.person,
                LevelOfAssurance.LOA3,
                CertType.PKC,
                keys.getPublic(),
                SHOP.clock.instant()));
    String id = prepared.signatureId().orElseThrow();
    byte[] object = object(id, chain.get(0));
    String info =
        new String(prepared.toBeSigned(), StandardCharsets.UTF_8)
            .replace("</ds:SignedInfo>", reference(id, object) + "</ds:SignedInfo>");
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(keys.getPrivate());
    signature.update(info.getBytes(StandardCharsets.UTF_8));
    byte[] signed =
        Requester.complete(
            prepared,
            ECDSA,
            new PreparedDocument.Signed(
                info.getBytes(StandardCharsets.UTF_8),
                Optional.of(object),
                signature.sign(),
                chain));
    Verdict verdict = SHOP.verify(signed, Format.XADES);
    assertEquals(List.of(), verdict.leading().orElseThrow().reasons());
  }

  /** What a signing service makes of the certificate (EN 319 132-1, 5.2.2). */
  private static byte[] object(String id, X509Certificate signer) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
    return """
    <ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xades:QualifyingProperties \
    xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#%1$s"><xades:SignedProperties \
    Id="p-%1$s"><xades:SignedSignatureProperties><xades:SigningTime>%2$s</xades:SigningTime>\
    <xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod \
    Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>%3$s\
    </ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>\
    </xades:SignedSignatureProperties><xades:SignedDataObjectProperties>\
    <xades:DataObjectFormat ObjectReference="#r"><xades:MimeType>text/xml</xades:MimeType>\
    </xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>\
    </xades:QualifyingProperties></ds:Object>\
    """
        .formatted(
            id,
            SHOP.clock.instant().truncatedTo(ChronoUnit.SECONDS),
            Base64.getEncoder().encodeToString(digest))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String reference(String id, byte[] object) throws Exception {
    Element properties =
        (Element)
            XadesFile.parse(object)
                .getElementsByTagNameNS("http://uri.etsi.org/01903/v1.3.2#", "SignedProperties")
                .item(0);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(XadesFile.canonical(properties));
    return """
    <ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#p-%s">\
    <ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">\
    </ds:Transform></ds:Transforms>\
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>\
    <ds:DigestValue>%s</ds:DigestValue></ds:Reference>\
    """
        .formatted(id, Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void aVisibleSignatureShowsTheNameAndAddsLittle() throws Exception {
    Document document = Workshop.documentFor(Format.PADES);
    byte[] invisible = signedOutside(document, Format.PADES, Optional.empty());
    byte[] visible =
        signedOutside(
            document, Format.PADES, Optional.of(Appearance.of("MOCK/TEST\n" + SHOP.person.name())));
    assertTrue(SHOP.verify(visible, Format.PADES).advanced());
    assertTrue(visible.length - invisible.length < 20_000, visible.length + " bytes");
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(visible)) {
      var widget = pdf.getSignatureFields().get(0).getWidgets().get(0);
      assertTrue(widget.getRectangle().getWidth() > 100);
      String look =
          new String(
              widget.getNormalAppearanceStream().getContents().readAllBytes(),
              StandardCharsets.ISO_8859_1);
      assertTrue(look.contains(SHOP.person.name()), look);
    }
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void aVisibleSignatureReachesEveryLevel(Level level) {
    byte[] signed =
        SHOP.sign(
            Workshop.documentFor(Format.PADES),
            new SigningOptions(Format.PADES, level)
                .showing(Appearance.of("MOCK/TEST\nŁukasz Öberg")),
            KeyType.P_256);
    Verdict verdict = SHOP.verify(signed, Format.PADES);
    assertEquals(List.of(), verdict.leading().orElseThrow().reasons());
    assertEquals(Optional.of(level), verdict.leading().orElseThrow().level());
  }

  @Test
  void theCertificateOfAnotherIsNoticed() throws Exception {
    PreparedDocument prepared =
        Requester.prepare(
            Workshop.documentFor(Format.CADES),
            Format.CADES,
            ECDSA,
            Optional.empty(),
            SHOP.clock.instant());
    KeyPair keys = KeyType.P_256.generate();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    SHOP.sign(Workshop.documentFor(Format.CADES), Format.CADES, Level.B);
    byte[] attributes = CmsFile.certified(prepared.toBeSigned(), SHOP.chain.get(0));
    signature.initSign(keys.getPrivate());
    signature.update(attributes);
    byte[] signed =
        Requester.complete(
            prepared,
            ECDSA,
            new PreparedDocument.Signed(
                attributes, Optional.empty(), signature.sign(), SHOP.chain));
    assertFalse(SHOP.verify(signed, Format.CADES).advanced());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JADES", "ASIC_E", "ASIC_S"})
  void whatASignRequestCannotCarryIsRefused(Format format) {
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                Requester.prepare(
                    Workshop.documentFor(format),
                    format,
                    ECDSA,
                    Optional.empty(),
                    SHOP.clock.instant()));
    assertTrue(refused.getMessage().contains("Use pades for a PDF"), refused.getMessage());
  }
}
