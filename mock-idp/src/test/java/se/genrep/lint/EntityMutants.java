package se.genrep.lint;

import static se.genrep.lint.Mutant.both;
import static se.genrep.lint.Mutant.idp;
import static se.genrep.lint.Mutant.sp;

import java.util.function.Function;
import java.util.stream.Stream;

/** One change, on metadata of either role. */
final class EntityMutants {

  private static final String CATEGORY = "<saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/";
  private static final String VALUE = "<saml:AttributeValue>";
  private static final String SIGNING = "<md:KeyDescriptor use=\"signing\">";
  private static final String ENCRYPTION = "<md:KeyDescriptor use=\"encryption\">";
  private static final String CERTIFICATE =
      "<ds:X509Certificate>" + Certificates.GOOD + "</ds:X509Certificate>";

  private EntityMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(document(), organization(), display(), keys(), algorithms(), categories())
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> document() {
    return Stream.of(
            both("schema", " contactType=\"technical\"", ""),
            sp(
                "schema",
                "Location=\"https://mock.example.org/acs\" index=\"0\"",
                "Location=\"https://mock.example.org/acs\" index=\"zero\""),
            both(
                "no-role",
                "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"",
                "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:1.1:protocol\""),
            idp("endpoint-without-address", "Location=\"https://mock", "Location=\"//mock"),
            sp(
                "endpoint-without-address",
                "Location=\"https://mock.example.org/acs",
                "Location=\"https://mock.example.org/acs#here"),
            both(
                "part-expired",
                "protocolSupportEnumeration",
                "validUntil=\"2026-01-01T00:00:00Z\" protocolSupportEnumeration"),
            both("email-without-mailto", "mailto:technical", "technical"),
            both("expired", "entityID=", "validUntil=\"2026-01-01T00:00:00Z\" entityID="),
            both("entity-id-no-address", "entityID=\"https://mock.example.org/", "entityID=\"urn:"))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> organization() {
    String name = "<md:OrganizationName xml:lang=\"sv\">MOCK Myndigheten</md:OrganizationName>";
    String shown = "<md:OrganizationDisplayName xml:lang=\"sv\">MOCK Myndigheten";
    return Stream.of(
            both("organization-missing", between("<md:Organization>", "</md:Organization>"), ""),
            both(
                "organization-text-missing schema",
                between("<md:OrganizationURL xml:lang=\"sv\"", "/en</md:OrganizationURL>"),
                ""),
            both(
                "organization-display-name-empty",
                shown,
                "<md:OrganizationDisplayName xml:lang=\"sv\">"),
            both(
                "organization-named-as-service",
                shown,
                "<md:OrganizationDisplayName xml:lang=\"sv\">MOCK Tjänsten"),
            both(
                "organization-not-in-english",
                "<md:OrganizationURL xml:lang=\"en\">https://mock.example.org/en"
                    + "</md:OrganizationURL>",
                ""),
            both("organization-name-not-in-swedish", name, ""),
            both("organization-number-malformed", ">5599999975<", ">559999-9975<"),
            both("organization-number-malformed", ">5599999975<", ">5599999976<"),
            both(
                "organization-number-misplaced",
                "<alg:DigestMethod",
                "<mdorgext:OrganizationNumber>5599999975</mdorgext:OrganizationNumber>"
                    + "<alg:DigestMethod"))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> display() {
    String swedish = "<mdui:DisplayName xml:lang=\"sv\">MOCK Tjänsten</mdui:DisplayName>";
    String logo =
        "<mdui:Logo height=\"60\" width=\"80\">https://mock.example.org/logo.svg</mdui:Logo>";
    return Stream.of(
            both("ui-info-missing", between("<mdui:UIInfo>", "</mdui:UIInfo>"), ""),
            both("display-name-not-in-swedish", swedish, ""),
            both(
                "description-not-in-swedish",
                "<mdui:Description xml:lang=\"sv\">MOCK för test</mdui:Description>",
                ""),
            both(
                "display-not-in-english",
                "<mdui:DisplayName xml:lang=\"en\">MOCK Service</mdui:DisplayName>",
                ""),
            both("logo-missing", logo, ""),
            both(
                "logo-unusable", ">https://mock.example.org/logo", ">http://mock.example.org/logo"),
            both("logo-unusable schema", "height=\"60\"", ""),
            both("logo-unusable", ">https://mock.example.org/logo.svg", ">data:image/png;base64,€"),
            both("logo-unusable", ">https://mock.example.org/logo.svg", ">data:text/html,x"))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> keys() {
    return Stream.of(
            both("key-without-certificate", CERTIFICATE, "<ds:X509SKI>AAAA</ds:X509SKI>"),
            both("certificate-unreadable", Certificates.GOOD, "AAAA"),
            both("certificate-not-self-signed", Certificates.GOOD, Certificates.CA_ISSUED),
            both("certificate-expired", Certificates.GOOD, Certificates.EXPIRED),
            both("certificate-expired", Certificates.GOOD, Certificates.SOON),
            both("certificate-weakly-signed", Certificates.GOOD, Certificates.SHA1),
            both("no-signing-key", SIGNING, ENCRYPTION),
            both("no-encryption-key", ENCRYPTION, SIGNING),
            both("one-key-for-all", between(SIGNING, ENCRYPTION), "<md:KeyDescriptor>"),
            both(
                "two-encryption-keys",
                SIGNING,
                ENCRYPTION
                    + "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
                    + Certificates.OTHER
                    + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
                    + SIGNING),
            both("rsa-key-too-short", Certificates.GOOD, Certificates.RSA_1024),
            both("rsa-key-short", Certificates.GOOD, Certificates.RSA_2048),
            both("ec-key-too-short", Certificates.GOOD, Certificates.P_192),
            both("key-of-unknown-kind", Certificates.GOOD, Certificates.ED25519),
            both(
                "ec-key-for-encryption",
                between(ENCRYPTION, CERTIFICATE),
                ENCRYPTION
                    + "<ds:KeyInfo><ds:X509Data>"
                    + CERTIFICATE.replace(Certificates.GOOD, Certificates.P_256)))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> algorithms() {
    String digest = "<alg:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>";
    String signing =
        "<alg:SigningMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>";
    String transport = "<md:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#";
    return Stream.of(
            both("algorithm-misplaced", digest, digest.replace("alg:", "ds:")),
            both("algorithm-unknown", "xmlenc#sha256", "xmlenc#sha257"),
            both("algorithm-prohibited", "http://www.w3.org/2001/04/xmlenc#sha256", sha1()),
            both("algorithm-prohibited", transport + "rsa-oaep-mgf1p", transport + "rsa-1_5"),
            both(
                "minimum-key-size-too-short",
                signing,
                signing.replace("/>", " MinKeySize=\"1024\"/>")),
            both(
                "key-transport-digest-unusable",
                transport + "rsa-oaep-mgf1p\"/>",
                transport
                    + "rsa-oaep-mgf1p\"><ds:DigestMethod"
                    + " Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#md5\"/>"
                    + "</md:EncryptionMethod>"))
        .flatMap(Function.identity());
  }

  private static String sha1() {
    return "http://www.w3.org/2000/09/xmldsig#sha1";
  }

  private static Stream<Mutant> categories() {
    String open = "<mdattr:EntityAttributes>";
    String attribute =
        "<saml:Attribute Name=\"http://macedir.org/entity-category\""
            + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">";
    return Stream.of(
            idp(
                "entity-attributes-misplaced",
                "<psc:Req",
                open
                    + attribute
                    + VALUE
                    + "x</saml:AttributeValue></saml:Attribute>"
                    + "</mdattr:EntityAttributes><psc:Req"),
            sp(
                "entity-attributes-misplaced",
                "<idpdisc:",
                open
                    + attribute
                    + VALUE
                    + "x</saml:AttributeValue></saml:Attribute>"
                    + "</mdattr:EntityAttributes><idpdisc:"),
            both(
                "entity-category-misnamed",
                "</saml:Attribute>",
                "</saml:Attribute>"
                    + attribute.replace("category\"", "category-support\"")
                    + VALUE
                    + "http://id.elegnamnden.se/ec/1.0/loa2-pnr</saml:AttributeValue>"
                    + "</saml:Attribute>"),
            both(
                "entity-category-misnamed",
                attribute,
                attribute.replace("format:uri", "format:basic")),
            both(
                "entity-category-attribute-twice",
                VALUE + "http://id.swedenconnect.se/ec/1.0/loa3-name",
                "</saml:Attribute>"
                    + attribute
                    + VALUE
                    + "http://id.swedenconnect.se/ec/1.0/loa3-name"),
            sp(
                "identifier-misspelt",
                "http://id.elegnamnden.se/loa",
                "https://id.elegnamnden.se/loa"),
            sp("identifier-misspelt", "/loa3-name", "/loa3-Name"),
            idp("identifier-misspelt", "/1.0/mobile-auth", "/mobile-auth/"),
            both("identifier-no-url", CATEGORY, contract("tjänst") + CATEGORY),
            both("contract-without-prefix", CATEGORY, value("http://x.example.org/contract/1")),
            both("contract-with-slashes", CATEGORY, contract("bolaget/avtal/1") + CATEGORY),
            both(
                "general-category-unknown",
                CATEGORY,
                value("http://id.elegnamnden.se/general-ec/1.0/accepts")),
            both("own-category-without-prefix", CATEGORY, value("http://x.example.org/ec/1")),
            both(
                "category-left-out",
                CATEGORY,
                value("http://id.swedenconnect.se/ec/1.0/loa3-hsaid")),
            both(
                "category-deprecated",
                CATEGORY,
                value("http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr")),
            both("eid-choice-2017", "eid-authorization-system", "eid-choice-2017"),
            both(
                "sign-message-context",
                VALUE + "http://id.elegnamnden.se/loa/1.0/loa3<",
                value0("http://id.elegnamnden.se/loa/1.0/loa3-sigmessage")
                    + VALUE
                    + "http://id.elegnamnden.se/loa/1.0/loa3<"),
            both(
                "removed-context",
                VALUE + "http://id.elegnamnden.se/loa/1.0/loa3<",
                value0("http://id.swedenconnect.se/loa/1.0/uncertified-loa3-sigmessage")
                    + VALUE
                    + "http://id.elegnamnden.se/loa/1.0/loa3<"),
            both(
                "scope-misplaced",
                "<alg:DigestMethod",
                "<shibmd:Scope regexp=\"false\">2021006883</shibmd:Scope><alg:DigestMethod"),
            idp(
                "scope-malformed",
                "<psc:Req",
                "<shibmd:Scope regexp=\"false\">202100-6883</shibmd:Scope><psc:Req"),
            both(
                "principal-selection-misplaced",
                "<alg:DigestMethod",
                "<psc:RequestedPrincipalSelection><psc:MatchValue Name=\"urn:oid:2.5.4.4\"/>"
                    + "</psc:RequestedPrincipalSelection><alg:DigestMethod"),
            both(
                "discovery-response-misplaced",
                "<alg:DigestMethod",
                "<idpdisc:DiscoveryResponse Location=\"https://mock.example.org/x\" index=\"1\""
                    + " Binding=\"urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol\"/>"
                    + "<alg:DigestMethod"))
        .flatMap(Function.identity());
  }

  private static String value(String uri) {
    return value0(uri) + CATEGORY;
  }

  private static String value0(String uri) {
    return VALUE + uri + "</saml:AttributeValue>";
  }

  private static String contract(String name) {
    return value0("http://id.swedenconnect.se/contract/" + name);
  }

  /** A part of the clean metadata, which is the same for both roles. */
  static String between(String from, String to) {
    String clean = CleanMetadata.idp();
    int start = clean.indexOf(from);
    return clean.substring(start, clean.indexOf(to, start) + to.length());
  }
}
