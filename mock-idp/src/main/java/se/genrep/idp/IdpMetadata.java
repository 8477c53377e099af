package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** Writes a profile as an md:EntityDescriptor (DP 2.1.1, 2.1.3, EC 1.5, TAR 3). */
final class IdpMetadata {

  /**
   * Where the identity provider is and what keys it has.
   *
   * @param signing the one in use first; in a rollover there are two (DP 2.1.1.2)
   */
  record Place(
      String entityId,
      Function<Boolean, String> location,
      Function<Boolean, Optional<String>> holderOfKey,
      List<X509Certificate> signing,
      X509Certificate encryption) {}

  private final IdpProfile profile;
  private final Place place;

  private IdpMetadata(IdpProfile profile, Place place) {
    this.profile = profile;
    this.place = place;
  }

  static XmlNode of(IdpProfile profile, Place place) {
    return new IdpMetadata(profile, place).entity();
  }

  private XmlNode entity() {
    XmlNode entity =
        XmlNode.newRoot("md:EntityDescriptor")
            .declare("xs", SamlNs.XS)
            .declare("xsi", SamlNs.XSI)
            .set("entityID", place.entityId());
    entityExtensions(entity.add("md:Extensions"));
    role(entity.add("md:IDPSSODescriptor"));
    organization(entity.add("md:Organization"));
    profile.contacts().forEach(contact -> contact(entity, contact));
    return entity;
  }

  private void entityExtensions(XmlNode extensions) {
    XmlNode attributes = extensions.add("mdattr:EntityAttributes");
    // DP-2.1.3-03, TAR-3.3-01: every level that is delivered.
    entityAttribute(
        attributes,
        EntityMetadata.ASSURANCE,
        profile.levels().stream().map(LevelOfAssurance::uri).toList());
    // DP-2.1.3-01, EC-1.5-02: all categories in one attribute.
    entityAttribute(attributes, EntityMetadata.ENTITY_CATEGORY, profile.categories());
    // DP-2-03.
    profile.digests().forEach(uri -> extensions.add("alg:DigestMethod").set("Algorithm", uri));
    profile.signatures().forEach(uri -> extensions.add("alg:SigningMethod").set("Algorithm", uri));
  }

  private static void entityAttribute(XmlNode parent, String name, List<String> values) {
    XmlNode attribute = attribute(parent, name);
    for (String value : values) {
      attribute.add("saml:AttributeValue").set(SamlNs.XSI, "xsi:type", "xs:string").text(value);
    }
  }

  private static XmlNode attribute(XmlNode parent, String name) {
    return parent.add("saml:Attribute").set("Name", name).set("NameFormat", Attribute.NAME_FORMAT);
  }

  private void role(XmlNode role) {
    role.set("WantAuthnRequestsSigned", String.valueOf(profile.wantAuthnRequestsSigned()))
        .set("protocolSupportEnumeration", SamlNs.SAMLP);
    XmlNode extensions = role.add("md:Extensions");
    uiInfo(extensions.add("mdui:UIInfo"));
    // DP-2.1.3.1-03: scopes stand in the role's extensions.
    profile.scopes().forEach(s -> extensions.add("shibmd:Scope").set("regexp", "false").text(s));
    principalSelection(extensions);
    // DP-2.1.1.2-08, -09: a key descriptor for each use.
    place.signing().forEach(certificate -> KeyDescriptor.add(role, "signing", certificate));
    XmlNode encryption = KeyDescriptor.add(role, "encryption", place.encryption());
    Stream.concat(profile.encryptions().stream(), Stream.of(EncryptionAlgorithm.RSA_OAEP_MGF1P))
        .forEach(uri -> encryption.add("md:EncryptionMethod").set("Algorithm", uri));
    // DP-3-01, DP-3-02.
    role.add("md:NameIDFormat").text(NameIdFormat.PERSISTENT.uri());
    role.add("md:NameIDFormat").text(NameIdFormat.TRANSIENT.uri());
    // DP-5.2-06, DP-5.2-07: both bindings.
    endpoint(role, EntityMetadata.REDIRECT, place.location().apply(true));
    endpoint(role, EntityMetadata.POST, place.location().apply(false));
    holderOfKey(role, EntityMetadata.REDIRECT, place.holderOfKey().apply(true));
    holderOfKey(role, EntityMetadata.POST, place.holderOfKey().apply(false));
    // DP-2.1.3-02.
    for (Attribute extra : profile.extraAttributes()) {
      attribute(role, extra.oidName()).set("FriendlyName", extra.friendlyName());
    }
  }

  /** DP-2.1.1.1-05 to -10. */
  private void uiInfo(XmlNode info) {
    texts(info, "mdui:DisplayName", profile.displayName());
    texts(info, "mdui:Description", profile.description());
    info.add("mdui:Logo")
        .set("height", String.valueOf(profile.logo().height()))
        .set("width", String.valueOf(profile.logo().width()))
        .text(profile.logo().uri());
  }

  /** DP-2.1.3-08. */
  private void principalSelection(XmlNode extensions) {
    if (profile.principalSelection().isEmpty()) {
      return;
    }
    XmlNode selection = foreign(extensions, Namespace.PSC, "psc", "RequestedPrincipalSelection");
    for (Attribute wanted : profile.principalSelection()) {
      foreign(selection, Namespace.PSC, "psc", "MatchValue").set("Name", wanted.oidName());
    }
  }

  private static void endpoint(XmlNode role, String binding, String location) {
    role.add("md:SingleSignOnService").set("Binding", binding).set("Location", location);
  }

  /** DP-2.1.3.2-01, -03: the binding stands in hoksso:ProtocolBinding. */
  private static void holderOfKey(XmlNode role, String binding, Optional<String> location) {
    location.ifPresent(
        url ->
            role.add("md:SingleSignOnService")
                .set("Binding", EntityMetadata.HOLDER_OF_KEY)
                .declare("hoksso", Namespace.HOKSSO)
                .set(Namespace.HOKSSO, "hoksso:ProtocolBinding", binding)
                .set("Location", url));
  }

  /** DP-2.1.1.1-01, TAR-3.1-01, TAR-3.1-02. */
  private void organization(XmlNode organization) {
    foreign(organization.add("md:Extensions"), Namespace.MDORGEXT, "mdorgext", "OrganizationNumber")
        .text(profile.organization().number());
    texts(organization, "md:OrganizationName", profile.organization().name());
    texts(organization, "md:OrganizationDisplayName", profile.organization().displayName());
    texts(organization, "md:OrganizationURL", profile.organization().url());
  }

  private static void contact(XmlNode entity, IdpProfile.Contact contact) {
    XmlNode person = entity.add("md:ContactPerson").set("contactType", contact.type());
    person.add("md:Company").text(contact.company());
    person.add("md:EmailAddress").text("mailto:" + contact.email());
  }

  private static void texts(XmlNode parent, String name, Map<String, String> texts) {
    texts.forEach(
        (language, text) ->
            parent.add(name).set(XMLConstants.XML_NS_URI, "xml:lang", language).text(text));
  }

  /** An element of a namespace that {@link XmlNode} has no prefix for. */
  private static XmlNode foreign(XmlNode parent, String namespace, String prefix, String name) {
    Element made =
        parent.element().getOwnerDocument().createElementNS(namespace, prefix + ":" + name);
    return parent.append(XmlNode.of(made).declare(prefix, namespace));
  }
}
