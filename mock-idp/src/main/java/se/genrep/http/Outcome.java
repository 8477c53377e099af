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
 * 3.1.4).
 */
public enum Outcome {
  CANCEL("cancel", StatusCode.RESPONDER, StatusCode.CANCEL, Text.CANCEL, Text.CANCEL_EXPLAINED),
  TIMEOUT(
      "timeout",
      StatusCode.RESPONDER,
      StatusCode.AUTHN_FAILED,
      Text.TIMEOUT,
      Text.TIMEOUT_EXPLAINED),
  AUTHN_FAILED(
      "authn-failed",
      StatusCode.RESPONDER,
      StatusCode.AUTHN_FAILED,
      Text.AUTHN_FAILED,
      Text.AUTHN_FAILED_EXPLAINED),
  FRAUD("fraud", StatusCode.RESPONDER, StatusCode.FRAUD, Text.FRAUD, Text.FRAUD_EXPLAINED),
  POSSIBLE_FRAUD(
      "possible-fraud",
      StatusCode.RESPONDER,
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
  IDP_BROKEN("idp-broken", StatusCode.RESPONDER, null, Text.IDP_BROKEN, Text.IDP_BROKEN_EXPLAINED);

  private final String id;
  private final StatusCode topStatus;
  private final StatusCode secondStatus;
  private final Text label;
  private final Text explanation;

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
  static Map<String, Decision.Fail> failuresById() {
    return Arrays.stream(values()).collect(Collectors.toMap(Outcome::id, Outcome::failure));
  }

  private Decision.Fail failure() {
    return new Decision.Fail(
        topStatus.uri(),
        secondStatus == null ? null : secondStatus.uri(),
        explanation.in(Language.EN));
  }

  /** All but {@link #CANCEL}, which has a button of its own. */
  public static List<Outcome> failures() {
    return Arrays.stream(values()).filter(outcome -> outcome != CANCEL).toList();
  }

  /** The value of the form field {@code outcome}; permanent. */
  public String id() {
    return id;
  }

  StatusCode topStatus() {
    return topStatus;
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
