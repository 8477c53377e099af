package se.genrep.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.StatusCode;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/**
 * A Response as a tester got it: as it came, and opened. Read without judgement, so that every rule
 * can be put to it; what cannot be read at all is a problem.
 *
 * @param sent the request it answers
 * @param sender what the identity provider publishes
 * @param receiver what the tester publishes
 * @param action where the browser was told to bring it
 * @param fields of the form
 * @param at when it was read
 * @param text the message as text; empty when it cannot be decoded
 * @param response the message; empty when it cannot be read
 * @param encrypted the saml:EncryptedAssertion elements
 * @param assertions the assertions, decrypted where they were encrypted, each with the Response's
 *     namespaces
 * @param problem why something of it cannot be read
 * @param signed whether a key of the identity provider's metadata signed the whole Response
 */
public record TesterAnswer(
    TesterSps.Sent sent,
    EntityMetadata sender,
    EntityMetadata receiver,
    String action,
    Map<String, String> fields,
    Instant at,
    String text,
    Optional<XmlNode> response,
    List<XmlNode> encrypted,
    List<XmlNode> assertions,
    Optional<String> problem,
    boolean signed) {

  static TesterAnswer read(
      TesterSps testers,
      TesterSps.Sent sent,
      String action,
      Map<String, String> fields,
      Instant now) {
    String text = "";
    Optional<XmlNode> response = Optional.empty();
    List<XmlNode> encrypted = List.of();
    List<XmlNode> assertions = new ArrayList<>();
    String problem = null;
    boolean signed = false;
    try {
      byte[] xml = PostBinding.decode(fields.getOrDefault("SAMLResponse", ""), "SAMLResponse");
      text = new String(xml, StandardCharsets.UTF_8);
      XmlNode root = XmlNode.root(Xml.parse(xml));
      response = Optional.of(root);
      signed = Signatures.isSignedBy(root, testers.idpKeys().toList());
      assertions.addAll(root.all("saml:Assertion"));
      encrypted = root.all("saml:EncryptedAssertion");
      for (XmlNode each : encrypted) {
        assertions.add(XmlDecrypter.decrypt(each, testers.decrypting().privateKey()));
      }
    } catch (MalformedMessage e) {
      problem = "cannot be read: " + e.getMessage();
    } catch (RuntimeException e) {
      // The library meets odd input with whatever exception comes first.
      problem = "holds an assertion that cannot be decrypted with the tester's key";
    }
    return new TesterAnswer(
        sent,
        testers.idp(),
        testers.metadata(sent.request().by()),
        action,
        Map.copyOf(fields),
        now,
        text,
        response,
        List.copyOf(encrypted),
        List.copyOf(assertions),
        Optional.ofNullable(problem),
        signed);
  }

  /** The ID, for findings. */
  public String name() {
    return "the Response "
        + response
            .flatMap(root -> root.attribute("ID"))
            .filter(id -> !id.isEmpty())
            .orElse("without ID");
  }

  /** Whether its top-level status is Success. */
  public boolean success() {
    return status().filter(StatusCode.SUCCESS.uri()::equals).isPresent();
  }

  /** The top-level status. */
  public Optional<String> status() {
    return response
        .flatMap(root -> root.find("samlp:Status/samlp:StatusCode"))
        .flatMap(code -> code.attribute("Value"));
  }

  /** The second-level status. */
  public Optional<String> secondStatus() {
    return response
        .flatMap(root -> root.find("samlp:Status/samlp:StatusCode/samlp:StatusCode"))
        .flatMap(code -> code.attribute("Value"));
  }

  /** What an answer without an assertion says, for explanations. */
  public String statusInWords() {
    return status().orElse("no status")
        + secondStatus().map(second -> " / " + second).orElse("")
        + response
            .flatMap(root -> root.find("samlp:Status/samlp:StatusMessage"))
            .map(message -> ": " + message.text().strip())
            .orElse("");
  }

  /** The first assertion. */
  public Optional<XmlNode> assertion() {
    return assertions.stream().findFirst();
  }

  /** The authentication context. */
  public Optional<String> context() {
    return assertion()
        .flatMap(
            each -> each.find("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef"))
        .map(context -> context.text().strip());
  }

  /** The saml:Attribute elements of all statements of the first assertion. */
  public List<XmlNode> attributes() {
    return assertion().stream()
        .flatMap(each -> each.all("saml:AttributeStatement/saml:Attribute").stream())
        .toList();
  }

  /** Name to values, of the attributes that have a Name. */
  public Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (XmlNode attribute : attributes()) {
      attribute
          .attribute("Name")
          .ifPresent(
              name ->
                  values
                      .computeIfAbsent(name, key -> new ArrayList<>())
                      .addAll(
                          attribute.all("saml:AttributeValue").stream()
                              .map(XmlNode::text)
                              .toList()));
    }
    return values;
  }

  /** The values of an attribute; empty when it was not released. */
  public List<String> values(Attribute attribute) {
    return values().getOrDefault(attribute.oidName(), List.of());
  }

  /** Whether a key of the identity provider's metadata signed the whole element. */
  public boolean isSigned(XmlNode element) {
    return Signatures.isSignedBy(element, Stream.of(sender).flatMap(Setup::signingKeys).toList());
  }
}
