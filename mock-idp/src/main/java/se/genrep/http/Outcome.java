package se.genrep.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.genrep.idp.Decision;
import se.genrep.registry.StatusCode;

/**
 * The ways a sign-in can end without an assertion, as the page offers them (DP 6.4, registry
 * 3.1.4): what happens to persons first, then every status that an answer to an AuthnRequest can
 * have.
 */
public enum Outcome {
  CANCEL("cancel", StatusCode.CANCEL, Text.CANCEL, Text.CANCEL_EXPLAINED),
  TIMEOUT("timeout", StatusCode.AUTHN_FAILED, Text.TIMEOUT, Text.TIMEOUT_EXPLAINED),
  AUTHN_FAILED(
      "authn-failed", StatusCode.AUTHN_FAILED, Text.AUTHN_FAILED, Text.AUTHN_FAILED_EXPLAINED),
  FRAUD("fraud", StatusCode.FRAUD, Text.FRAUD, Text.FRAUD_EXPLAINED),
  POSSIBLE_FRAUD(
      "possible-fraud",
      StatusCode.POSSIBLE_FRAUD,
      Text.POSSIBLE_FRAUD,
      Text.POSSIBLE_FRAUD_EXPLAINED),
  /** DP 5.4.4 puts it at the request's door. */
  NO_AUTHN_CONTEXT(
      "no-authn-context",
      StatusCode.REQUESTER,
      StatusCode.NO_AUTHN_CONTEXT,
      Text.NO_AUTHN_CONTEXT,
      Text.NO_AUTHN_CONTEXT_EXPLAINED),
  UNKNOWN_PRINCIPAL(
      "unknown-principal",
      StatusCode.RESPONDER,
      StatusCode.UNKNOWN_PRINCIPAL,
      Text.UNKNOWN_PRINCIPAL,
      Text.UNKNOWN_PRINCIPAL_EXPLAINED),
  REQUEST_DENIED(
      "request-denied",
      StatusCode.RESPONDER,
      StatusCode.REQUEST_DENIED,
      Text.REQUEST_DENIED,
      Text.REQUEST_DENIED_EXPLAINED),
  IDP_BROKEN("idp-broken", StatusCode.RESPONDER, null, Text.IDP_BROKEN, Text.IDP_BROKEN_EXPLAINED),
  REQUEST_BROKEN(
      "request-broken",
      StatusCode.REQUESTER,
      null,
      Text.REQUEST_BROKEN,
      Text.REQUEST_BROKEN_EXPLAINED),
  REQUEST_UNSUPPORTED(
      "request-unsupported",
      StatusCode.RESPONDER,
      StatusCode.REQUEST_UNSUPPORTED,
      Text.REQUEST_UNSUPPORTED,
      Text.REQUEST_UNSUPPORTED_EXPLAINED),
  NO_PASSIVE(
      "no-passive",
      StatusCode.RESPONDER,
      StatusCode.NO_PASSIVE,
      Text.NO_PASSIVE,
      Text.NO_PASSIVE_EXPLAINED),
  NO_AVAILABLE_IDP(
      "no-available-idp",
      StatusCode.RESPONDER,
      StatusCode.NO_AVAILABLE_IDP,
      Text.NO_AVAILABLE_IDP,
      Text.NO_AVAILABLE_IDP_EXPLAINED),
  NO_SUPPORTED_IDP(
      "no-supported-idp",
      StatusCode.REQUESTER,
      StatusCode.NO_SUPPORTED_IDP,
      Text.NO_SUPPORTED_IDP,
      Text.NO_SUPPORTED_IDP_EXPLAINED),
  PROXY_COUNT_EXCEEDED(
      "proxy-count-exceeded",
      StatusCode.REQUESTER,
      StatusCode.PROXY_COUNT_EXCEEDED,
      Text.PROXY_COUNT_EXCEEDED,
      Text.PROXY_COUNT_EXCEEDED_EXPLAINED),
  INVALID_NAME_ID_POLICY(
      "invalid-name-id-policy",
      StatusCode.REQUESTER,
      StatusCode.INVALID_NAME_IDPOLICY,
      Text.INVALID_NAME_ID_POLICY,
      Text.INVALID_NAME_ID_POLICY_EXPLAINED),
  INVALID_ATTRIBUTE(
      "invalid-attribute",
      StatusCode.REQUESTER,
      StatusCode.INVALID_ATTR_NAME_OR_VALUE,
      Text.INVALID_ATTRIBUTE,
      Text.INVALID_ATTRIBUTE_EXPLAINED),
  UNSUPPORTED_BINDING(
      "unsupported-binding",
      StatusCode.REQUESTER,
      StatusCode.UNSUPPORTED_BINDING,
      Text.UNSUPPORTED_BINDING,
      Text.UNSUPPORTED_BINDING_EXPLAINED),
  VERSION_TOO_LOW(
      "version-too-low",
      StatusCode.VERSION_MISMATCH,
      StatusCode.REQUEST_VERSION_TOO_LOW,
      Text.VERSION_TOO_LOW,
      Text.VERSION_EXPLAINED),
  VERSION_TOO_HIGH(
      "version-too-high",
      StatusCode.VERSION_MISMATCH,
      StatusCode.REQUEST_VERSION_TOO_HIGH,
      Text.VERSION_TOO_HIGH,
      Text.VERSION_EXPLAINED),
  VERSION_DEPRECATED(
      "version-deprecated",
      StatusCode.VERSION_MISMATCH,
      StatusCode.REQUEST_VERSION_DEPRECATED,
      Text.VERSION_DEPRECATED,
      Text.VERSION_EXPLAINED);

  private final String id;
  private final StatusCode topStatus;
  private final StatusCode secondStatus;
  private final Text label;
  private final Text explanation;

  /** The person was not authenticated: the identity provider's profile has the top level. */
  Outcome(String id, StatusCode secondStatus, Text label, Text explanation) {
    this(id, null, secondStatus, label, explanation);
  }

  Outcome(String id, StatusCode topStatus, StatusCode secondStatus, Text label, Text explanation) {
    this.id = id;
    this.topStatus = topStatus;
    this.secondStatus = secondStatus;
    this.label = label;
    this.explanation = explanation;
  }

  static Optional<Outcome> of(String id) {
    return Arrays.stream(values()).filter(outcome -> outcome.id.equals(id)).findFirst();
  }

  /** What each is answered with, by id. */
  static Map<String, Decision.Failure> failuresById() {
    return Arrays.stream(values()).collect(Collectors.toMap(Outcome::id, Outcome::failure));
  }

  Decision.Failure failure() {
    String second = secondStatus == null ? null : secondStatus.uri();
    String message = explanation.in(Language.EN);
    return topStatus == null
        ? new Decision.NotAuthenticated(second, message)
        : new Decision.Fail(topStatus.uri(), second, message);
  }

  /** All but {@link #CANCEL}, which has a button of its own. */
  public static List<Outcome> failures() {
    return Arrays.stream(values()).filter(outcome -> outcome != CANCEL).toList();
  }

  /** The value of the form field {@code outcome}; permanent. */
  public String id() {
    return id;
  }

  /** Empty when each identity provider has its own. */
  Optional<StatusCode> topStatus() {
    return Optional.ofNullable(topStatus);
  }

  Optional<StatusCode> secondStatus() {
    return Optional.ofNullable(secondStatus);
  }

  public Text label() {
    return label;
  }

  public Text explanation() {
    return explanation;
  }

  /** The status in short, for a page: the last part of the URI that says most. */
  public String shortStatus() {
    String uri = (secondStatus == null ? topStatus : secondStatus).uri();
    return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
  }
}
