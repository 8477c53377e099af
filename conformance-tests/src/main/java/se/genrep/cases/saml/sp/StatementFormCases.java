package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.StatementDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.4 and 6.2.1, the form of the statements. */
final class StatementFormCases {

  static final ConformanceCase WITHOUT_AUTHN_CONTEXT =
      conformanceCase("saml/sp/without-authn-context")
          .title("refuses an AuthnStatement without AuthnContext")
          .requirement("DP-6.3.4-01")
          .stimulus(signIn().answeredWith(StatementDeviations.WITHOUT_AUTHN_CONTEXT))
          .expect(REFUSED)
          .mutant("does without AuthnContext", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase AUTHN_CONTEXT_EMPTY =
      conformanceCase("saml/sp/authn-context-empty")
          .title("refuses an empty AuthnContext")
          .requirement("DP-6.3.4-01")
          .stimulus(signIn().answeredWith(StatementDeviations.AUTHN_CONTEXT_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty AuthnContext", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase AUTHN_STATEMENT_EMPTY =
      conformanceCase("saml/sp/authn-statement-empty")
          .title("refuses an empty AuthnStatement")
          .requirement("DP-6.3.4-01")
          .stimulus(signIn().answeredWith(StatementDeviations.AUTHN_STATEMENT_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty AuthnStatement",
              () -> Variant.without(Check.AUTHN_CONTEXT, Check.AUTHN_INSTANT))
          .build();

  static final ConformanceCase CLASS_REF_EMPTY =
      conformanceCase("saml/sp/class-ref-empty")
          .title("refuses an empty AuthnContextClassRef")
          .requirement("DP-6.3.4-01")
          .stimulus(signIn().answeredWith(StatementDeviations.CLASS_REF_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty level", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase LEVEL_AS_DECLARATION =
      conformanceCase("saml/sp/level-as-declaration")
          .title("refuses a level that is given as AuthnContextDeclRef")
          .requirement("DP-6.3.4-01")
          .stimulus(signIn().answeredWith(StatementDeviations.LEVEL_AS_DECLARATION))
          .expect(REFUSED)
          .mutant(
              "reads AuthnContextDeclRef as a level", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase LEVEL_OTHER_CASE =
      conformanceCase("saml/sp/level-other-case")
          .title("refuses a level in other letters")
          .requirement("DP-6.3.4-02")
          .appliesTo(Applies.ASKS_FOR_LEVELS)
          .stimulus(signIn().answeredWith(StatementDeviations.LEVEL_OTHER_CASE))
          .expect(REFUSED)
          .mutant(
              "does not mind the letters of the level", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase WITHOUT_AUTHN_INSTANT =
      conformanceCase("saml/sp/without-authn-instant")
          .title("refuses an AuthnStatement without AuthnInstant")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-03")
          .stimulus(signIn().answeredWith(StatementDeviations.WITHOUT_AUTHN_INSTANT))
          .expect(REFUSED)
          .mutant("does without AuthnInstant", () -> Variant.without(Check.AUTHN_INSTANT))
          .build();

  static final ConformanceCase AUTHN_INSTANT_EMPTY =
      conformanceCase("saml/sp/authn-instant-empty")
          .title("refuses an empty AuthnInstant")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-03")
          .stimulus(signIn().answeredWith(StatementDeviations.AUTHN_INSTANT_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty AuthnInstant", () -> Variant.without(Check.AUTHN_INSTANT))
          .build();

  static final ConformanceCase AUTHN_INSTANT_MALFORMED =
      conformanceCase("saml/sp/authn-instant-malformed")
          .title("refuses an AuthnInstant that is no time")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-03")
          .stimulus(signIn().answeredWith(StatementDeviations.AUTHN_INSTANT_MALFORMED))
          .expect(REFUSED)
          .mutant(
              "passes over an AuthnInstant it cannot read",
              () -> Variant.without(Check.AUTHN_INSTANT))
          .build();

  static final ConformanceCase SESSION_OVER =
      conformanceCase("saml/sp/session-over")
          .title("refuses to begin a session that ended 20 minutes ago")
          .requirement("PROF-4.1.4.3-02")
          .stimulus(signIn().answeredWith(StatementDeviations.SESSION_OVER))
          .expect(REFUSED)
          .mutant("does not read SessionNotOnOrAfter", () -> Variant.without(Check.SESSION_END))
          .build();

  static final ConformanceCase WITHOUT_ATTRIBUTE_STATEMENT =
      conformanceCase("saml/sp/without-attribute-statement")
          .title("refuses an assertion without AttributeStatement")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.WITHOUT_ATTRIBUTE_STATEMENT))
          .expect(REFUSED)
          .mutant("does without attributes", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  static final ConformanceCase ATTRIBUTE_STATEMENT_EMPTY =
      conformanceCase("saml/sp/attribute-statement-empty")
          .title("refuses an AttributeStatement without Attribute")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.ATTRIBUTE_STATEMENT_EMPTY))
          .expect(REFUSED)
          .mutant("does without an Attribute", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  static final ConformanceCase NUMBER_ATTRIBUTE_EMPTY =
      conformanceCase("saml/sp/number-attribute-empty")
          .title("refuses the attribute of the number without value")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.NUMBER_ATTRIBUTE_EMPTY))
          .expect(REFUSED)
          .mutant("does without a value of the number", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  static final ConformanceCase NUMBER_VALUE_EMPTY =
      conformanceCase("saml/sp/number-value-empty")
          .title("refuses an empty number")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.NUMBER_VALUE_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes the NameID for an empty number", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  static final ConformanceCase NUMBER_WITHOUT_NAME =
      conformanceCase("saml/sp/number-without-name")
          .title("refuses a number in an attribute without Name")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.NUMBER_WITHOUT_NAME))
          .expect(REFUSED)
          .mutant(
              "knows an attribute without Name by FriendlyName",
              () -> Variant.without(Check.ATTRIBUTE_NAME))
          .build();

  static final ConformanceCase NUMBER_UNDER_FRIENDLY_NAME =
      conformanceCase("saml/sp/number-under-friendly-name")
          .title("refuses a number that is not named by its URI")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(StatementDeviations.NUMBER_UNDER_FRIENDLY_NAME))
          .expect(REFUSED)
          .mutant("takes FriendlyName for Name", () -> Variant.without(Check.ATTRIBUTE_NAME))
          .build();

  static final ConformanceCase FRIENDLY_NAME_BORROWED =
      conformanceCase("saml/sp/friendly-name-borrowed")
          .title("passes over an attribute with a borrowed FriendlyName, or refuses")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatementDeviations.FRIENDLY_NAME_BORROWED))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "believes the FriendlyName of an attribute",
              () -> Variant.without(Check.ATTRIBUTE_NAME))
          .build();

  private StatementFormCases() {}
}
