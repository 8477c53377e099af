package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CLASS_REF;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.DATA;
import static se.genrep.deviation.Edits.NAME_ID;
import static se.genrep.deviation.Edits.STATUS;
import static se.genrep.deviation.Edits.SUBJECT;

import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;

/** What SAML and DP 6.2 allow once, twice, and the second time different. */
public final class OnceDeviations {

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

  /** What an earlier assertion was called, too (SAML core 1.3.4 forbids it). */
  public static final Deviation ASSERTION_ID_AGAIN = assertionIdAgain("_genrep-again");

  /**
   * {@link #ASSERTION_ID_AGAIN} with an ID of one's own, so that nobody remembers it from before.
   */
  public static Deviation assertionIdAgain(String id) {
    return Edits.assertion(
        "assertion-id-again",
        "gives several assertions the same ID",
        assertion -> assertion.set("ID", id));
  }

  private OnceDeviations() {}
}
