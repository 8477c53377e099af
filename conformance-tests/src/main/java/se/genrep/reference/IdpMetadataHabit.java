package se.genrep.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.IdpHabit;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * What is peculiar in the metadata of a variant of an identity provider. The first one is right.
 */
public enum IdpMetadataHabit implements IdpHabit {
  /** Certificates that it issued itself, with RSA keys of 3072 bits. */
  RECOMMENDED_KEYS(
      entity -> {
        certificates(entity, "signing", "idp-rsa-3072");
        certificates(entity, "encryption", "idp-rsa-3072");
      }),

  // DP 2.1.3.
  NO_LEVEL(entity -> attribute(entity, EntityMetadata.ASSURANCE).remove()),
  LEVEL_UNKNOWN(entity -> level(entity, "http://id.swedenconnect.se/loa/1.0/genrep-unheard-of")),
  LEVELS_MISNAMED(
      entity ->
          attribute(entity, EntityMetadata.ASSURANCE)
              .set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:basic")),
  EIDAS_LEVEL(entity -> level(entity, "http://id.elegnamnden.se/loa/1.0/eidas-sub")),
  NONRESIDENT_LEVEL(entity -> level(entity, "http://id.swedenconnect.se/loa/1.0/loa3-nonresident")),
  SIGN_MESSAGE_LEVEL(entity -> level(entity, "http://id.elegnamnden.se/loa/1.0/loa3-sigmessage")),
  UNCERTIFIED_TOO(entity -> level(entity, "http://id.swedenconnect.se/loa/1.0/uncertified-loa3")),
  EIDAS_PERSONS(entity -> category(entity, "http://id.elegnamnden.se/ec/1.0/eidas-naturalperson")),
  LEVEL_4(
      entity -> {
        level(entity, "http://id.elegnamnden.se/loa/1.0/loa4");
        category(entity, "http://id.elegnamnden.se/ec/1.0/loa4-pnr");
        category(entity, "http://id.swedenconnect.se/ec/1.0/loa4-name");
      }),
  GENERAL_UNKNOWN(
      entity -> category(entity, "http://id.swedenconnect.se/general-ec/1.0/genrep-unheard-of")),
  NO_ATTRIBUTES(entity -> role(entity).all("saml:Attribute").forEach(XmlNode::remove)),
  NO_SCAL2(entity -> withoutCategory(entity, "/scal2")),
  /** Declares a contract of others instead of its own. */
  OTHER_CONTRACT(
      entity ->
          attribute(entity, EntityMetadata.ENTITY_CATEGORY).all("saml:AttributeValue").stream()
              .filter(value -> value.text().contains("/contract/"))
              .forEach(value -> value.text("http://id.swedenconnect.se/contract/genrep/other"))),
  CATEGORY_WITHOUT_LEVEL(entity -> category(entity, "http://id.elegnamnden.se/ec/1.0/loa4-pnr")),
  NO_NAME_CATEGORY(
      entity ->
          attribute(entity, EntityMetadata.ENTITY_CATEGORY).all("saml:AttributeValue").stream()
              .filter(value -> value.text().endsWith("loa3-name"))
              .forEach(XmlNode::remove)),

  // DP 2.1.3.1, scopes.
  NO_SCOPE(entity -> scopes(entity).forEach(XmlNode::remove)),
  HYPHENATED_SCOPE(
      entity ->
          scopes(entity)
              .forEach(
                  scope ->
                      scope.text(scope.text().substring(0, 6) + "-" + scope.text().substring(6)))),
  SCOPES_MISPLACED(
      entity -> scopes(entity).forEach(scope -> entity.at("md:Extensions").append(scope))),

  // DP 5.2, 2.1.3.2, endpoints.
  ONE_BINDING(
      entity ->
          endpoints(entity).stream()
              .filter(
                  endpoint ->
                      endpoint.attribute("Binding").filter(EntityMetadata.POST::equals).isPresent())
              .forEach(XmlNode::remove)),
  WITHOUT_TLS(
      entity ->
          endpoints(entity)
              .forEach(endpoint -> endpoint.set("Location", "http://idp.genrep.example/sso"))),
  HOLDER_OF_KEY_WITHOUT_BINDING(
      entity ->
          role(entity)
              .at("md:SingleSignOnService")
              .insertAfter(role(entity).create("md:SingleSignOnService"))
              .set("Binding", EntityMetadata.HOLDER_OF_KEY)
              .set("Location", "https://idp.genrep.example/hok")),
  NO_TRANSIENT(
      entity -> {
        List<XmlNode> formats = role(entity).all("md:NameIDFormat");
        formats.get(formats.size() - 1).remove();
      }),

  // PSC 2.2.
  SELECTION_MISPLACED(
      entity -> entity.at("md:Extensions").append(selection("<p:MatchValue Name='urn:x'/>"))),
  SELECTION_EMPTY(entity -> replaceSelection(entity, "")),
  SELECTION_WITH_VALUE(
      entity ->
          replaceSelection(
              entity,
              "<p:MatchValue Name='"
                  + Attribute.PERSONAL_IDENTITY_NUMBER.oidName()
                  + "'>197610122389</p:MatchValue>")),

  // BankID profile 6.2.
  BANKID_UNSIGNED(entity -> role(entity).set("WantAuthnRequestsSigned", "false")),
  BANKID_NO_SELECTION(entity -> selections(entity).forEach(XmlNode::remove)),
  BANKID_NO_BINDING(entity -> withoutCategory(entity, "secure-authenticator-binding")),
  BANKID_NO_MESSAGE(entity -> withoutCategory(entity, "supports-user-message"));

  private final Consumer<XmlNode> change;

  IdpMetadataHabit(Consumer<XmlNode> change) {
    this.change = change;
  }

  @Override
  public void publishes(XmlNode entity) {
    change.accept(entity);
  }

  private static XmlNode role(XmlNode entity) {
    return entity.at("md:IDPSSODescriptor");
  }

  private static List<XmlNode> endpoints(XmlNode entity) {
    return role(entity).all("md:SingleSignOnService");
  }

  private static List<XmlNode> scopes(XmlNode entity) {
    return role(entity).all("md:Extensions/shibmd:Scope");
  }

  private static XmlNode attribute(XmlNode entity, String name) {
    return entity.all("md:Extensions/mdattr:EntityAttributes/saml:Attribute").stream()
        .filter(each -> each.attribute("Name").equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static void level(XmlNode entity, String uri) {
    attribute(entity, EntityMetadata.ASSURANCE).add("saml:AttributeValue").text(uri);
  }

  private static void category(XmlNode entity, String uri) {
    attribute(entity, EntityMetadata.ENTITY_CATEGORY).add("saml:AttributeValue").text(uri);
  }

  private static void withoutCategory(XmlNode entity, String end) {
    attribute(entity, EntityMetadata.ENTITY_CATEGORY).all("saml:AttributeValue").stream()
        .filter(value -> value.text().endsWith(end))
        .forEach(XmlNode::remove);
  }

  private static List<XmlNode> selections(XmlNode entity) {
    return role(entity).at("md:Extensions").children().stream()
        .filter(child -> child.is(Namespace.PSC, "RequestedPrincipalSelection"))
        .toList();
  }

  private static void replaceSelection(XmlNode entity, String values) {
    selections(entity).forEach(XmlNode::remove);
    role(entity).at("md:Extensions").append(selection(values));
  }

  private static XmlNode selection(String values) {
    return XmlNode.root(
        Xml.parse(
            "<p:RequestedPrincipalSelection xmlns:p='"
                + Namespace.PSC
                + "'>"
                + values
                + "</p:RequestedPrincipalSelection>"));
  }

  private static void certificates(XmlNode entity, String use, String name) {
    role(entity).all("md:KeyDescriptor").stream()
        .filter(key -> key.attribute("use").equals(Optional.of(use)))
        .forEach(
            key ->
                key.at("ds:KeyInfo/ds:X509Data/ds:X509Certificate")
                    .text(MetadataHabit.certificate(name)));
  }
}
