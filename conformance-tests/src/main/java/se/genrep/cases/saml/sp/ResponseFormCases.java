package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ResponseFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** SAML core 3.2.2 and profiles 4.1.4.2, the form of the Response. */
final class ResponseFormCases {

  static final ConformanceCase RESPONSE_VERSION_1_1 =
      conformanceCase("saml/sp/response-version-1-1")
          .title("refuses a Response of version 1.1")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_VERSION_1_1))
          .expect(REFUSED)
          .mutant("does not read the Version of the Response", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase RESPONSE_VERSION_3_0 =
      conformanceCase("saml/sp/response-version-3-0")
          .title("refuses a Response of version 3.0")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_VERSION_3_0))
          .expect(REFUSED)
          .mutant("takes a Response of a version to come", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase RESPONSE_WITHOUT_VERSION =
      conformanceCase("saml/sp/response-without-version")
          .title("refuses a Response without Version")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_WITHOUT_VERSION))
          .expect(REFUSED)
          .mutant("does without the Version of the Response", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase RESPONSE_VERSION_EMPTY =
      conformanceCase("saml/sp/response-version-empty")
          .title("refuses a Response with an empty Version")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_VERSION_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty Version of the Response", () -> Variant.without(Check.VERSION))
          .build();

  static final ConformanceCase RESPONSE_ID_MALFORMED =
      conformanceCase("saml/sp/response-id-malformed")
          .title("refuses a Response whose ID is no XML ID")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ID_MALFORMED))
          .expect(REFUSED)
          .mutant("takes any text for the ID of a Response", () -> Variant.without(Check.XML_ID))
          .build();

  static final ConformanceCase RESPONSE_WITHOUT_ISSUE_INSTANT =
      conformanceCase("saml/sp/response-without-issue-instant")
          .title("refuses a Response without IssueInstant")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_WITHOUT_ISSUE_INSTANT))
          .expect(REFUSED)
          .mutant(
              "does without IssueInstant of the Response",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase RESPONSE_ISSUE_INSTANT_EMPTY =
      conformanceCase("saml/sp/response-issue-instant-empty")
          .title("refuses a Response with an empty IssueInstant")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUE_INSTANT_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty IssueInstant of the Response",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase RESPONSE_ISSUE_INSTANT_MALFORMED =
      conformanceCase("saml/sp/response-issue-instant-malformed")
          .title("refuses a Response whose IssueInstant is no time")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUE_INSTANT_MALFORMED))
          .expect(REFUSED)
          .mutant(
              "passes over an IssueInstant it cannot read",
              () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase RESPONSE_ISSUED_20_MIN_AHEAD =
      conformanceCase("saml/sp/response-issued-20-min-ahead")
          .title("refuses a Response that will be made in 20 minutes")
          .requirement("DP-6.3.5-04")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUED_20_MIN_AHEAD))
          .expect(REFUSED)
          .mutant("takes a Response of the future", () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase RESPONSE_IN_RESPONSE_TO_EMPTY =
      conformanceCase("saml/sp/response-in-response-to-empty")
          .title("refuses a Response with an empty InResponseTo")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_IN_RESPONSE_TO_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty InResponseTo for none", () -> Variant.without(Check.IN_RESPONSE_TO))
          .build();

  static final ConformanceCase DESTINATION_EMPTY =
      conformanceCase("saml/sp/destination-empty")
          .title("refuses a Response with an empty Destination")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.DESTINATION_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty Destination for any place", () -> Variant.without(Check.DESTINATION))
          .build();

  static final ConformanceCase DESTINATION_LONGER =
      conformanceCase("saml/sp/destination-longer")
          .title("refuses a Destination that only begins like its own")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.DESTINATION_LONGER))
          .expect(REFUSED)
          .mutant("compares the beginning of Destination", () -> Variant.without(Check.DESTINATION))
          .build();

  static final ConformanceCase DESTINATION_RELATIVE =
      conformanceCase("saml/sp/destination-relative")
          .title("refuses a Destination without a host")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.DESTINATION_RELATIVE))
          .expect(REFUSED)
          .mutant("compares the path of Destination", () -> Variant.without(Check.DESTINATION))
          .build();

  static final ConformanceCase RESPONSE_WITHOUT_ISSUER =
      conformanceCase("saml/sp/response-without-issuer")
          .title("refuses a signed Response without Issuer")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_WITHOUT_ISSUER))
          .expect(REFUSED)
          .mutant(
              "does without the Issuer of the Response",
              () -> Variant.without(Check.RESPONSE_ISSUER, Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase RESPONSE_ISSUER_EMPTY =
      conformanceCase("saml/sp/response-issuer-empty")
          .title("refuses a Response with an empty Issuer")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUER_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty Issuer of the Response", () -> Variant.without(Check.RESPONSE_ISSUER))
          .build();

  static final ConformanceCase RESPONSE_ISSUER_FORMAT =
      conformanceCase("saml/sp/response-issuer-format")
          .title("refuses a Response whose Issuer is of a wrong Format")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUER_FORMAT))
          .expect(REFUSED)
          .mutant(
              "does not read the Format of the Issuer of the Response",
              () -> Variant.without(Check.RESPONSE_ISSUER))
          .build();

  static final ConformanceCase RESPONSE_ISSUER_WITH_SLASH =
      conformanceCase("saml/sp/response-issuer-with-slash")
          .title("refuses an Issuer of the Response that only resembles it")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(ResponseFormDeviations.RESPONSE_ISSUER_WITH_SLASH))
          .expect(REFUSED)
          .mutant(
              "compares issuers of Responses by their beginning",
              () -> Variant.without(Check.RESPONSE_ISSUER))
          .build();

  private ResponseFormCases() {}
}
