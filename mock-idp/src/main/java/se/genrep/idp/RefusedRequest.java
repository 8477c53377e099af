package se.genrep.idp;

import se.genrep.registry.StatusCode;

/** A request that breaks a rule, with the status and sentence its sender is told (DP 6.4). */
final class RefusedRequest extends Exception {

  private final StatusCode topStatus;
  private final StatusCode secondStatus;

  /**
   * @param secondStatus the second-level status
   * @param message one sentence for the people of the service provider
   */
  RefusedRequest(StatusCode topStatus, StatusCode secondStatus, String message) {
    super(message, null, false, false);
    this.topStatus = topStatus;
    this.secondStatus = secondStatus;
  }

  static RefusedRequest unsupported(String message) {
    return new RefusedRequest(StatusCode.REQUESTER, StatusCode.REQUEST_UNSUPPORTED, message);
  }

  static RefusedRequest denied(String message) {
    return new RefusedRequest(StatusCode.REQUESTER, StatusCode.REQUEST_DENIED, message);
  }

  StatusCode topStatus() {
    return topStatus;
  }

  StatusCode secondStatus() {
    return secondStatus;
  }
}
