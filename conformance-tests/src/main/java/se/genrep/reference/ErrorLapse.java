package se.genrep.reference;

import java.util.function.UnaryOperator;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.IdpHabit;
import se.genrep.registry.StatusCode;

/** What is wrong in how a mutant of an identity provider reports errors (DP 6.4). */
public enum ErrorLapse implements IdpHabit {
  /** Everything is the identity provider's fault. */
  ALWAYS_RESPONDER(error -> status(error, StatusCode.RESPONDER.uri(), error.secondStatus())),
  /** A second-level status stands on top. */
  SECOND_ON_TOP(
      error ->
          status(
              error,
              error.secondStatus() == null ? StatusCode.REQUEST_DENIED.uri() : error.secondStatus(),
              null)),
  /** A status of its own making. */
  OWN_STATUS(error -> status(error, error.topStatus(), "urn:example:status:sorry")),
  /** Success, and no assertion. */
  SUCCESS(error -> status(error, StatusCode.SUCCESS.uri(), null)),
  /** Whatever happened, the person was not authenticated. */
  ALWAYS_AUTHN_FAILED(error -> status(error, error.topStatus(), StatusCode.AUTHN_FAILED.uri())),
  /** The service provider is told before the person has confirmed anything (DP-6.4-08). */
  UNCONFIRMED(error -> error) {
    @Override
    public boolean confirms() {
      return false;
    }
  };

  private final UnaryOperator<ErrorAnswer> change;

  ErrorLapse(UnaryOperator<ErrorAnswer> change) {
    this.change = change;
  }

  @Override
  public ErrorAnswer tells(ErrorAnswer error) {
    return change.apply(error);
  }

  private static ErrorAnswer status(ErrorAnswer error, String top, String second) {
    return new ErrorAnswer(
        error.issuer(),
        error.serviceProvider(),
        error.inResponseTo(),
        error.acsUrl(),
        error.relayState(),
        top,
        second,
        error.message(),
        error.issueInstant());
  }
}
