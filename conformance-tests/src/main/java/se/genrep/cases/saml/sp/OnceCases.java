package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.OnceDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * DP 6.2 and the SAML schema: what is there once. Whoever reads the first of two may have verified
 * the second.
 */
final class OnceCases {

  static final ConformanceCase TWO_AUTHN_STATEMENTS =
      conformanceCase("saml/sp/two-authn-statements")
          .title("refuses two AuthnStatements of different levels")
          .requirement("DP-6.2-25")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_AUTHN_STATEMENTS))
          .expect(REFUSED)
          .mutant(
              "reads the first AuthnStatement",
              () -> Variant.without(Check.AUTHN_CONTEXT, Check.ONCE))
          .build();

  static final ConformanceCase TWO_ATTRIBUTE_STATEMENTS =
      conformanceCase("saml/sp/two-attribute-statements")
          .title("refuses two AttributeStatements about two people")
          .requirement("DP-6.2-25")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_ATTRIBUTE_STATEMENTS))
          .expect(REFUSED)
          .mutant(
              "reads all AttributeStatements",
              () -> Variant.without(Check.ONCE, Check.NUMBER_SINGLE))
          .build();

  static final ConformanceCase TWO_SUBJECTS =
      conformanceCase("saml/sp/two-subjects")
          .title("refuses an assertion with two subjects")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_SUBJECTS))
          .expect(REFUSED)
          .mutant("reads the first Subject", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_NAME_IDS =
      conformanceCase("saml/sp/two-name-ids")
          .title("refuses a subject with two names")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_NAME_IDS))
          .expect(REFUSED)
          .mutant("reads the first NameID", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CONDITIONS =
      conformanceCase("saml/sp/two-conditions")
          .title("refuses an assertion with two different Conditions")
          .requirement("DP-6.2-25", "DP-6.3.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_CONDITIONS))
          .expect(REFUSED)
          .mutant("reads the first Conditions", () -> Variant.without(Check.ONCE, Check.AUDIENCE))
          .build();

  static final ConformanceCase TWO_ASSERTION_ISSUERS =
      conformanceCase("saml/sp/two-assertion-issuers")
          .title("refuses an assertion with two issuers")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_ASSERTION_ISSUERS))
          .expect(REFUSED)
          .mutant("reads the first Issuer of the assertion", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CONFIRMATION_DATA =
      conformanceCase("saml/sp/two-confirmation-data")
          .title("refuses a confirmation with two different data")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_CONFIRMATION_DATA))
          .expect(REFUSED)
          .mutant("reads the first SubjectConfirmationData", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CLASS_REFS =
      conformanceCase("saml/sp/two-class-refs")
          .title("refuses an AuthnContext with two levels")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_CLASS_REFS))
          .expect(REFUSED)
          .mutant("reads the first AuthnContextClassRef", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_STATUSES =
      conformanceCase("saml/sp/two-statuses")
          .title("refuses a Response with two different statuses")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_STATUSES))
          .expect(REFUSED)
          .mutant("reads the first Status", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_RESPONSE_ISSUERS =
      conformanceCase("saml/sp/two-response-issuers")
          .title("refuses a Response with two issuers")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(OnceDeviations.TWO_RESPONSE_ISSUERS))
          .expect(REFUSED)
          .mutant(
              "reads the first Issuer of the Response",
              () -> Variant.without(Check.ONCE, Check.ONE_SIGNATURE))
          .build();

  private OnceCases() {}
}
