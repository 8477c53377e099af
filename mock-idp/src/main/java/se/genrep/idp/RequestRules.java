package se.genrep.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.AttributeConsumer;
import se.genrep.federation.EntityMetadata.RequestedAttribute;
import se.genrep.federation.SamlSchema;
import se.genrep.federation.XmlTime;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.sap.SadRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;

/** The rules for a request whose sender can be answered, one method a rule. */
final class RequestRules {

  /** How old a request may be: a browser that was slow, not one that was put aside. */
  static final Duration MOST_AGE = Duration.ofMinutes(5);

  /** More than there are countries. */
  private static final int MOST_PROVIDERS = 300;

  /** XML names, of a length that can be echoed without harm. */
  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]{0,255}");

  private final IdpProfile profile;
  private final Authorities authorities;
  private final RequestSignature signature;
  private final RequestExtensions extensions;
  private final ReplayGuard replays;
  private final Clock clock;

  RequestRules(
      IdpProfile profile, Authorities authorities, RequestExtensions extensions, Clock clock) {
    this.profile = profile;
    this.authorities = authorities;
    this.extensions = extensions;
    this.signature = new RequestSignature(profile);
    this.clock = clock;
    this.replays = new ReplayGuard(MOST_AGE.plus(skew().multipliedBy(2)));
  }

  private Duration skew() {
    return profile.framework().clockSkew();
  }

  static boolean isUsableId(String id) {
    return ID.matcher(id).matches();
  }

  SignInRequest judge(Inbound in, Heard heard, EntityMetadata sender, String acsUrl)
      throws RefusedRequest {
    XmlNode message = heard.message();
    Instant now = clock.instant();
    version(message);
    form(message);
    if (heard.verified()) {
      signature.check(heard.asItCame(), in, sender);
    }
    destination(message, in);
    freshness(message, now);
    replyParameters(message, in.holderOfKey().isPresent());
    String certificate = certificate(in);
    contract(sender);
    subject(message);
    SignMessage signMessage = extensions.signMessage(message, sender);
    SadRequest sadRequest = extensions.sadRequest(message, sender);
    int attributeService = attributeService(message, sender);
    List<String> contexts = contexts(message);
    Scoping scoping = scoping(message);
    authorities.check(scoping);
    String nameIdFormat = NameIds.format(message, sender);
    boolean forceAuthn = flag(message, "ForceAuthn");
    boolean passive = flag(message, "IsPassive");
    String id = message.attribute("ID").orElseThrow();
    // Last, so that a request refused above can be sent again when it is mended.
    if (!replays.isFirst(sender.entityId(), id, now)) {
      throw RefusedRequest.denied(
          "The request " + id + " was received before; go back to the service and start again");
    }
    return new SignInRequest(
        id,
        sender.entityId(),
        acsUrl,
        in.relayState().orElse(null),
        contexts,
        nameIdFormat,
        forceAuthn,
        passive,
        attributeService,
        extensions.principalSelection(message),
        extensions.userMessage(message, passive),
        signMessage,
        scoping,
        sadRequest,
        certificate,
        now);
  }

  /** DP-6.4-06. */
  private static void version(XmlNode message) throws RefusedRequest {
    String version = message.attribute("Version").orElse("");
    if (!version.equals("2.0")) {
      throw new RefusedRequest(
          StatusCode.VERSION_MISMATCH,
          null,
          "The request has version '" + version + "'; only 2.0 is served");
    }
  }

  /** Schema, and what the profile of SAML adds to it. */
  private static void form(XmlNode message) throws RefusedRequest {
    Optional<SamlSchema.Fault> fault = SamlSchema.check(message.element());
    if (fault.isPresent()) {
      throw unusable("The request breaks the SAML schema: " + fault.get().problem());
    }
    if (!isUsableId(message.attribute("ID").orElse(""))) {
      throw unusable("The ID of the request is longer than 256 characters or no XML name");
    }
    if (!RequestCheck.isEntityFormat(message.at("saml:Issuer"))) {
      throw unusable("The Issuer of the request has a Format other than entity");
    }
  }

  /** DP-5.4.1-01, DP-5.4.1-02. */
  private static void destination(XmlNode message, Inbound in) throws RefusedRequest {
    Optional<String> destination = message.attribute("Destination");
    if (destination.isEmpty()) {
      throw RefusedRequest.denied("The request has no Destination (DP 5.3)");
    }
    if (!destination.get().equals(in.location())) {
      throw RefusedRequest.denied(
          "The Destination of the request is " + destination.get() + ", not " + in.location());
    }
  }

  private static void fresh(boolean fine, String problem) throws RefusedRequest {
    if (!fine) {
      throw RefusedRequest.denied(problem);
    }
  }

  private void freshness(XmlNode message, Instant now) throws RefusedRequest {
    String text = message.attribute("IssueInstant").orElse("");
    Optional<Instant> issued = XmlTime.parse(text);
    fresh(issued.isPresent(), "The IssueInstant of the request is no time");
    fresh(
        !issued.get().isAfter(now.plus(skew())),
        "The request was issued in the future (" + text + "); set the clock of the service");
    fresh(
        !issued.get().isBefore(now.minus(MOST_AGE).minus(skew())),
        "The request is too old (" + text + "); go back to the service and start again");
  }

  /** DP 5.3 and 5.4.2: URL and index exclude each other, and the answer is posted. */
  private static void replyParameters(XmlNode message, boolean holderOfKey) throws RefusedRequest {
    boolean url = message.attribute("AssertionConsumerServiceURL").isPresent();
    if (url && message.attribute("AssertionConsumerServiceIndex").isPresent()) {
      throw unusable(
          "The request has both AssertionConsumerServiceURL and AssertionConsumerServiceIndex");
    }
    Optional<String> binding = message.attribute("ProtocolBinding");
    boolean ours =
        binding
            .map(
                uri ->
                    uri.equals(EntityMetadata.POST)
                        || holderOfKey && uri.equals(EntityMetadata.HOLDER_OF_KEY))
            .orElse(true);
    if (!ours) {
      throw new RefusedRequest(
          StatusCode.REQUESTER,
          StatusCode.UNSUPPORTED_BINDING,
          "The request asks for an answer by " + binding.get() + "; answers are sent by HTTP-POST");
    }
  }

  /** DP-5.2-04: without certificate there is nobody whose key could be held. */
  private static String certificate(Inbound in) throws RefusedRequest {
    if (in.holderOfKey().isEmpty()) {
      return null;
    }
    return in.holderOfKey()
        .get()
        .certificate()
        .map(HolderOfKey::text)
        .orElseThrow(
            () ->
                new RefusedRequest(
                    StatusCode.RESPONDER,
                    StatusCode.AUTHN_FAILED,
                    "The browser showed no certificate, and the Holder-of-key profile needs one"));
  }

  /** EC-1.3-04, TAR-3.6-02: with a contract of its own, only those that share one. */
  private void contract(EntityMetadata sender) throws RefusedRequest {
    List<String> contracts = profile.contracts();
    if (!contracts.isEmpty() && contracts.stream().noneMatch(sender::declares)) {
      throw RefusedRequest.denied(
          "The metadata of "
              + sender.entityId()
              + " declares none of the contracts of this identity provider: "
              + String.join(", ", contracts));
    }
  }

  /** SAML core 3.4.1: who cannot authenticate the wanted subject answers with an error. */
  private static void subject(XmlNode message) throws RefusedRequest {
    if (message.find("saml:Subject").isPresent()) {
      throw RefusedRequest.unsupported(
          "The request names a Subject, which is not supported; use psc:PrincipalSelection");
    }
  }

  /** DP-5.3-10, DP-6.2.1-09; returns the index asked for, or -1. */
  private int attributeService(XmlNode message, EntityMetadata sender) throws RefusedRequest {
    int index =
        message
            .attribute("AttributeConsumingServiceIndex")
            .map(text -> Integer.parseInt(text.strip()))
            .orElse(-1);
    Optional<AttributeConsumer> service = sender.sp().attributeConsumer(index);
    if (index >= 0 && service.isEmpty()) {
      throw unusable("There is no AttributeConsumingService with index " + index + " in metadata");
    }
    for (RequestedAttribute wanted : service.map(AttributeConsumer::requested).orElse(List.of())) {
      boolean deliverable =
          Attribute.of(wanted.name())
              .filter(
                  attribute ->
                      attribute == Attribute.SIGN_MESSAGE_DIGEST
                          || attribute == Attribute.SAD && profile.givesSad()
                          || profile.attributes().contains(attribute))
              .isPresent();
      if (wanted.required() && !deliverable) {
        throw RefusedRequest.unsupported(
            "The service demands the attribute "
                + wanted.name()
                + ", which this identity provider never delivers");
      }
    }
    return index;
  }

  /** DP 5.3.1, 5.4.4: exactly the contexts asked for that are supported, in their order. */
  private List<String> contexts(XmlNode message) throws RefusedRequest {
    List<String> supported = profile.levels().stream().map(LevelOfAssurance::uri).toList();
    Optional<XmlNode> requested = message.find("samlp:RequestedAuthnContext");
    if (requested.isEmpty()) {
      return supported; // DP-5.4.4-03
    }
    String comparison = requested.get().attribute("Comparison").orElse("exact");
    if (!comparison.equals("exact")) {
      throw RefusedRequest.unsupported(
          "RequestedAuthnContext has Comparison '" + comparison + "'; only exact is served");
    }
    List<String> asked =
        requested.get().all("saml:AuthnContextClassRef").stream()
            .map(context -> context.text().strip())
            .toList();
    List<String> usable = asked.stream().distinct().filter(supported::contains).toList();
    if (usable.isEmpty()) {
      throw new RefusedRequest(
          StatusCode.REQUESTER,
          StatusCode.NO_AUTHN_CONTEXT,
          asked.isEmpty()
              ? "RequestedAuthnContext names no AuthnContextClassRef"
              : "None of the requested levels of assurance is supported here: "
                  + String.join(", ", asked)); // DP-5.4.4-02
    }
    return usable;
  }

  /** Read by all, acted on by proxies (DP-5.3.2-01). */
  private static Scoping scoping(XmlNode message) {
    Optional<XmlNode> scoping = message.find("samlp:Scoping");
    if (scoping.isEmpty()) {
      return Scoping.NONE;
    }
    return new Scoping(
        scoping.get().all("samlp:IDPList/samlp:IDPEntry").stream()
            .flatMap(entry -> entry.attribute("ProviderID").stream())
            .limit(MOST_PROVIDERS)
            .toList(),
        scoping.get().all("samlp:RequesterID").stream()
            .map(requester -> requester.text().strip())
            .limit(MOST_PROVIDERS)
            .toList(),
        scoping.get().attribute("ProxyCount").map(RequestRules::count).orElse(-1));
  }

  /** An xs:nonNegativeInteger, which the schema has seen; one beyond int is no bound. */
  private static int count(String text) {
    return text.strip().matches("[+-]?0*[0-9]{1,9}") ? Integer.parseInt(text.strip()) : -1;
  }

  private static boolean flag(XmlNode message, String attribute) {
    return isTrue(message.attribute(attribute).orElse("").strip());
  }

  /** An xs:boolean. */
  static boolean isTrue(String value) {
    return value.equals("true") || value.equals("1");
  }

  private static RefusedRequest unusable(String message) {
    return new RefusedRequest(StatusCode.REQUESTER, null, message);
  }
}
