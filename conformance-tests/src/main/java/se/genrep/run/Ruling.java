package se.genrep.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Makes the result of one case out of what was seen. Times are in milliseconds since its start. */
final class Ruling {

  private final SystemUnderTest sut;
  private final Catalogue catalogue;
  private final Clock clock;
  private final ConformanceCase judged;
  private final Transcript transcript = new Transcript();
  private final long start = System.nanoTime();

  /**
   * @param judged begins to be played now
   */
  Ruling(SystemUnderTest sut, Catalogue catalogue, Clock clock, ConformanceCase judged) {
    this.sut = sut;
    this.catalogue = catalogue;
    this.clock = clock;
    this.judged = judged;
  }

  /** Where what happens in the case is written down. */
  Transcript transcript() {
    return transcript;
  }

  void note(String text) {
    transcript.add(Instant.now(clock), Transcript.Kind.NOTE, text, "");
  }

  CaseResult skipped(String reason) {
    return new CaseResult(judged, Verdict.SKIPPED, reason, "", List.of(), new Transcript(), 0);
  }

  /**
   * @param when "before" or "after"
   */
  CaseResult uncontrolled(String when, Control control) {
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
    return inconclusive(reason);
  }

  /** A system that does not live through a case says nothing, unless that was the question. */
  CaseResult afterFailure(Played played, Control after) {
    boolean done = !(played.outcome() instanceof Outcome.NotDelivered);
    if (judged.expectation() != Expectation.UNHARMED || !done) {
      return uncontrolled("after", after);
    }
    return found(
        verdictOfBreach(),
        played.outcome().inWords()
            + "; after it a good sign-in did not work: "
            + after.failure().orElseThrow());
  }

  CaseResult of(Played played) {
    Outcome outcome = played.outcome();
    note(outcome.inWords());
    if (outcome instanceof Outcome.NotDelivered) {
      return inconclusive(outcome.inWords());
    }
    if (outcome instanceof Outcome.NotSeen) {
      return skipped(outcome.inWords());
    }
    if (played.voidBecause().isPresent()) {
      return inconclusive(played.voidBecause().get());
    }
    if (outcome instanceof Outcome.ToReview) {
      return found(Verdict.REVIEW, outcome.inWords());
    }
    if (outcome instanceof Outcome.Error && !judged.expectation().judgesCrashes()) {
      return inconclusive(outcome.inWords() + ". A crash is no refusal");
    }
    Optional<String> breach = judged.expectation().breachedBy(outcome, played.people());
    return breach.isPresent()
        ? found(verdictOfBreach(), breach.get())
        : new CaseResult(judged, Verdict.PASS, "", "", List.of(), transcript, elapsed());
  }

  private Verdict verdictOfBreach() {
    Level level = catalogue.get(judged.requirements().get(0)).level();
    return switch (level) {
      case MUST, MUST_NOT -> Verdict.FAIL;
      default -> Verdict.WARN;
    };
  }

  private CaseResult found(Verdict verdict, String seen) {
    Finding finding =
        new Finding(
            judged.expectation().sentence(),
            seen,
            String.join(", ", judged.stimulus().deviations()),
            judged.requirements().get(0),
            sut.rerun(judged));
    return new CaseResult(judged, verdict, "", "", List.of(finding), transcript, elapsed());
  }

  private CaseResult inconclusive(String reason) {
    String advice = reason + ". To run it again: " + sut.rerun(judged);
    return new CaseResult(
        judged, Verdict.INCONCLUSIVE, advice, "", List.of(), transcript, elapsed());
  }

  private long elapsed() {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
