package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.AddressingDeviations;
import se.genrep.deviation.TimeDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.3, conditions, with the clock skew of DP 6.3.2 and 6.3.5. */
final class ConditionsCases {

  static final ConformanceCase FOREIGN_AUDIENCE =
      conformanceCase("saml/sp/foreign-audience")
          .title("refuses an assertion made for another service provider")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(AddressingDeviations.FOREIGN_AUDIENCE))
          .expect(REFUSED)
          .mutant("does not compare Audience", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase NO_AUDIENCE =
      conformanceCase("saml/sp/no-audience")
          .title("refuses an assertion that is made for anybody")
          .requirement("DP-6.3.3-01")
          .stimulus(signIn().answeredWith(AddressingDeviations.NO_AUDIENCE))
          .expect(REFUSED)
          .mutant("does without Audience", () -> Variant.without(Check.AUDIENCE))
          .build();

  static final ConformanceCase NOT_YET_VALID =
      conformanceCase("saml/sp/not-before-20-min-ahead")
          .title("refuses an assertion that is valid in 20 minutes")
          .requirement("DP-6.3.3-02")
          .stimulus(signIn().answeredWith(TimeDeviations.NOT_BEFORE_20_MIN_AHEAD))
          .expect(REFUSED)
          .mutant("does not read NotBefore", () -> Variant.without(Check.NOT_BEFORE))
          .build();

  static final ConformanceCase NOT_YET_VALID_BEYOND_SKEW =
      conformanceCase("saml/sp/not-before-100-s-ahead")
          .title("refuses an assertion that is valid in 100 seconds")
          .requirement("DP-6.3.5-04", "DP-6.3.3-02")
          .stimulus(signIn().answeredWith(TimeDeviations.NOT_BEFORE_100_S_AHEAD))
          .expect(REFUSED)
          .mutant(
              "lets clocks differ by ten minutes", () -> Variant.without(Check.CLOCK_SKEW_BOUNDED))
          .build();

  static final ConformanceCase NOT_YET_VALID_WITHIN_SKEW =
      conformanceCase("saml/sp/not-before-50-s-ahead")
          .title("accepts an assertion that is valid in 50 seconds")
          .requirement("DP-6.3.2-05", "DP-6.3.3-02")
          .stimulus(signIn().answeredWith(TimeDeviations.NOT_BEFORE_50_S_AHEAD))
          .expect(ACCEPTED)
          .mutant("lets clocks not differ", () -> Variant.without(Check.CLOCK_SKEW_TOLERATED))
          .build();

  static final ConformanceCase EXPIRED =
      conformanceCase("saml/sp/expired-20-min-ago")
          .title("refuses an assertion that was valid until 20 minutes ago")
          .requirement("DP-6.3.3-03")
          .stimulus(signIn().answeredWith(TimeDeviations.EXPIRED_20_MIN_AGO))
          .expect(REFUSED)
          .mutant("does not read NotOnOrAfter", () -> Variant.without(Check.NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase EXPIRED_BEYOND_SKEW =
      conformanceCase("saml/sp/expired-100-s-ago")
          .title("refuses an assertion that was valid until 100 seconds ago")
          .requirement("DP-6.3.5-04", "DP-6.3.3-03")
          .stimulus(signIn().answeredWith(TimeDeviations.EXPIRED_100_S_AGO))
          .expect(REFUSED)
          .mutant(
              "lets clocks differ by ten minutes", () -> Variant.without(Check.CLOCK_SKEW_BOUNDED))
          .build();

  static final ConformanceCase EXPIRED_WITHIN_SKEW =
      conformanceCase("saml/sp/expired-50-s-ago")
          .title("accepts an assertion that was valid until 50 seconds ago")
          .requirement("DP-6.3.2-05", "DP-6.3.3-03")
          .stimulus(signIn().answeredWith(TimeDeviations.EXPIRED_50_S_AGO))
          .expect(ACCEPTED)
          .mutant("lets clocks not differ", () -> Variant.without(Check.CLOCK_SKEW_TOLERATED))
          .build();

  static final ConformanceCase CLOCK_AHEAD =
      conformanceCase("saml/sp/clock-50-s-ahead")
          .title("accepts an identity provider whose clock is 50 seconds ahead")
          .requirement("DP-6.3.2-05", "DP-6.3.3-02")
          .stimulus(signIn().answeredWith(TimeDeviations.CLOCK_50_S_AHEAD))
          .expect(ACCEPTED)
          .mutant("lets clocks not differ", () -> Variant.without(Check.CLOCK_SKEW_TOLERATED))
          .build();

  private ConditionsCases() {}
}
