package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.broken;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.ofAssertion;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.cases.saml.idp.Saying.time;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.ErrorLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Limits;
import se.genrep.registry.StatusCode;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** DP 5.3, 5.4.5 and TAR 2.2: when an earlier sign-in is relied on. */
final class SessionCases {

  static final ConformanceCase FORCED =
      conformanceCase("saml/idp/session-forced")
          .title("asks the person anew where the request forces it")
          .requirement("DP-5.4.5-03", "DP-5.3-06")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .then(asks(askedBy(Testers.USUAL)))
                  .saying(
                      "The same browser is sent with a second request that forces an authentication")
                  .seeing(
                      seen(
                          visit -> visit.saw(PageRule.Kind.LOGIN),
                          "the person was asked",
                          "did not ask the person")))
          .expect(KEPT)
          .mutant("relies on the session all the same", habit(RequestLapse.FORCE_AUTHN))
          .build();

  static final ConformanceCase PASSIVE =
      conformanceCase("saml/idp/session-passive")
          .title("shows nothing where the request forbids it")
          .requirement("DP-5.3-07")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.set("IsPassive", "true")))
                  .saying("The tester forbids to show the person anything")
                  .seeing(
                      seen(
                          visit -> !visit.saw(PageRule.Kind.LOGIN) && visit.answer().isPresent(),
                          "nothing was shown",
                          "showed the person something, or did not answer")))
          .expect(KEPT)
          .mutant("asks the person all the same", habit(RequestLapse.IS_PASSIVE))
          .build();

  static final ConformanceCase NO_PASSIVE =
      conformanceCase("saml/idp/session-no-passive")
          .title("answers NoPassive where nobody may be asked")
          .requirement("DP-5.3-07")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .unforced()
                      .changed(request -> request.set("IsPassive", "true")))
                  .saying("The tester forbids to ask the person, who has not signed in")
                  .seeing(Statuses.second(StatusCode.NO_PASSIVE)))
          .expect(KEPT)
          .mutant("calls every failure the same", habit(ErrorLapse.ALWAYS_AUTHN_FAILED))
          .build();

  static final ConformanceCase OTHER_LEVEL =
      conformanceCase("saml/idp/session-other-level")
          .title("asks the person anew for another level")
          .requirement("DP-5.4.5-04")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .at(all -> all.subList(0, 1))
                  .then(asks(askedBy(Testers.USUAL).unforced()))
                  .at(all -> all.size() < 2 ? List.of() : all.subList(1, 2))
                  .saying("The same browser is sent with a second request for another level")
                  .seeing(
                      seen(
                          visit -> visit.saw(PageRule.Kind.LOGIN) || !visit.gaveAssertion(),
                          "the person was asked",
                          "relied on a session of another level")))
          .expect(KEPT)
          .mutant("passes the levels over", habit(RequestLapse.CONTEXTS))
          .build();

  static final ConformanceCase AUTHN_INSTANT =
      conformanceCase("saml/idp/session-authn-instant")
          .title("tells the time of the first sign-in of a session")
          .requirement("DP-6.2-05", "TAR-2.2-03")
          .stimulus(
              asks(askedBy(Testers.MAY_SIGN))
                  .then(asks(askedBy(Testers.MAY_SIGN).unforced()))
                  .saying(
                      "The same browser is sent with a second request that a session may answer")
                  .judged(SessionCases::instants))
          .expect(KEPT)
          .mutant("says another time than that of the sign-in", habit(AnswerLapse.OLD_SIGN_IN))
          .build();

  static final ConformanceCase SIGNATURE =
      conformanceCase("saml/idp/session-signature")
          .title("relies on no session for a signature")
          .requirement("DP-7.1.1-13")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE))
                  .then(
                      asks(
                          askedBy(Testers.SIGNATURE_SERVICE)
                              .unforced()
                              .changed(
                                  request ->
                                      Extensions.signMessage(
                                          request, " MustShow='true'", "MOCK: jag godkänner"))))
                  .saying(
                      "The same browser is sent with a second request, which has a message to sign")
                  .seeing(
                      seen(
                          visit ->
                              visit.saw(PageRule.Kind.LOGIN)
                                  || visit.saw(PageRule.Kind.SIGN)
                                  || !visit.gaveAssertion(),
                          "the person was asked",
                          "attested a sign message by a session")))
          .expect(KEPT)
          .mutant(
              "does not see that it is a signature",
              () -> IdpVariant.with(RequestLapse.SIGN_MESSAGE, SenderLapse.IS_NO_SIGNATURE_SERVICE))
          .build();

  /** No person takes longer to sign in. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Either the person was asked anew, or the time is that of the first sign-in. */
  private static Outcome instants(List<Visit> visits) {
    Visit last = visits.get(visits.size() - 1);
    Optional<Instant> first = instant(visits.get(0));
    Optional<Instant> second = instant(last);
    if (!last.gaveAssertion()) {
      return broken(last, "did not answer the second request with an assertion");
    }
    boolean right =
        first.filter(at -> at.isAfter(visits.get(0).answer().get().at().minus(LONGEST))).isPresent()
            && second.isPresent()
            && second.get().isBefore(last.answer().get().at().plus(Limits.CLOCK_SKEW))
            && (last.saw(PageRule.Kind.LOGIN)
                ? second.get().isAfter(first.get())
                : second.get().equals(first.get()));
    return right
        ? new Outcome.Kept("authenticated at " + second.get())
        : new Outcome.Broken(
            (last.saw(PageRule.Kind.LOGIN) ? "after a new sign-in" : "without a new sign-in")
                + " it says that the person was authenticated at "
                + second.map(Instant::toString).orElse("no time")
                + ", and before at "
                + first.map(Instant::toString).orElse("no time"));
  }

  private static Optional<Instant> instant(Visit visit) {
    return visit
        .answer()
        .flatMap(answer -> time(ofAssertion(answer, "saml:AuthnStatement", "AuthnInstant")));
  }

  private SessionCases() {}
}
