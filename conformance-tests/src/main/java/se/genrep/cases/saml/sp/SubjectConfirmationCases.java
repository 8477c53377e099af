package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ConfirmationDeviations;
import se.genrep.deviation.TimeDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.2, subject confirmation. */
final class SubjectConfirmationCases {

  static final ConformanceCase OTHER_REQUEST_CONFIRMED =
      conformanceCase("saml/sp/other-request-confirmed")
          .title("refuses a subject that is confirmed for another request")
          .requirement("DP-6.3.2-01")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.OTHER_REQUEST_CONFIRMED))
          .expect(REFUSED)
          .mutant(
              "does not look for the request of the confirmation",
              () -> Variant.without(Check.CONFIRMATION_IN_RESPONSE_TO))
          .build();

  static final ConformanceCase NO_REQUEST_CONFIRMED =
      conformanceCase("saml/sp/no-request-confirmed")
          .title("refuses a subject that is confirmed for no request")
          .requirement("DP-6.3.2-01")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.NO_REQUEST_CONFIRMED))
          .expect(REFUSED)
          .mutant(
              "does without InResponseTo in the confirmation",
              () -> Variant.without(Check.CONFIRMATION_IN_RESPONSE_TO))
          .build();

  static final ConformanceCase FOREIGN_RECIPIENT =
      conformanceCase("saml/sp/foreign-recipient")
          .title("refuses an assertion addressed to another endpoint")
          .requirement("DP-6.3.2-02", "DP-6.3.2-03")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.FOREIGN_RECIPIENT))
          .expect(REFUSED)
          .mutant("does not compare Recipient", () -> Variant.without(Check.RECIPIENT))
          .build();

  static final ConformanceCase NO_RECIPIENT =
      conformanceCase("saml/sp/no-recipient")
          .title("refuses an assertion addressed to no endpoint")
          .requirement("DP-6.3.2-02", "DP-6.3.2-03")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.NO_RECIPIENT))
          .expect(REFUSED)
          .mutant("does without Recipient", () -> Variant.without(Check.RECIPIENT))
          .build();

  static final ConformanceCase NOT_BEARER =
      conformanceCase("saml/sp/not-bearer")
          .title("refuses an assertion whose bearer is not confirmed")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.NOT_BEARER))
          .expect(REFUSED)
          .mutant(
              "takes any method of confirmation", () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase CONFIRMATION_EXPIRED =
      conformanceCase("saml/sp/confirmation-expired-20-min-ago")
          .title("refuses a confirmation that ended 20 minutes ago")
          .requirement("DP-6.3.2-04")
          .stimulus(signIn().answeredWith(TimeDeviations.CONFIRMATION_EXPIRED_20_MIN_AGO))
          .expect(REFUSED)
          .mutant(
              "does not ask how long the confirmation holds",
              () -> Variant.without(Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONFIRMATION_EXPIRED_BEYOND_SKEW =
      conformanceCase("saml/sp/confirmation-expired-100-s-ago")
          .title("refuses a confirmation that ended 100 seconds ago")
          .requirement("DP-6.3.5-04", "DP-6.3.2-04")
          .stimulus(signIn().answeredWith(TimeDeviations.CONFIRMATION_EXPIRED_100_S_AGO))
          .expect(REFUSED)
          .mutant(
              "lets clocks differ by ten minutes", () -> Variant.without(Check.CLOCK_SKEW_BOUNDED))
          .build();

  static final ConformanceCase CONFIRMATION_EXPIRED_WITHIN_SKEW =
      conformanceCase("saml/sp/confirmation-expired-50-s-ago")
          .title("accepts a confirmation that ended 50 seconds ago")
          .requirement("DP-6.3.2-05")
          .stimulus(signIn().answeredWith(TimeDeviations.CONFIRMATION_EXPIRED_50_S_AGO))
          .expect(ACCEPTED)
          .mutant("lets clocks not differ", () -> Variant.without(Check.CLOCK_SKEW_TOLERATED))
          .build();

  private SubjectConfirmationCases() {}
}
