package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.ofResponse;
import static se.genrep.cases.saml.idp.Saying.response;
import static se.genrep.cases.saml.idp.Saying.same;
import static se.genrep.cases.saml.idp.Saying.time;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAnswer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.deviation.AddressingDeviations;
import se.genrep.deviation.AssertionFormDeviations;
import se.genrep.deviation.ConfirmationDeviations;
import se.genrep.deviation.ResponseFormDeviations;
import se.genrep.deviation.WritingDeviations;
import se.genrep.federation.SamlSchema;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Limits;
import se.genrep.saml.XmlNode;
import se.genrep.sut.IdpWatch;
import se.genrep.sut.IdpWatched;

/** SAML core 3.2.2 and DP 6.2: the form of every Response. */
final class ResponseFormCases {

  static final ConformanceCase VERSION =
      conformanceCase("saml/idp/answer-version")
          .title("writes SAML version 2.0 in every answer")
          .requirement("DP-1-01")
          .stimulus(
              everyAnswer(
                  answer ->
                      unless(
                          answer
                                  .response()
                                  .flatMap(root -> root.attribute("Version"))
                                  .filter("2.0"::equals)
                                  .isPresent()
                              && answer.assertions().stream()
                                  .allMatch(
                                      each ->
                                          each.attribute("Version")
                                              .filter("2.0"::equals)
                                              .isPresent()),
                          "or its assertion is not of version 2.0")))
          .expect(KEPT)
          .mutant(
              "says that the Response is of SAML 1.1",
              answers(ResponseFormDeviations.RESPONSE_VERSION_1_1))
          .mutant(
              "says that the assertion is of SAML 1.1",
              answers(AssertionFormDeviations.ASSERTION_VERSION_1_1))
          .build();

  static final ConformanceCase SCHEMA =
      conformanceCase("saml/idp/answer-schema")
          .title("sends answers that the SAML schema allows")
          .requirement("DP-1-01")
          .stimulus(everyAnswer(ResponseFormCases::schema))
          .expect(KEPT)
          .mutant(
              "leaves the version of the Response out",
              answers(ResponseFormDeviations.RESPONSE_WITHOUT_VERSION))
          .mutant(
              "leaves out who issued the assertion",
              answers(AssertionFormDeviations.ASSERTION_WITHOUT_ISSUER))
          .build();

  static final ConformanceCase IDS =
      conformanceCase("saml/idp/answer-ids")
          .title("gives every Response and assertion an ID of its own")
          .requirement("DP-1-01")
          .stimulus(new IdpWatch(ResponseFormCases::ids))
          .expect(KEPT)
          .mutant("gives every assertion the same ID", habit(AnswerLapse.SAME_ID))
          .build();

  static final ConformanceCase ISSUE_INSTANT =
      conformanceCase("saml/idp/answer-issue-instant")
          .title("issues answers at the time they are sent, in UTC")
          .requirement("DP-1-01")
          .stimulus(
              everyAnswer(
                  answer ->
                      unless(
                          time(ofResponse(answer, "IssueInstant"))
                              .filter(
                                  issued ->
                                      Duration.between(issued, answer.at())
                                              .abs()
                                              .compareTo(Limits.CLOCK_SKEW.plusSeconds(60))
                                          < 0)
                              .isPresent(),
                          "was issued at "
                              + ofResponse(answer, "IssueInstant").orElse("no time")
                              + " and came at "
                              + answer.at())))
          .expect(KEPT)
          .mutant(
              "writes the time of the Response as a local date",
              answers(ResponseFormDeviations.RESPONSE_ISSUE_INSTANT_MALFORMED))
          .mutant(
              "makes the Response in 20 minutes",
              answers(ResponseFormDeviations.RESPONSE_ISSUED_20_MIN_AHEAD))
          .build();

  static final ConformanceCase ISSUER =
      conformanceCase("saml/idp/answer-response-issuer")
          .title("names itself as the issuer of every Response")
          .requirement("DP-6.2-04")
          .stimulus(
              everyAnswer(
                  same(
                      "Issuer",
                      answer ->
                          answer
                              .response()
                              .flatMap(root -> root.find("saml:Issuer"))
                              .map(issuer -> issuer.text().strip()),
                      answer -> answer.sender().entityId())))
          .expect(KEPT)
          .mutant(
              "names another issuer of the Response",
              answers(AddressingDeviations.FOREIGN_RESPONSE_ISSUER))
          .mutant(
              "leaves out who issued the Response",
              answers(ResponseFormDeviations.RESPONSE_WITHOUT_ISSUER))
          .build();

  static final ConformanceCase ISSUER_FORMAT =
      conformanceCase("saml/idp/answer-issuer-format")
          .title("calls the issuer an entity, or nothing")
          .requirement("DP-1-01")
          .stimulus(
              everyAnswer(
                  response(
                      root ->
                          root.find("saml:Issuer")
                              .flatMap(issuer -> issuer.attribute("Format"))
                              .map("urn:oasis:names:tc:SAML:2.0:nameid-format:entity"::equals)
                              .orElse(true),
                      "has an Issuer of another format than entity")))
          .expect(KEPT)
          .mutant(
              "calls the issuer of the Response a persistent pseudonym",
              answers(ResponseFormDeviations.RESPONSE_ISSUER_FORMAT))
          .build();

  static final ConformanceCase DESTINATION =
      conformanceCase("saml/idp/answer-destination")
          .title("directs every answer to the address it is sent to")
          .requirement("DP-1-01")
          .stimulus(
              everyAnswer(
                  same(
                      "Destination",
                      answer -> ofResponse(answer, "Destination"),
                      TesterAnswer::action)))
          .expect(KEPT)
          .mutant(
              "directs the Response to another endpoint",
              answers(AddressingDeviations.FOREIGN_DESTINATION))
          .mutant(
              "directs the signed Response to no endpoint",
              answers(AddressingDeviations.NO_DESTINATION))
          .build();

  static final ConformanceCase IN_RESPONSE_TO =
      conformanceCase("saml/idp/answer-in-response-to")
          .title("says in every Response which request it answers")
          .requirement("DP-1-01")
          .stimulus(
              answersWhere(
                  answer ->
                      answer.response().isPresent()
                          && answer.sent().xml().contains("\"" + answer.sent().id() + "\""),
                  "no request had an ID to answer to",
                  same(
                      "InResponseTo",
                      answer -> ofResponse(answer, "InResponseTo"),
                      answer -> answer.sent().id())))
          .expect(KEPT)
          .mutant(
              "answers another request in the Response",
              answers(ConfirmationDeviations.OTHER_REQUEST))
          .mutant("answers no request in the Response", answers(ConfirmationDeviations.NO_REQUEST))
          .build();

  static final ConformanceCase RELAY_STATE =
      conformanceCase("saml/idp/answer-relay-state")
          .title("brings RelayState back as it came")
          .requirement("DP-1-01")
          .stimulus(
              answersWhere(
                  answer -> answer.response().isPresent() && answer.sent().carriesRelayState(),
                  "no answer to a request with RelayState came",
                  same(
                      "RelayState",
                      answer -> Optional.ofNullable(answer.fields().get("RelayState")),
                      answer ->
                          answer.sent().relayState() == null
                              ? "nothing"
                              : answer.sent().relayState())))
          .expect(KEPT)
          .mutant("brings another RelayState back", habit(AnswerLapse.RELAY_STATE_LOST))
          .build();

  static final ConformanceCase DOCTYPE =
      conformanceCase("saml/idp/answer-doctype")
          .title("sends no document type")
          .requirement("DP-6.2-01")
          .stimulus(
              answersWhere(
                  answer -> !answer.text().isEmpty(),
                  "no answer came",
                  answer -> unless(!answer.text().contains("<!DOCTYPE"), "has a document type")))
          .expect(KEPT)
          .mutant("has a document type", answers(WritingDeviations.DOCTYPE))
          .build();

  private static Optional<String> schema(TesterAnswer answer) {
    Optional<String> fault =
        answer
            .response()
            .flatMap(root -> SamlSchema.check(root.element()))
            .map(SamlSchema.Fault::problem);
    return fault
        .or(
            () ->
                answer.assertions().stream()
                    .flatMap(each -> SamlSchema.check(each.element()).stream())
                    .map(SamlSchema.Fault::problem)
                    .findFirst())
        .map(problem -> "breaks the schema: " + problem);
  }

  private static Outcome ids(IdpWatched watched) {
    Set<String> seen = new HashSet<>();
    for (TesterAnswer answer : watched.answers()) {
      List<XmlNode> named = new ArrayList<>(answer.assertions());
      answer.response().ifPresent(named::add);
      for (XmlNode node : named) {
        String id = node.attribute("ID").orElse("");
        if (!id.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*") || !seen.add(id)) {
          return new Outcome.Broken(
              answer.name()
                  + " has, or its assertion has, the ID '"
                  + id
                  + "', no name or used before");
        }
      }
    }
    return seen.isEmpty()
        ? new Outcome.NotSeen("no answer came")
        : new Outcome.Kept(seen.size() + " IDs looked at");
  }

  private ResponseFormCases() {}
}
