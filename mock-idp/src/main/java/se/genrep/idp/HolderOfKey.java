package se.genrep.idp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlKeyInfo;
import se.genrep.saml.XmlNode;

/** The certificate of a person's key in the Holder-of-key profile, as base64 of its DER. */
final class HolderOfKey {

  static final String METHOD = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";

  /** Parts of a distinguished name that are about what is around a person, not about them. */
  private static final Set<String> OTHER_PARTS =
      Set.of("C", "O", "OU", "L", "ST", "DC", "STREET", "POSTALCODE");

  /** Without a keyword a value comes out in hexadecimal (RFC 2253, 2.4). */
  private static final Map<String, String> KEYWORDS =
      Map.of("2.5.4.4", "SURNAME", "2.5.4.5", "SERIALNUMBER", "2.5.4.42", "GIVENNAME");

  private HolderOfKey() {}

  static String text(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private static X509Certificate certificate(String text) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(text)));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate of our own state cannot be read", e);
    }
  }

  /** SHA-256 in hexadecimal; empty for no certificate. */
  static String fingerprint(String text) {
    if (text == null) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Base64.getDecoder().decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * DP 6.2.2: the whole certificate, unless it says more of the person than the assertion does;
   * then the key alone.
   */
  static void write(XmlNode data, String text, List<ReleasedAttribute> released) {
    X509Certificate certificate = certificate(text);
    data.set(SamlNs.XSI, "xsi:type", "saml:KeyInfoConfirmationDataType");
    if (saysMore(certificate, released)) {
      XmlKeyInfo.keyValue(data, certificate.getPublicKey());
    } else {
      XmlKeyInfo.certificate(data, certificate);
    }
  }

  /** A part with the word MOCK is nobody's name. What cannot be read may say anything. */
  private static boolean saysMore(X509Certificate certificate, List<ReleasedAttribute> released) {
    Set<String> known =
        released.stream()
            .flatMap(attribute -> attribute.values().stream())
            .collect(Collectors.toSet());
    try {
      if (certificate.getSubjectAlternativeNames() != null) {
        return true;
      }
      String subject =
          certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS);
      return new LdapName(subject)
          .getRdns().stream()
              .filter(part -> !OTHER_PARTS.contains(part.getType().toUpperCase(Locale.ROOT)))
              .map(Rdn::getValue)
              .anyMatch(
                  value ->
                      !(value instanceof String name
                          && (known.contains(name) || name.contains("MOCK"))));
    } catch (InvalidNameException | CertificateParsingException e) {
      return true;
    }
  }
}
