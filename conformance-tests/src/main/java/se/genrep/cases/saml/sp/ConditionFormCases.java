package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ConditionDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.3 and SAML core 2.5.1, the form of the conditions. */
final class ConditionFormCases {

  static final ConformanceCase WITHOUT_CONDITIONS =
      conformanceCase("saml/sp/without-conditions")
          .title("refuses an assertion without Conditions")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.WITHOUT_CONDITIONS))
          .expect(REFUSED)
          .mutant(
              "does without Conditions",
              () -> Variant.without(Check.AUDIENCE, Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONDITIONS_EMPTY =
      conformanceCase("saml/sp/conditions-empty")
          .title("refuses an assertion whose Conditions are empty")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.CONDITIONS_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes empty Conditions for none",
              () -> Variant.without(Check.AUDIENCE, Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase NOT_BEFORE_EMPTY =
      conformanceCase("saml/sp/not-before-empty")
          .title("refuses an empty NotBefore")
          .requirement("DP-6.3.3-02")
          .stimulus(signIn().answeredWith(ConditionDeviations.NOT_BEFORE_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty NotBefore for none", () -> Variant.without(Check.NOT_BEFORE))
          .build();

  static final ConformanceCase NOT_BEFORE_MALFORMED =
      conformanceCase("saml/sp/not-before-malformed")
          .title("refuses a NotBefore that is no time")
          .requirement("DP-6.3.3-02")
          .stimulus(signIn().answeredWith(ConditionDeviations.NOT_BEFORE_MALFORMED))
          .expect(REFUSED)
          .mutant("passes over a NotBefore it cannot read", () -> Variant.without(Check.NOT_BEFORE))
          .build();

  static final ConformanceCase WITHOUT_NOT_ON_OR_AFTER =
      conformanceCase("saml/sp/without-not-on-or-after")
          .title("refuses Conditions without NotOnOrAfter")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.3-03")
          .stimulus(signIn().answeredWith(ConditionDeviations.WITHOUT_NOT_ON_OR_AFTER))
          .expect(REFUSED)
          .mutant("takes an assertion for ever", () -> Variant.without(Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase NOT_ON_OR_AFTER_EMPTY =
      conformanceCase("saml/sp/not-on-or-after-empty")
          .title("refuses an empty NotOnOrAfter")
          .requirement("DP-6.3.3-03")
          .stimulus(signIn().answeredWith(ConditionDeviations.NOT_ON_OR_AFTER_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty NotOnOrAfter for none", () -> Variant.without(Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase NOT_ON_OR_AFTER_MALFORMED =
      conformanceCase("saml/sp/not-on-or-after-malformed")
          .title("refuses a NotOnOrAfter that is no time")
          .requirement("DP-6.3.3-03")
          .stimulus(signIn().answeredWith(ConditionDeviations.NOT_ON_OR_AFTER_MALFORMED))
          .expect(REFUSED)
          .mutant(
              "passes over a NotOnOrAfter it cannot read",
              () -> Variant.without(Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase AUDIENCE_RESTRICTION_EMPTY =
      conformanceCase("saml/sp/audience-restriction-empty")
          .title("refuses an AudienceRestriction without Audience")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.AUDIENCE_RESTRICTION_EMPTY))
          .expect(REFUSED)
          .mutant("takes a restriction to nobody for none", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase AUDIENCE_EMPTY =
      conformanceCase("saml/sp/audience-empty")
          .title("refuses an empty Audience")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.AUDIENCE_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty Audience for any", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase AUDIENCE_LONGER =
      conformanceCase("saml/sp/audience-longer")
          .title("refuses an Audience that only begins like its entityID")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.AUDIENCE_LONGER))
          .expect(REFUSED)
          .mutant("compares the beginning of Audience", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase AUDIENCE_OTHER_CASE =
      conformanceCase("saml/sp/audience-other-case")
          .title("refuses an Audience in other letters")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.AUDIENCE_OTHER_CASE))
          .expect(REFUSED)
          .mutant("does not mind the letters of Audience", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase AUDIENCE_IS_THE_ISSUER =
      conformanceCase("saml/sp/audience-is-the-issuer")
          .title("refuses an Audience that is the identity provider itself")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.AUDIENCE_IS_THE_ISSUER))
          .expect(REFUSED)
          .mutant("takes any Audience of the federation", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase SECOND_RESTRICTION_FOREIGN =
      conformanceCase("saml/sp/second-restriction-foreign")
          .title("refuses a second AudienceRestriction that leaves it out")
          .requirement("CORE-2.5.1.4-01", "DP-6.3.3-01", "DP-1.2-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.SECOND_RESTRICTION_FOREIGN))
          .expect(REFUSED)
          .mutant(
              "reads the first AudienceRestriction", () -> Variant.without(Check.EVERY_RESTRICTION))
          .build();

  static final ConformanceCase FIRST_RESTRICTION_FOREIGN =
      conformanceCase("saml/sp/first-restriction-foreign")
          .title("refuses a first AudienceRestriction that leaves it out")
          .requirement("CORE-2.5.1.4-01", "DP-6.3.3-01", "DP-1.2-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.FIRST_RESTRICTION_FOREIGN))
          .expect(REFUSED)
          .mutant(
              "is content with one AudienceRestriction",
              () -> Variant.without(Check.EVERY_RESTRICTION))
          .build();

  static final ConformanceCase UNKNOWN_CONDITION =
      conformanceCase("saml/sp/unknown-condition")
          .title("refuses a condition that it does not know")
          .requirement("CORE-2.5.1.1-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.UNKNOWN_CONDITION))
          .expect(REFUSED)
          .mutant(
              "passes over conditions it does not know",
              () -> Variant.without(Check.CONDITIONS_UNDERSTOOD))
          .build();

  static final ConformanceCase FOREIGN_CONDITION =
      conformanceCase("saml/sp/foreign-condition")
          .title("refuses a condition of a foreign namespace")
          .requirement("CORE-2.5.1.1-01")
          .stimulus(signIn().answeredWith(ConditionDeviations.FOREIGN_CONDITION))
          .expect(REFUSED)
          .mutant(
              "passes over conditions of foreign namespaces",
              () -> Variant.without(Check.CONDITIONS_UNDERSTOOD))
          .build();

  private ConditionFormCases() {}
}
