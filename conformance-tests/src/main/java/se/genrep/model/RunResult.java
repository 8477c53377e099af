package se.genrep.model;

import java.time.Instant;
import java.util.List;

/**
 * A finished run: all that a report needs.
 *
 * @param id of this run, unique
 * @param clock what time was taken from: {@code system}, or the fixed or shifted start
 * @param seed of everything that looks random
 * @param sut what reports call the system
 * @param sutDescription where it is and how it was reached, one line a setting
 * @param plan the id of the plan
 */
public record RunResult(
    String id,
    Instant started,
    String clock,
    long seed,
    SutRole role,
    String sut,
    List<String> sutDescription,
    String plan,
    List<CaseResult> cases) {

  public RunResult {
    cases = List.copyOf(cases);
    sutDescription = List.copyOf(sutDescription);
  }

  public long count(Verdict verdict) {
    return cases.stream().filter(result -> result.verdict() == verdict).count();
  }
}
