package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.broken;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyError;
import static se.genrep.sut.IdpWatch.visitsWhere;

import java.util.List;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.ErrorLapse;
import se.genrep.reference.PageLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.StatusCode;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** DP 6.4, REG 3.1.4 and TAR 2.1.1: what is told when nobody is signed in. */
final class ErrorCases {

  static final ConformanceCase NO_ASSERTION =
      conformanceCase("saml/idp/error-without-assertion")
          .title("reports errors without an assertion")
          .requirement("DP-6.4-01")
          .stimulus(
              everyError(
                  answer ->
                      unless(
                          answer.assertions().isEmpty() && answer.encrypted().isEmpty(),
                          "reports " + answer.statusInWords() + " and has an assertion")))
          .expect(KEPT)
          .mutant("sends an assertion with an error", habit(AnswerLapse.ERROR_WITH_ASSERTION))
          .build();

  static final ConformanceCase TOP =
      conformanceCase("saml/idp/error-top-status")
          .title("reports errors by one of three top-level statuses")
          .requirement("DP-6.4-03", "DP-6.4-05", "BID-5.2-01")
          .stimulus(
              everyError(
                  answer ->
                      unless(
                          answer
                              .status()
                              .filter(
                                  List.of(
                                          StatusCode.REQUESTER.uri(),
                                          StatusCode.RESPONDER.uri(),
                                          StatusCode.VERSION_MISMATCH.uri())
                                      ::contains)
                              .isPresent(),
                          "has the top-level status " + answer.status().orElse("none"))))
          .expect(KEPT)
          .mutant("puts a second-level status on top", habit(ErrorLapse.SECOND_ON_TOP))
          .build();

  static final ConformanceCase LISTED =
      conformanceCase("saml/idp/error-listed-status")
          .title("reports errors by statuses of SAML and the registry")
          .requirement("DP-6.4-02", "REG-3.1.4-01")
          .stimulus(
              everyError(
                  answer ->
                      unless(
                          answer
                              .secondStatus()
                              .map(uri -> StatusCode.of(uri).isPresent())
                              .orElse(true),
                          "has the second-level status " + answer.secondStatus().orElse("none"))))
          .expect(KEPT)
          .mutant("reports errors by a status of its own", habit(ErrorLapse.OWN_STATUS))
          .build();

  static final ConformanceCase SUCCESS =
      conformanceCase("saml/idp/error-no-false-success")
          .title("says Success only with an assertion")
          .requirement("DP-6.4-03")
          .stimulus(
              answersWhere(
                  answer -> answer.success(),
                  "nothing succeeded",
                  answer ->
                      unless(
                          !answer.assertions().isEmpty() || answer.problem().isPresent(),
                          "says Success and has no assertion")))
          .expect(KEPT)
          .mutant("says Success without an assertion", habit(ErrorLapse.SUCCESS))
          .build();

  static final ConformanceCase FAULT_OF_REQUEST =
      conformanceCase("saml/idp/error-fault-of-request")
          .title("puts wrong requests at the door of their sender")
          .requirement("DP-6.4-04", "BID-5.2-02")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request -> request.set("Destination", "https://idp.example.org/sso")))
                  .saying("The tester addresses its request to another identity provider")
                  .seeing(
                      seen(
                          visit ->
                              visit.answer().isEmpty()
                                  || visit
                                      .answer()
                                      .get()
                                      .status()
                                      .filter(StatusCode.REQUESTER.uri()::equals)
                                      .isPresent(),
                          "Requester, or a page alone",
                          "did not say Requester of a fault of the request")))
          .expect(KEPT)
          .mutant("calls it its own fault", habit(ErrorLapse.ALWAYS_RESPONDER))
          .build();

  static final ConformanceCase CANCEL =
      conformanceCase("saml/idp/error-cancel")
          .title("tells the service when the person cancels")
          .requirement("DP-6.4-07", "BID-5.2-06")
          .appliesTo(Applies.CANCEL)
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The person cancels")
                  .cancelling()
                  .seeing(Statuses.second(StatusCode.CANCEL)))
          .expect(KEPT)
          .mutant("calls every failure the same", habit(ErrorLapse.ALWAYS_AUTHN_FAILED))
          .build();

  static final ConformanceCase NOBODY_AFTER_CANCEL =
      conformanceCase("saml/idp/error-nobody-after-cancel")
          .title("signs nobody in who cancels")
          .requirement("DP-6.4-09", "BID-3.1-08", "TAR-2.1.1-03")
          .appliesTo(Applies.CANCEL)
          .stimulus(
              asks(askedBy(Testers.MAY_SIGN))
                  .saying("The person cancels")
                  .cancelling()
                  .seeing(ErrorCases::posted))
          .expect(KEPT)
          .mutant("says Success all the same", habit(ErrorLapse.SUCCESS))
          .build();

  static final ConformanceCase SHOWN =
      conformanceCase("saml/idp/error-shown")
          .title("shows an error and waits before it tells the service")
          .requirement("DP-6.4-08", "TAR-2.1.1-02", "BID-5.2-04")
          .appliesTo(Applies.page(PageRule.Kind.ERROR))
          .stimulus(
              visitsWhere(
                  visit ->
                      visit
                          .answer()
                          .filter(
                              answer ->
                                  !answer.success()
                                      && answer
                                          .secondStatus()
                                          .filter(
                                              uri ->
                                                  uri.equals(StatusCode.NO_PASSIVE.uri())
                                                      || uri.equals(StatusCode.CANCEL.uri()))
                                          .isEmpty())
                          .isPresent(),
                  "no error but those of passive requests and of persons who cancel was told",
                  visit ->
                      unless(
                          visit.saw(PageRule.Kind.ERROR),
                          "an error was told without a page that SUT.yaml calls an error: "
                              + visit.answer().get().statusInWords())))
          .expect(KEPT)
          .mutant("tells the service at once", habit(ErrorLapse.UNCONFIRMED))
          .build();

  static final ConformanceCase IN_WORDS =
      conformanceCase("saml/idp/error-in-words")
          .title("explains errors to the person")
          .requirement("TAR-2.1.1-01", "BID-3.1-07")
          .appliesTo(Applies.page(PageRule.Kind.ERROR))
          .stimulus(
              visitsWhere(
                  visit -> visit.saw(PageRule.Kind.ERROR),
                  "no page with an error was seen",
                  visit ->
                      unless(
                          visit.pages(PageRule.Kind.ERROR).stream()
                              .allMatch(page -> ErrorCases.words(page.main()) >= 6),
                          "a page with an error says hardly anything: "
                              + visit.pages(PageRule.Kind.ERROR).get(0).main())))
          .expect(KEPT)
          .mutant("says nothing on the page of an error", habit(PageLapse.NOTHING_OF_ERRORS))
          .build();

  private static Outcome posted(Visit visit) {
    if (visit.answer().isEmpty()) {
      return broken(visit, "posted no answer to the service");
    }
    return visit.answer().get().success()
        ? new Outcome.Broken("told the service of a success")
        : new Outcome.Kept("an error was posted");
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }

  private ErrorCases() {}
}
