package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.reference.TesterAnswer;

/**
 * Looks at what an identity provider answered and showed in the run and at what it publishes.
 * Nothing is done to it.
 *
 * @param rule judges what was seen
 */
public record IdpWatch(Function<IdpWatched, Outcome> rule) implements IdpStimulus {

  /** Says what is wrong with one answer; empty when nothing is. */
  @FunctionalInterface
  public interface AnswerRule {
    Optional<String> breach(TesterAnswer answer);
  }

  /** Says what is wrong with one visit; empty when nothing is. */
  @FunctionalInterface
  public interface VisitRule {
    Optional<String> breach(Visit visit);
  }

  /** Every answer keeps the rule. */
  public static IdpWatch everyAnswer(AnswerRule rule) {
    return answersWhere(answer -> answer.response().isPresent(), "no answer came", rule);
  }

  /** Every answer with an assertion keeps the rule. */
  public static IdpWatch everyAssertion(AnswerRule rule) {
    return answersWhere(
        answer -> answer.assertion().isPresent(), "no answer with an assertion came", rule);
  }

  /** Every answer without Success keeps the rule. */
  public static IdpWatch everyError(AnswerRule rule) {
    return answersWhere(
        answer -> answer.response().isPresent() && !answer.success(),
        "no answer with an error came",
        rule);
  }

  /**
   * Every answer that gives occasion to the rule keeps it.
   *
   * @param otherwise why there is nothing to judge when none does
   */
  public static IdpWatch answersWhere(
      Predicate<TesterAnswer> occasion, String otherwise, AnswerRule rule) {
    return new IdpWatch(
        watched ->
            judged(
                watched.answers().stream().filter(occasion).toList(),
                otherwise,
                "answer",
                answer -> rule.breach(answer).map(text -> answer.name() + " " + text)));
  }

  /** Every visit that gives occasion to the rule keeps it. */
  public static IdpWatch visitsWhere(Predicate<Visit> occasion, String otherwise, VisitRule rule) {
    return new IdpWatch(
        watched ->
            judged(
                watched.visits().stream().filter(occasion).toList(),
                otherwise,
                "visit",
                rule::breach));
  }

  private static <T> Outcome judged(
      List<T> seen, String otherwise, String what, Function<T, Optional<String>> rule) {
    if (seen.isEmpty()) {
      return new Outcome.NotSeen(otherwise);
    }
    List<String> breaches = seen.stream().flatMap(each -> rule.apply(each).stream()).toList();
    String all = seen.size() + " " + what + (seen.size() == 1 ? "" : "s");
    return breaches.isEmpty()
        ? new Outcome.Kept(all + " looked at")
        : new Outcome.Broken(
            breaches.get(0)
                + (seen.size() == 1 ? "" : " (so do " + breaches.size() + " of " + all + ")"));
  }

  /** The metadata keeps lint rules; see {@link LintOutcome}. */
  public static IdpWatch metadata(String... ids) {
    LintOutcome rules = LintOutcome.of(ids);
    return new IdpWatch(watched -> rules.judge(watched.findings()));
  }

  @Override
  public Played play(IdpBench bench, Transcript transcript) {
    Outcome outcome = rule.apply(bench.watched());
    if (outcome instanceof Outcome.Broken broken) {
      bench.watched().answers().stream()
          .filter(answer -> broken.what().startsWith(answer.name()))
          .findFirst()
          .ifPresent(answer -> evidence(answer, transcript));
    }
    return new Played(outcome, new People("", ""), Optional.empty());
  }

  private static void evidence(TesterAnswer answer, Transcript transcript) {
    transcript.add(answer.at(), Transcript.Kind.MESSAGE, "the request", answer.sent().xml());
    transcript.add(answer.at(), Transcript.Kind.MESSAGE, "the answer", answer.text());
    answer
        .assertion()
        .ifPresent(
            assertion ->
                transcript.add(
                    answer.at(),
                    Transcript.Kind.MESSAGE,
                    "the assertion, decrypted",
                    assertion.toString()));
  }

  @Override
  public String inWords() {
    return "Nothing by this case: the answers, pages and metadata of the whole run are looked at";
  }

  @Override
  public boolean watches() {
    return true;
  }
}
