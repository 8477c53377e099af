package se.genrep.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.IdpHabit;
import se.genrep.registry.Algorithm;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceProperty;
import se.genrep.saml.XmlNode;

/**
 * What is peculiar in the metadata of a variant: the good metadata, changed. The first ones are
 * right, all others are wrong or call for a look.
 */
public enum MetadataHabit implements Variant.Habit, IdpHabit {
  /** Has two services that want attributes beyond those of its categories. */
  TWO_ATTRIBUTE_SERVICES(
      entity -> {
        attributeService(entity, "0", "urn:oid:1.2.752.201.3.2");
        attributeService(entity, "1", "urn:oid:0.9.2342.19200300.100.1.3");
      }),

  /** Declares every category for people, for occasions that differ. */
  MANY_CATEGORIES(
      entity ->
          List.of(
                  ServiceEntityCategory.LOA4_ORGID,
                  ServiceEntityCategory.LOA2_NAME,
                  ServiceEntityCategory.LOA3_NAME,
                  ServiceEntityCategory.LOA4_NAME)
              .forEach(more -> category(entity, more.uri()))),
  /** Lets people sign in on the phone they came with (EC 3.1). */
  MOBILE_AUTH(entity -> category(entity, ServiceProperty.MOBILE_AUTH.uri())),
  /** Wants to know by what number people were known before (ATTR 3.2.6). */
  ASKS_FOR_PREVIOUS_NUMBER(entity -> attributeService(entity, "0", "urn:oid:1.2.752.201.3.15")),

  /** Wants mobile devices to do, at level 4 too. */
  MOBILE_AT_LEVEL_4(
      entity -> {
        category(entity, ServiceProperty.MOBILE_AUTH.uri());
        category(entity, ServiceEntityCategory.LOA4_PNR.uri());
      }),

  // DP 2.1.1.1, the organisation and what is shown.
  NO_ORGANIZATION(entity -> entity.at("md:Organization").remove()),
  SHOWS_SERVICE_AS_ORGANIZATION(
      entity ->
          swedish(entity.all("md:Organization/md:OrganizationDisplayName"))
              .text("MOCK Demotjänsten")),
  EMPTY_ORGANIZATION(
      entity -> swedish(entity.all("md:Organization/md:OrganizationDisplayName")).text("")),
  ENGLISH_ORGANIZATION(
      entity -> swedish(entity.all("md:Organization/md:OrganizationName")).remove()),
  HYPHENATED_NUMBER(
      entity -> entity.at("md:Organization/md:Extensions").children().get(0).text("559999-9975")),
  NO_UI_INFO(entity -> role(entity).at("md:Extensions").remove()),
  NO_SWEDISH_NAME(entity -> swedish(ui(entity).all("mdui:DisplayName")).remove()),
  NO_ENGLISH_NAME(entity -> english(ui(entity).all("mdui:DisplayName")).remove()),
  NO_LOGO(entity -> ui(entity).at("mdui:Logo").remove()),
  LOGO_BY_HTTP(entity -> ui(entity).at("mdui:Logo").text("http://agency.genrep.example/logo.svg")),
  NO_DESCRIPTION(entity -> swedish(ui(entity).all("mdui:Description")).remove()),

  // DP 2.1.1.2, 8: keys.
  ISSUED_CERTIFICATE(entity -> key(entity, "signing", "issued")),
  EXPIRED_CERTIFICATE(entity -> key(entity, "signing", "expired")),
  SHA1_CERTIFICATE(entity -> key(entity, "signing", "sha-1")),
  RSA_KEY_OF_2048(entity -> key(entity, "signing", "rsa-2048")),
  EC_KEY_FOR_ENCRYPTION(
      entity -> {
        keyFor(entity, "encryption").remove();
        key(entity, "encryption", "ec-256");
      }),
  TWO_ENCRYPTION_KEYS(entity -> key(entity, "encryption", "rsa-2048")),
  NO_SIGNING_KEY(entity -> keyFor(entity, "signing").remove()),
  NO_ENCRYPTION_KEY(entity -> keyFor(entity, "encryption").remove()),
  ONE_KEY(
      entity -> {
        keyFor(entity, "signing").remove();
        keyFor(entity, "encryption").unset("use");
      }),

  // DP 2.1.1.3, 8: algorithms.
  NO_ALGORITHMS(
      entity ->
          List.of("alg:DigestMethod", "alg:SigningMethod", "md:EncryptionMethod")
              .forEach(name -> entity.everywhere(name).forEach(XmlNode::remove))),
  SHA1_DECLARED(
      entity ->
          entity
              .at("md:Extensions")
              .add("alg:SigningMethod")
              .set("Algorithm", Algorithm.RSA_SHA1.uri())),
  UNKNOWN_ALGORITHM(
      entity ->
          entity
              .at("md:Extensions")
              .add("alg:DigestMethod")
              .set("Algorithm", "http://www.w3.org/2001/04/xmlenc#sha257")),
  UNUSABLE_TRANSPORT_DIGEST(
      entity ->
          keyFor(entity, "encryption")
              .add("md:EncryptionMethod")
              .set("Algorithm", Algorithm.RSA_OAEP_MGF1P.uri())
              .add("ds:DigestMethod")
              .set("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#md5")),

  // DP 2.1.2: what it asks for, and where answers go.
  EMAIL_WITHOUT_SCHEME(
      entity -> entity.at("md:ContactPerson/md:EmailAddress").text("mock@agency.genrep.example")),
  WANTS_SIGNED_ASSERTIONS(entity -> role(entity).set("WantAssertionsSigned", "true")),
  ASKS_FOR_WHAT_IT_GETS(entity -> attributeService(entity, "0", "urn:oid:1.2.752.29.4.13")),
  ASKS_FOR_THE_UNKNOWN(entity -> attributeService(entity, "0", "personalIdentityNumber")),
  EMAIL_AS_NAME(
      entity ->
          entity
              .everywhere("md:NameIDFormat")
              .get(0)
              .text("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")),
  DISCOVERY_MISPLACED(
      entity ->
          entity
              .at("md:Extensions")
              .add("idpdisc:DiscoveryResponse")
              .set("Binding", Namespace.IDPDISC)
              .set("Location", "https://agency.genrep.example/chosen")
              .set("index", "0")),
  ACS_BY_HTTP(entity -> consumer(entity, EntityMetadata.POST, "http://agency.genrep.example/acs")),
  HOLDER_OF_KEY_WITHOUT_BINDING(
      entity -> consumer(entity, Namespace.HOKSSO, "https://agency.genrep.example/acs")),
  HOLDER_OF_KEY_FIRST(
      entity -> {
        role(entity).at("md:AssertionConsumerService").unset("isDefault");
        consumer(entity, Namespace.HOKSSO, "https://agency.genrep.example/acs")
            .declare("hoksso", Namespace.HOKSSO)
            .set(Namespace.HOKSSO, "hoksso:ProtocolBinding", EntityMetadata.POST)
            .set("isDefault", "true");
      }),

  // EC, TAR 3: categories.
  NO_CATEGORY(entity -> withoutCategories(entity, "/ec/")),
  ONLY_LOA4(entity -> only(entity, ServiceEntityCategory.LOA4_PNR)),
  ONLY_LOA2(entity -> only(entity, ServiceEntityCategory.LOA2_PNR)),
  ONLY_LOA3(entity -> only(entity, ServiceEntityCategory.LOA3_PNR)),
  ONLY_FOREIGN(entity -> only(entity, ServiceEntityCategory.EIDAS_NATURALPERSON)),
  ONLY_LOA2_ORGID(entity -> only(entity, ServiceEntityCategory.LOA2_ORGID)),
  ONLY_LOA3_ORGID(entity -> only(entity, ServiceEntityCategory.LOA3_ORGID)),
  ONLY_LOA4_ORGID(entity -> only(entity, ServiceEntityCategory.LOA4_ORGID)),
  ONLY_LOA2_NAME(entity -> only(entity, ServiceEntityCategory.LOA2_NAME)),
  ONLY_LOA3_NAME(entity -> only(entity, ServiceEntityCategory.LOA3_NAME)),
  ONLY_LOA4_NAME(entity -> only(entity, ServiceEntityCategory.LOA4_NAME)),
  NO_CONTRACT(entity -> withoutCategories(entity, "/contract/")),
  NO_CONNECTION_AGREEMENT(entity -> withoutCategories(entity, "/contract/sc/sweden-connect")),
  NO_SECTOR(entity -> withoutCategories(entity, "-sector-sp")),
  PRIVATE_IN_AUTHORISATION_SYSTEM(
      entity -> {
        withoutCategories(entity, "/public-sector-sp");
        category(entity, "http://id.elegnamnden.se/st/1.0/private-sector-sp");
        category(entity, "http://id.swedenconnect.se/contract/sc/eid-authorization-system");
      }),
  OWN_CONTRACT(entity -> category(entity, "http://agency.genrep.example/contract/1")),
  OWN_CATEGORY(entity -> category(entity, "http://agency.genrep.example/ec/1")),
  OTHER_GENERAL_CATEGORY(
      entity ->
          category(
              entity,
              GeneralCategory.ACCEPTS_COORDINATION_NUMBER
                  .uri()
                  .replace("swedenconnect", "elegnamnden"))),
  DEPRECATED_CATEGORY(
      entity -> category(entity, "http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr")),
  EIDAS_DELIVERY(entity -> category(entity, "http://id.elegnamnden.se/ec/1.0/eidas-pnr-delivery")),
  SCAL2(entity -> category(entity, "http://id.elegnamnden.se/sprop/1.0/scal2")),
  PERSON_AND_EMPLOYEE(entity -> category(entity, "http://id.swedenconnect.se/ec/1.0/loa3-orgid")),
  CATEGORIES_IN_ROLE(
      entity ->
          role(entity)
              .at("md:Extensions")
              .append(entity.at("md:Extensions/mdattr:EntityAttributes"))),
  CATEGORIES_MISNAMED(
      entity ->
          attribute(entity).set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:basic")),
  CATEGORIES_TWICE(entity -> attribute(entity).insertAfter(attribute(entity).copy()));

  private static final String CERTIFICATES = "/se/genrep/reference/certificates/";

  private final Consumer<XmlNode> change;

  MetadataHabit(Consumer<XmlNode> change) {
    this.change = change;
  }

  void change(XmlNode entity) {
    change.accept(entity);
  }

  @Override
  public void publishes(XmlNode entity) {
    change(entity);
  }

  private static XmlNode role(XmlNode entity) {
    return entity.find("md:SPSSODescriptor").orElseGet(() -> entity.at("md:IDPSSODescriptor"));
  }

  private static XmlNode ui(XmlNode entity) {
    return role(entity).at("md:Extensions/mdui:UIInfo");
  }

  private static XmlNode attribute(XmlNode entity) {
    return entity.all("md:Extensions/mdattr:EntityAttributes/saml:Attribute").stream()
        .filter(
            each ->
                each.attribute("Name").filter(EntityMetadata.ENTITY_CATEGORY::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void category(XmlNode entity, String uri) {
    attribute(entity).add("saml:AttributeValue").text(uri);
  }

  private static void only(XmlNode entity, ServiceEntityCategory category) {
    withoutCategories(entity, "/ec/");
    category(entity, category.uri());
  }

  private static void withoutCategories(XmlNode entity, String part) {
    attribute(entity).all("saml:AttributeValue").stream()
        .filter(value -> value.text().contains(part))
        .forEach(XmlNode::remove);
  }

  private static XmlNode swedish(List<XmlNode> texts) {
    return in("sv", texts);
  }

  private static XmlNode english(List<XmlNode> texts) {
    return in("en", texts);
  }

  private static XmlNode in(String language, List<XmlNode> texts) {
    return texts.stream()
        .filter(
            text -> text.element().getAttributeNS(XMLConstants.XML_NS_URI, "lang").equals(language))
        .findFirst()
        .orElseThrow();
  }

  private static XmlNode keyFor(XmlNode entity, String use) {
    return role(entity).all("md:KeyDescriptor").stream()
        .filter(key -> key.attribute("use").equals(Optional.of(use)))
        .findFirst()
        .orElseThrow();
  }

  /** Beside its own, so that everything still works. */
  private static void key(XmlNode entity, String use, String certificate) {
    XmlNode key = role(entity).create("md:KeyDescriptor").set("use", use);
    key.add("ds:KeyInfo")
        .add("ds:X509Data")
        .add("ds:X509Certificate")
        .text(certificate(certificate));
    List<XmlNode> keys = role(entity).all("md:KeyDescriptor");
    keys.get(keys.size() - 1).insertAfter(key);
  }

  /** In base64; nobody has the private keys any more. */
  static String certificate(String name) {
    try (InputStream in = MetadataHabit.class.getResourceAsStream(CERTIFICATES + name + ".b64")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XmlNode consumer(XmlNode entity, String binding, String location) {
    XmlNode first = role(entity).at("md:AssertionConsumerService");
    XmlNode consumer =
        role(entity)
            .create("md:AssertionConsumerService")
            .set("Binding", binding)
            .set("Location", location)
            .set("index", "1");
    first.insertAfter(consumer);
    return consumer;
  }

  private static void attributeService(XmlNode entity, String index, String attribute) {
    XmlNode service = role(entity).add("md:AttributeConsumingService").set("index", index);
    service.add("md:ServiceName").set(XMLConstants.XML_NS_URI, "xml:lang", "sv").text("MOCK");
    service
        .add("md:RequestedAttribute")
        .set("Name", attribute)
        .set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri");
  }
}
