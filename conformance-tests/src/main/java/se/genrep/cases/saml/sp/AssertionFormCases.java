package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.AssertionFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** SAML core 2.3.3, the form of the assertion. */
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
          .mutant(
              "does without the ID of the assertion",
              () -> Variant.without(Check.XML_ID, Check.REPLAY))
          .build();

  static final ConformanceCase ASSERTION_ID_EMPTY =
      conformanceCase("saml/sp/assertion-id-empty")
          .title("refuses an assertion with an empty ID")
          .requirement("PROF-4.1.4.3-01", "DP-6.3.5-01")
          .stimulus(signIn().answeredWith(AssertionFormDeviations.ASSERTION_ID_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty ID of the assertion",
              () -> Variant.without(Check.XML_ID, Check.REPLAY))
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

  private AssertionFormCases() {}
}
