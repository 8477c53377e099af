package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.AddressingDeviations;
import se.genrep.deviation.StatusDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3, what SAML core 3.2 and SAML profiles 4.1.4 demand of every Response. */
final class ResponseCases {

  static final ConformanceCase FOREIGN_RESPONSE_ISSUER =
      conformanceCase("saml/sp/foreign-response-issuer")
          .title("refuses a Response that names another issuer")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(AddressingDeviations.FOREIGN_RESPONSE_ISSUER))
          .expect(REFUSED)
          .mutant(
              "does not read the issuer of the Response",
              () -> Variant.without(Check.RESPONSE_ISSUER))
          .build();

  static final ConformanceCase FOREIGN_ASSERTION_ISSUER =
      conformanceCase("saml/sp/foreign-assertion-issuer")
          .title("refuses an assertion that names another issuer")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(AddressingDeviations.FOREIGN_ASSERTION_ISSUER))
          .expect(REFUSED)
          .mutant(
              "does not read the issuer of the assertion",
              () -> Variant.without(Check.ASSERTION_ISSUER))
          .build();

  /** SAML core 3.2.2: it is discarded when Destination is another place. */
  static final ConformanceCase FOREIGN_DESTINATION =
      conformanceCase("saml/sp/foreign-destination")
          .title("refuses a Response directed to another endpoint")
          .requirement("DP-6.3-03", "DP-1-01")
          .stimulus(signIn().answeredWith(AddressingDeviations.FOREIGN_DESTINATION))
          .expect(REFUSED)
          .mutant("does not compare Destination", () -> Variant.without(Check.DESTINATION))
          .build();

  /** SAML bindings 3.5.5.2: a signed message says where it goes, and the receiver compares. */
  static final ConformanceCase NO_DESTINATION =
      conformanceCase("saml/sp/no-destination")
          .title("refuses a signed Response that is directed nowhere")
          .requirement("DP-6.3-03", "DP-1-01")
          .stimulus(signIn().answeredWith(AddressingDeviations.NO_DESTINATION))
          .expect(REFUSED)
          .mutant("does without Destination", () -> Variant.without(Check.DESTINATION))
          .build();

  static final ConformanceCase ERROR_WITH_ASSERTION =
      conformanceCase("saml/sp/error-with-assertion")
          .title("refuses an assertion in a Response whose status is an error")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(StatusDeviations.ERROR_WITH_ASSERTION))
          .expect(REFUSED)
          .mutant("does not read the status", () -> Variant.without(Check.STATUS))
          .build();

  private ResponseCases() {}
}
