package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import se.genrep.pki.Credential;

/** Writes the metadata of a service provider for tests; every part can be replaced by hand. */
public final class SpMetadata {

  public static final String ENTITY_ID = "https://sp.example.org/metadata";
  public static final String ACS = "https://sp.example.org/acs";

  private String entityId = ENTITY_ID;
  private String entityAttributes = "";
  private String roleAttributes = "";
  private String roleExtensions = "";
  private String entityExtensions = "";
  private String entityXmlAttributes = "";
  private final List<String> keys = new ArrayList<>();
  private String nameIdFormats = "";
  private String consumers = consumer(0, true, ACS);
  private String attributeServices = "";
  private String organization = "";

  public static SpMetadata of(String entityId) {
    SpMetadata made = new SpMetadata();
    made.entityId = entityId;
    return made;
  }

  /** A service provider that signs and decrypts with its credential and wants loa3-pnr. */
  public static SpMetadata usual(Credential credential) {
    return of(ENTITY_ID)
        .key("signing", credential, "")
        .key("encryption", credential, "")
        .categories(
            "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
            "http://id.swedenconnect.se/contract/sc/eid-authorization-system");
  }

  public static String consumer(int index, Boolean isDefault, String location) {
    return "<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
        + (" Location=\"" + location + "\" index=\"" + index + "\"")
        + (isDefault == null ? "" : " isDefault=\"" + isDefault + "\"")
        + "/>\n";
  }

  public static final String UI_INFO =
      "<mdui:UIInfo><mdui:DisplayName xml:lang=\"sv\">MOCK Tjänst</mdui:DisplayName>"
          + "<mdui:DisplayName xml:lang=\"en\">MOCK Service</mdui:DisplayName>"
          + "<mdui:Logo height=\"60\" width=\"200\">https://sp.example.org/logo.svg</mdui:Logo>"
          + "</mdui:UIInfo>";

  public static final String ORGANIZATION =
      "<md:OrganizationName xml:lang=\"sv\">MOCK Myndigheten</md:OrganizationName>"
          + "<md:OrganizationDisplayName xml:lang=\"sv\">MOCK Myndigheten</md:OrganizationDisplayName>"
          + "<md:OrganizationURL xml:lang=\"sv\">https://sp.example.org/</md:OrganizationURL>";

  public static final String PUBLIC = "http://id.elegnamnden.se/st/1.0/public-sector-sp";

  /** With what the operator checks before it publishes an entity (TAR 3). */
  public static SpMetadata registered(String entityId, Credential credential) {
    return of(entityId)
        .key("", credential, "")
        .categories(PUBLIC)
        .roleExtensions(UI_INFO)
        .organization(ORGANIZATION);
  }

  /** What md:Organization holds; empty for none. */
  public SpMetadata organization(String xml) {
    organization = xml.isEmpty() ? "" : "<md:Organization>\n" + xml + "</md:Organization>\n";
    return this;
  }

  public SpMetadata categories(String... uris) {
    StringBuilder values = new StringBuilder();
    for (String uri : uris) {
      values.append("<saml:AttributeValue>\n  ").append(uri).append("\n</saml:AttributeValue>\n");
    }
    entityAttributes =
        "<mdattr:EntityAttributes><saml:Attribute Name=\"http://macedir.org/entity-category\""
            + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">\n"
            + values
            + "</saml:Attribute></mdattr:EntityAttributes>\n";
    return this;
  }

  /** Attributes of md:EntityDescriptor, for instance {@code validUntil="…"}. */
  public SpMetadata entityXmlAttributes(String attributes) {
    entityXmlAttributes = attributes;
    return this;
  }

  /** Attributes of md:SPSSODescriptor, for instance {@code AuthnRequestsSigned="true"}. */
  public SpMetadata role(String attributes) {
    roleAttributes = attributes;
    return this;
  }

  public SpMetadata roleExtensions(String xml) {
    roleExtensions = xml;
    return this;
  }

  public SpMetadata entityExtensions(String xml) {
    entityExtensions = xml;
    return this;
  }

  /** A KeyDescriptor; an empty use leaves the attribute out. */
  public SpMetadata key(String use, Credential credential, String methods) {
    return rawKey(use, base64(credential.certificate()), methods);
  }

  public SpMetadata rawKey(String use, String certificate, String methods) {
    keys.add(
        "<md:KeyDescriptor"
            + (use.isEmpty() ? "" : " use=\"" + use + "\"")
            + "><ds:KeyInfo><ds:X509Data>\n<ds:X509Certificate>"
            + certificate
            + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
            + methods
            + "</md:KeyDescriptor>\n");
    return this;
  }

  public SpMetadata withoutKeys() {
    keys.clear();
    return this;
  }

  public SpMetadata nameIdFormat(String... formats) {
    StringBuilder all = new StringBuilder();
    for (String format : formats) {
      all.append("<md:NameIDFormat>").append(format).append("</md:NameIDFormat>\n");
    }
    nameIdFormats = all.toString();
    return this;
  }

  public SpMetadata consumers(String xml) {
    consumers = xml;
    return this;
  }

  /** An md:AttributeConsumingService with requested attributes written {@code urn:oid:…[!]}. */
  public SpMetadata requests(int index, String... names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      boolean required = name.endsWith("!");
      all.append("<md:RequestedAttribute Name=\"")
          .append(required ? name.substring(0, name.length() - 1) : name)
          .append("\" isRequired=\"")
          .append(required)
          .append("\"/>\n");
    }
    attributeServices +=
        "<md:AttributeConsumingService index=\""
            + index
            + "\"><md:ServiceName xml:lang=\"sv\">MOCK</md:ServiceName>\n"
            + all
            + "</md:AttributeConsumingService>\n";
    return this;
  }

  public String text() {
    return "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"\n"
        + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"\n"
        + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"\n"
        + " xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\"\n"
        + " xmlns:alg=\"urn:oasis:names:tc:SAML:metadata:algsupport\"\n"
        + " xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\"\n"
        + " xmlns:idpdisc=\"urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol\""
        + " xmlns:mdattr=\"urn:oasis:names:tc:SAML:metadata:attribute\"\n"
        + (" entityID=\"" + entityId + "\" " + entityXmlAttributes + ">\n")
        + extensions(entityAttributes + entityExtensions)
        + ("<md:SPSSODescriptor " + roleAttributes)
        + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">\n"
        + extensions(roleExtensions)
        + String.join("", keys)
        + nameIdFormats
        + consumers
        + attributeServices
        + "</md:SPSSODescriptor>\n"
        + organization
        + "</md:EntityDescriptor>\n";
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private static String extensions(String content) {
    return content.isEmpty() ? "" : "<md:Extensions>\n" + content + "</md:Extensions>\n";
  }

  public static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
