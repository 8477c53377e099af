package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAssertion;
import static se.genrep.sut.IdpWatch.visitsWhere;

import se.genrep.deviation.ContextDeviations;
import se.genrep.deviation.LevelDeviations;
import se.genrep.deviation.StatementDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.DeclaredPerson.Kind;

/** DP 5.3.1, 5.4.4 and 6.2, REG 3.1.1: the level of assurance of every assertion. */
final class LevelStatementCases {

  static final ConformanceCase LEVEL =
      conformanceCase("saml/idp/answer-level")
          .title("says the level of assurance in every assertion")
          .requirement("DP-6.2-22")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.context().filter(uri -> !uri.isEmpty()).isPresent(),
                          "does not say the level of assurance")))
          .expect(KEPT)
          .mutant(
              "leaves out how the person signed in",
              answers(StatementDeviations.WITHOUT_AUTHN_CONTEXT))
          .mutant(
              "leaves the level of assurance empty", answers(StatementDeviations.CLASS_REF_EMPTY))
          .build();

  static final ConformanceCase ASKED =
      conformanceCase("saml/idp/answer-level-asked")
          .title("answers with one of the levels that were asked for")
          .requirement("DP-5.3.1-03", "DP-5.4.4-01")
          .stimulus(
              answersWhere(
                  answer -> answer.assertion().isPresent() && !answer.sent().contexts().isEmpty(),
                  "no request with levels was answered with an assertion",
                  answer ->
                      unless(
                          answer.context().filter(answer.sent().contexts()::contains).isPresent(),
                          "says the level "
                              + answer.context().orElse("none")
                              + ", and asked for was "
                              + String.join(", ", answer.sent().contexts()))))
          .expect(KEPT)
          .mutant("says the person signed in at level 4", answers(ContextDeviations.LEVEL_4))
          .mutant("writes a slash after the level", answers(ContextDeviations.LEVEL_WITH_SLASH))
          .build();

  static final ConformanceCase REGISTERED =
      conformanceCase("saml/idp/answer-level-registered")
          .title("writes levels as the registry does")
          .requirement("REG-3.1.1-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.context().flatMap(LevelOfAssurance::of).isPresent(),
                          "says the level "
                              + answer.context().orElse("none")
                              + ", which the registry does not have")))
          .expect(KEPT)
          .mutant(
              "says a level that the registry does not have",
              answers(LevelDeviations.UNLISTED_LEVEL_5))
          .mutant(
              "says the person signed in with a password", answers(LevelDeviations.PASSWORD_LEVEL))
          .build();

  static final ConformanceCase DECLARED =
      conformanceCase("saml/idp/answer-level-declared")
          .title("issues no level that it does not declare")
          .requirement("TAR-1.2.3-02", "TAR-1.2.3-01", "DP-5.4.4-03", "TAR-1.2.2-02")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer
                              .context()
                              .filter(answer.sender().assurance()::contains)
                              .isPresent(),
                          "says the level "
                              + answer.context().orElse("none")
                              + ", which its metadata does not declare")))
          .expect(KEPT)
          .mutant("says the person signed in at level 4", answers(ContextDeviations.LEVEL_4))
          .mutant(
              "says the person signed in abroad, at eIDAS level substantial",
              answers(ContextDeviations.EIDAS_SUBSTANTIAL))
          .build();

  static final ConformanceCase NO_NUMBER =
      conformanceCase("saml/idp/answer-level-nonresident")
          .title("gives no number at a level that is for those without")
          .requirement("REG-3.1.1.1-04")
          .stimulus(
              answersWhere(
                  answer ->
                      answer
                          .context()
                          .flatMap(LevelOfAssurance::of)
                          .filter(level -> !level.personalIdentityNumberAllowed())
                          .isPresent(),
                  "no assertion at a level without numbers came",
                  answer ->
                      unless(
                          answer.values(Attribute.PERSONAL_IDENTITY_NUMBER).isEmpty(),
                          "has personalIdentityNumber at " + answer.context().orElse(""))))
          .expect(KEPT)
          .mutant("gives a number at every level", habit(AnswerLapse.GIVES_NUMBER))
          .build();

  static final ConformanceCase NONRESIDENT =
      conformanceCase("saml/idp/answer-level-of-nonresident")
          .title("puts nobody without number at a level of residents")
          .requirement("TAR-1.2.3-10", "TAR-1.2.3-11", "TAR-1.2.3-12")
          .stimulus(
              visitsWhere(
                  visit ->
                      visit.gaveAssertion()
                          && visit.person().is(Kind.NO_NUMBER)
                          && visit
                              .answer()
                              .flatMap(TesterAnswer::context)
                              .flatMap(LevelOfAssurance::of)
                              .filter(
                                  level ->
                                      level.kind() == LevelOfAssurance.Kind.CERTIFIED
                                          || level.kind() == LevelOfAssurance.Kind.NONRESIDENT)
                              .isPresent(),
                  "nobody without a number was given an assertion",
                  visit ->
                      unless(
                          visit
                              .answer()
                              .flatMap(TesterAnswer::context)
                              .flatMap(LevelOfAssurance::of)
                              .filter(level -> level.kind() == LevelOfAssurance.Kind.NONRESIDENT)
                              .isPresent(),
                          visit.person().id()
                              + " has no Swedish number, and the assertion says "
                              + visit.answer().flatMap(TesterAnswer::context).orElse(""))))
          .expect(KEPT)
          .mutant("says the person signed in at level 2", answers(ContextDeviations.LEVEL_2))
          .build();

  static final ConformanceCase UNREVIEWED =
      conformanceCase("saml/idp/answer-level-unreviewed")
          .title("says reviewed and unreviewed levels apart")
          .requirement(
              "TAR-1.2.3-14", "TAR-1.2.3-15", "TAR-1.2.3-16", "REG-3.1.1.2-01", "REG-3.1.1.2-02")
          .stimulus(
              answersWhere(
                  answer ->
                      answer.assertion().isPresent()
                          && answer.sender().assurance().stream()
                              .anyMatch(uri -> uri.contains("/uncertified-")),
                  "it declares no level of a provider that Digg has not reviewed",
                  answer ->
                      unless(
                          answer.context().filter(uri -> uri.contains("/uncertified-")).isPresent(),
                          "says "
                              + answer.context().orElse("none")
                              + ", a level of reviewed providers")))
          .expect(KEPT)
          .mutant("says the person signed in at level 2", answers(ContextDeviations.LEVEL_2))
          .build();

  private LevelStatementCases() {}
}
