package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.util.function.Function;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.PageLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.GeneralCategory;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** UM: messages of the service to the person. */
final class UserMessageCases {

  static final ConformanceCase PLAIN =
      conformanceCase("saml/idp/message-plain")
          .title("shows a message in plain text")
          .requirement("UM-3.1-02", "BID-3.1-06")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "en",
                                  "MOCK: from genrep with regards",
                                  "sv",
                                  "MOCK: hälsningar från genrep")))
                  .saying("The tester has a message in plain text")
                  .seeing(UserMessageCases.shown("genrep")))
          .expect(KEPT)
          .mutant("does not show messages", habit(PageLapse.NO_MESSAGE))
          .mutant("passes messages over", habit(RequestLapse.USER_MESSAGE))
          .build();

  static final ConformanceCase MARKDOWN =
      conformanceCase("saml/idp/message-markdown")
          .title("shows a message in Markdown")
          .requirement("UM-3.1-02")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/markdown",
                                  "en",
                                  "MOCK: **genrep** greets",
                                  "sv",
                                  "MOCK: **genrep** hälsar")))
                  .saying("The tester has a message in Markdown")
                  .seeing(UserMessageCases.shown("genrep")))
          .expect(KEPT)
          .mutant("does not show messages", habit(PageLapse.NO_MESSAGE))
          .build();

  static final ConformanceCase LANGUAGE =
      conformanceCase("saml/idp/message-language")
          .title("shows a message in the language of the person")
          .requirement("UM-3.1-05")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "sv",
                                  "MOCK: på svenska",
                                  "en",
                                  "MOCK: in English")))
                  .saying(
                      "The tester has a message in two languages, and the browser prefers English")
                  .seeing(UserMessageCases.shown("in English")))
          .expect(KEPT)
          .mutant("reads the first language only", habit(RequestLapse.OTHER_LANGUAGES))
          .build();

  static final ConformanceCase NO_LANGUAGE =
      conformanceCase("saml/idp/message-no-language")
          .title("shows the first message where no language fits")
          .requirement("UM-3.1-06")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "fi",
                                  "MOCK: suomeksi",
                                  "se",
                                  "MOCK: sámegillii")))
                  .saying("The tester has a message in languages that nobody asks for")
                  .seeing(UserMessageCases.shown("suomeksi")))
          .expect(KEPT)
          .mutant("passes messages over", habit(RequestLapse.USER_MESSAGE))
          .build();

  static final ConformanceCase UNKNOWN_TYPE =
      conformanceCase("saml/idp/message-unknown-type")
          .title("does not show a message of an unknown type")
          .requirement("UM-3.1-07", "UM-3.1-08")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request, "text/x-genrep", "en", "MOCK: unheard-of type")))
                  .saying("The tester has a message of a type that nobody knows")
                  .seeing(UserMessageCases.hidden("unheard-of type")))
          .expect(KEPT)
          .mutant("takes every message for a text", habit(RequestLapse.USER_MESSAGE_TYPE))
          .build();

  static final ConformanceCase PASSIVE =
      conformanceCase("saml/idp/message-passive")
          .title("shows no message where nothing may be shown")
          .requirement("UM-3.1-04", "UM-3.1-03")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .unforced()
                      .changed(request -> request.set("IsPassive", "true"))
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request, "text/plain", "en", "MOCK: nobody reads")))
                  .saying("The tester has a message, and forbids to show anything")
                  .seeing(UserMessageCases.hidden("nobody reads")))
          .expect(KEPT)
          .mutant("asks the person all the same", habit(RequestLapse.IS_PASSIVE))
          .build();

  static final ConformanceCase LINES =
      conformanceCase("saml/idp/message-lines")
          .title("shows messages of several lines")
          .requirement("UM-3.1-10")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "en",
                                  "MOCK: line one\nline two",
                                  "sv",
                                  "MOCK: line one\nline two")))
                  .saying("The tester has a message of two lines")
                  .seeing(UserMessageCases.shown("line two")))
          .expect(KEPT)
          .mutant("does not show messages", habit(PageLapse.NO_MESSAGE))
          .build();

  static final ConformanceCase MARKUP =
      conformanceCase("saml/idp/message-markup")
          .title("runs nothing that a message brings along")
          .requirement("UM-3.1-09")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/markdown",
                                  "en",
                                  "MOCK <script>genrep()</script>",
                                  "sv",
                                  "MOCK <script>genrep()</script>")))
                  .saying("The tester has a message with a script")
                  .seeing(
                      seen(
                          visit ->
                              visit.pages().stream()
                                  .noneMatch(page -> page.html().contains("<script>genrep()")),
                          "no script of the message is on the page",
                          "has a script of the message on its page")))
          .expect(KEPT)
          .mutant("shows markup of others as it came", habit(PageLapse.SCRIPTS))
          .build();

  static final ConformanceCase NO_TYPE =
      conformanceCase("saml/idp/message-no-type")
          .title("takes a message without a type for a text")
          .requirement("UM-2-03")
          .appliesTo(Applies.declares(GeneralCategory.SUPPORTS_USER_MESSAGE))
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "en",
                                  "MOCK: without a type",
                                  "sv",
                                  "MOCK: without a type"))
                      .changed(
                          request ->
                              request.at("samlp:Extensions").children().get(0).unset("mimeType")))
                  .saying("The tester has a message without a type")
                  .seeing(UserMessageCases.shown("without a type")))
          .expect(KEPT)
          .mutant("passes messages over", habit(RequestLapse.USER_MESSAGE))
          .build();

  private static Function<Visit, Outcome> shown(String text) {
    return seen(
        visit ->
            visit.pages(PageRule.Kind.LOGIN).stream().anyMatch(page -> page.text().contains(text)),
        "the message was shown",
        "showed no page of a sign-in with the message '" + text + "'");
  }

  private static Function<Visit, Outcome> hidden(String text) {
    return seen(
        visit -> visit.pages().stream().noneMatch(page -> page.text().contains(text)),
        "the message was not shown",
        "showed the message '" + text + "'");
  }

  private UserMessageCases() {}
}
