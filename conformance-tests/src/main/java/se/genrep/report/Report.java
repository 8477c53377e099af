package se.genrep.report;

import java.time.Instant;
import java.util.List;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;

/**
 * What report.json says, as a value. Everything that is written to people is a function of this and
 * of the requirement catalogue.
 *
 * @param plan the id of the plan
 * @param remarks what the reader has to know beside the verdicts
 */
public record Report(
    Tool tool,
    Run run,
    Sut sut,
    String plan,
    Summary summary,
    List<Case> cases,
    Requirements requirements,
    List<Remark> remarks) {

  public Report {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
  }

  /** What made the report. */
  public record Tool(String name, String version) {
    /** This program; its version is that of the jar. */
    static Tool current() {
      String version = Report.class.getPackage().getImplementationVersion();
      return new Tool("genrep", version == null ? "unpackaged" : version);
    }
  }

  /**
   * @param clock what time was taken from, in words
   */
  public record Run(String id, Instant started, long seed, String clock) {}

  /**
   * @param role as in SUT.yaml
   * @param description where the system is and how it was reached, one line a setting
   */
  public record Sut(String name, String role, List<String> description) {
    public Sut {
      description = List.copyOf(description);
    }
  }

  /** How many cases have each verdict. */
  public record Summary(
      long pass, long fail, long warn, long skipped, long inconclusive, long review) {

    static Summary of(List<Case> cases) {
      return new Summary(
          count(cases, Verdict.PASS),
          count(cases, Verdict.FAIL),
          count(cases, Verdict.WARN),
          count(cases, Verdict.SKIPPED),
          count(cases, Verdict.INCONCLUSIVE),
          count(cases, Verdict.REVIEW));
    }

    private static long count(List<Case> cases, Verdict verdict) {
      return cases.stream().filter(each -> each.verdict() == verdict).count();
    }

    public long of(Verdict verdict) {
      return switch (verdict) {
        case PASS -> pass;
        case FAIL -> fail;
        case WARN -> warn;
        case SKIPPED -> skipped;
        case INCONCLUSIVE -> inconclusive;
        case REVIEW -> review;
      };
    }

    public long all() {
      return pass + fail + warn + skipped + inconclusive + review;
    }
  }

  /**
   * One case that was run or skipped.
   *
   * @param requirements ids; the first decides between FAIL and WARN
   * @param reason why it was skipped or inconclusive; empty otherwise
   * @param known the baseline's reason when this verdict was expected; empty otherwise
   */
  public record Case(
      String id,
      String title,
      List<String> requirements,
      Verdict verdict,
      String reason,
      String known,
      List<Finding> findings,
      List<Step> transcript,
      long durationMs) {

    public Case {
      requirements = List.copyOf(requirements);
      findings = List.copyOf(findings);
      transcript = List.copyOf(transcript);
    }

    public boolean isKnown() {
      return !known.isEmpty();
    }
  }

  /**
   * @param requirement the id it is held against; empty when nothing could be told
   * @param rerun the command that runs just this case again
   */
  public record Finding(
      String expected, String actual, String where, String requirement, String rerun) {}

  /** One step of the evidence. */
  public record Step(Instant at, Transcript.Kind kind, String title, String text) {}

  /**
   * What the run says of the catalogue.
   *
   * @param covered ids of the requirements that a case with a verdict holds the system against
   * @param notTested those that bind the role and are not covered
   */
  public record Requirements(List<String> covered, List<NotTested> notTested) {
    public Requirements {
      covered = List.copyOf(covered);
      notTested = List.copyOf(notTested);
    }
  }

  public record NotTested(String id, String reason) {}

  /**
   * Something the reader has to know.
   *
   * @param kind {@link #MASKED_NUMBER}
   * @param where the id of the case, or {@code sut}
   * @param times how often
   * @param text the sentence, in English
   */
  public record Remark(String kind, String where, int times, String text) {
    /** Numbers that may belong to somebody were masked. */
    public static final String MASKED_NUMBER = "masked-number";
  }
}
