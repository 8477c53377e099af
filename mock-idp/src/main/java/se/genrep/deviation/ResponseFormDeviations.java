package se.genrep.deviation;

import static se.genrep.deviation.Edits.ITSELF;

import java.net.URI;
import java.time.Duration;
import se.genrep.registry.NameIdFormat;

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

  private ResponseFormDeviations() {}
}
