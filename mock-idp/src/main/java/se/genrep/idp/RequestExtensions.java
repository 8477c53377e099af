package se.genrep.idp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.MessageHtml;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.message.UserMessage;
import se.genrep.idp.sap.SadRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceType;
import se.genrep.registry.StatusCode;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/** The extensions of an AuthnRequest that the framework defines. */
final class RequestExtensions {

  /** In characters; more is no message to a person, and it travels with every page. */
  private static final int LONGEST_MESSAGE = 100_000;

  private static final int MOST_LANGUAGES = 30;
  private static final int MOST_MATCH_VALUES = 30;

  private final IdpProfile profile;
  private final String entityId;
  private final Supplier<List<PrivateKey>> decryption;

  /**
   * @param decryption the keys that a sign message may be encrypted to, any of them, as they are
   *     now
   */
  RequestExtensions(IdpProfile profile, String entityId, Supplier<List<PrivateKey>> decryption) {
    this.profile = profile;
    this.entityId = entityId;
    this.decryption = decryption;
  }

  private static Optional<XmlNode> find(XmlNode message, String namespace, String name) {
    return message.find("samlp:Extensions").stream()
        .flatMap(extensions -> extensions.children().stream())
        .filter(child -> child.is(namespace, name))
        .findFirst();
  }

  private static Stream<XmlNode> children(XmlNode parent, String namespace, String name) {
    return parent.children().stream().filter(child -> child.is(namespace, name));
  }

  /**
   * PSC: who is expected, by the attributes that metadata asks for. An identity provider that asks
   * for none lets the extension be (PSC-2-01).
   */
  List<MatchValue> principalSelection(XmlNode message) {
    return find(message, Namespace.PSC, "PrincipalSelection").stream()
        .flatMap(selection -> children(selection, Namespace.PSC, "MatchValue"))
        .filter(
            value ->
                value
                    .attribute("NameFormat")
                    .map(Attribute.NAME_FORMAT::equals)
                    .orElse(true)) // PSC-2.1.1-02
        .flatMap(
            value ->
                value
                    .attribute("Name")
                    .flatMap(Attribute::of)
                    .filter(profile.principalSelection()::contains)
                    .map(attribute -> new MatchValue(attribute, value.text().strip()))
                    .stream())
        .limit(MOST_MATCH_VALUES)
        .toList();
  }

  /**
   * UM: the message to show, or null. One that cannot be shown is left out: the text lets an
   * identity provider do so (UM-3.1-07, UM-3.1-09), and nobody depends on it.
   */
  UserMessage userMessage(XmlNode message, boolean passive) {
    Optional<XmlNode> extension = find(message, Namespace.UMSG, "UserMessage");
    if (extension.isEmpty() || passive || !profile.showsUserMessages()) { // UM-3.1-04
      return null;
    }
    String type = extension.get().attribute("mimeType").orElse("text/plain"); // UM-2-03
    Optional<MessageFormat> format =
        MessageFormat.ofMimeType(type).filter(known -> known != MessageFormat.HTML);
    if (format.isEmpty()) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    int length = 0;
    for (XmlNode version :
        children(extension.get(), Namespace.UMSG, "Message").limit(MOST_LANGUAGES).toList()) {
      Optional<String> language =
          version.attribute("xml:lang").filter(tag -> tag.matches("[A-Za-z0-9-]{1,35}"));
      Optional<String> text = decoded(version).filter(t -> isShowable(format.get(), t));
      length += text.map(String::length).orElse(0);
      if (language.isPresent() && text.isPresent() && length <= LONGEST_MESSAGE) {
        texts.putIfAbsent(language.get(), text.get());
      }
    }
    return texts.isEmpty()
        ? null
        : new UserMessage(format.get(), Collections.unmodifiableMap(texts));
  }

  /** DP 7.1.1: the message to show and have accepted, or null when there is none. */
  SignMessage signMessage(XmlNode message, EntityMetadata sender) throws RefusedRequest {
    Optional<XmlNode> found = find(message, Namespace.CSIG, "SignMessage");
    if (found.isEmpty()) {
      return null;
    }
    XmlNode extension = found.get();
    if (!sender.declares(ServiceType.SIGSERVICE.uri())) { // DP-7.1.1-01
      throw RefusedRequest.denied(
          "The request has a SignMessage, but the metadata of "
              + sender.entityId()
              + " does not declare sigservice (DP 7.1.1)");
    }
    Optional<String> display = extension.attribute("DisplayEntity").map(String::strip);
    if (display.isPresent() && !display.get().equals(entityId)) {
      throw RefusedRequest.unsupported(
          "The SignMessage is to be displayed by " + display.get() + ", not by " + entityId);
    }
    MessageFormat format = format(extension);
    boolean mustShow =
        extension.attribute("MustShow").map(String::strip).filter(RequestRules::isTrue).isPresent();
    String text =
        decoded(clear(extension))
            .orElseThrow(() -> unusable("The csig:Message is not the base64 of a text in UTF-8"));
    if (text.length() > LONGEST_MESSAGE) {
      throw unusable("The sign message has more than " + LONGEST_MESSAGE + " characters");
    }
    if (!isShowable(format, text)) {
      throw unusable("Nothing of the sign message can be shown");
    }
    return new SignMessage(format, text, mustShow);
  }

  /**
   * DP 7.1.2: the request for Signature Activation Data, or null when there is none. One who does
   * not declare scal2 ignores it (DP-2.1.3-07).
   */
  SadRequest sadRequest(XmlNode message, EntityMetadata sender) throws RefusedRequest {
    Optional<XmlNode> found = find(message, Namespace.SAP, "SADRequest");
    if (found.isEmpty() || !profile.givesSad()) {
      return null;
    }
    SadRequest request;
    try {
      request = SadRequest.read(found.get());
    } catch (SadRequest.Malformed e) {
      throw unusable("The SADRequest cannot be answered: " + e.getMessage() + " (SAP 3.1)");
    }
    // SAP-3.1.1-02, SAP-3.2.3-04: a SAD for somebody else than who asks would be of no use to it.
    if (!request.requester().equals(sender.entityId())) {
      throw RefusedRequest.denied(
          "The RequesterID of the SADRequest is "
              + RefusedRequest.shortened(request.requester())
              + ", not the Issuer of the request");
    }
    if (!request.version().equals(SadRequest.VERSION)) {
      throw RefusedRequest.unsupported(
          "The SADRequest asks for version "
              + RefusedRequest.shortened(request.version())
              + "; only "
              + SadRequest.VERSION
              + " is given");
    }
    return request;
  }

  /** DP-7.1.1-11, BID-4.3.1.1-04: a format that is not supported. */
  private MessageFormat format(XmlNode extension) throws RefusedRequest {
    String type = extension.attribute("MimeType").orElse(MessageFormat.TEXT.signMimeType());
    return MessageFormat.ofSignMimeType(type)
        .filter(profile.signMessages()::contains)
        .orElseThrow(
            () ->
                new RefusedRequest(
                    StatusCode.RESPONDER,
                    StatusCode.REQUEST_UNSUPPORTED,
                    "Sign messages of the type '" + type + "' are not shown here"));
  }

  /** The csig:Message, decrypted where needed. */
  private XmlNode clear(XmlNode extension) throws RefusedRequest {
    List<XmlNode> plain = children(extension, Namespace.CSIG, "Message").toList();
    List<XmlNode> encrypted = children(extension, Namespace.CSIG, "EncryptedMessage").toList();
    if (plain.size() + encrypted.size() != 1) {
      throw unusable("A SignMessage has one Message or one EncryptedMessage (DSS extension 3.1.2)");
    }
    return encrypted.isEmpty() ? plain.get(0) : decrypted(encrypted.get(0));
  }

  private XmlNode decrypted(XmlNode encrypted) throws RefusedRequest {
    try {
      XmlDecrypter.Methods methods = XmlDecrypter.methods(encrypted);
      allow(methods.block(), AlgorithmRules.BLOCK_ENCRYPTIONS.contains(methods.block()));
      // DP-8-11: never RSA 1.5, whose padding tells strangers what is inside.
      allow(
          methods.keyTransport(),
          methods.keyTransport().equals(EncryptionAlgorithm.RSA_OAEP_MGF1P)
              || methods.keyTransport().equals(EncryptionAlgorithm.RSA_OAEP_11));
    } catch (MalformedMessage e) {
      throw unusable("The EncryptedMessage cannot be read: " + e.getMessage());
    }
    for (PrivateKey key : decryption.get()) {
      Optional<XmlNode> message = decrypted(encrypted, key);
      if (message.isPresent()) {
        return message.get();
      }
    }
    // One sentence for all reasons: who sends it again and again learns nothing from them.
    throw unusable("The EncryptedMessage is not a csig:Message encrypted to a key in our metadata");
  }

  private static Optional<XmlNode> decrypted(XmlNode encrypted, PrivateKey key) {
    try {
      return Optional.of(XmlDecrypter.decrypt(encrypted, key))
          .filter(message -> message.is(Namespace.CSIG, "Message"));
    } catch (MalformedMessage e) {
      return Optional.empty();
    }
  }

  /** DP-8-08. */
  private static void allow(String algorithm, boolean allowed) throws RefusedRequest {
    if (!allowed) {
      throw RefusedRequest.unsupported(
          "The EncryptedMessage uses '" + algorithm + "', which is not accepted (DP chapter 8)");
    }
  }

  private static boolean isShowable(MessageFormat format, String text) {
    return !MessageHtml.isBlank(MessageHtml.of(format, text));
  }

  /** The text of base64 with white space anywhere; empty when it is none. */
  private static Optional<String> decoded(XmlNode base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.text().replaceAll("\\s+", ""));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static RefusedRequest unusable(String message) {
    return new RefusedRequest(StatusCode.REQUESTER, StatusCode.REQUEST_UNSUPPORTED, message);
  }
}
