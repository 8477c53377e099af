package se.genrep.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.genrep.deviation.Deviations;
import se.genrep.person.TestPerson;
import se.genrep.protocol.ResultCode;
import se.genrep.registry.SignStatusCode;

/**
 * What the signing service is to do with a request, as the control API is told.
 *
 * @param outcome how it ends; empty for a signature
 * @param deviations how the response is wrong
 * @param canary whom a forged part of it is about; empty for the first canary of the cast
 * @param requester the entityID whose requests it is for; empty for every one
 */
public record SignInstruction(
    Optional<Outcome> outcome,
    Deviations deviations,
    Optional<TestPerson> canary,
    Optional<String> requester) {

  /** For a request like any other. */
  public static final SignInstruction NONE =
      new SignInstruction(Optional.empty(), Deviations.NONE, Optional.empty(), Optional.empty());

  public static SignInstruction of(Deviations deviations) {
    return new SignInstruction(Optional.empty(), deviations, Optional.empty(), Optional.empty());
  }

  /** An error that a sign response can have. */
  public enum Outcome {
    REQ_EXPIRED(ResultCode.REQUESTER_ERROR, SignStatusCode.REQ_EXPIRED.uri()),
    USER_MISMATCH(ResultCode.RESPONDER_ERROR, SignStatusCode.USER_MISMATCH.uri()),
    UNSUPPORTED_LOA(ResultCode.RESPONDER_ERROR, SignStatusCode.UNSUPPORTED_LOA.uri()),
    SIGMESSAGE_ERROR(ResultCode.RESPONDER_ERROR, SignStatusCode.SIGMESSAGE_ERROR.uri()),
    USER_CANCEL(ResultCode.RESPONDER_ERROR, SignStatusCode.USER_CANCEL.uri()),
    AUTHN_FAILED(ResultCode.RESPONDER_ERROR, SignStatusCode.AUTHN_FAILED.uri()),
    SECURITY_VIOLATION(ResultCode.RESPONDER_ERROR, SignStatusCode.SECURITY_VIOLATION.uri()),
    NOT_SUPPORTED(ResultCode.REQUESTER_ERROR, ResultCode.NOT_SUPPORTED),
    GENERAL_ERROR(ResultCode.RESPONDER_ERROR, ResultCode.GENERAL_ERROR);

    private final String major;
    private final String minor;

    Outcome(String major, String minor) {
      this.major = major;
      this.minor = minor;
    }

    /** As the control API writes it: {@code user-cancel}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String major() {
      return major;
    }

    public String minor() {
      return minor;
    }

    public static List<Outcome> all() {
      return Arrays.asList(values());
    }

    public static Optional<Outcome> of(String id) {
      return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    SignError error() {
      return new SignError(major, minor, "MOCK: this outcome was arranged");
    }
  }
}
