package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.saml.XmlNode;

/** DP 6.2.2: what an assertion says of the holder's certificate. */
class HolderOfKeyInfoTest {

  private static final List<ReleasedAttribute> RELEASED =
      List.of(
          new ReleasedAttribute(
              "urn:oid:2.16.840.1.113730.3.1.241", "displayName", List.of("Anna A")),
          new ReleasedAttribute(
              "urn:oid:1.2.752.29.4.13", "personalIdentityNumber", List.of("197610122389")));

  /** DP-6.2.2-02 to -04. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C=SE,O=Anybody|X509Data",
        "C=SE,CN=MOCK Genrep holder|X509Data",
        "CN=Anna A,2.5.4.5=197610122389|X509Data",
        "CN=Anna A|X509Data",
        "CN=Anna Andersson|KeyValue",
        "CN=Anna A,2.5.4.5=191212121212|KeyValue",
        "CN=Anna A,2.5.4.4=A|KeyValue",
        "EMAILADDRESS=anna@example.org|KeyValue"
      })
  void theCertificateIsGivenUnlessItSaysMoreThanTheAssertion(String subject, String form)
      throws Exception {
    XmlNode data = XmlNode.newRoot("saml:SubjectConfirmationData");

    HolderOfKey.write(data, HolderOfKey.text(certificate(subject)), RELEASED);

    assertEquals(1, data.all("ds:KeyInfo").size());
    assertEquals(
        List.of(form),
        data.at("ds:KeyInfo").children().stream()
            .map(child -> child.element().getLocalName())
            .toList());
  }

  private static X509Certificate certificate(String subject) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name(subject);
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Setting.NOW),
            Date.from(Setting.NOW.plusSeconds(60)),
            name,
            keys.getPublic());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}
