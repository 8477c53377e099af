package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ConfirmationDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Delivery;

/** DP 6.1 and 6.3.2, unsolicited answers and answers to what another browser asked. */
final class SolicitationCases {

  static final ConformanceCase OTHER_REQUEST =
      conformanceCase("saml/sp/other-request")
          .title("refuses a Response to a request it did not send")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.OTHER_REQUEST))
          .expect(REFUSED)
          .mutant(
              "does not look for the request of the Response",
              () -> Variant.without(Check.IN_RESPONSE_TO))
          .build();

  /** To SAML core 3.2.2 a Response without InResponseTo is one to no request. */
  static final ConformanceCase NO_REQUEST =
      conformanceCase("saml/sp/no-request")
          .title("refuses a Response to no request")
          .requirement("DP-6.1-13")
          .stimulus(signIn().answeredWith(ConfirmationDeviations.NO_REQUEST))
          .expect(REFUSED)
          .mutant(
              "does without InResponseTo in the Response",
              () -> Variant.without(Check.IN_RESPONSE_TO))
          .build();

  static final ConformanceCase UNSOLICITED =
      conformanceCase("saml/sp/unsolicited")
          .title("refuses an answer that nobody asked for")
          .requirement("DP-6.1-13")
          .stimulus(
              signIn().answeredWith(ConfirmationDeviations.UNSOLICITED).delivered(Delivery.UNASKED))
          .expect(REFUSED)
          .mutant(
              "takes answers at any time",
              () ->
                  Variant.without(
                      Check.SOLICITED, Check.IN_RESPONSE_TO, Check.CONFIRMATION_IN_RESPONSE_TO))
          .build();

  static final ConformanceCase UNSOLICITED_TWICE =
      conformanceCase("saml/sp/unsolicited-twice")
          .title("takes an answer that nobody asked for once at most")
          .requirement("DP-6.1-14")
          .stimulus(
              signIn()
                  .answeredWith(ConfirmationDeviations.UNSOLICITED)
                  .delivered(Delivery.UNASKED_TWICE))
          .expect(REFUSED)
          .mutant(
              "takes answers at any time, and as often as they come",
              () ->
                  Variant.without(
                      Check.SOLICITED,
                      Check.IN_RESPONSE_TO,
                      Check.CONFIRMATION_IN_RESPONSE_TO,
                      Check.REPLAY))
          .build();

  /** Login CSRF: the attacker's own answer, posted by the victim's browser. */
  static final ConformanceCase OTHER_BROWSER =
      conformanceCase("saml/sp/other-browser")
          .title("refuses an answer to a request of another browser")
          .requirement("DP-6.3.2-01")
          .stimulus(signIn().delivered(Delivery.OTHER_BROWSER))
          .expect(REFUSED)
          .mutant(
              "knows its requests and not whose they are", () -> Variant.without(Check.SOLICITED))
          .build();

  static final ConformanceCase BROWSER_WITHOUT_REQUEST =
      conformanceCase("saml/sp/browser-without-request")
          .title("refuses an answer from a browser that asked for nothing")
          .requirement("DP-6.3.2-01")
          .stimulus(signIn().delivered(Delivery.UNASKED))
          .expect(REFUSED)
          .mutant(
              "does not ask which browser brings the answer",
              () -> Variant.without(Check.SOLICITED))
          .build();

  private SolicitationCases() {}
}
