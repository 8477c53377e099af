package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.federation.EntityMetadata.EncryptionMethod;
import se.genrep.federation.EntityMetadata.Keys;
import se.genrep.federation.EntityMetadata.Logo;
import se.genrep.federation.EntityMetadata.Organization;
import se.genrep.federation.EntityMetadata.UiInfo;
import se.genrep.input.BadInput;
import se.genrep.saml.XmlNode;

/** The values inside a metadata document: keys, addresses, texts, times. */
final class MetadataValues {

  static final String ORGANIZATION_NUMBER = "http://id.swedenconnect.se/authn/1.0/md-org-ext/ns";

  private final MetadataFile file;

  MetadataValues(MetadataFile file) {
    this.file = file;
  }

  /** The validUntil of an element; {@link BadInput} when it has passed. */
  Optional<Instant> validUntil(XmlNode node, Instant now) {
    Optional<String> text = node.attribute("validUntil");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> until = XmlTime.parse(text.get());
    if (until.isEmpty() || !until.get().isAfter(now)) {
      throw over(file, node);
    }
    return until;
  }

  /** The complaint about an element whose validUntil has passed. */
  static BadInput over(MetadataFile file, XmlNode node) {
    return file.bad(
        node,
        "the metadata was valid until "
            + node.attribute("validUntil").orElse("")
            + ", which has passed",
        "Export it anew, or remove validUntil from a file kept by hand");
  }

  /** A Location, as written; it must be an absolute http or https URL without a fragment. */
  String location(XmlNode endpoint) {
    String location = endpoint.attribute("Location").orElse("").strip();
    try {
      URI uri = new URI(location);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawFragment() == null) {
        return location;
      }
    } catch (URISyntaxException e) {
      // Said below, as for any other address that cannot be posted to.
    }
    throw file.bad(
        endpoint,
        "the Location '" + location + "' is no web address a browser can be sent to",
        "Write an absolute URL that begins with https://");
  }

  /**
   * The keys of a role. Validity and issuer of the certificates do not matter (DP-2.1.1.2-02 to
   * -04); the size of the keys does (DP-8-01, DP-8-03).
   */
  Keys keys(XmlNode role) {
    List<X509Certificate> signing = new ArrayList<>();
    List<EncryptionKey> encryption = new ArrayList<>();
    List<XmlNode> descriptors = role.all("md:KeyDescriptor");
    if (descriptors.isEmpty()) {
      throw file.bad(
          role,
          "there is no KeyDescriptor, so nothing can be encrypted to this entity or verified",
          "Add md:KeyDescriptor elements with an X.509 certificate (DP 2.1.1.2)");
    }
    for (XmlNode descriptor : descriptors) {
      String use = descriptor.attribute("use").orElse("");
      List<EncryptionMethod> methods = methods(descriptor);
      for (X509Certificate certificate : certificates(descriptor)) {
        if (!use.equals("encryption")) {
          signing.add(certificate);
        }
        if (!use.equals("signing")) {
          encryption.add(new EncryptionKey(certificate, methods));
        }
      }
    }
    return new Keys(List.copyOf(signing), List.copyOf(encryption));
  }

  private List<X509Certificate> certificates(XmlNode descriptor) {
    List<XmlNode> found = descriptor.all("ds:KeyInfo/ds:X509Data/ds:X509Certificate");
    if (found.isEmpty()) {
      throw file.bad(
          descriptor,
          "a KeyDescriptor has no ds:X509Certificate",
          "Give the public key as an X.509 certificate (DP 2.1.1.2)");
    }
    return found.stream().map(this::certificate).toList();
  }

  private X509Certificate certificate(XmlNode node) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(node.text().strip());
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      refuseWeak(node, certificate.getPublicKey());
      return certificate;
    } catch (CertificateException | IllegalArgumentException e) {
      throw file.bad(
          node,
          "a ds:X509Certificate is not the base64 of a certificate",
          "Paste the certificate's base64 text without the BEGIN and END lines");
    }
  }

  private void refuseWeak(XmlNode node, PublicKey key) {
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < 2048) {
      throw file.bad(
          node,
          "the certificate has an RSA key of " + rsa.getModulus().bitLength() + " bits",
          "Use a key of at least 2048 bits (DP 8)");
    }
    if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < 256) {
      throw file.bad(
          node,
          "the certificate has an EC key of " + ec.getParams().getOrder().bitLength() + " bits",
          "Use a key of at least 256 bits (DP 8)");
    }
  }

  private static List<EncryptionMethod> methods(XmlNode descriptor) {
    return descriptor.all("md:EncryptionMethod").stream()
        .map(
            method ->
                new EncryptionMethod(
                    method.attribute("Algorithm").orElse("").strip(),
                    method
                        .find("ds:DigestMethod")
                        .flatMap(d -> d.attribute("Algorithm"))
                        .orElse(null),
                    method.find("xenc11:MGF").flatMap(m -> m.attribute("Algorithm")).orElse(null)))
        .toList();
  }

  UiInfo uiInfo(XmlNode role) {
    return role.find("md:Extensions/mdui:UIInfo")
        .map(
            info ->
                new UiInfo(
                    texts(info, "mdui:DisplayName"),
                    texts(info, "mdui:Description"),
                    info.all("mdui:Logo").stream()
                        .map(
                            logo ->
                                new Logo(
                                    logo.text().strip(),
                                    number(logo, "width"),
                                    number(logo, "height"),
                                    language(logo)))
                        .toList()))
        .orElse(UiInfo.NONE);
  }

  /** The schema has seen to it that it is a positive integer; one too big is no size. */
  private int number(XmlNode node, String attribute) {
    try {
      return Integer.parseInt(node.attribute(attribute).orElse("0").strip());
    } catch (NumberFormatException e) {
      throw file.bad(node, "the " + attribute + " of the logo is too large", "Give it in pixels");
    }
  }

  Organization organization(XmlNode node) {
    Optional<String> number =
        node.find("md:Extensions")
            .flatMap(
                extensions ->
                    extensions.children().stream()
                        .filter(child -> child.is(ORGANIZATION_NUMBER, "OrganizationNumber"))
                        .findFirst())
            .map(each -> each.text().strip());
    return new Organization(
        texts(node, "md:OrganizationName"),
        texts(node, "md:OrganizationDisplayName"),
        texts(node, "md:OrganizationURL"),
        number);
  }

  private static Map<String, String> texts(XmlNode node, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (XmlNode each : node.all(name)) {
      texts.put(language(each), each.text().strip());
    }
    return texts;
  }

  private static String language(XmlNode node) {
    return node.element().getAttributeNS(XMLConstants.XML_NS_URI, "lang");
  }
}
