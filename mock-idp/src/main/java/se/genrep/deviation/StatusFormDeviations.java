package se.genrep.deviation;

import static se.genrep.deviation.Edits.STATUS;
import static se.genrep.deviation.Edits.STATUS_CODE;

import se.genrep.registry.StatusCode;

/** The status, missing, empty, or none that means success (SAML core 3.2.2.1). */
public final class StatusFormDeviations {

  public static final Deviation WITHOUT_STATUS =
      Edits.response("without-status", "leaves the status out", Edits.remove(STATUS));

  public static final Deviation STATUS_EMPTY =
      Edits.response("status-empty", "leaves the status empty", Edits.empty(STATUS));

  public static final Deviation STATUS_CODE_WITHOUT_VALUE =
      Edits.response(
          "status-code-without-value",
          "leaves the value of the status out",
          Edits.unset(STATUS_CODE, "Value"));

  public static final Deviation STATUS_CODE_EMPTY =
      Edits.response(
          "status-code-empty",
          "leaves the value of the status empty",
          Edits.set(STATUS_CODE, "Value", ""));

  public static final Deviation STATUS_REQUESTER =
      Edits.response(
          "status-requester",
          "says that the request was wrong and sends an assertion",
          Edits.set(STATUS_CODE, "Value", StatusCode.REQUESTER.uri()));

  public static final Deviation STATUS_VERSION_MISMATCH =
      Edits.response(
          "status-version-mismatch",
          "says that the version was wrong and sends an assertion",
          Edits.set(STATUS_CODE, "Value", StatusCode.VERSION_MISMATCH.uri()));

  public static final Deviation STATUS_SUCCESS_BELOW =
      Edits.response(
          "status-success-below",
          "says Success only below an error",
          response ->
              response
                  .at(STATUS_CODE)
                  .set("Value", StatusCode.RESPONDER.uri())
                  .add("samlp:StatusCode")
                  .set("Value", StatusCode.SUCCESS.uri()));

  public static final Deviation STATUS_OTHER_CASE =
      Edits.response(
          "status-other-case",
          "writes the status in other letters",
          Edits.change(STATUS_CODE, "Value", String::toUpperCase));

  public static final Deviation STATUS_UNKNOWN =
      Edits.response(
          "status-unknown",
          "gives a status that nobody has defined",
          Edits.set(STATUS_CODE, "Value", "urn:oasis:names:tc:SAML:2.0:status:Successful"));

  private StatusFormDeviations() {}
}
