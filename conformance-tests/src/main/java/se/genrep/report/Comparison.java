package se.genrep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.model.Verdict;

/**
 * What one run says that an earlier one did not: case by case, in the order of the newer report,
 * then the cases that it no longer has. Cases that came out alike are left out.
 */
public record Comparison(List<Change> changes, long alike) {

  /** What became of a case. */
  public enum Kind {
    /** A verdict that is worse, or a new case with a finding. */
    WORSE,
    /** The same verdict for another reason: something else was seen. */
    OTHER_FINDING,
    /** It was judged before and is skipped now. */
    NO_LONGER_TESTED,
    /** The case is not in the newer report. */
    GONE,
    /** A verdict that is better. */
    BETTER,
    /** It was skipped before and passes now. */
    NOW_TESTED,
    /** The case is not in the older report, and there is no finding. */
    NEW;

    /** As JSON has it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One case.
   *
   * @param older empty for a new case
   * @param newer empty for one that is gone
   */
  public record Change(
      Kind kind, String id, Optional<Report.Case> older, Optional<Report.Case> newer) {}

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two reports about systems of one role. */
  public static Comparison of(Report older, Report newer) {
    Map<String, Report.Case> before = new LinkedHashMap<>();
    older.cases().forEach(each -> before.put(each.id(), each));
    List<Change> changes = new ArrayList<>();
    long alike = 0;
    for (Report.Case now : newer.cases()) {
      Optional<Report.Case> then = Optional.ofNullable(before.remove(now.id()));
      Optional<Kind> kind = then.isPresent() ? kind(then.get(), now) : Optional.of(ofNew(now));
      if (kind.isPresent()) {
        changes.add(new Change(kind.get(), now.id(), then, Optional.of(now)));
      } else {
        alike++;
      }
    }
    before
        .values()
        .forEach(
            then ->
                changes.add(new Change(Kind.GONE, then.id(), Optional.of(then), Optional.empty())));
    return new Comparison(changes, alike);
  }

  /** Whether the newer run is in any case worse than the older one. */
  public boolean isWorse() {
    return changes.stream().anyMatch(change -> change.kind() == Kind.WORSE);
  }

  private static Kind ofNew(Report.Case now) {
    return harm(now.verdict()) > 0 ? Kind.WORSE : Kind.NEW;
  }

  /** Empty when nothing has changed that a person wants to know. */
  private static Optional<Kind> kind(Report.Case then, Report.Case now) {
    int difference = harm(now.verdict()) - harm(then.verdict());
    if (difference != 0) {
      return Optional.of(difference > 0 ? Kind.WORSE : Kind.BETTER);
    }
    if (then.verdict() != now.verdict()) {
      return Optional.of(
          now.verdict() == Verdict.SKIPPED ? Kind.NO_LONGER_TESTED : Kind.NOW_TESTED);
    }
    return judgement(then).equals(judgement(now))
        ? Optional.empty()
        : Optional.of(Kind.OTHER_FINDING);
  }

  /** What was found, without what differs from run to run: identities are other ones each time. */
  private static List<String> judgement(Report.Case each) {
    return each.findings().stream()
        .map(finding -> finding.requirement() + " " + finding.actual().replaceAll("[0-9]+", "#"))
        .toList();
  }

  private static int harm(Verdict verdict) {
    return switch (verdict) {
      case PASS, SKIPPED -> 0;
      case WARN -> 1;
      case REVIEW -> 2;
      case INCONCLUSIVE -> 3;
      case FAIL -> 4;
    };
  }
}
