package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;

/**
 * Looks at what a service provider sent in the run and at what it publishes. Nothing is done to it.
 *
 * @param rule judges what was seen
 */
public record Watch(Function<Watched, Outcome> rule) implements SpStimulus {

  /** Says what is wrong with one request; empty when nothing is. */
  @FunctionalInterface
  public interface RequestRule {
    Optional<String> breach(SeenRequest request);
  }

  /** Every request keeps the rule. */
  public static Watch everyRequest(RequestRule rule) {
    return requestsWhere(request -> true, "no request was seen", rule);
  }

  /**
   * Every request that gives occasion to the rule keeps it.
   *
   * @param otherwise why there is nothing to judge when none does
   */
  public static Watch requestsWhere(
      Predicate<SeenRequest> occasion, String otherwise, RequestRule rule) {
    return new Watch(
        watched -> {
          List<SeenRequest> judged = watched.requests().stream().filter(occasion).toList();
          if (judged.isEmpty()) {
            return new Outcome.NotSeen(otherwise);
          }
          List<String> breaches =
              judged.stream()
                  .flatMap(
                      request ->
                          rule.breach(request).map(text -> request.name() + " " + text).stream())
                  .toList();
          return breaches.isEmpty()
              ? new Outcome.Kept(count(judged.size()) + " looked at")
              : new Outcome.Broken(breaches.get(0) + many(breaches.size(), judged.size()));
        });
  }

  private static String many(int broken, int all) {
    return all == 1 ? "" : " (so do " + broken + " of " + count(all) + ")";
  }

  private static String count(int requests) {
    return requests + (requests == 1 ? " request" : " requests");
  }

  /**
   * The metadata keeps lint rules. What a rule only suspects or points at, a person has to look at.
   *
   * @param ids of the rules
   */
  public static Watch metadata(String... ids) {
    LintOutcome rules = LintOutcome.of(ids);
    return new Watch(watched -> rules.judge(watched.findings()));
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Outcome outcome = rule.apply(bench.watched());
    if (outcome instanceof Outcome.Broken broken) {
      bench.watched().requests().stream()
          .filter(request -> broken.what().startsWith(request.name()))
          .findFirst()
          .ifPresent(
              request ->
                  transcript.add(
                      request.at(), Transcript.Kind.MESSAGE, "the request", request.text()));
    }
    return new Played(outcome, new People("", ""), Optional.empty());
  }

  @Override
  public String inWords() {
    return "Nothing: what the system sent in the run, and what it publishes, is looked at.";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public boolean watches() {
    return true;
  }
}
