package se.genrep.requester;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Stage;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.ReplayGuard;
import se.genrep.pki.Credential;
import se.genrep.protocol.Csig;
import se.genrep.protocol.Malformed;
import se.genrep.protocol.SignForm;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.saml.DocumentVerifier;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostForm;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;
import se.genrep.saml.XmlVerifier;
import se.genrep.service.RequestStage;
import se.genrep.service.SignStage.Sealing;

/** A service that has people sign (implementation profile 2 and 3). Thread-safe. */
public final class SignRequester {

  /** Longer than an answer may be under way. */
  private static final Duration MEMORY = Duration.ofHours(1);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String entityId;
  private final Credential signing;
  private final SigningServiceFacts service;
  private final Clock clock;
  private final Judgement checks;
  private final ReplayGuard answered = new ReplayGuard(MEMORY);

  /**
   * What it knows of the signing service.
   *
   * @param metadata of the federation
   * @param requestUrl where sign requests go; metadata does not say
   * @param root what certificates of signers have to chain to
   */
  public record SigningServiceFacts(
      EntityMetadata metadata, String requestUrl, X509Certificate root) {

    public String entityId() {
      return metadata.entityId();
    }
  }

  /**
   * A conforming one.
   *
   * @param signing the key of its metadata
   */
  public SignRequester(
      String entityId, Credential signing, SigningServiceFacts service, Clock clock) {
    this(entityId, signing, service, clock, Set.of());
  }

  /** One that leaves out checks. */
  public SignRequester(
      String entityId,
      Credential signing,
      SigningServiceFacts service,
      Clock clock,
      Set<RequesterCheck> dropped) {
    this.entityId = entityId;
    this.signing = signing;
    this.service = service;
    this.clock = clock;
    this.checks = new Judgement(dropped);
  }

  /** A RequestID: 160 random bits in 40 characters (implementation profile 2.1). */
  public static String newRequestId() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The beginnings of a request of this requester; see {@link RequestDraft}. */
  public RequestDraft draft(String identityProvider, String returnUrl) {
    return new RequestDraft(
        newRequestId(), clock.instant(), entityId, service.entityId(), identityProvider, returnUrl);
  }

  /** The form that the browser posts to the signing service. */
  public PostForm ask(SignRequest request) {
    return ask(request, null);
  }

  /**
   * As the other, with deviations.
   *
   * @param scene what the deviations may use; null for none
   */
  public PostForm ask(SignRequest request, Scene scene) {
    XmlNode root = pass(scene, RequestStage.REQUEST, request.write());
    Sealing sealing =
        pass(
            scene,
            RequestStage.SEALING,
            new Sealing(signing, SignatureAlgorithm.mandatoryFor(signing.privateKey()), true));
    if (sealing.signs()) {
      XmlSigner.signDocument(root.at("dss:OptionalInputs"), sealing.signer(), sealing.algorithm());
    }
    XmlNode finished = pass(scene, RequestStage.SIGNED_REQUEST, root);
    String text = pass(scene, RequestStage.TEXT, Xml.text(finished.element()));
    String id = root.attribute("RequestID").orElse("");
    PostForm form =
        SignForm.request(service.requestUrl(), id, text.getBytes(StandardCharsets.UTF_8));
    return pass(scene, Stage.DELIVERY, form);
  }

  private static <T> T pass(Scene scene, Stage<T> stage, T value) {
    return scene == null ? value : scene.pass(stage, value);
  }

  /**
   * Judges a response.
   *
   * @param form the fields that the browser posted
   * @param asked the request that this browser was sent with
   * @throws ResponseRefusal when it is not taken, or says that there is no signature
   */
  public SignResponse judge(Map<String, String> form, SignRequest asked) throws ResponseRefusal {
    Instant now = clock.instant();
    SignResponse response;
    try {
      XmlNode root = XmlNode.root(Xml.parse(SignForm.message(form, Csig.RESPONSE_FIELD)));
      signature(root);
      response = SignResponse.read(root);
    } catch (Malformed | MalformedMessage e) {
      throw new ResponseRefusal(null, "The response cannot be read: " + e.getMessage());
    }
    checks.require(
        RequesterCheck.RELAY_STATE,
        response.requestId().equals(form.get("RelayState")),
        "the RelayState is not the RequestID of the response");
    checks.require(
        RequesterCheck.REQUEST_ID,
        response.requestId().equals(asked.id()),
        "it answers the request '" + response.requestId() + "', not " + asked.id());
    new ResponseChecks(checks, service.root()).judge(response, asked, now);
    checks.require(
        RequesterCheck.REPLAY,
        answered.isFirst(entityId, asked.id(), now),
        "the request was answered before");
    return response;
  }

  private void signature(XmlNode root) throws ResponseRefusal {
    Optional<XmlNode> outputs = root.find("dss:OptionalOutputs");
    if (!checks.makes(RequesterCheck.RESPONSE_SIGNATURE)) {
      return;
    }
    try {
      if (outputs.isEmpty()) {
        throw new XmlVerifier.InvalidSignature("there are no dss:OptionalOutputs");
      }
      DocumentVerifier.verify(outputs.get(), service.metadata().sp().keys().signing());
    } catch (XmlVerifier.InvalidSignature e) {
      throw new ResponseRefusal(RequesterCheck.RESPONSE_SIGNATURE, e.getMessage());
    }
    XmlVerifier.Methods methods = XmlVerifier.methods(outputs.get());
    List<String> all =
        Stream.concat(Stream.of(methods.signature()), methods.digests().stream()).toList();
    for (String uri : all) {
      checks.require(
          RequesterCheck.RESPONSE_ALGORITHM,
          Judgement.isListed(uri),
          "it is signed with '" + uri + "', which DP 8 does not allow");
    }
  }
}
