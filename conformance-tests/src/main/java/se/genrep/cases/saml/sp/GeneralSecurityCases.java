package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.TimeDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.sut.SameAssertionId;
import se.genrep.sut.SignIn.Delivery;

/** DP 6.3.5, general security validation: replay and age. */
final class GeneralSecurityCases {

  static final ConformanceCase REPLAY_IN_SAME_BROWSER =
      conformanceCase("saml/sp/replay-in-same-browser")
          .title("refuses an answer the second time in the same browser")
          .requirement("DP-6.3.5-01")
          .stimulus(signIn().delivered(Delivery.AGAIN_SAME_BROWSER))
          .expect(REFUSED)
          .mutant(
              "does not remember what it took",
              () -> Variant.without(Check.REPLAY, Check.SOLICITED))
          .build();

  static final ConformanceCase REPLAY_IN_OTHER_BROWSER =
      conformanceCase("saml/sp/replay-in-other-browser")
          .title("refuses an answer the second time in another browser")
          .requirement("DP-6.3.5-01", "DP-6.3.2-01")
          .stimulus(signIn().delivered(Delivery.AGAIN_OTHER_BROWSER))
          .expect(REFUSED)
          .mutant(
              "does not remember what it took, nor from whom",
              () -> Variant.without(Check.REPLAY, Check.SOLICITED))
          .build();

  /** SAML profiles 4.1.4.5: by the set of used ID values. */
  static final ConformanceCase SAME_ASSERTION_ID =
      conformanceCase("saml/sp/assertion-id-again")
          .title("refuses an assertion of the ID of one before in a new Response")
          .requirement("DP-6.3.5-01")
          .stimulus(new SameAssertionId())
          .expect(REFUSED)
          .mutant("does not remember IDs", () -> Variant.without(Check.REPLAY))
          .build();

  static final ConformanceCase ISSUED_LONG_AGO =
      conformanceCase("saml/sp/issued-20-min-ago")
          .title("refuses an assertion that was made 20 minutes ago")
          .requirement("DP-6.3.5-02")
          .stimulus(signIn().answeredWith(TimeDeviations.ISSUED_20_MIN_AGO))
          .expect(REFUSED)
          .mutant("does not read IssueInstant", () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase ISSUED_IN_FUTURE =
      conformanceCase("saml/sp/issued-20-min-ahead")
          .title("refuses an assertion that will be made in 20 minutes")
          .requirement("DP-6.3.5-04")
          .stimulus(signIn().answeredWith(TimeDeviations.ISSUED_20_MIN_AHEAD))
          .expect(REFUSED)
          .mutant("does not read IssueInstant", () -> Variant.without(Check.ISSUE_INSTANT))
          .build();

  static final ConformanceCase AUTHENTICATED_LONG_AGO =
      conformanceCase("saml/sp/authenticated-an-hour-ago")
          .title("refuses an old authentication when it asked for a fresh one")
          .requirement("DP-6.3.5-03")
          .appliesTo(Applies.FORCES_AUTHENTICATION)
          .stimulus(signIn().answeredWith(TimeDeviations.AUTHENTICATED_AN_HOUR_AGO))
          .expect(REFUSED)
          .mutant("does not read AuthnInstant", () -> Variant.without(Check.AUTHN_INSTANT))
          .build();

  static final ConformanceCase AUTHENTICATED_IN_FUTURE =
      conformanceCase("saml/sp/authenticated-20-min-ahead")
          .title("refuses an authentication that lies 20 minutes ahead")
          .requirement("DP-6.3.5-04")
          .stimulus(signIn().answeredWith(TimeDeviations.AUTHENTICATED_20_MIN_AHEAD))
          .expect(REFUSED)
          .mutant("does not read AuthnInstant", () -> Variant.without(Check.AUTHN_INSTANT))
          .build();

  private GeneralSecurityCases() {}
}
