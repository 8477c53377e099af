package se.genrep.service;

import java.util.Optional;
import se.genrep.protocol.Csig;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SignResponse.Result;
import se.genrep.registry.SignStatusCode;

/** Why there is no signature, as the sign response says it (implementation profile 2.2.2). */
final class SignError extends Exception {

  private final String major;
  private final String minor;

  SignError(String major, String minor, String message) {
    super(message);
    this.major = major;
    this.minor = minor;
  }

  /** The fault is in the request. */
  static SignError ofRequest(String message) {
    return new SignError(ResultCode.REQUESTER_ERROR, ResultCode.NOT_SUPPORTED, message);
  }

  /** What the signer or the identity provider did, or could not do. */
  static SignError of(SignStatusCode code, String message) {
    return new SignError(ResultCode.RESPONDER_ERROR, code.uri(), message);
  }

  /**
   * For a requester of this version: those before 1.5 do not know two of the codes (implementation
   * profile 2.2.2).
   */
  Result result(String version) {
    boolean unknown =
        !Csig.isAtLeast(version, "1.5")
            && (minor.equals(SignStatusCode.AUTHN_FAILED.uri())
                || minor.equals(SignStatusCode.SECURITY_VIOLATION.uri()));
    return new Result(
        major, Optional.of(unknown ? ResultCode.GENERAL_ERROR : minor), Optional.of(getMessage()));
  }
}
