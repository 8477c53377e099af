package se.genrep.reference;

import java.util.Base64;
import java.util.function.BiConsumer;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.Namespace;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * What is peculiar in the requests of a variant: the good request, changed before it is signed. The
 * first ones are right, all others are wrong.
 */
public enum RequestHabit implements Variant.Habit {
  /** Sends requests by HTTP-POST. */
  POSTS,
  /** Names the attributes it wants by the index of its second service. */
  NAMES_ATTRIBUTE_SERVICE(request -> request.set("AttributeConsumingServiceIndex", "1")),
  /** Names the country of the person, in the form of the registry. */
  NAMES_COUNTRY(
      request -> scoping(request, "http://id.swedenconnect.se/eidas/1.0/proxy-service/no")),
  /** Names the person it expects, to those who ask for it. */
  NAMES_PERSON(
      (request, idp) -> {
        if (asksForNumber(idp)) {
          selection(request, expected());
        }
      }),
  /** Has a message for the person, to those who show messages. */
  HAS_MESSAGE(
      (request, idp) -> {
        if (idp.declares(GeneralCategory.SUPPORTS_USER_MESSAGE.uri())) {
          message(
              request,
              " mimeType='text/markdown'",
              text(" xml:lang='sv'", "MOCK: du loggar in för att **pröva**"));
        }
      }),

  // What ServiceSite does when somebody comes.
  NO_PHONES,

  // What ServiceRequest does when it sends.
  UNSIGNED,
  SIGNED_INSIDE,
  POSTS_UNSIGNED,
  UNUSUAL_ALGORITHM,
  DOCTYPE,
  LARGE,
  LONG_RELAY_STATE,

  // DP 5.3.
  VERSION_1(request -> request.set("Version", "1.1")),
  STALE(request -> request.set("IssueInstant", "2020-01-01T00:00:00.000Z")),
  SAME_ID(request -> request.set("ID", "_0123456789abcdef0123456789abcdef")),
  OTHER_ISSUER(request -> request.at("saml:Issuer").text("https://other.genrep.example/")),
  NO_ACS_URL(request -> request.unset("AssertionConsumerServiceURL")),
  OTHER_ACS_URL(
      request ->
          request.set(
              "AssertionConsumerServiceURL",
              request.attribute("AssertionConsumerServiceURL").orElseThrow() + "?from=here")),
  URL_AND_INDEX(request -> request.set("AssertionConsumerServiceIndex", "0")),
  NO_DESTINATION(request -> request.unset("Destination")),
  NO_FORCE_AUTHN(request -> request.unset("ForceAuthn")),
  NO_LEVELS(request -> request.at("samlp:RequestedAuthnContext").remove()),
  OTHER_LEVEL(
      request ->
          request
              .at("samlp:RequestedAuthnContext")
              .add("saml:AuthnContextClassRef")
              .text("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport")),
  ASKS_FOR_LOA2(
      request -> {
        XmlNode levels = request.at("samlp:RequestedAuthnContext");
        levels.children().forEach(XmlNode::remove);
        levels.add("saml:AuthnContextClassRef").text(LevelOfAssurance.LOA2.uri());
      }),
  MINIMUM(request -> request.at("samlp:RequestedAuthnContext").set("Comparison", "minimum")),

  // Extensions.
  COUNTRY_OF_THREE_LETTERS(
      request -> scoping(request, "http://id.swedenconnect.se/eidas/1.0/proxy-service/nor")),
  ALWAYS_NAMES_PERSON(request -> selection(request, expected())),
  PERSON_WITHOUT_NAME(request -> selection(request, matchValue("", "197803132393"))),
  PERSON_WITHOUT_VALUE(request -> selection(request, "")),
  PERSON_OUTSIDE_SCHEMA(
      request ->
          selection(request, "<MatchValue xmlns='' Name='urn:oid:1.2.752.29.4.13'>1</MatchValue>")),
  ALWAYS_HAS_MESSAGE(request -> message(request, "", text(" xml:lang='sv'", "MOCK: du loggar in"))),
  MESSAGE_WITHOUT_TEXT(request -> message(request, "", "")),
  MESSAGE_OF_ANOTHER_TYPE(
      request -> message(request, " mimeType='text/html'", text(" xml:lang='sv'", "MOCK"))),
  MESSAGE_IN_CLEAR(
      request -> message(request, "", "<u:Message xml:lang='sv'>Du loggar in.</u:Message>")),
  MESSAGE_WITHOUT_LANGUAGE(request -> message(request, "", text("", "MOCK: du loggar in"))),
  MESSAGE_WITH_TAGS(
      request ->
          message(
              request, " mimeType='text/markdown'", text(" xml:lang='sv'", "MOCK <img src='x'>"))),
  MESSAGE_WITH_NUMBER(
      request -> message(request, "", text(" xml:lang='sv'", "MOCK: ärende om 19121212-1212")));

  private final BiConsumer<XmlNode, EntityMetadata> change;

  RequestHabit() {
    this((request, idp) -> {});
  }

  RequestHabit(java.util.function.Consumer<XmlNode> change) {
    this((request, idp) -> change.accept(request));
  }

  RequestHabit(BiConsumer<XmlNode, EntityMetadata> change) {
    this.change = change;
  }

  void change(XmlNode request, EntityMetadata idp) {
    change.accept(request, idp);
  }

  private static boolean asksForNumber(EntityMetadata idp) {
    var asked = idp.element().element().getElementsByTagNameNS(Namespace.PSC, "MatchValue");
    for (int i = 0; i < asked.getLength(); i++) {
      if (Attribute.PERSONAL_IDENTITY_NUMBER
          .oidName()
          .equals(((org.w3c.dom.Element) asked.item(i)).getAttribute("Name"))) {
        return true;
      }
    }
    return false;
  }

  private static void scoping(XmlNode request, String provider) {
    request
        .add("samlp:Scoping")
        .add("samlp:IDPList")
        .add("samlp:IDPEntry")
        .set("ProviderID", provider);
  }

  /** The test persons who stand aside in every run; somebody else would be turned away. */
  private static String expected() {
    String name = " Name='" + Attribute.PERSONAL_IDENTITY_NUMBER.oidName() + "'";
    return matchValue(name, "197803132393") + matchValue(name, "198809132387");
  }

  private static String matchValue(String attributes, String value) {
    return "<p:MatchValue" + attributes + ">" + value + "</p:MatchValue>";
  }

  private static void selection(XmlNode request, String values) {
    extension(
        request,
        "<p:PrincipalSelection xmlns:p='"
            + Namespace.PSC
            + "'>"
            + values
            + "</p:PrincipalSelection>");
  }

  private static String text(String attributes, String text) {
    return "<u:Message"
        + attributes
        + ">"
        + Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        + "</u:Message>";
  }

  private static void message(XmlNode request, String attributes, String texts) {
    extension(
        request,
        "<u:UserMessage xmlns:u='"
            + Namespace.UMSG
            + "'"
            + attributes
            + ">"
            + texts
            + "</u:UserMessage>");
  }

  private static void extension(XmlNode request, String xml) {
    XmlNode extensions =
        request
            .find("samlp:Extensions")
            .orElseGet(
                () -> request.at("saml:Issuer").insertAfter(request.create("samlp:Extensions")));
    extensions.append(XmlNode.root(Xml.parse(xml)));
  }
}
