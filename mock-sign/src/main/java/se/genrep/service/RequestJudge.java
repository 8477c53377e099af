package se.genrep.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.idp.ReplayGuard;
import se.genrep.protocol.Csig;
import se.genrep.protocol.Malformed;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SignForm;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Limits;
import se.genrep.registry.SignStatusCode;
import se.genrep.saml.DocumentVerifier;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/**
 * Judges a SignRequest. What cannot be ascribed to a requester of the federation is not answered;
 * every other fault is, with an error (implementation profile 2.1, 2.2.2).
 */
final class RequestJudge {

  /** Implementation profile 2.1.3.2: three minutes are recommended as the most. */
  static final Duration MOST_AGE = Duration.ofMinutes(3);

  /** How long a request is remembered: longer than it could be taken again. */
  private static final Duration MEMORY = MOST_AGE.plus(Limits.CLOCK_SKEW.multipliedBy(2));

  private final String entityId;
  private final Federation federation;
  private final Checks checks;
  private final ReplayGuard taken = new ReplayGuard(MEMORY);

  RequestJudge(String entityId, Federation federation, Checks checks) {
    this.entityId = entityId;
    this.federation = federation;
    this.checks = checks;
  }

  /**
   * A request whose sender is known, judged or not.
   *
   * @param address enough of it to answer
   * @param requester the sender's metadata
   * @param message as it came
   */
  record Known(SignRequest.Address address, EntityMetadata requester, XmlNode message) {}

  /**
   * Finds out who sent a request, and whether an answer may be given.
   *
   * @throws NotAnswerable when it is not certain
   */
  Known sender(Map<String, String> form, Instant now) throws NotAnswerable {
    try {
      XmlNode message = XmlNode.root(Xml.parse(SignForm.message(form, Csig.REQUEST_FIELD)));
      SignRequest.Address address = SignRequest.address(message);
      EntityMetadata requester = member(address.requester());
      signature(message, requester);
      if (checks.makes(ServiceCheck.SIGN_SERVICE) && !address.service().equals(entityId)) {
        throw new NotAnswerable(
            "The request is for the signing service '" + address.service() + "', not " + entityId);
      }
      if (checks.makes(ServiceCheck.RELAY_STATE)
          && !address.id().equals(form.getOrDefault("RelayState", "").strip())) {
        throw new NotAnswerable("The RelayState is not the RequestID of the request");
      }
      if (address.id().isEmpty()) {
        throw new NotAnswerable("The request has no RequestID");
      }
      once(address, now);
      return new Known(address, requester, message);
    } catch (Malformed e) {
      throw new NotAnswerable("The request cannot be used: " + e.getMessage());
    } catch (MalformedMessage e) {
      throw new NotAnswerable("The request cannot be read: " + e.getMessage());
    }
  }

  private EntityMetadata member(String requester) throws NotAnswerable {
    return federation
        .serviceProvider(requester)
        .orElseThrow(
            () ->
                new NotAnswerable(
                    requester.isEmpty()
                        ? "The request does not say who sent it (no csig:SignRequester)"
                        : "The requester '"
                            + requester
                            + "' is not a member of this federation; let it join first"));
  }

  private void signature(XmlNode message, EntityMetadata requester) throws NotAnswerable {
    if (!checks.makes(ServiceCheck.REQUEST_SIGNATURE)) {
      return;
    }
    XmlNode inputs = message.at("dss:OptionalInputs");
    try {
      DocumentVerifier.verify(inputs, requester.sp().keys().signing());
    } catch (XmlVerifier.InvalidSignature e) {
      throw new NotAnswerable("The request is not known to be its requester's: " + e.getMessage());
    }
    XmlVerifier.Methods methods = XmlVerifier.methods(inputs);
    if (checks.makes(ServiceCheck.REQUEST_ALGORITHM)
        && !(isListed(methods.signature())
            && methods.digests().stream().allMatch(this::isListed))) {
      throw new NotAnswerable(
          "The request is signed with '"
              + methods.signature()
              + "', or with a digest, that DP 8"
              + " does not allow");
    }
  }

  private boolean isListed(String uri) {
    return Algorithm.of(uri).filter(Algorithm::listed).isPresent();
  }

  /** Remembered before it is judged further: an answer, of whatever kind, is given once. */
  private void once(SignRequest.Address address, Instant now) throws NotAnswerable {
    if (checks.makes(ServiceCheck.REQUEST_REPLAY)
        && !taken.isFirst(address.requester(), address.id(), now)) {
      throw new NotAnswerable("The request '" + address.id() + "' was sent before");
    }
  }

  /**
   * Judges the rest.
   *
   * @throws SignError what it is answered with
   */
  SignRequest judge(Known known, Instant now) throws SignError {
    String version = known.address().version().orElse(Csig.DEFAULT_VERSION);
    checks.require(
        ServiceCheck.VERSION,
        Csig.VERSIONS.contains(version),
        SignError.ofRequest(
            "the version '" + version + "' is not one of " + String.join(", ", Csig.VERSIONS)));
    SignRequest request;
    try {
      request = SignRequest.read(known.message());
    } catch (Malformed e) {
      throw new SignError(
          ResultCode.REQUESTER_ERROR,
          ResultCode.GENERAL_ERROR,
          "The request is wrong: " + e.getMessage());
    }
    times(request, now);
    SignatureMethod method = method(request);
    tasks(request, method);
    return request;
  }

  private void times(SignRequest request, Instant now) throws SignError {
    Instant sent = request.requestTime();
    checks.require(
        ServiceCheck.REQUEST_AGE,
        !sent.isBefore(now.minus(MOST_AGE).minus(Limits.CLOCK_SKEW))
            && !sent.isAfter(now.plus(Limits.CLOCK_SKEW)),
        expired("The request is of " + sent + ", and it is " + now));
    checks.require(
        ServiceCheck.REQUEST_CONDITIONS,
        request.notBefore().filter(from -> from.isAfter(now.plus(Limits.CLOCK_SKEW))).isEmpty()
            && request
                .notOnOrAfter()
                .filter(end -> !end.isAfter(now.minus(Limits.CLOCK_SKEW)))
                .isEmpty(),
        expired("The conditions of the request do not hold at " + now));
  }

  private static SignError expired(String message) {
    return new SignError(ResultCode.REQUESTER_ERROR, SignStatusCode.REQ_EXPIRED.uri(), message);
  }

  /** What is signed with (implementation profile 2.1.3.7). */
  SignatureMethod method(SignRequest request) throws SignError {
    String uri = request.algorithm().orElse(Algorithm.RSA_SHA256.uri());
    Optional<SignatureMethod> method = SignatureMethod.of(uri);
    if (method.isEmpty() && checks.makes(ServiceCheck.SIGNATURE_ALGORITHM)) {
      throw SignError.ofRequest("The signature algorithm '" + uri + "' is not supported");
    }
    return method.orElse(SignatureMethod.RSA_SHA256);
  }

  private void tasks(SignRequest request, SignatureMethod method) throws SignError {
    if (!checks.makes(ServiceCheck.TASKS)) {
      return;
    }
    TaskSigner signer = new TaskSigner(method);
    for (SignTask task : request.tasks()) {
      signer.check(task);
    }
  }

  /** The identity provider that is to authenticate the signer (implementation profile 2.1.3.4). */
  EntityMetadata identityProvider(SignRequest request) throws SignError {
    return federation
        .entity(request.identityProvider())
        .filter(entity -> entity.identityProvider().isPresent())
        .orElseThrow(
            () ->
                SignError.ofRequest(
                    "The identity provider '"
                        + request.identityProvider()
                        + "' is not a member of this federation"));
  }

  /** The levels to ask for (implementation profile 2.1.3.8.2). */
  List<String> levels(SignRequest request, EntityMetadata idp) throws SignError {
    List<String> wanted = request.levels().isEmpty() ? SigningPolicy.LEVELS : request.levels();
    Set<String> offered = Set.copyOf(idp.assurance());
    List<String> common = wanted.stream().filter(offered::contains).toList();
    checks.require(
        ServiceCheck.LEVEL_SUPPORTED,
        !common.isEmpty(),
        SignError.of(
            SignStatusCode.UNSUPPORTED_LOA,
            "The identity provider "
                + idp.entityId()
                + " supports none of the levels "
                + String.join(", ", wanted)));
    return common.isEmpty() ? idp.assurance() : common;
  }
}
