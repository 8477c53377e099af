package se.genrep.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Finding;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Level;

/**
 * Runs cases one after the other, each between two control exchanges that must be accepted. The
 * control after one case is the control before the next: nothing happens in between.
 */
public final class Runner {

  /** After so many failed controls in a row the system is not asked again: it is down. */
  private static final int MOST_FAILED_CONTROLS = 3;

  /** Is told how far a run has come. */
  public interface Progress {
    void finished(CaseResult result, int done, int of);

    Progress NONE = (result, done, of) -> {};
  }

  /** An accepted or failed control, with its own transcript. */
  private record Control(Optional<String> failure, Transcript transcript) {}

  private final SystemUnderTest sut;
  private final Catalogue catalogue;
  private final Map<String, Integer> numbers;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param all every case there is; their order gives each its number, and so its canary
   */
  public Runner(
      SystemUnderTest sut,
      Catalogue catalogue,
      List<ConformanceCase> all,
      Clock clock,
      Progress progress) {
    this.sut = sut;
    this.catalogue = catalogue;
    this.clock = clock;
    this.progress = progress;
    this.numbers = new TreeMap<>();
    all.forEach(each -> numbers.put(each.id(), numbers.size()));
  }

  /**
   * Runs the cases in the order given, but for those that only watch: they come last, when there is
   * most to be seen.
   *
   * @return the results in the order given
   */
  public List<CaseResult> run(List<ConformanceCase> cases) {
    List<CaseResult> results = new ArrayList<>();
    Control before = control();
    int failed = 0;
    for (ConformanceCase each : those(false, cases)) {
      long start = System.nanoTime();
      CaseResult result;
      Optional<String> notApplicable =
          before.failure().isPresent()
              ? Optional.empty()
              : each.appliesTo().reasonNot().apply(sut.facts());
      if (notApplicable.isPresent()) {
        result = skipped(each, notApplicable.get());
      } else if (before.failure().isPresent()) {
        result = uncontrolled(each, "before", before, new Transcript(), start);
        failed++;
        if (failed < MOST_FAILED_CONTROLS) {
          before = control();
        }
      } else {
        Transcript transcript = new Transcript();
        note(transcript, "the case " + each.id() + " begins");
        Played played = play(each, transcript);
        boolean nothingDone = played.outcome() instanceof Outcome.NotSeen;
        Control after = nothingDone ? before : control();
        result =
            after.failure().isEmpty()
                ? judged(each, played, transcript, start)
                : afterFailure(each, played, after, transcript, start);
        before = after;
        failed = 0;
      }
      results.add(result);
      progress.finished(result, results.size(), cases.size());
    }
    if (those(false, cases).isEmpty()) {
      // Two sign-ins at least, so that there is something to compare.
      before = control();
    }
    for (ConformanceCase each : those(true, cases)) {
      CaseResult result = watched(each, before);
      results.add(result);
      progress.finished(result, results.size(), cases.size());
    }
    List<String> order = cases.stream().map(ConformanceCase::id).toList();
    results.sort(Comparator.comparingInt(result -> order.indexOf(result.conformanceCase().id())));
    return results;
  }

  private static List<ConformanceCase> those(boolean watching, List<ConformanceCase> cases) {
    return cases.stream().filter(each -> each.stimulus().watches() == watching).toList();
  }

  /**
   * What breaks a rule is found without a control, and may be why controls fail: an identity
   * provider refuses a wrong request. That rules are kept says nothing of a system that is down.
   */
  private CaseResult watched(ConformanceCase each, Control last) {
    long start = System.nanoTime();
    Optional<String> notApplicable =
        last.failure().isPresent()
            ? Optional.empty()
            : each.appliesTo().reasonNot().apply(sut.facts());
    if (notApplicable.isPresent()) {
      return skipped(each, notApplicable.get());
    }
    Transcript transcript = new Transcript();
    note(transcript, "the case " + each.id() + " looks at the run so far");
    Played played = play(each, transcript);
    return last.failure().isPresent() && !(played.outcome() instanceof Outcome.Broken)
        ? uncontrolled(each, "before", last, transcript, start)
        : judged(each, played, transcript, start);
  }

  private Played play(ConformanceCase each, Transcript transcript) {
    try {
      return sut.play(each, numbers.getOrDefault(each.id(), 0), transcript);
    } catch (RuntimeException e) {
      // One case that cannot be played must not take the others with it.
      return new Played(
          new Outcome.NotDelivered("an error of Genrep itself: " + e), null, Optional.empty());
    }
  }

  private Control control() {
    Transcript transcript = new Transcript();
    note(transcript, "a control begins");
    try {
      Played played = sut.control(transcript);
      Optional<String> failure =
          played.outcome() instanceof Outcome.Accepted accepted
              ? accepted.subject().equals(played.people().meant())
                  ? Optional.empty()
                  : Optional.of(
                      "signed in as '"
                          + accepted.subject()
                          + "', which is no way to write "
                          + played.people().meant())
              : Optional.of(played.outcome().inWords());
      return new Control(failure, transcript);
    } catch (RuntimeException e) {
      return new Control(Optional.of("an error of Genrep itself: " + e), transcript);
    }
  }

  private void note(Transcript transcript, String text) {
    transcript.add(Instant.now(clock), Transcript.Kind.NOTE, text, "");
  }

  private static CaseResult skipped(ConformanceCase each, String reason) {
    return new CaseResult(each, Verdict.SKIPPED, reason, "", List.of(), new Transcript(), 0);
  }

  private CaseResult uncontrolled(
      ConformanceCase each, String when, Control control, Transcript transcript, long start) {
    String reason =
        "the control "
            + when
            + " the case was not accepted: "
            + control.failure().orElseThrow()
            + ". Nothing can be said before a good sign-in works";
    control
        .transcript()
        .entries()
        .forEach(entry -> transcript.add(entry.at(), entry.kind(), entry.title(), entry.text()));
    return inconclusive(each, reason, transcript, start);
  }

  /** A system that does not live through a case says nothing, unless that was the question. */
  private CaseResult afterFailure(
      ConformanceCase each, Played played, Control after, Transcript transcript, long start) {
    boolean done = !(played.outcome() instanceof Outcome.NotDelivered);
    if (each.expectation() != Expectation.UNHARMED || !done) {
      return uncontrolled(each, "after", after, transcript, start);
    }
    String seen =
        played.outcome().inWords()
            + "; after it a good sign-in did not work: "
            + after.failure().orElseThrow();
    return found(each, verdictOfBreach(each), seen, transcript, start);
  }

  private CaseResult judged(
      ConformanceCase each, Played played, Transcript transcript, long start) {
    Outcome outcome = played.outcome();
    note(transcript, outcome.inWords());
    if (outcome instanceof Outcome.NotDelivered) {
      return inconclusive(each, outcome.inWords(), transcript, start);
    }
    if (outcome instanceof Outcome.NotSeen) {
      return skipped(each, outcome.inWords());
    }
    if (played.voidBecause().isPresent()) {
      return inconclusive(each, played.voidBecause().get(), transcript, start);
    }
    if (outcome instanceof Outcome.ToReview) {
      return found(each, Verdict.REVIEW, outcome.inWords(), transcript, start);
    }
    if (outcome instanceof Outcome.Error
        && each.expectation() != Expectation.ACCEPTED
        && each.expectation() != Expectation.UNHARMED) {
      return inconclusive(each, outcome.inWords() + ". A crash is no refusal", transcript, start);
    }
    Optional<String> breach = each.expectation().breachedBy(outcome, played.people());
    if (breach.isPresent()) {
      return found(each, verdictOfBreach(each), breach.get(), transcript, start);
    }
    return new CaseResult(each, Verdict.PASS, "", "", List.of(), transcript, since(start));
  }

  private Verdict verdictOfBreach(ConformanceCase each) {
    return isMust(catalogue.get(each.requirements().get(0)).level()) ? Verdict.FAIL : Verdict.WARN;
  }

  private CaseResult found(
      ConformanceCase each, Verdict verdict, String seen, Transcript transcript, long start) {
    Finding finding =
        new Finding(
            each.expectation().sentence(),
            seen,
            String.join(", ", each.stimulus().deviations()),
            each.requirements().get(0),
            sut.rerun(each));
    return new CaseResult(each, verdict, "", "", List.of(finding), transcript, since(start));
  }

  private CaseResult inconclusive(
      ConformanceCase each, String reason, Transcript transcript, long start) {
    String advice = reason + ". To run it again: " + sut.rerun(each);
    return new CaseResult(
        each, Verdict.INCONCLUSIVE, advice, "", List.of(), transcript, since(start));
  }

  private static boolean isMust(Level level) {
    return switch (level) {
      case MUST, MUST_NOT -> true;
      default -> false;
    };
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
