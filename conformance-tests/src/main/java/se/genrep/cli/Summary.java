package se.genrep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.genrep.model.CaseResult;
import se.genrep.model.Finding;
import se.genrep.model.RunResult;
import se.genrep.model.Verdict;
import se.genrep.run.Baseline;

/** What a run ends with on the terminal: the counts, then each finding, then where the rest is. */
final class Summary {

  private final PrintWriter out;

  Summary(PrintWriter out) {
    this.out = out;
  }

  void print(RunResult run, List<Baseline.Difference> differences, Path page, Instant end) {
    out.println();
    out.printf(
        Locale.ROOT,
        "%s: %d cases of the plan %s in %.1f s%n",
        run.sut(),
        run.cases().size(),
        run.plan(),
        Duration.between(run.started(), end).toMillis() / 1000.0);
    out.printf(
        "  %d passed, %d failed, %d warnings, %d skipped, %d inconclusive, %d to review%n",
        run.count(Verdict.PASS),
        run.count(Verdict.FAIL),
        run.count(Verdict.WARN),
        run.count(Verdict.SKIPPED),
        run.count(Verdict.INCONCLUSIVE),
        run.count(Verdict.REVIEW));
    run.cases().stream()
        .filter(result -> result.verdict() != Verdict.PASS)
        .sorted(Comparator.comparing((CaseResult result) -> order(result.verdict())))
        .forEach(this::print);
    if (!differences.isEmpty()) {
      out.println();
      out.println("Not as the baseline foresees:");
      differences.forEach(difference -> out.println("  " + difference.inWords()));
    }
    out.println();
    out.println("Report: " + page);
    out.flush();
  }

  private void print(CaseResult result) {
    out.println();
    out.printf(
        "%s  %s%s%n",
        result.verdict(),
        result.conformanceCase().id(),
        result.knownReason().isEmpty() ? "" : "  (known)");
    out.println("  the system " + result.conformanceCase().title());
    for (Finding finding : result.findings()) {
      out.println("  expected  " + finding.expected());
      out.println("  actual    " + finding.actual());
      out.println(
          "  rule      " + finding.requirement() + ", see genrep explain " + finding.requirement());
      out.println("  rerun     " + finding.rerun());
    }
    if (!result.reason().isEmpty()) {
      out.println("  because   " + result.reason());
    }
    if (!result.knownReason().isEmpty()) {
      out.println("  known     " + result.knownReason());
    }
  }

  /** What needs somebody first. */
  private static int order(Verdict verdict) {
    return List.of(
            Verdict.FAIL, Verdict.WARN, Verdict.REVIEW, Verdict.INCONCLUSIVE, Verdict.SKIPPED)
        .indexOf(verdict);
  }
}
