package se.genrep.cases.saml.idp;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.genrep.federation.XmlTime;
import se.genrep.idp.IdpHabit;
import se.genrep.idp.IdpVariant;
import se.genrep.model.Outcome;
import se.genrep.reference.TesterAnswer;
import se.genrep.saml.XmlNode;
import se.genrep.sut.IdpWatch.AnswerRule;
import se.genrep.sut.Visit;

/** Short words for what cases say of answers. */
final class Saying {

  static final String DATA = "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData";

  private Saying() {}

  /** A breach unless something holds. */
  static Optional<String> unless(boolean holds, String breach) {
    return holds ? Optional.empty() : Optional.of(breach);
  }

  /** The Response keeps something. */
  static AnswerRule response(Predicate<XmlNode> holds, String breach) {
    return answer -> unless(answer.response().filter(holds).isPresent(), breach);
  }

  /** Every assertion of the answer keeps something. */
  static AnswerRule assertion(Predicate<XmlNode> holds, String breach) {
    return answer -> unless(answer.assertions().stream().allMatch(holds), breach);
  }

  /** An attribute of an element has the value that the answer should have. */
  static AnswerRule same(
      String what,
      Function<TesterAnswer, Optional<String>> seen,
      Function<TesterAnswer, String> expected) {
    return answer -> {
      String said = seen.apply(answer).orElse("nothing");
      String right = expected.apply(answer);
      return unless(
          said.equals(right), "says " + said + " for " + what + " where it is to be " + right);
    };
  }

  static Optional<String> ofResponse(TesterAnswer answer, String attribute) {
    return answer.response().flatMap(root -> root.attribute(attribute));
  }

  /** An attribute of an element of the assertion. */
  static Optional<String> ofAssertion(TesterAnswer answer, String path, String attribute) {
    return answer
        .assertion()
        .flatMap(each -> each.find(path))
        .flatMap(node -> node.attribute(attribute));
  }

  static Optional<String> textOfAssertion(TesterAnswer answer, String path) {
    return answer.assertion().flatMap(each -> each.find(path)).map(node -> node.text().strip());
  }

  static Optional<Instant> time(Optional<String> written) {
    return written.flatMap(XmlTime::parse);
  }

  /** Holds of the visit, or the outcome says what does not. */
  static Function<Visit, Outcome> seen(Predicate<Visit> holds, String kept, String breach) {
    return visit -> holds.test(visit) ? new Outcome.Kept(kept) : broken(visit, breach);
  }

  /** What a visit breaks, with where it ended; a crash stays one. */
  static Outcome broken(Visit visit, String breach) {
    Outcome oracle = visit.outcome();
    return oracle instanceof Outcome.Error || oracle instanceof Outcome.NotDelivered
        ? oracle
        : new Outcome.Broken(breach + "; seen: " + oracle.inWords());
  }

  /** A mutant with one habit. */
  static java.util.function.Supplier<IdpVariant> habit(IdpHabit habit) {
    return () -> IdpVariant.with(habit);
  }

  /** A mutant whose assertions deviate. */
  static java.util.function.Supplier<IdpVariant> answers(se.genrep.deviation.Deviation deviation) {
    return () -> IdpVariant.answering(deviation);
  }
}
