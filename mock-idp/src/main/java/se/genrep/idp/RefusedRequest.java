package se.genrep.idp;

import se.genrep.registry.StatusCode;

/** A request that breaks a rule, with the status and sentence its sender is told (DP 6.4). */
final class RefusedRequest extends Exception {

  /** Messages quote the request; nobody is to be sent a megabyte of it back. */
  private static final int MOST_CHARACTERS = 500;

  private final StatusCode topStatus;
  private final StatusCode secondStatus;

  /**
   * @param secondStatus the second-level status
   * @param message one sentence for the people of the service provider
   */
  RefusedRequest(StatusCode topStatus, StatusCode secondStatus, String message) {
    super(shortened(message), null, false, false);
    this.topStatus = topStatus;
    this.secondStatus = secondStatus;
  }

  static String shortened(String message) {
    return message.length() <= MOST_CHARACTERS
        ? message
        : message.substring(0, MOST_CHARACTERS) + "…";
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
