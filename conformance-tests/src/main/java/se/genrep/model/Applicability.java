package se.genrep.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a case applies to a system.
 *
 * @param reasonNot gives, from what the system declares and asks for, the sentence why the case
 *     does not apply; empty when it does
 */
public record Applicability(Function<SutFacts, Optional<String>> reasonNot) {

  public static final Applicability ALWAYS = new Applicability(facts -> Optional.empty());

  public static Applicability when(
      java.util.function.Predicate<SutFacts> condition, String otherwise) {
    return new Applicability(
        facts -> condition.test(facts) ? Optional.empty() : Optional.of(otherwise));
  }
}
