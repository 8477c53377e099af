package se.genrep.deviation;

import static se.genrep.deviation.Edits.AUDIENCE;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.RESTRICTION;

import se.genrep.saml.SamlNs;

/** Conditions with something missing, empty, malformed or unknown (SAML core 2.5). */
public final class ConditionDeviations {

  public static final Deviation WITHOUT_CONDITIONS =
      Edits.assertion("without-conditions", "leaves the conditions out", Edits.remove(CONDITIONS));

  public static final Deviation CONDITIONS_EMPTY =
      Edits.assertion("conditions-empty", "leaves the conditions empty", Edits.empty(CONDITIONS));

  public static final Deviation NOT_BEFORE_EMPTY =
      Edits.assertion(
          "not-before-empty",
          "leaves empty when the assertion begins to hold",
          Edits.set(CONDITIONS, "NotBefore", ""));

  public static final Deviation NOT_BEFORE_MALFORMED =
      Edits.assertion(
          "not-before-malformed",
          "writes the beginning of the assertion as no time",
          Edits.set(CONDITIONS, "NotBefore", "yesterday"));

  public static final Deviation WITHOUT_NOT_ON_OR_AFTER =
      Edits.assertion(
          "without-not-on-or-after",
          "leaves out how long the assertion holds",
          Edits.unset(CONDITIONS, "NotOnOrAfter"));

  public static final Deviation NOT_ON_OR_AFTER_EMPTY =
      Edits.assertion(
          "not-on-or-after-empty",
          "leaves empty how long the assertion holds",
          Edits.set(CONDITIONS, "NotOnOrAfter", ""));

  public static final Deviation NOT_ON_OR_AFTER_MALFORMED =
      Edits.assertion(
          "not-on-or-after-malformed",
          "writes the end of the assertion as no time",
          Edits.set(CONDITIONS, "NotOnOrAfter", "2026-13-45T99:99:99Z"));

  public static final Deviation AUDIENCE_RESTRICTION_EMPTY =
      Edits.assertion(
          "audience-restriction-empty",
          "leaves the restriction to audiences empty",
          Edits.empty(RESTRICTION));

  public static final Deviation AUDIENCE_EMPTY =
      Edits.assertion("audience-empty", "leaves the audience empty", Edits.text(AUDIENCE, ""));

  public static final Deviation AUDIENCE_LONGER =
      Edits.assertion(
          "audience-longer",
          "makes the assertion for one whose name begins like the right one",
          Edits.changeText(AUDIENCE, name -> name + ".example.org"));

  public static final Deviation AUDIENCE_OTHER_CASE =
      Edits.assertion(
          "audience-other-case",
          "writes the audience in other letters",
          Edits.changeText(AUDIENCE, String::toUpperCase));

  public static final Deviation AUDIENCE_IS_THE_ISSUER =
      Edits.assertion(
          "audience-is-the-issuer",
          "makes the assertion for its issuer",
          assertion -> assertion.at(AUDIENCE).text(assertion.at("saml:Issuer").text()));

  public static final Deviation SECOND_RESTRICTION_FOREIGN =
      Edits.assertion(
          "second-restriction-foreign",
          "restricts the assertion once more, to another service provider",
          Edits.twice(
              RESTRICTION,
              second -> second.at("saml:Audience").text(AddressingDeviations.OTHER_SP)));

  public static final Deviation FIRST_RESTRICTION_FOREIGN =
      Edits.assertion(
          "first-restriction-foreign",
          "restricts the assertion to another service provider first",
          Edits.twice(
              RESTRICTION,
              second -> {},
              first -> first.at("saml:Audience").text(AddressingDeviations.OTHER_SP)));

  public static final Deviation UNKNOWN_CONDITION =
      Edits.assertion(
          "unknown-condition",
          "has a condition of a type that nobody knows",
          assertion ->
              assertion
                  .at(CONDITIONS)
                  .add("saml:Condition")
                  .declare("other", "urn:example:conditions")
                  .set(SamlNs.XSI, "xsi:type", "other:OnlyOnSundays"));

  public static final Deviation FOREIGN_CONDITION =
      Edits.assertion(
          "foreign-condition",
          "has a condition of another namespace",
          assertion -> {
            assertion.at(CONDITIONS).add("saml:Condition");
            Edits.elsewhere("saml:Condition", "urn:example:conditions")
                .accept(assertion.at(CONDITIONS));
          });

  private ConditionDeviations() {}
}
