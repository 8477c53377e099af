package se.genrep.sut;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.Inbound;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * An AuthnRequest that the system sent, as it arrived.
 *
 * @param inbound its octets and how they came
 * @param at when it was noted, shortly after it arrived
 * @param sender what the system publishes
 * @param receiver the identity provider it was sent to
 */
public record SeenRequest(
    Inbound inbound, Instant at, EntityMetadata sender, EntityMetadata receiver) {

  private static final Pattern ROOT = Pattern.compile("<[A-Za-z_]");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  public String text() {
    return new String(inbound.xml(), StandardCharsets.UTF_8);
  }

  /** What stands before the root element, without comments. */
  public String prolog() {
    return ROOT.split(COMMENT.matcher(text()).replaceAll(""), 2)[0];
  }

  /** The message; empty when it cannot be parsed within the bounds that every message has. */
  public Optional<XmlNode> xml() {
    try {
      return Optional.of(XmlNode.root(Xml.parse(inbound.xml())));
    } catch (MalformedMessage e) {
      return Optional.empty();
    }
  }

  public Optional<String> attribute(String name) {
    return xml().flatMap(root -> root.attribute(name));
  }

  /** The ID, for findings. */
  public String name() {
    return "the request " + attribute("ID").orElse("without ID");
  }

  /** The authentication contexts it asks for. */
  public List<String> contexts() {
    return xml().stream()
        .flatMap(root -> root.all("samlp:RequestedAuthnContext/saml:AuthnContextClassRef").stream())
        .map(context -> context.text().strip())
        .toList();
  }

  /** The children of samlp:Extensions with the name. */
  public List<XmlNode> extensions(String namespace, String localName) {
    return xml().stream()
        .flatMap(root -> root.all("samlp:Extensions").stream())
        .flatMap(extensions -> extensions.children().stream())
        .filter(child -> child.is(namespace, localName))
        .toList();
  }
}
