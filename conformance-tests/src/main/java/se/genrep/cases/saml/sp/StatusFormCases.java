package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.StatusFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** SAML core 3.2.2.1, the form of the status. */
final class StatusFormCases {

  static final ConformanceCase WITHOUT_STATUS =
      conformanceCase("saml/sp/without-status")
          .title("refuses a Response without Status")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(StatusFormDeviations.WITHOUT_STATUS))
          .expect(REFUSED)
          .mutant("does without Status", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_EMPTY =
      conformanceCase("saml/sp/status-empty")
          .title("refuses a Response whose Status is empty")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_EMPTY))
          .expect(REFUSED)
          .mutant("does without StatusCode", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_CODE_WITHOUT_VALUE =
      conformanceCase("saml/sp/status-code-without-value")
          .title("refuses a StatusCode without Value")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_CODE_WITHOUT_VALUE))
          .expect(REFUSED)
          .mutant("does without the Value of StatusCode", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_CODE_EMPTY =
      conformanceCase("saml/sp/status-code-empty")
          .title("refuses an empty StatusCode")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_CODE_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty StatusCode", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_REQUESTER =
      conformanceCase("saml/sp/status-requester")
          .title("refuses an assertion when the status blames the request")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_REQUESTER))
          .expect(REFUSED)
          .mutant("does not read the status Requester", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_VERSION_MISMATCH =
      conformanceCase("saml/sp/status-version-mismatch")
          .title("refuses an assertion when the status blames the version")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_VERSION_MISMATCH))
          .expect(REFUSED)
          .mutant("does not read the status VersionMismatch", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_SUCCESS_BELOW =
      conformanceCase("saml/sp/status-success-below")
          .title("refuses Success that stands below an error")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_SUCCESS_BELOW))
          .expect(REFUSED)
          .mutant("finds Success anywhere in the status", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_OTHER_CASE =
      conformanceCase("saml/sp/status-other-case")
          .title("refuses a status that only resembles Success")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_OTHER_CASE))
          .expect(REFUSED)
          .mutant("does not mind the letters of the status", () -> Variant.without(Check.STATUS))
          .build();

  static final ConformanceCase STATUS_UNKNOWN =
      conformanceCase("saml/sp/status-unknown")
          .title("refuses a status that nobody has defined")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusFormDeviations.STATUS_UNKNOWN))
          .expect(REFUSED)
          .mutant(
              "looks for Success at the beginning of a name", () -> Variant.without(Check.STATUS))
          .build();

  private StatusFormCases() {}
}
