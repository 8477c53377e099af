package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.AssertionFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** SAML core 2.3.3 and DP 6.2, the form of the assertion, and what it holds once. */
final class AssertionFormCases {

  static final ConformanceCase ASSERTION_VERSION_1_1 =
      conformanceCase("saml/sp/assertion-version-1-1")
          .title("refuses an assertion of version 1.1")
          .requirement("CORE-4.1.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_VERSION_1_1))
          .expect(REFUSED)
          .mutant(
              "does not read the Version of the assertion", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase ASSERTION_VERSION_3_0 =
      conformanceCase("saml/sp/assertion-version-3-0")
          .title("refuses an assertion of version 3.0")
          .requirement("CORE-4.1.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_VERSION_3_0))
          .expect(REFUSED)
          .mutant("takes an assertion of a version to come", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase ASSERTION_WITHOUT_VERSION =
      conformanceCase("saml/sp/assertion-without-version")
          .title("refuses an assertion without Version")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_WITHOUT_VERSION))
          .expect(REFUSED)
          .mutant("does without the Version of the assertion", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase ASSERTION_VERSION_EMPTY =
      conformanceCase("saml/sp/assertion-version-empty")
          .title("refuses an assertion with an empty Version")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_VERSION_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty Version of the assertion", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase ASSERTION_WITHOUT_ID =
      conformanceCase("saml/sp/assertion-without-id")
          .title("refuses an assertion without ID")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_WITHOUT_ID))
          .expect(REFUSED)
          .mutant("does without the ID of the assertion", () -> Variant.without(Check.XML_ID, Check.REPLAY))
          .build();

  static final ConformanceCase ASSERTION_ID_EMPTY =
      conformanceCase("saml/sp/assertion-id-empty")
          .title("refuses an assertion with an empty ID")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ID_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty ID of the assertion", () -> Variant.without(Check.XML_ID, Check.REPLAY))
          .build();

  static final ConformanceCase ASSERTION_ID_MALFORMED =
      conformanceCase("saml/sp/assertion-id-malformed")
          .title("refuses an assertion whose ID is no XML ID")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ID_MALFORMED))
          .expect(REFUSED)
          .mutant("takes any text for the ID of an assertion", () -> Variant.without(Check.XML_ID))
          .build();

  static final ConformanceCase ASSERTION_WITHOUT_ISSUE_INSTANT =
      conformanceCase("saml/sp/assertion-without-issue-instant")
          .title("refuses an assertion without IssueInstant")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-02")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_WITHOUT_ISSUE_INSTANT))
          .expect(REFUSED)
          .mutant(
              "does without IssueInstant of the assertion",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase ASSERTION_ISSUE_INSTANT_EMPTY =
      conformanceCase("saml/sp/assertion-issue-instant-empty")
          .title("refuses an assertion with an empty IssueInstant")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-02")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUE_INSTANT_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty IssueInstant of the assertion",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase ASSERTION_ISSUE_INSTANT_MALFORMED =
      conformanceCase("saml/sp/assertion-issue-instant-malformed")
          .title("refuses an assertion whose IssueInstant is no time")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-02")
          .stimulus(
              signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUE_INSTANT_MALFORMED))
          .expect(REFUSED)
          .mutant(
              "passes over a time of the assertion it cannot read",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase ASSERTION_WITHOUT_ISSUER =
      conformanceCase("saml/sp/assertion-without-issuer")
          .title("refuses an assertion without Issuer")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.1-03")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_WITHOUT_ISSUER))
          .expect(REFUSED)
          .mutant(
              "does without the Issuer of the assertion",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_EMPTY =
      conformanceCase("saml/sp/assertion-issuer-empty")
          .title("refuses an assertion with an empty Issuer")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.1-03")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUER_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty Issuer of the assertion",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_FORMAT =
      conformanceCase("saml/sp/assertion-issuer-format")
          .title("refuses an assertion whose Issuer is of a wrong Format")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUER_FORMAT))
          .expect(REFUSED)
          .mutant(
              "does not read the Format of the Issuer of the assertion",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_FORMAT_EMPTY =
      conformanceCase("saml/sp/assertion-issuer-format-empty")
          .title("refuses an assertion whose Issuer has an empty Format")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUER_FORMAT_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty Format of the Issuer", () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_WITH_SLASH =
      conformanceCase("saml/sp/assertion-issuer-with-slash")
          .title("refuses an Issuer of the assertion that only resembles it")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUER_WITH_SLASH))
          .expect(REFUSED)
          .mutant(
              "compares issuers of assertions by their beginning",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_OTHER_CASE =
      conformanceCase("saml/sp/assertion-issuer-other-case")
          .title("refuses an Issuer in other letters")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ISSUER_OTHER_CASE))
          .expect(REFUSED)
          .mutant(
              "does not mind the letters of the Issuer",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  static final ConformanceCase TWO_AUTHN_STATEMENTS =
      conformanceCase("saml/sp/two-authn-statements")
          .title("refuses two AuthnStatements of different levels")
          .requirement("DP-6.2-25")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_AUTHN_STATEMENTS))
          .expect(REFUSED)
          .mutant(
              "reads the first AuthnStatement",
              () -> Variant.without(Check.AUTHN_CONTEXT, Check.ONCE))
          .build();

  static final ConformanceCase TWO_ATTRIBUTE_STATEMENTS =
      conformanceCase("saml/sp/two-attribute-statements")
          .title("refuses two AttributeStatements about two people")
          .requirement("DP-6.2-25")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_ATTRIBUTE_STATEMENTS))
          .expect(REFUSED)
          .mutant(
              "reads all AttributeStatements",
              () -> Variant.without(Check.ONCE, Check.NUMBER_SINGLE))
          .build();

  static final ConformanceCase TWO_SUBJECTS =
      conformanceCase("saml/sp/two-subjects")
          .title("refuses an assertion with two subjects")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_SUBJECTS))
          .expect(REFUSED)
          .mutant("reads the first Subject", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_NAME_IDS =
      conformanceCase("saml/sp/two-name-ids")
          .title("refuses a subject with two names")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_NAME_IDS))
          .expect(REFUSED)
          .mutant("reads the first NameID", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CONDITIONS =
      conformanceCase("saml/sp/two-conditions")
          .title("refuses an assertion with two different Conditions")
          .requirement("DP-6.2-25", "DP-6.3.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_CONDITIONS))
          .expect(REFUSED)
          .mutant("reads the first Conditions", () -> Variant.without(Check.ONCE, Check.AUDIENCE))
          .build();

  static final ConformanceCase TWO_ASSERTION_ISSUERS =
      conformanceCase("saml/sp/two-assertion-issuers")
          .title("refuses an assertion with two issuers")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_ASSERTION_ISSUERS))
          .expect(REFUSED)
          .mutant("reads the first Issuer of the assertion", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CONFIRMATION_DATA =
      conformanceCase("saml/sp/two-confirmation-data")
          .title("refuses a confirmation with two different data")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_CONFIRMATION_DATA))
          .expect(REFUSED)
          .mutant("reads the first SubjectConfirmationData", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_CLASS_REFS =
      conformanceCase("saml/sp/two-class-refs")
          .title("refuses an AuthnContext with two levels")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_CLASS_REFS))
          .expect(REFUSED)
          .mutant("reads the first AuthnContextClassRef", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_STATUSES =
      conformanceCase("saml/sp/two-statuses")
          .title("refuses a Response with two different statuses")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_STATUSES))
          .expect(REFUSED)
          .mutant("reads the first Status", () -> Variant.without(Check.ONCE))
          .build();

  static final ConformanceCase TWO_RESPONSE_ISSUERS =
      conformanceCase("saml/sp/two-response-issuers")
          .title("refuses a Response with two issuers")
          .requirement("DP-6.2-25", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.TWO_RESPONSE_ISSUERS))
          .expect(REFUSED)
          .mutant(
              "reads the first Issuer of the Response",
              () -> Variant.without(Check.ONCE, Check.ONE_SIGNATURE))
          .build();

  private AssertionFormCases() {}
}
