package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.util.List;
import se.genrep.deviation.LevelDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.ErrorLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.Testers;
import se.genrep.registry.StatusCode;

/** DP 5.3.1 and 5.4.4: which levels a request asks for. */
final class RequestedLevelCases {

  static final ConformanceCase UNSUPPORTED =
      conformanceCase("saml/idp/request-unsupported-level")
          .title("answers Requester where it has none of the levels")
          .requirement("DP-5.4.4-02", "DP-6.4-04")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .at("http://id.swedenconnect.se/loa/1.0/genrep-unheard-of"))
                  .saying("The tester asks for a level that nobody has")
                  .seeing(Statuses.topAndSecond(StatusCode.REQUESTER, StatusCode.NO_AUTHN_CONTEXT)))
          .expect(KEPT)
          .mutant("passes the levels over", habit(RequestLapse.CONTEXTS))
          .mutant("calls it its own fault", habit(ErrorLapse.ALWAYS_RESPONDER))
          .build();

  static final ConformanceCase SIMILAR =
      conformanceCase("saml/idp/request-similar-level")
          .title("takes no level for another that is written alike")
          .requirement("DP-5.3.1-03", "REG-2.1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The tester asks for a level in capitals")
                  .at(all -> List.of(all.get(0).toUpperCase())))
          .expect(REFUSED)
          .mutant("passes the levels over", habit(RequestLapse.CONTEXTS))
          .build();

  static final ConformanceCase NO_LEVEL =
      conformanceCase("saml/idp/request-no-level")
          .title("answers within its metadata where no level is asked for")
          .requirement("DP-5.4.4-03")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(request -> request.at("samlp:RequestedAuthnContext").remove()))
                  .saying("The tester asks for no level")
                  .seeing(
                      seen(
                          visit ->
                              !visit.gaveAssertion()
                                  || visit
                                      .answer()
                                      .flatMap(TesterAnswer::context)
                                      .filter(visit.answer().get().sender().assurance()::contains)
                                      .isPresent(),
                          "within its metadata",
                          "gave a level that its metadata does not have")))
          .expect(KEPT)
          .mutant(
              "says the person signed in at an unlisted level",
              answers(LevelDeviations.UNLISTED_LEVEL_5))
          .build();

  static final ConformanceCase ONE_OF_MANY =
      conformanceCase("saml/idp/request-one-level-known")
          .title("picks the one of several levels that it has")
          .requirement("DP-5.3.1-03", "DP-5.4.4-01")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying(
                      "The tester asks for a level that nobody has and for one of the identity provider's")
                  .at(
                      all ->
                          List.of(
                              "http://id.swedenconnect.se/loa/1.0/genrep-unheard-of", all.get(0))))
          .expect(ACCEPTED)
          .mutant("reads the first level only", habit(RequestLapse.OTHER_CONTEXTS))
          .build();

  static final ConformanceCase EACH =
      conformanceCase("saml/idp/request-each-level")
          .title("answers with each level that is asked for alone")
          .requirement("DP-5.3.1-03", "TAR-3.3-01")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The tester asks for the last level that the person can use")
                  .at(all -> List.of(all.get(all.size() - 1)))
                  .seeing(
                      seen(
                          visit ->
                              visit
                                  .answer()
                                  .flatMap(TesterAnswer::context)
                                  .filter(visit.sent().contexts()::contains)
                                  .isPresent(),
                          "answered with the level",
                          "did not answer with the one level that was asked for")))
          .expect(KEPT)
          .mutant("passes the levels over", habit(RequestLapse.CONTEXTS))
          .build();

  static final ConformanceCase MINIMUM =
      conformanceCase("saml/idp/request-minimum")
          .title("gives no other level where a minimum is asked for")
          .requirement("DP-5.3.1-03")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .at("samlp:RequestedAuthnContext")
                                  .set("Comparison", "minimum")))
                  .saying("The tester asks for the last of its levels, or a better one")
                  .at(all -> List.of(all.get(all.size() - 1)))
                  .seeing(
                      seen(
                          visit ->
                              !visit.gaveAssertion()
                                  || visit
                                      .answer()
                                      .flatMap(TesterAnswer::context)
                                      .filter(visit.sent().contexts()::contains)
                                      .isPresent(),
                          "refused, or that level",
                          "gave a level that was not asked for")))
          .expect(KEPT)
          .mutant("passes the levels over", habit(RequestLapse.CONTEXTS))
          .build();

  private RequestedLevelCases() {}
}
