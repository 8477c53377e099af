package se.genrep.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import se.genrep.deviation.Scene;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.person.Cast;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.protocol.Csig;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.registry.ServiceProperty;
import se.genrep.registry.SignStatusCode;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.PostForm;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlSigner;
import se.genrep.trust.CertType;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TrustAddresses;

/**
 * The MOCK signing service, without a server: request, authentication, certificate, signatures,
 * response. It keeps nothing of a signature that is under way; what it needs then comes back with
 * the browser. Thread-safe.
 */
public final class MockSign implements AutoCloseable {

  /** Where it lies in the mock federation; its entityID ends so, too. */
  public static final String PATH = "/sign";

  private final String entityId;
  private final Federation federation;
  private final Clock clock;
  private final Supplier<Cast> cast;
  private final Credential signing;
  private final SigningAuthority authority;
  private final OneTimeKeys keys = new OneTimeKeys();
  private final Supplier<String> ids = ids();
  private final RequestJudge requests;
  private final SignerRequest signerRequests;
  private final AnswerJudge answers;
  private final SadJudge sads;
  private final SignerJudge signers;
  private final ResponseMaker responses;
  private final SignStrangers strangers;

  /**
   * What it stands on.
   *
   * @param baseUrl where the federation is reached, without a final slash
   * @param cast for the canaries of deviations
   * @param rsa how long one-time RSA keys are
   */
  public record Place(
      String baseUrl,
      TestPki pki,
      Federation federation,
      Supplier<Cast> cast,
      Clock clock,
      KeyType rsa) {

    public Place(
        String baseUrl, TestPki pki, Federation federation, Supplier<Cast> cast, Clock clock) {
      this(baseUrl, pki, federation, cast, clock, KeyType.RSA_2048);
    }

    public Place withRsa(KeyType length) {
      return new Place(baseUrl, pki, federation, cast, clock, length);
    }

    String entityId() {
      return baseUrl + PATH;
    }

    String acsUrl() {
      return entityId() + "/acs";
    }

    Credential signing() {
      return pki.selfSigned("signing-service", KeyType.P_256);
    }

    /** DP-8-03: an RSA key, of the recommended size. */
    Credential encryption() {
      return pki.selfSigned("signing-service-encryption", KeyType.RSA_3072);
    }
  }

  /** A conforming service; {@link #join} makes it a member first. */
  public MockSign(Place place) {
    this(place, Set.of());
  }

  /** One that leaves out checks. */
  public MockSign(Place place, Set<ServiceCheck> dropped) {
    Checks checks = new Checks(dropped);
    this.entityId = place.entityId();
    this.federation = place.federation();
    this.clock = place.clock();
    this.cast = place.cast();
    this.signing = place.signing();
    Credential encryption = place.encryption();
    this.authority =
        new SigningAuthority(place.pki(), TrustAddresses.of(place.baseUrl()), place.clock());
    this.requests = new RequestJudge(entityId, federation, checks);
    this.signerRequests = new SignerRequest(entityId, place.acsUrl(), ids);
    this.answers = new AnswerJudge(entityId, place.acsUrl(), encryption.privateKey(), checks);
    this.sads = new SadJudge(entityId, checks);
    this.signers = new SignerJudge(checks);
    this.responses = new ResponseMaker(entityId, signing, authority, keys, place.rsa());
    this.strangers = new SignStrangers(place.pki(), () -> signing, () -> encryption);
  }

  /** Makes the service of a place a member of its federation, when somebody first asks for it. */
  public static void join(Place place) {
    Federation federation = place.federation();
    federation.joinLater(
        place.entityId(),
        "signing service",
        () ->
            SigningMetadata.of(
                place.entityId(),
                place.acsUrl(),
                place.signing(),
                place.encryption(),
                federation.identityProviders()));
  }

  public String entityId() {
    return entityId;
  }

  /** Where sign requests go. */
  public String requestUrl() {
    return entityId + "/request";
  }

  /** Where identity providers answer. */
  public String acsUrl() {
    return entityId + "/acs";
  }

  /** Its md:EntityDescriptor as the federation publishes it. */
  public byte[] metadata() {
    return federation.document(entityId).orElseThrow().bytes();
  }

  /** The authority that certifies signers. */
  public SigningAuthority authority() {
    return authority;
  }

  /**
   * XML IDs with 160 random bits (SAML core 1.3.4), beginning with what an NCName may begin with.
   */
  private static Supplier<String> ids() {
    SecureRandom random = new SecureRandom();
    return () -> {
      byte[] bytes = new byte[20];
      random.nextBytes(bytes);
      return "_" + HexFormat.of().formatHex(bytes);
    };
  }

  /**
   * Judges a SignRequest.
   *
   * @param form the fields that the browser posted
   * @param instruct says what was arranged for the requester with this entityID
   */
  public Arrival receive(Map<String, String> form, Instructions instruct) {
    Instant now = clock.instant();
    RequestJudge.Known known;
    try {
      known = requests.sender(form, now);
    } catch (NotAnswerable e) {
      return new Arrival.NotAnswered(e.getMessage());
    }
    try {
      SignRequest request = requests.judge(known, now);
      EntityMetadata idp = requests.identityProvider(request);
      return signIn(request, idp, requests.levels(request, idp), now);
    } catch (SignError error) {
      SignInstruction instruction = instruct.take(known.address().requester());
      return new Arrival.Answered(refusal(known.address(), error, instruction, now));
    }
  }

  /** Where arrangements come from; each is used up by the answer it is for. */
  @FunctionalInterface
  public interface Instructions {
    Instructions NONE = requester -> SignInstruction.NONE;

    SignInstruction take(String requester);
  }

  private Arrival signIn(SignRequest request, EntityMetadata idp, List<String> levels, Instant now)
      throws SignError {
    boolean withSad = withSad(request, idp);
    String destination = destination(idp);
    SignerRequest.Written written =
        signerRequests.write(request, idp, destination, levels, withSad, now);
    XmlSigner.sign(
        written.message(), signing, SignatureAlgorithm.mandatoryFor(signing.privateKey()));
    PendingSignature pending =
        new PendingSignature(request, written.id(), written.sadRequest(), levels, now);
    String flow = written.id().substring(1, 17);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("SAMLRequest", PostBinding.encode(Xml.bytes(written.message().element())));
    fields.put("RelayState", flow); // SAML bindings 3.5.3: at most 80 bytes
    return new Arrival.SignIn(
        new PostForm(destination, fields), idp.entityId(), flow, pending.bytes());
  }

  /**
   * DP 7.1.2: always for a qualified signature; also wherever the identity provider gives one,
   * since it shows the signer's sole control.
   */
  private static boolean withSad(SignRequest request, EntityMetadata idp) throws SignError {
    boolean given = idp.declares(ServiceProperty.SCAL2.uri());
    if (request.certType() == CertType.QC_SSCD) {
      if (!given) {
        throw SignError.ofRequest(
            "CertType QC/SSCD needs a SAD, which " + idp.entityId() + " does not give");
      }
      if (request.message().isEmpty()) {
        throw SignError.ofRequest("CertType QC/SSCD needs a SignMessage (DP 7.1.2)");
      }
    }
    return given;
  }

  private static String destination(EntityMetadata idp) throws SignError {
    return idp.identityProvider().stream()
        .flatMap(role -> role.singleSignOn().stream())
        .filter(each -> each.binding().equals(EntityMetadata.POST) && !each.holderOfKey())
        .map(EntityMetadata.Endpoint::location)
        .findFirst()
        .orElseThrow(
            () ->
                SignError.ofRequest(
                    "The identity provider " + idp.entityId() + " takes no request by HTTP-POST"));
  }

  /**
   * Judges what the identity provider answered, signs, and answers the requester.
   *
   * @param state of {@link Arrival.SignIn}, which nobody else could have changed
   * @param samlResponse the form's field of that name
   */
  public SignMade finish(byte[] state, String samlResponse, Instructions instruct) {
    Instant now = clock.instant();
    PendingSignature pending = PendingSignature.of(state);
    SignRequest request = pending.request();
    SignInstruction instruction = instruct.take(request.requester());
    try {
      EntityMetadata idp = requests.identityProvider(request);
      Assertion assertion = answers.judge(decoded(samlResponse), pending, idp, now);
      signers.judge(pending, assertion);
      sads.judge(pending, assertion, idp, now);
      if (instruction.outcome().isPresent()) {
        throw instruction.outcome().get().error();
      }
      Scene scene = scene(instruction, now);
      SignResponse response = responses.signed(request, assertion, requests.method(request), scene);
      return made(response, request.returnUrl(), request.requester(), scene);
    } catch (SignError error) {
      return refusal(address(request), error, instruction, now);
    }
  }

  private static SignRequest.Address address(SignRequest request) {
    return new SignRequest.Address(
        request.id(),
        request.version(),
        request.requester(),
        request.service(),
        request.returnUrl());
  }

  private static byte[] decoded(String samlResponse) throws SignError {
    try {
      return PostBinding.decode(samlResponse, "SAMLResponse");
    } catch (MalformedMessage e) {
      throw SignError.of(
          SignStatusCode.AUTHN_FAILED,
          "The answer of the identity provider cannot be read: " + e.getMessage());
    }
  }

  private SignMade refusal(
      SignRequest.Address to, SignError error, SignInstruction instruction, Instant now) {
    SignError told = instruction.outcome().map(SignInstruction.Outcome::error).orElse(error);
    String version = to.version().orElse(Csig.DEFAULT_VERSION);
    SignResponse response = SignResponse.error(to.id(), to.version(), told.result(version), now);
    return made(response, to.returnUrl(), to.requester(), scene(instruction, now));
  }

  /** An answer for a flow that cannot go on, for instance since its state is too large. */
  SignMade tooLarge(byte[] state, int most) {
    SignRequest request = PendingSignature.of(state).request();
    SignError error =
        new SignError(
            ResultCode.REQUESTER_ERROR,
            ResultCode.NOT_SUPPORTED,
            "The request is too large for the browser to carry ("
                + most
                + " bytes): ask for fewer"
                + " signatures at a time");
    return refusal(address(request), error, SignInstruction.NONE, clock.instant());
  }

  private Scene scene(SignInstruction instruction, Instant now) {
    return new Scene(
        now,
        instruction.deviations(),
        instruction.canary().orElseGet(() -> cast.get().canaries().get(0)),
        strangers,
        ids);
  }

  private SignMade made(SignResponse response, String returnUrl, String requester, Scene scene) {
    return new SignMade(responses.form(response, returnUrl, scene), requester, scene.applied());
  }

  /** Lets go of the keys that lie ready. */
  @Override
  public void close() {
    keys.close();
  }
}
