package se.genrep.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import se.genrep.federation.EntityMetadata;
import se.genrep.person.Bilingual;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.registry.Attribute;
import se.genrep.registry.AttributeSet;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceType;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** Writes the metadata of a service provider of this process (DP 2.1.1, 2.1.2, EC 1.5, 6.2). */
final class ServiceMetadata {

  static final List<ServiceEntityCategory> CATEGORIES =
      List.of(
          ServiceEntityCategory.LOA2_PNR,
          ServiceEntityCategory.LOA3_PNR,
          ServiceEntityCategory.LOA4_PNR);

  private static final List<ServiceEntityCategory> OF_OTHER_DOORS =
      List.of(
          ServiceEntityCategory.EIDAS_NATURALPERSON,
          ServiceEntityCategory.LOA2_ORGID,
          ServiceEntityCategory.LOA3_ORGID,
          ServiceEntityCategory.LOA4_ORGID);

  /**
   * What tells one service from another.
   *
   * @param categories the service entity categories it declares
   * @param contracts service contracts beside that of its own agreement, each once
   * @param name without the word MOCK
   * @param discoveryResponse where the discovery service sends people back to, if anywhere
   */
  record Description(
      List<ServiceEntityCategory> categories,
      List<String> contracts,
      Bilingual name,
      Optional<String> discoveryResponse) {}

  private static final String LOGO =
      "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60' viewBox='0 0 80 60'>"
          + "<rect width='80' height='60' rx='8' fill='#14535f'/>"
          + "<text x='40' y='38' font-family='sans-serif' font-size='20' font-weight='bold'"
          + " text-anchor='middle' fill='#fff'>MOCK</text></svg>";

  private final Policy policy;
  private final Description description;

  private ServiceMetadata(Policy policy, Description description) {
    this.policy = policy;
    this.description = description;
  }

  /** The metadata of a service that signs in with the one identity provider of its setup. */
  static byte[] write(Policy policy) {
    return write(List.of(policy));
  }

  /**
   * The metadata of a service with several sign-ins.
   *
   * @param doors what each goes by; they are one entity
   */
  static byte[] write(List<Policy> doors) {
    return write(
        doors.get(0),
        new Description(
            doors.stream().flatMap(door -> categories(door).stream()).distinct().toList(),
            contracts(doors.stream().map(door -> door.setup().idp()).toList()),
            new Bilingual("Demotjänsten", "Demo e-service"),
            Optional.empty()));
  }

  /** DP-5.3.1-05: those of the identity it needs that go with the levels it asks for. */
  private static List<ServiceEntityCategory> categories(Policy door) {
    AttributeSet needed =
        switch (door.knownBy()) {
          case PRID, MAPPED_PERSONAL_IDENTITY_NUMBER -> AttributeSet.EIDAS_NATURAL_PERSON;
          case ORG_AFFILIATION -> AttributeSet.ORG_PERSON;
          default -> AttributeSet.PNR;
        };
    return Stream.concat(CATEGORIES.stream(), OF_OTHER_DOORS.stream())
        .filter(category -> category.attributeSet() == needed)
        .filter(
            category ->
                door.levels().stream()
                    .flatMap(uri -> LevelOfAssurance.of(uri).stream())
                    .anyMatch(category::accepts))
        .toList();
  }

  /** EC 1.3: an identity provider with contracts serves only those who have one of them. */
  static List<String> contracts(List<EntityMetadata> idps) {
    return idps.stream()
        .flatMap(idp -> idp.categories().stream())
        .filter(
            uri ->
                EntityCategory.Type.of(uri)
                    .filter(type -> type == EntityCategory.Type.SERVICE_CONTRACT)
                    .isPresent())
        .distinct()
        .toList();
  }

  /** The md:EntityDescriptor. */
  static XmlNode entity(Policy policy, Description description) {
    return new ServiceMetadata(policy, description).entity();
  }

  /** The md:EntityDescriptor as a document. */
  static byte[] write(Policy policy, Description description) {
    XmlNode entity = entity(policy, description);
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return (declaration + Xml.text(entity.element()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private XmlNode entity() {
    XmlNode entity =
        XmlNode.newRoot("md:EntityDescriptor")
            .declare("xs", SamlNs.XS)
            .declare("xsi", SamlNs.XSI)
            .set("entityID", policy.entityId());
    XmlNode extensions = entity.add("md:Extensions");
    categories(extensions.add("mdattr:EntityAttributes"));
    listed(Use.DIGEST).forEach(a -> extensions.add("alg:DigestMethod").set("Algorithm", a));
    listed(Use.SIGNATURE).forEach(a -> extensions.add("alg:SigningMethod").set("Algorithm", a));
    XmlNode role =
        entity
            .add("md:SPSSODescriptor")
            .set("AuthnRequestsSigned", "true")
            .set("WantAssertionsSigned", "false") // DP-2.1.2-11
            .set("protocolSupportEnumeration", SamlNs.SAMLP);
    XmlNode roleExtensions = role.add("md:Extensions");
    uiInfo(roleExtensions.add("mdui:UIInfo"));
    description
        .discoveryResponse()
        .ifPresent(
            location -> // DP-2.1.2-12
            roleExtensions
                    .add("idpdisc:DiscoveryResponse")
                    .set("Binding", Namespace.IDPDISC)
                    .set("Location", location)
                    .set("index", "0"));
    KeyDescriptor.add(role, "signing", policy.keys().signing().certificate());
    XmlNode encryption =
        KeyDescriptor.add(role, "encryption", policy.keys().encryption().certificate());
    blockEncryptions().forEach(a -> encryption.add("md:EncryptionMethod").set("Algorithm", a));
    listed(Use.KEY_TRANSPORT)
        .forEach(a -> encryption.add("md:EncryptionMethod").set("Algorithm", a));
    role.add("md:NameIDFormat").text(NameIdFormat.PERSISTENT.uri());
    role.add("md:NameIDFormat").text(NameIdFormat.TRANSIENT.uri());
    role.add("md:AssertionConsumerService")
        .set("Binding", EntityMetadata.POST)
        .set("Location", policy.acsUrl())
        .set("index", "0")
        .set("isDefault", "true");
    organization(entity.add("md:Organization"));
    contact(entity, "technical");
    contact(entity, "support");
    for (Variant.Habit habit : policy.variant().habits()) {
      if (habit instanceof MetadataHabit own) {
        own.change(entity);
      }
    }
    return entity;
  }

  /** All in one attribute (EC-1.5-02). */
  private void categories(XmlNode attributes) {
    XmlNode attribute =
        attributes
            .add("saml:Attribute")
            .set("Name", EntityMetadata.ENTITY_CATEGORY)
            .set("NameFormat", Attribute.NAME_FORMAT);
    Stream<String> services = description.categories().stream().map(EntityCategory::uri);
    // TAR 3.5.2, 3.6.1: an agency with one of Digg's connection agreements.
    Stream<String> agency =
        Stream.of(ServiceType.PUBLIC_SECTOR_SP.uri(), ServiceContract.SWEDEN_CONNECT.uri());
    Stream<String> samordningsnummer =
        Stream.of(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri())
            .filter(uri -> policy.variant().optedIn());
    Stream.of(services, agency, description.contracts().stream(), samordningsnummer)
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

  /**
   * In the order of preference: the authenticated modes first, but for one that claims them all and
   * understands a single one.
   */
  private List<String> blockEncryptions() {
    List<String> all = new ArrayList<>(listed(Use.BLOCK_ENCRYPTION));
    String first = policy.makes(Check.ALGORITHMS_SUPPORTED) ? "gcm" : Algorithm.AES256_CBC.uri();
    all.sort(Comparator.comparing(uri -> !uri.contains(first)));
    return all;
  }

  private void uiInfo(XmlNode ui) {
    Bilingual name = description.name();
    texts(ui, "mdui:DisplayName", "MOCK " + name.sv(), "MOCK " + name.en());
    texts(
        ui,
        "mdui:Description",
        "MOCK av en e-tjänst, för att pröva inloggning med e-legitimation",
        "MOCK of an e-service, for trying to sign in with an eID");
    ui.add("mdui:Logo")
        .set("height", "60")
        .set("width", "80")
        .text(
            "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(LOGO.getBytes(StandardCharsets.UTF_8)));
  }

  private static void organization(XmlNode organization) {
    Element number =
        organization
            .element()
            .getOwnerDocument()
            .createElementNS(Namespace.MDORGEXT, "mdorgext:OrganizationNumber");
    organization
        .add("md:Extensions")
        .append(XmlNode.of(number).declare("mdorgext", Namespace.MDORGEXT))
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
