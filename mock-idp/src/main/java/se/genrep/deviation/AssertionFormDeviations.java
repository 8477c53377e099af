package se.genrep.deviation;

import static se.genrep.deviation.Edits.ITSELF;

import java.time.Instant;
import se.genrep.registry.NameIdFormat;

/** The assertion with something missing, empty or malformed (SAML core 2.3.3). */
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

  private AssertionFormDeviations() {}
}
