package se.genrep.deviation;

import static se.genrep.deviation.Edits.ITSELF;
import static se.genrep.deviation.Edits.STATUS;
import static se.genrep.deviation.Edits.STATUS_CODE;

import java.net.URI;
import java.time.Duration;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;

/** The Response itself, with something missing, empty, malformed or other (SAML core 3.2.2). */
public final class ResponseFormDeviations {

  public static final Deviation RESPONSE_VERSION_1_1 =
      Edits.response(
          "response-version-1-1",
          "says that the Response is of SAML 1.1",
          Edits.set(ITSELF, "Version", "1.1"));

  public static final Deviation RESPONSE_VERSION_3_0 =
      Edits.response(
          "response-version-3-0",
          "says that the Response is of SAML 3.0",
          Edits.set(ITSELF, "Version", "3.0"));

  public static final Deviation RESPONSE_WITHOUT_VERSION =
      Edits.response(
          "response-without-version",
          "leaves the version of the Response out",
          Edits.unset(ITSELF, "Version"));

  public static final Deviation RESPONSE_VERSION_EMPTY =
      Edits.response(
          "response-version-empty",
          "leaves the version of the Response empty",
          Edits.set(ITSELF, "Version", ""));

  public static final Deviation RESPONSE_ID_MALFORMED =
      Edits.response(
          "response-id-malformed",
          "gives the Response an ID that begins with a digit",
          Edits.change(ITSELF, "ID", id -> "1" + id));

  public static final Deviation RESPONSE_WITHOUT_ISSUE_INSTANT =
      Edits.response(
          "response-without-issue-instant",
          "leaves out when the Response was made",
          Edits.unset(ITSELF, "IssueInstant"));

  public static final Deviation RESPONSE_ISSUE_INSTANT_EMPTY =
      Edits.response(
          "response-issue-instant-empty",
          "leaves empty when the Response was made",
          Edits.set(ITSELF, "IssueInstant", ""));

  public static final Deviation RESPONSE_ISSUE_INSTANT_MALFORMED =
      Edits.response(
          "response-issue-instant-malformed",
          "writes the time of the Response as a local date",
          Edits.set(ITSELF, "IssueInstant", "24/11/2026 08:00"));

  public static final Deviation RESPONSE_ISSUED_20_MIN_AHEAD =
      Edits.response(
          "response-issued-20-min-ahead",
          "will make the Response in 20 minutes",
          (response, scene) ->
              response.set("IssueInstant", Parts.time(scene.now().plus(Duration.ofMinutes(20)))));

  public static final Deviation RESPONSE_IN_RESPONSE_TO_EMPTY =
      Edits.response(
          "response-in-response-to-empty",
          "leaves empty which request the Response answers",
          Edits.set(ITSELF, "InResponseTo", ""));

  public static final Deviation DESTINATION_EMPTY =
      Edits.response(
          "destination-empty",
          "directs the Response to an empty address",
          Edits.set(ITSELF, "Destination", ""));

  public static final Deviation DESTINATION_LONGER =
      Edits.response(
          "destination-longer",
          "directs the Response to an address that begins like the right one",
          Edits.change(ITSELF, "Destination", url -> url + ".example.org/acs"));

  public static final Deviation DESTINATION_RELATIVE =
      Edits.response(
          "destination-relative",
          "directs the Response to a path without a host",
          Edits.change(ITSELF, "Destination", url -> URI.create(url).getPath()));

  public static final Deviation RESPONSE_WITHOUT_ISSUER =
      Edits.response(
          "response-without-issuer",
          "leaves out who issued the Response",
          Edits.remove("saml:Issuer"));

  public static final Deviation RESPONSE_ISSUER_EMPTY =
      Edits.response(
          "response-issuer-empty",
          "leaves empty who issued the Response",
          Edits.text("saml:Issuer", ""));

  public static final Deviation RESPONSE_ISSUER_FORMAT =
      Edits.response(
          "response-issuer-format",
          "calls the issuer of the Response a persistent pseudonym",
          Edits.set("saml:Issuer", "Format", NameIdFormat.PERSISTENT.uri()));

  public static final Deviation RESPONSE_ISSUER_WITH_SLASH =
      Edits.response(
          "response-issuer-with-slash",
          "writes a slash after the issuer of the Response",
          Edits.changeText("saml:Issuer", name -> name + "/"));

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

  private ResponseFormDeviations() {}
}
