package se.genrep.cases.saml.idp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** The extensions of a request that the framework defines (PSC, UM, SAP, DSS extension). */
final class Extensions {

  private Extensions() {}

  /** Adds an element, written as XML, to samlp:Extensions. */
  static void add(XmlNode request, String xml) {
    XmlNode extensions =
        request
            .find("samlp:Extensions")
            .orElseGet(
                () -> request.at("saml:Issuer").insertAfter(request.create("samlp:Extensions")));
    extensions.append(XmlNode.root(Xml.parse(xml)));
  }

  /** psc:PrincipalSelection with alternatives of one attribute. */
  static void expect(XmlNode request, Attribute attribute, String... values) {
    StringBuilder all = new StringBuilder();
    for (String value : values) {
      all.append("<p:MatchValue Name='").append(attribute.oidName()).append("'>");
      all.append(value).append("</p:MatchValue>");
    }
    add(
        request,
        "<p:PrincipalSelection xmlns:p='" + Namespace.PSC + "'>" + all + "</p:PrincipalSelection>");
  }

  /**
   * csig:SignMessage.
   *
   * @param attributes further attributes, each with a space before it
   */
  static void signMessage(XmlNode request, String attributes, String text) {
    add(
        request,
        "<c:SignMessage xmlns:c='"
            + Namespace.CSIG
            + "'"
            + attributes
            + "><c:Message>"
            + base64(text)
            + "</c:Message></c:SignMessage>");
  }

  /**
   * umsg:UserMessage.
   *
   * @param texts language and text in turn
   */
  static void userMessage(XmlNode request, String mimeType, String... texts) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.length; i += 2) {
      all.append("<u:Message xml:lang='").append(texts[i]).append("'>");
      all.append(base64(texts[i + 1])).append("</u:Message>");
    }
    add(
        request,
        "<u:UserMessage xmlns:u='"
            + Namespace.UMSG
            + "' mimeType='"
            + mimeType
            + "'>"
            + all
            + "</u:UserMessage>");
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
