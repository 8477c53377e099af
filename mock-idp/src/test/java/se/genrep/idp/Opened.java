package se.genrep.idp;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.genrep.pki.Credential;
import se.genrep.registry.Attribute;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/** A Response as the service provider sees it, opened with its key. */
record Opened(PostForm form, XmlNode response, XmlNode assertion) {

  static XmlNode response(PostForm form) {
    return XmlNode.root(Xml.parse(Base64.getDecoder().decode(form.fields().get("SAMLResponse"))));
  }

  static Opened with(Credential key, Made made) {
    XmlNode response = response(made.form());
    XmlNode encrypted = response.at("saml:EncryptedAssertion");
    return new Opened(made.form(), response, XmlDecrypter.decrypt(encrypted, key.privateKey()));
  }

  /** Friendly name to value; a second attribute of the same name is an error. */
  Map<String, String> attributes() {
    Map<String, String> found = new LinkedHashMap<>();
    for (XmlNode attribute : assertion.all("saml:AttributeStatement/saml:Attribute")) {
      String name = attribute.attribute("Name").orElseThrow();
      List<XmlNode> values = attribute.all("saml:AttributeValue");
      String friendly = Attribute.of(name).orElseThrow().friendlyName();
      if (values.size() != 1 || found.put(friendly, values.get(0).text()) != null) {
        throw new AssertionError("not one value of " + name);
      }
    }
    return found;
  }

  String nameId() {
    return assertion.at("saml:Subject/saml:NameID").text();
  }

  String context() {
    return assertion.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef").text();
  }
}
