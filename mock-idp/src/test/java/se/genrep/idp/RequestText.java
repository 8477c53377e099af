package se.genrep.idp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.SpMetadata;
import se.genrep.pki.Credential;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** Writes an AuthnRequest for tests: a good one, of which each part can be bent. */
final class RequestText {

  private final Map<String, String> attributes = new LinkedHashMap<>();
  private String issuer = "<saml:Issuer>" + SpMetadata.ENTITY_ID + "</saml:Issuer>";
  private String subject = "";
  private String extensions = "";
  private String nameIdPolicy = "";
  private String context = "";
  private String scoping = "";

  RequestText(String id, Instant now, String destination) {
    attributes.put("ID", id);
    attributes.put("Version", "2.0");
    attributes.put("IssueInstant", now.toString());
    attributes.put("Destination", destination);
    attributes.put("AssertionConsumerServiceURL", SpMetadata.ACS);
  }

  /** Sets an attribute, or leaves it out when the value is null. */
  RequestText set(String attribute, String value) {
    if (value == null) {
      attributes.remove(attribute);
    } else {
      attributes.put(attribute, value);
    }
    return this;
  }

  RequestText issuer(String xml) {
    issuer = xml;
    return this;
  }

  /** A psc:PrincipalSelection; each value is written {@code name=value}. */
  RequestText expecting(String... values) {
    StringBuilder all =
        new StringBuilder(
            "<psc:PrincipalSelection"
                + " xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">");
    for (String value : values) {
      String[] parts = value.split("=", 2);
      all.append("<psc:MatchValue Name=\"" + parts[0] + "\">" + parts[1] + "</psc:MatchValue>");
    }
    return extensions(all.append("</psc:PrincipalSelection>").toString());
  }

  /** A csig:SignMessage with this in it, and attributes such as {@code MustShow="true"}. */
  RequestText signMessage(String attributesText, String content) {
    return extensions(
        "<csig:SignMessage xmlns:csig=\"http://id.elegnamnden.se/csig/1.1/dss-ext/ns\" "
            + attributesText
            + ">"
            + content
            + "</csig:SignMessage>");
  }

  /** The csig:Message of a text. */
  static String message(String text) {
    return "<csig:Message xmlns:csig=\"http://id.elegnamnden.se/csig/1.1/dss-ext/ns\">"
        + base64(text)
        + "</csig:Message>";
  }

  /** A umsg:UserMessage; the versions are language and text by turns. */
  RequestText userMessage(String mimeType, String... versions) {
    StringBuilder all =
        new StringBuilder(
            "<umsg:UserMessage"
                + " xmlns:umsg=\"http://id.swedenconnect.se/authn/1.0/user-message/ns\"");
    all.append(mimeType == null ? ">" : " mimeType=\"" + mimeType + "\">");
    for (int i = 0; i < versions.length; i += 2) {
      all.append("<umsg:Message xml:lang=\"" + versions[i] + "\">\n  ")
          .append(base64(versions[i + 1]))
          .append("\n</umsg:Message>");
    }
    return extensions(all.append("</umsg:UserMessage>").toString());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  RequestText subject(String xml) {
    subject = xml;
    return this;
  }

  RequestText extensions(String xml) {
    extensions = "<samlp:Extensions>" + xml + "</samlp:Extensions>";
    return this;
  }

  RequestText nameIdPolicy(String attributesText) {
    nameIdPolicy = "<samlp:NameIDPolicy " + attributesText + "/>";
    return this;
  }

  RequestText contexts(String... uris) {
    return contextsCompared(null, uris);
  }

  RequestText contextsCompared(String comparison, String... uris) {
    StringBuilder all = new StringBuilder("<samlp:RequestedAuthnContext");
    all.append(comparison == null ? ">" : " Comparison=\"" + comparison + "\">");
    for (String uri : uris) {
      all.append("<saml:AuthnContextClassRef>").append(uri).append("</saml:AuthnContextClassRef>");
    }
    context = all.append("</samlp:RequestedAuthnContext>").toString();
    return this;
  }

  RequestText scoping(String xml) {
    scoping = "<samlp:Scoping>" + xml + "</samlp:Scoping>";
    return this;
  }

  String text() {
    StringBuilder all =
        new StringBuilder(
            "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"");
    attributes.forEach((name, value) -> all.append(" " + name + "=\"" + value + "\""));
    return all.append(">")
        .append(issuer + extensions + subject + nameIdPolicy + context + scoping)
        .append("</samlp:AuthnRequest>")
        .toString();
  }

  /** As it arrives by HTTP-POST, unsigned. */
  Inbound posted(String location) {
    return posted(location, text());
  }

  static Inbound posted(String location, String xml) {
    return new Inbound(
        false,
        location,
        xml.getBytes(StandardCharsets.UTF_8),
        Optional.of("relay"),
        Optional.empty());
  }

  /** As it arrives by HTTP-POST, signed inside. */
  Inbound postedSigned(String location, Credential signer) {
    return postedSigned(location, signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()));
  }

  Inbound postedSigned(String location, Credential signer, SignatureAlgorithm algorithm) {
    return posted(location, signedText(signer, algorithm));
  }

  /** Any message, signed inside, as it arrives by HTTP-POST. */
  static Inbound signed(String location, String xml, Credential signer) {
    XmlNode request = XmlNode.root(Xml.parse(xml));
    XmlSigner.sign(request, signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()));
    return posted(location, request.toString());
  }

  String signedText(Credential signer, SignatureAlgorithm algorithm) {
    XmlNode request = XmlNode.root(Xml.parse(text()));
    XmlSigner.sign(request, signer, algorithm);
    return request.toString();
  }

  /** As it arrives by HTTP-Redirect, signed in the query when there is a signer. */
  Inbound redirected(String location, Credential signer) {
    String query = RedirectBinding.encode(text().getBytes(StandardCharsets.UTF_8), "relay", null);
    RedirectBinding.Received received =
        RedirectBinding.decode(signer == null ? query : signed(query, signer));
    return new Inbound(true, location, received.xml(), received.relayState(), received.signature());
  }

  /**
   * Written out here, as SAML bindings 3.4.4.1 says it, so that it is no mirror of our own code.
   */
  private static String signed(String query, Credential signer) {
    boolean ec = signer.privateKey().getAlgorithm().equals("EC");
    String method =
        "http://www.w3.org/2001/04/xmldsig-more#" + (ec ? "ecdsa-sha256" : "rsa-sha256");
    String octets = query + "&SigAlg=" + URLEncoder.encode(method, StandardCharsets.UTF_8);
    try {
      Signature signature =
          Signature.getInstance(ec ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
      signature.initSign(signer.privateKey());
      signature.update(octets.getBytes(StandardCharsets.UTF_8));
      String value = Base64.getEncoder().encodeToString(signature.sign());
      return octets + "&Signature=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
