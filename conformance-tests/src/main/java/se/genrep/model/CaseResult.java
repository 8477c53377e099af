package se.genrep.model;

import java.util.List;

/**
 * The result of one case.
 *
 * @param reason why it was skipped or inconclusive; empty otherwise
 * @param knownReason the baseline's reason when this verdict was expected; empty otherwise
 */
public record CaseResult(
    ConformanceCase conformanceCase,
    Verdict verdict,
    String reason,
    String knownReason,
    List<Finding> findings,
    Transcript transcript,
    long durationMs) {

  public CaseResult {
    findings = List.copyOf(findings);
    boolean tells = verdict == Verdict.FAIL || verdict == Verdict.WARN || verdict == Verdict.REVIEW;
    if (tells && findings.isEmpty()) {
      throw new IllegalStateException(conformanceCase.id() + ": " + verdict + " without a finding");
    }
  }

  public CaseResult known(String why) {
    return new CaseResult(conformanceCase, verdict, reason, why, findings, transcript, durationMs);
  }
}
