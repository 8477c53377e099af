package se.genrep.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.idp.EncryptionChoice;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignMessage;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlEncrypter;
import se.genrep.saml.XmlNode;

/** Writes the AuthnRequest by which the signer is authenticated (DP 7.1). */
final class SignerRequest {

  private final String entityId;
  private final String acsUrl;
  private final Supplier<String> ids;

  SignerRequest(String entityId, String acsUrl, Supplier<String> ids) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.ids = ids;
  }

  /**
   * @param message the samlp:AuthnRequest, to be signed
   * @param id its ID
   * @param sadRequest the ID of the SADRequest in it, if there is one
   */
  record Written(XmlNode message, String id, Optional<String> sadRequest) {}

  Written write(
      SignRequest request,
      EntityMetadata idp,
      String destination,
      List<String> levels,
      boolean withSad,
      Instant now) {
    String id = ids.get();
    XmlNode message =
        XmlNode.newRoot("samlp:AuthnRequest")
            .set("ID", id)
            .set("Version", "2.0")
            .set("IssueInstant", now.toString())
            .set("Destination", destination)
            .set("AssertionConsumerServiceURL", acsUrl)
            .set("ProtocolBinding", EntityMetadata.POST)
            .set("ForceAuthn", "true")
            .set("IsPassive", "false");
    message.add("saml:Issuer").text(entityId);
    XmlNode extensions = message.create("samlp:Extensions");
    request.message().ifPresent(shown -> extensions.append(forIdp(shown, idp)));
    selection(extensions, request, idp);
    Optional<String> sad = withSad ? Optional.of(sad(extensions, request)) : Optional.empty();
    if (!extensions.children().isEmpty()) {
      message.append(extensions);
    }
    message
        .add("samlp:NameIDPolicy")
        .set("Format", NameIdFormat.PERSISTENT.uri())
        .set("AllowCreate", "true");
    XmlNode contexts = message.add("samlp:RequestedAuthnContext").set("Comparison", "exact");
    levels.forEach(uri -> contexts.add("saml:AuthnContextClassRef").text(uri));
    message.add("samlp:Scoping").add("samlp:RequesterID").text(request.requester());
    return new Written(message, id, sad);
  }

  /** DP 7.1.1: as the requester gave it, encrypted to whom shows it where that is possible. */
  private static XmlNode forIdp(SignMessage shown, EntityMetadata idp) {
    List<EncryptionKey> keys =
        idp.identityProvider().map(role -> role.keys().encryption()).orElse(List.of());
    if (shown.isEncrypted()) {
      return shown.element();
    }
    for (EncryptionKey key : keys) {
      Optional<EncryptionAlgorithm> algorithm =
          EncryptionChoice.of(key).filter(choice -> choice.wrap() == null);
      if (algorithm.isPresent()) {
        return encrypted(shown, idp, key, algorithm.get());
      }
    }
    return shown.element();
  }

  private static XmlNode encrypted(
      SignMessage shown, EntityMetadata idp, EncryptionKey key, EncryptionAlgorithm algorithm) {
    XmlNode copy = shown.element().detached();
    XmlNode clear = copy.at("csig:Message");
    XmlNode wrapped = XmlEncrypter.encrypt(clear, key.certificate(), algorithm);
    XmlNode encrypted = copy.create("csig:EncryptedMessage");
    encrypted.append(wrapped.at("xenc:EncryptedData"));
    clear.replaceWith(encrypted);
    return copy.set("DisplayEntity", idp.entityId()); // implementation profile 2.1.3.8.1
  }

  /** DP 7.1: what the identity provider asks for, as far as the requester says it of the signer. */
  private static void selection(XmlNode extensions, SignRequest request, EntityMetadata idp) {
    List<String> asked = asked(idp);
    List<SamlAttribute> known =
        request.signer().stream()
            .filter(attribute -> asked.contains(attribute.name()))
            .filter(attribute -> !attribute.values().isEmpty())
            .toList();
    if (!known.isEmpty()) {
      XmlNode selection = extensions.add("psc:PrincipalSelection");
      known.forEach(
          attribute ->
              selection
                  .add("psc:MatchValue")
                  .set("Name", attribute.name())
                  .set("NameFormat", Attribute.NAME_FORMAT)
                  .text(attribute.values().get(0)));
    }
  }

  private static List<String> asked(EntityMetadata idp) {
    NodeList values = idp.element().element().getElementsByTagNameNS(SamlNs.PSC, "MatchValue");
    return IntStream.range(0, values.getLength())
        .mapToObj(i -> ((Element) values.item(i)).getAttribute("Name"))
        .toList();
  }

  /** SAP 3.1. */
  private String sad(XmlNode extensions, SignRequest request) {
    String id = ids.get();
    XmlNode sad = extensions.add("sap:SADRequest").set("ID", id);
    sad.add("sap:RequesterID").text(entityId);
    sad.add("sap:SignRequestID").text(request.id());
    sad.add("sap:DocCount").text(Integer.toString(request.tasks().size()));
    sad.add("sap:RequestedVersion").text(SadJudge.VERSION);
    return id;
  }
}
