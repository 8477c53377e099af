package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CLASS_REF;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.DATA;
import static se.genrep.deviation.Edits.ITSELF;
import static se.genrep.deviation.Edits.NAME_ID;
import static se.genrep.deviation.Edits.STATUS;
import static se.genrep.deviation.Edits.SUBJECT;

import java.time.Instant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;

/** The assertion with something missing, empty, malformed or twice (SAML core 2.3.3, DP 6.2). */
public final class AssertionFormDeviations {

  public static final Deviation ASSERTION_VERSION_1_1 =
      Edits.assertion(
          "assertion-version-1-1",
          "says that the assertion is of SAML 1.1",
          Edits.set(ITSELF, "Version", "1.1"));

  public static final Deviation ASSERTION_VERSION_3_0 =
      Edits.assertion(
          "assertion-version-3-0",
          "says that the assertion is of SAML 3.0",
          Edits.set(ITSELF, "Version", "3.0"));

  public static final Deviation ASSERTION_WITHOUT_VERSION =
      Edits.assertion(
          "assertion-without-version",
          "leaves the version of the assertion out",
          Edits.unset(ITSELF, "Version"));

  public static final Deviation ASSERTION_VERSION_EMPTY =
      Edits.assertion(
          "assertion-version-empty",
          "leaves the version of the assertion empty",
          Edits.set(ITSELF, "Version", ""));

  public static final Deviation ASSERTION_WITHOUT_ID =
      Edits.signedAssertion(
          "assertion-without-id", "leaves the ID of the assertion out", Edits.unset(ITSELF, "ID"));

  public static final Deviation ASSERTION_ID_EMPTY =
      Edits.signedAssertion(
          "assertion-id-empty",
          "leaves the ID of the assertion empty",
          Edits.set(ITSELF, "ID", ""));

  public static final Deviation ASSERTION_ID_MALFORMED =
      Edits.signedAssertion(
          "assertion-id-malformed",
          "gives the assertion an ID with a space",
          Edits.change(ITSELF, "ID", id -> "an " + id));

  public static final Deviation ASSERTION_WITHOUT_ISSUE_INSTANT =
      Edits.assertion(
          "assertion-without-issue-instant",
          "leaves out when the assertion was made",
          Edits.unset(ITSELF, "IssueInstant"));

  public static final Deviation ASSERTION_ISSUE_INSTANT_EMPTY =
      Edits.assertion(
          "assertion-issue-instant-empty",
          "leaves empty when the assertion was made",
          Edits.set(ITSELF, "IssueInstant", ""));

  public static final Deviation ASSERTION_ISSUE_INSTANT_MALFORMED =
      Edits.assertion(
          "assertion-issue-instant-malformed",
          "writes the time of the assertion in seconds since 1970",
          Edits.change(ITSELF, "IssueInstant", time -> "" + Instant.parse(time).getEpochSecond()));

  public static final Deviation ASSERTION_WITHOUT_ISSUER =
      Edits.assertion(
          "assertion-without-issuer",
          "leaves out who issued the assertion",
          Edits.remove("saml:Issuer"));

  public static final Deviation ASSERTION_ISSUER_EMPTY =
      Edits.assertion(
          "assertion-issuer-empty",
          "leaves empty who issued the assertion",
          Edits.text("saml:Issuer", ""));

  public static final Deviation ASSERTION_ISSUER_FORMAT =
      Edits.assertion(
          "assertion-issuer-format",
          "calls the issuer of the assertion a persistent pseudonym",
          Edits.set("saml:Issuer", "Format", NameIdFormat.PERSISTENT.uri()));

  public static final Deviation ASSERTION_ISSUER_FORMAT_EMPTY =
      Edits.assertion(
          "assertion-issuer-format-empty",
          "leaves the format of the issuer of the assertion empty",
          Edits.set("saml:Issuer", "Format", ""));

  public static final Deviation ASSERTION_ISSUER_WITH_SLASH =
      Edits.assertion(
          "assertion-issuer-with-slash",
          "writes a slash after the issuer of the assertion",
          Edits.changeText("saml:Issuer", name -> name + "/"));

  public static final Deviation ASSERTION_ISSUER_OTHER_CASE =
      Edits.assertion(
          "assertion-issuer-other-case",
          "writes the issuer of the assertion in other letters",
          Edits.changeText("saml:Issuer", String::toUpperCase));

  public static final Deviation TWO_AUTHN_STATEMENTS =
      Edits.assertion(
          "two-authn-statements",
          "says twice how the person signed in, the second time at level 4",
          Edits.twice(
              AUTHN,
              second ->
                  second
                      .at("saml:AuthnContext/saml:AuthnContextClassRef")
                      .text(LevelOfAssurance.LOA4.uri())));

  public static final Deviation TWO_ATTRIBUTE_STATEMENTS =
      Edits.assertion(
          "two-attribute-statements",
          "tells of two people, each in a statement of their own",
          Edits.twice(
              ATTRIBUTES,
              second ->
                  Parts.number(second)
                      .ifPresent(value -> value.text(NumberDeviations.SOMEBODY_ELSE))));

  public static final Deviation TWO_SUBJECTS =
      Edits.assertion(
          "two-subjects",
          "has two subjects with two names",
          Edits.twice(SUBJECT, second -> second.at("saml:NameID").text("another")));

  public static final Deviation TWO_NAME_IDS =
      Edits.assertion(
          "two-name-ids",
          "has a subject with two names",
          Edits.twice(NAME_ID, second -> second.text("another")));

  public static final Deviation TWO_CONDITIONS =
      Edits.assertion(
          "two-conditions",
          "has conditions twice, the second time for another service provider",
          Edits.twice(
              CONDITIONS,
              second ->
                  second
                      .at("saml:AudienceRestriction/saml:Audience")
                      .text(AddressingDeviations.OTHER_SP)));

  public static final Deviation TWO_ASSERTION_ISSUERS =
      Edits.assertion(
          "two-assertion-issuers",
          "names two issuers of the assertion",
          Edits.twice("saml:Issuer", second -> second.text(AddressingDeviations.OTHER_IDP)));

  public static final Deviation TWO_CONFIRMATION_DATA =
      Edits.assertion(
          "two-confirmation-data",
          "confirms the subject twice in one confirmation",
          Edits.twice(
              DATA, second -> second.set("Recipient", AddressingDeviations.OTHER_ENDPOINT)));

  public static final Deviation TWO_CLASS_REFS =
      Edits.assertion(
          "two-class-refs",
          "names two levels in one AuthnContext",
          Edits.twice(CLASS_REF, second -> second.text(LevelOfAssurance.LOA4.uri())));

  public static final Deviation TWO_STATUSES =
      Edits.response(
          "two-statuses",
          "has two statuses, the second an error",
          Edits.twice(
              STATUS,
              second -> second.at("samlp:StatusCode").set("Value", StatusCode.RESPONDER.uri())));

  public static final Deviation TWO_RESPONSE_ISSUERS =
      Edits.response(
          "two-response-issuers",
          "names two issuers of the Response",
          Edits.twice("saml:Issuer", second -> second.text(AddressingDeviations.OTHER_IDP)));

  private AssertionFormDeviations() {}
}
