package se.genrep.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import se.genrep.federation.EntityMetadata;
import se.genrep.pki.Credential;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceType;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** Writes the metadata of the signing service: a service provider with a type (DP 2.1.2, 2.1.4). */
final class SigningMetadata {

  /** So that it gets, of every kind of identity provider, who the signer is. */
  private static final List<ServiceEntityCategory> CATEGORIES =
      List.of(
          ServiceEntityCategory.LOA2_PNR,
          ServiceEntityCategory.LOA3_PNR,
          ServiceEntityCategory.LOA4_PNR,
          ServiceEntityCategory.LOA2_ORGID,
          ServiceEntityCategory.LOA3_ORGID,
          ServiceEntityCategory.LOA4_ORGID,
          ServiceEntityCategory.EIDAS_NATURALPERSON);

  private static final String LOGO =
      "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60' viewBox='0 0 80 60'>"
          + "<rect width='80' height='60' rx='8' fill='#4a2f6b'/>"
          + "<text x='40' y='38' font-family='sans-serif' font-size='20' font-weight='bold'"
          + " text-anchor='middle' fill='#fff'>MOCK</text></svg>";

  private SigningMetadata() {}

  /**
   * The md:EntityDescriptor.
   *
   * @param idps it has a contract with each of these that demands one (EC-1.3-04)
   */
  static XmlNode of(
      String entityId,
      String acsUrl,
      Credential signing,
      Credential encryption,
      List<EntityMetadata> idps) {
    XmlNode entity =
        XmlNode.newRoot("md:EntityDescriptor")
            .declare("xs", SamlNs.XS)
            .declare("xsi", SamlNs.XSI)
            .set("entityID", entityId);
    XmlNode extensions = entity.add("md:Extensions");
    categories(extensions.add("mdattr:EntityAttributes"), idps);
    listed(Use.DIGEST).forEach(a -> extensions.add("alg:DigestMethod").set("Algorithm", a));
    listed(Use.SIGNATURE).forEach(a -> extensions.add("alg:SigningMethod").set("Algorithm", a));
    XmlNode role =
        entity
            .add("md:SPSSODescriptor")
            .set("AuthnRequestsSigned", "true") // DP-2.1.4-02
            .set("WantAssertionsSigned", "false")
            .set("protocolSupportEnumeration", SamlNs.SAMLP);
    uiInfo(role.add("md:Extensions").add("mdui:UIInfo"));
    KeyDescriptor.add(role, "signing", signing.certificate());
    XmlNode key = KeyDescriptor.add(role, "encryption", encryption.certificate());
    Stream.concat(blockEncryptions(), listed(Use.KEY_TRANSPORT).stream())
        .forEach(uri -> key.add("md:EncryptionMethod").set("Algorithm", uri));
    role.add("md:NameIDFormat").text(NameIdFormat.PERSISTENT.uri());
    role.add("md:NameIDFormat").text(NameIdFormat.TRANSIENT.uri());
    role.add("md:AssertionConsumerService")
        .set("Binding", EntityMetadata.POST)
        .set("Location", acsUrl)
        .set("index", "0")
        .set("isDefault", "true");
    organization(entity.add("md:Organization"));
    contact(entity, "technical");
    contact(entity, "support");
    return entity;
  }

  /** All in one attribute (EC-1.5-02). */
  private static void categories(XmlNode attributes, List<EntityMetadata> idps) {
    XmlNode attribute =
        attributes
            .add("saml:Attribute")
            .set("Name", EntityMetadata.ENTITY_CATEGORY)
            .set("NameFormat", Attribute.NAME_FORMAT);
    Stream<String> own =
        Stream.of(
            ServiceType.SIGSERVICE.uri(),
            ServiceType.PUBLIC_SECTOR_SP.uri(),
            ServiceContract.SWEDEN_CONNECT.uri(),
            GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri());
    Stream<String> contracts =
        idps.stream()
            .flatMap(idp -> idp.categories().stream())
            .filter(
                uri ->
                    EntityCategory.Type.of(uri)
                        .filter(type -> type == EntityCategory.Type.SERVICE_CONTRACT)
                        .isPresent());
    Stream.of(CATEGORIES.stream().map(EntityCategory::uri), own, contracts)
        .flatMap(uris -> uris)
        .distinct()
        .forEach(
            uri ->
                attribute
                    .add("saml:AttributeValue")
                    .set(SamlNs.XSI, "xsi:type", "xs:string")
                    .text(uri));
  }

  private static List<String> listed(Use use) {
    return Arrays.stream(Algorithm.values())
        .filter(algorithm -> algorithm.use() == use && algorithm.listed())
        .map(Algorithm::uri)
        .toList();
  }

  /** In the order of preference: the authenticated modes first. */
  private static Stream<String> blockEncryptions() {
    return listed(Use.BLOCK_ENCRYPTION).stream()
        .sorted(Comparator.comparing(uri -> !uri.contains("gcm")));
  }

  private static void uiInfo(XmlNode ui) {
    texts(ui, "mdui:DisplayName", "MOCK Underskriftstjänsten", "MOCK Signing service");
    texts(
        ui,
        "mdui:Description",
        "MOCK av en underskriftstjänst, för att pröva elektroniska underskrifter",
        "MOCK of a signing service, for trying electronic signatures");
    ui.add("mdui:Logo")
        .set("height", "60")
        .set("width", "80")
        .text(
            "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(LOGO.getBytes(StandardCharsets.UTF_8)));
  }

  private static void organization(XmlNode organization) {
    XmlNode number =
        XmlNode.of(
            organization
                .element()
                .getOwnerDocument()
                .createElementNS(Namespace.MDORGEXT, "mdorgext:OrganizationNumber"));
    organization
        .add("md:Extensions")
        .append(number.declare("mdorgext", Namespace.MDORGEXT))
        .text("5599999975");
    texts(organization, "md:OrganizationName", "MOCK Myndigheten", "MOCK Agency");
    texts(organization, "md:OrganizationDisplayName", "MOCK Myndigheten", "MOCK Agency");
    texts(
        organization,
        "md:OrganizationURL",
        "https://agency.genrep.example/",
        "https://agency.genrep.example/en");
  }

  private static void contact(XmlNode entity, String type) {
    XmlNode person = entity.add("md:ContactPerson").set("contactType", type);
    person.add("md:Company").text("MOCK Myndigheten");
    person.add("md:EmailAddress").text("mailto:" + type + "@agency.genrep.example");
  }

  private static void texts(XmlNode parent, String name, String swedish, String english) {
    parent.add(name).set(XMLConstants.XML_NS_URI, "xml:lang", "sv").text(swedish);
    parent.add(name).set(XMLConstants.XML_NS_URI, "xml:lang", "en").text(english);
  }
}
