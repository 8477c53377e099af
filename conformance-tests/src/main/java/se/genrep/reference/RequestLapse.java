package se.genrep.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.genrep.idp.IdpHabit;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/**
 * A check of requests that a mutant of an identity provider lacks: it takes the request for one
 * that has nothing wrong there, or nothing at all.
 */
public enum RequestLapse implements IdpHabit {
  /** Destination (DP-5.4.1-01, -02). */
  DESTINATION((request, location) -> request.set("Destination", location)),
  /** AssertionConsumerServiceURL; it answers where metadata says (DP-5.4.2-01). */
  ACS_URL(request -> request.unset("AssertionConsumerServiceURL")),
  /** AssertionConsumerServiceIndex; it answers where metadata says (DP-5.4.2-04). */
  ACS_INDEX(request -> request.unset("AssertionConsumerServiceIndex")),
  /** How the answer is to be sent. */
  PROTOCOL_BINDING(request -> request.unset("ProtocolBinding")),
  VERSION(request -> request.set("Version", "2.0")),
  ID(
      request -> {
        if (!request.attribute("ID").orElse("").matches("_[0-9a-f]+")) {
          request.set("ID", "_" + java.util.UUID.randomUUID());
        }
      }),
  /** IssueInstant. */
  FRESHNESS(request -> request.set("IssueInstant", Instant.now().toString())),
  FORCE_AUTHN(request -> request.set("ForceAuthn", "false")),
  IS_PASSIVE(request -> request.unset("IsPassive")),
  /** The levels that are asked for (DP-5.3.1-03). */
  CONTEXTS(request -> without(request, "samlp:RequestedAuthnContext")),
  /** All levels that are asked for but the first. */
  OTHER_CONTEXTS(
      request ->
          request.find("samlp:RequestedAuthnContext").stream()
              .flatMap(asked -> asked.children().stream())
              .skip(1)
              .forEach(XmlNode::remove)),
  NAME_ID_POLICY(
      request -> request.at("samlp:NameIDPolicy").set("Format", NameIdFormat.PERSISTENT.uri())),
  SUBJECT(request -> without(request, "saml:Subject")),
  SCOPING(request -> without(request, "samlp:Scoping")),
  PRINCIPAL_SELECTION(request -> withoutExtension(request, Namespace.PSC, "PrincipalSelection")),
  /** All but the first of the persons who are expected. */
  OTHER_PRINCIPALS(RequestLapse::onlyTheFirstPrincipal),
  SIGN_MESSAGE(request -> withoutExtension(request, Namespace.CSIG, "SignMessage")),
  /** The format of the sign message; it is a text. */
  SIGN_MESSAGE_TYPE(
      request ->
          extensions(request, Namespace.CSIG, "SignMessage")
              .forEach(message -> message.unset("MimeType"))),
  USER_MESSAGE(request -> withoutExtension(request, Namespace.UMSG, "UserMessage")),
  /** The format of the user message; it is a text. */
  USER_MESSAGE_TYPE(
      request ->
          extensions(request, Namespace.UMSG, "UserMessage")
              .forEach(message -> message.unset("mimeType"))),
  /** All languages of the user message but the first. */
  OTHER_LANGUAGES(
      request ->
          extensions(request, Namespace.UMSG, "UserMessage")
              .forEach(
                  message -> {
                    List<XmlNode> texts = message.children();
                    texts.subList(1, texts.size()).forEach(XmlNode::remove);
                  })),
  /** Signatures, whatever is wrong with them (DP-5.2-12). */
  SIGNATURE(request -> {}) {
    @Override
    public boolean verifies() {
      return false;
    }
  },
  // What a mutant refuses without a reason; it takes the request for one that is misaddressed.

  /** All there is. */
  REFUSES_EVERYTHING(request -> refuse(request, true)),
  /** Requests by HTTP-POST. */
  REFUSES_POST((request, location) -> refuse(request, location.endsWith("/post"))),
  /** Signatures with SHA-384 and SHA-512. */
  REFUSES_LONG_DIGESTS(
      request ->
          refuse(
              request,
              request.everywhere("ds:SignatureMethod").stream()
                  .anyMatch(
                      method -> method.attribute("Algorithm").orElse("").matches(".*(384|512)")))),
  /** Extensions that it does not know. */
  REFUSES_UNKNOWN_EXTENSIONS(
      request -> refuse(request, !extensions(request, "urn:example:unknown", "Unknown").isEmpty())),
  /** Persons who are expected. */
  REFUSES_SELECTION(
      request ->
          refuse(request, !extensions(request, Namespace.PSC, "PrincipalSelection").isEmpty())),
  /** Wishes for a SAD, which it need not give. */
  REFUSES_SAD_REQUESTS(
      request -> refuse(request, !extensions(request, Namespace.SAP, "SADRequest").isEmpty())),
  /** Services of the private sector. */
  REFUSES_PRIVATE_SECTOR(request -> {}) {
    @Override
    public void hears(XmlNode request, String location, XmlNode sender) {
      refuse(
          request,
          sender.everywhere("saml:AttributeValue").stream()
              .anyMatch(value -> value.text().strip().endsWith("/private-sector-sp")));
    }
  },
  /** Services whose logotype is larger than the screen. */
  REFUSES_HUGE_LOGOS(request -> {}) {
    @Override
    public void hears(XmlNode request, String location, XmlNode sender) {
      refuse(
          request,
          sender.everywhere("mdui:Logo").stream()
              .anyMatch(logo -> logo.attribute("width").orElse("").length() > 3));
    }
  },
  /** Services with more than 100 letters in their name. */
  REFUSES_LONG_NAMES(request -> {}) {
    @Override
    public void hears(XmlNode request, String location, XmlNode sender) {
      refuse(
          request,
          sender.everywhere("mdui:DisplayName").stream()
              .anyMatch(name -> name.text().length() > 100));
    }
  },
  /** Signature services (DP 7). */
  REFUSES_SIGNATURE_SERVICES(request -> {}) {
    @Override
    public void hears(XmlNode request, String location, XmlNode sender) {
      refuse(
          request,
          sender.everywhere("saml:AttributeValue").stream()
              .anyMatch(value -> value.text().strip().endsWith("/sigservice")));
    }
  },
  /** That a message has no document type. */
  DOCTYPE(request -> {}, text -> text.replaceFirst("(?s)<!DOCTYPE[^>\\[]*(\\[.*?])?>", "")),
  /** Who asks: a stranger is taken for a tester. */
  SENDER(request -> {}, text -> text.replace("/tester/stranger", "/tester/usual")),
  /** That the sender is named: whoever is not is taken for a tester. */
  NO_ISSUER(
      request -> {},
      text ->
          text.contains(":Issuer")
              ? text
              : text.replaceFirst(
                  "(<samlp:AuthnRequest[^>]*AssertionConsumerServiceURL=\"([^\"]*)/acs\"[^>]*>)",
                  "$1<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">$2"
                      + "</saml:Issuer>")),
  /** That a request is well-formed: what comes after the end is passed over. */
  WELL_FORMED(request -> {}, text -> text.replaceFirst("(?s)(</samlp:AuthnRequest>).*", "$1"));

  private final BiConsumer<XmlNode, String> change;
  private final UnaryOperator<String> reading;

  RequestLapse(Consumer<XmlNode> change) {
    this((request, location) -> change.accept(request));
  }

  RequestLapse(BiConsumer<XmlNode, String> change) {
    this.change = change;
    this.reading = UnaryOperator.identity();
  }

  RequestLapse(Consumer<XmlNode> change, UnaryOperator<String> reading) {
    this.change = (request, location) -> change.accept(request);
    this.reading = reading;
  }

  @Override
  public byte[] reads(byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8);
    String read = reading.apply(text);
    return read.equals(text) ? xml : read.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void hears(XmlNode request, String location, XmlNode sender) {
    change.accept(request, location);
  }

  private static void refuse(XmlNode request, boolean refused) {
    if (refused) {
      request.set("Destination", "https://elsewhere.example.org/");
    }
  }

  private static void without(XmlNode request, String path) {
    request.all(path).forEach(XmlNode::remove);
  }

  private static List<XmlNode> extensions(XmlNode request, String namespace, String name) {
    return request.all("samlp:Extensions").stream()
        .flatMap(extensions -> extensions.children().stream())
        .filter(child -> child.is(namespace, name))
        .toList();
  }

  private static void withoutExtension(XmlNode request, String namespace, String name) {
    extensions(request, namespace, name).forEach(XmlNode::remove);
    request.all("samlp:Extensions").stream()
        .filter(extensions -> extensions.children().isEmpty())
        .forEach(XmlNode::remove);
  }

  private static void onlyTheFirstPrincipal(XmlNode request) {
    for (XmlNode selection : extensions(request, Namespace.PSC, "PrincipalSelection")) {
      List<XmlNode> values = selection.children();
      values.subList(1, values.size()).forEach(XmlNode::remove);
    }
  }
}
