package se.genrep.idp;

import java.time.Instant;

/**
 * The content of an error answer (DP 6.4): never an assertion.
 *
 * @param issuer entityID of the identity provider
 * @param serviceProvider the entityID that is answered
 * @param inResponseTo the request's ID, or null when it had no usable one
 * @param topStatus Requester, Responder or VersionMismatch URI
 * @param secondStatus second-level status URI, or null
 * @param message one sentence for the people of the service provider, or null
 */
public record ErrorAnswer(
    String issuer,
    String serviceProvider,
    String inResponseTo,
    String acsUrl,
    String relayState,
    String topStatus,
    String secondStatus,
    String message,
    Instant issueInstant) {

  /** The answer to a request that was judged good and still got no assertion. */
  static ErrorAnswer to(SignInRequest request, String issuer, Decision.Fail fail, Instant now) {
    return new ErrorAnswer(
        issuer,
        request.serviceProvider(),
        request.id(),
        request.acsUrl(),
        request.relayState(),
        fail.topStatus(),
        fail.secondStatus(),
        fail.message(),
        now);
  }

  /** The same, issued at another time. */
  public ErrorAnswer at(Instant time) {
    return new ErrorAnswer(
        issuer,
        serviceProvider,
        inResponseTo,
        acsUrl,
        relayState,
        topStatus,
        secondStatus,
        message,
        time);
  }
}
