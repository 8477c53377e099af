package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.assertion;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.ofAssertion;
import static se.genrep.cases.saml.idp.Saying.same;
import static se.genrep.cases.saml.idp.Saying.textOfAssertion;
import static se.genrep.cases.saml.idp.Saying.time;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.everyAssertion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.AddressingDeviations;
import se.genrep.deviation.ConditionDeviations;
import se.genrep.deviation.ContextDeviations;
import se.genrep.deviation.EncryptionFormDeviations;
import se.genrep.deviation.OnceDeviations;
import se.genrep.deviation.StatementDeviations;
import se.genrep.deviation.SubjectFormDeviations;
import se.genrep.deviation.TimeDeviations;
import se.genrep.federation.XmlTime;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Limits;
import se.genrep.sut.IdpWatch;
import se.genrep.sut.IdpWatched;

/** DP 6.2: what every assertion has. */
final class AssertionFormCases {

  static final ConformanceCase ISSUER =
      conformanceCase("saml/idp/answer-assertion-issuer")
          .title("names itself as the issuer of every assertion")
          .requirement("DP-1-01")
          .stimulus(
              everyAssertion(
                  same(
                      "the Issuer of the assertion",
                      answer -> textOfAssertion(answer, "saml:Issuer"),
                      answer -> answer.sender().entityId())))
          .expect(KEPT)
          .mutant(
              "names another issuer of the assertion",
              answers(AddressingDeviations.FOREIGN_ASSERTION_ISSUER))
          .build();

  static final ConformanceCase ONE_ASSERTION =
      conformanceCase("saml/idp/answer-one-assertion")
          .title("sends one assertion in an answer")
          .requirement("DP-1-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.assertions().size() == 1,
                          "has " + answer.assertions().size() + " assertions")))
          .expect(KEPT)
          .mutant(
              "sends an assertion about another person last",
              answers(EncryptionFormDeviations.OTHER_ASSERTION_LAST))
          .build();

  static final ConformanceCase ONE_AUTHN_STATEMENT =
      conformanceCase("saml/idp/answer-authn-statement")
          .title("says once how the person was authenticated")
          .requirement("DP-6.2-02")
          .stimulus(
              everyAssertion(
                  assertion(
                      each -> each.all("saml:AuthnStatement").size() == 1,
                      "has not exactly one AuthnStatement")))
          .expect(KEPT)
          .mutant(
              "says nothing of how the person signed in",
              answers(ContextDeviations.NO_AUTHN_STATEMENT))
          .mutant(
              "says twice how the person signed in", answers(OnceDeviations.TWO_AUTHN_STATEMENTS))
          .build();

  static final ConformanceCase ONE_ATTRIBUTE_STATEMENT =
      conformanceCase("saml/idp/answer-attribute-statement")
          .title("tells of the person in one statement")
          .requirement("DP-6.2-03")
          .stimulus(
              everyAssertion(
                  assertion(
                      each -> each.all("saml:AttributeStatement").size() == 1,
                      "has not exactly one AttributeStatement")))
          .expect(KEPT)
          .mutant(
              "leaves the attributes out", answers(StatementDeviations.WITHOUT_ATTRIBUTE_STATEMENT))
          .mutant(
              "tells of two people, each in a statement of their own",
              answers(OnceDeviations.TWO_ATTRIBUTE_STATEMENTS))
          .build();

  static final ConformanceCase AUTHN_INSTANT =
      conformanceCase("saml/idp/answer-authn-instant")
          .title("tells when the person was really authenticated")
          .requirement("DP-6.2-05")
          .stimulus(new IdpWatch(AssertionFormCases::authenticated))
          .expect(KEPT)
          .mutant(
              "leaves out when the person signed in",
              answers(StatementDeviations.WITHOUT_AUTHN_INSTANT))
          .mutant(
              "authenticates the person an hour before the request",
              answers(TimeDeviations.AUTHENTICATED_AN_HOUR_AGO))
          .build();

  static final ConformanceCase SUBJECT =
      conformanceCase("saml/idp/answer-subject")
          .title("has a subject in every assertion")
          .requirement("DP-6.2-06")
          .stimulus(
              everyAssertion(
                  assertion(each -> each.all("saml:Subject").size() == 1, "has no subject")))
          .expect(KEPT)
          .mutant("leaves the subject out", answers(SubjectFormDeviations.WITHOUT_SUBJECT))
          .build();

  static final ConformanceCase CONDITIONS =
      conformanceCase("saml/idp/answer-conditions")
          .title("has conditions in every assertion")
          .requirement("DP-6.2-18")
          .stimulus(
              everyAssertion(
                  assertion(each -> each.all("saml:Conditions").size() == 1, "has no Conditions")))
          .expect(KEPT)
          .mutant("leaves the conditions out", answers(ConditionDeviations.WITHOUT_CONDITIONS))
          .build();

  static final ConformanceCase AUDIENCE =
      conformanceCase("saml/idp/answer-audience")
          .title("makes every assertion for the service that asked")
          .requirement("DP-6.2-19")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.assertions().stream()
                              .allMatch(
                                  each -> {
                                    List<String> audiences =
                                        each
                                            .all(
                                                "saml:Conditions/saml:AudienceRestriction/saml:Audience")
                                            .stream()
                                            .map(node -> node.text().strip())
                                            .toList();
                                    return audiences.contains(answer.receiver().entityId());
                                  }),
                          "is not for " + answer.receiver().entityId())))
          .expect(KEPT)
          .mutant(
              "makes the assertion for another service provider",
              answers(AddressingDeviations.FOREIGN_AUDIENCE))
          .mutant("makes the assertion for anybody", answers(AddressingDeviations.NO_AUDIENCE))
          .build();

  static final ConformanceCase NOT_BEFORE =
      conformanceCase("saml/idp/answer-not-before")
          .title("says from when every assertion holds")
          .requirement("DP-6.2-20")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          time(ofAssertion(answer, "saml:Conditions", "NotBefore"))
                              .filter(from -> !from.isAfter(answer.at().plus(Limits.CLOCK_SKEW)))
                              .isPresent(),
                          "does not say from when it holds, or it is still to come")))
          .expect(KEPT)
          .mutant("leaves out from when the assertion holds", habit(AnswerLapse.NO_BEGINNING))
          .mutant("is valid in 20 minutes", answers(TimeDeviations.NOT_BEFORE_20_MIN_AHEAD))
          .build();

  static final ConformanceCase NOT_ON_OR_AFTER =
      conformanceCase("saml/idp/answer-not-on-or-after")
          .title("says until when every assertion holds")
          .requirement("DP-6.2-21")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          time(ofAssertion(answer, "saml:Conditions", "NotOnOrAfter"))
                              .filter(until -> until.isAfter(answer.at().minus(Limits.CLOCK_SKEW)))
                              .isPresent(),
                          "does not say until when it holds, or it is over")))
          .expect(KEPT)
          .mutant(
              "leaves out how long the assertion holds",
              answers(ConditionDeviations.WITHOUT_NOT_ON_OR_AFTER))
          .mutant("was valid until 20 minutes ago", answers(TimeDeviations.EXPIRED_20_MIN_AGO))
          .build();

  /** A request that forces an authentication is answered with one of its own. */
  private static Outcome authenticated(IdpWatched watched) {
    List<TesterAnswer> forced =
        watched.answers().stream()
            .filter(answer -> answer.assertion().isPresent() && answer.sent().request().forced())
            .toList();
    for (TesterAnswer answer : forced) {
      Optional<Instant> at = time(ofAssertion(answer, "saml:AuthnStatement", "AuthnInstant"));
      Optional<Instant> asked = askedAt(answer);
      boolean right =
          at.isPresent()
              && !at.get().isAfter(answer.at().plus(Limits.CLOCK_SKEW))
              && asked.map(when -> !at.get().isBefore(when.minus(Limits.CLOCK_SKEW))).orElse(true);
      if (!right) {
        return new Outcome.Broken(
            answer.name()
                + " says that the person was authenticated at "
                + at.map(Instant::toString).orElse("no time")
                + " for a request of "
                + asked.map(Instant::toString).orElse("no time")
                + " that forces it");
      }
    }
    return forced.isEmpty()
        ? new Outcome.NotSeen("no answer with an assertion came")
        : new Outcome.Kept(forced.size() + " answers looked at");
  }

  private static Optional<Instant> askedAt(TesterAnswer answer) {
    String xml = answer.sent().xml();
    int from = xml.indexOf("IssueInstant=\"");
    return from < 0
        ? Optional.empty()
        : XmlTime.parse(xml.substring(from + 14, Math.max(from + 14, xml.indexOf('"', from + 14))));
  }

  private AssertionFormCases() {}
}
