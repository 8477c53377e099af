package se.genrep.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.genrep.http.Language;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;

/**
 * What the template shows, in the order it shows it.
 *
 * @param catalogue where the texts of the requirements are taken from
 * @param style the style sheet
 */
public record ReportPage(Report report, Catalogue catalogue, Language language, String style) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** The worst first; a verdict that was expected comes after those that were not. */
  private static final List<Verdict> FINDINGS =
      List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.REVIEW, Verdict.WARN);

  /** How the runner writes what a deviation did. */
  private static final String BEFORE = "--- before ---\n";

  private static final String AFTER = "\n--- after ---\n";

  public String text(ReportText text, Object... arguments) {
    return text.in(language, arguments);
  }

  /** Foreign text, with a visible sign for what cannot be shown. */
  public String show(String foreign) {
    return Visible.of(foreign);
  }

  public String word(Verdict verdict) {
    return text(ReportText.of(verdict));
  }

  public String word(Transcript.Kind kind) {
    return text(ReportText.of(kind));
  }

  public String started() {
    return MINUTE.format(report.run().started());
  }

  public String at(Report.Step step) {
    return MILLISECOND.format(step.at());
  }

  public String duration(Report.Case each) {
    return language == Language.SV
        ? each.durationMs() + " ms"
        : String.format(Locale.ROOT, "%,d ms", each.durationMs());
  }

  /** The verdict as one or two sentences that need no knowledge of testing. */
  public String verdict() {
    String name = show(report.sut().name());
    Report.Summary summary = report.summary();
    long run = summary.all() - summary.skipped();
    if (summary.all() == 0) {
      return text(ReportText.NOTHING_RUN, name);
    }
    if (run == 0) {
      return text(ReportText.NONE_APPLIED, name);
    }
    if (summary.inconclusive() == run) {
      return text(ReportText.NOTHING_CERTAIN, name);
    }
    Optional<Verdict> worst = FINDINGS.stream().filter(each -> summary.of(each) > 0).findFirst();
    if (worst.isEmpty()) {
      return text(run == 1 ? ReportText.CONFORMS_ONE : ReportText.CONFORMS, name, run, run);
    }
    ReportText sentence =
        switch (worst.get()) {
          case FAIL -> ReportText.BREAKS;
          case INCONCLUSIVE -> ReportText.UNDECIDED;
          case REVIEW -> ReportText.TO_REVIEW;
          default -> ReportText.ADVISED;
        };
    long number = summary.of(worst.get());
    return text(sentence, name, number, run) + knownOf(worst.get(), number);
  }

  private String knownOf(Verdict verdict, long number) {
    long known =
        report.cases().stream().filter(each -> each.verdict() == verdict && each.isKnown()).count();
    if (known == 0) {
      return "";
    }
    return " "
        + (known == number ? text(ReportText.ALL_KNOWN) : text(ReportText.SOME_KNOWN, known));
  }

  /** What the verdict is about, and what not. */
  public String scope() {
    return text(
        ReportText.SCOPE,
        report.requirements().covered().size(),
        report.requirements().notTested().size());
  }

  /** The colour of the head. */
  public Verdict worst() {
    return FINDINGS.stream()
        .filter(each -> report.summary().of(each) > 0)
        .findFirst()
        .orElse(report.summary().pass() > 0 ? Verdict.PASS : Verdict.SKIPPED);
  }

  public List<Report.Case> findings() {
    return report.cases().stream()
        .filter(each -> FINDINGS.contains(each.verdict()))
        .sorted(
            Comparator.comparing(Report.Case::isKnown)
                .thenComparing(each -> FINDINGS.indexOf(each.verdict())))
        .toList();
  }

  public List<Report.Case> with(Verdict verdict) {
    return report.cases().stream().filter(each -> each.verdict() == verdict).toList();
  }

  public String remark(Report.Remark remark) {
    String place =
        remark.where().equals("sut") ? text(ReportText.MASKED_SUT) : show(remark.where());
    if (!remark.kind().equals(Report.Remark.MASKED_NUMBER)) {
      return place + ": " + show(remark.text());
    }
    return text(
        remark.times() == 1 ? ReportText.MASKED_ONCE : ReportText.MASKED, place, remark.times());
  }

  public Optional<Requirement> requirement(String id) {
    return catalogue.find(id);
  }

  /** Level and place in the source: "MUST · Deployment Profile …, 6.3.2 …". */
  public String level(Requirement requirement) {
    return requirement.level().name().replace('_', ' ');
  }

  /** How many cases that test a requirement passed. */
  public long passesOf(String requirement) {
    return report.cases().stream()
        .filter(each -> each.verdict() == Verdict.PASS)
        .filter(each -> each.requirements().contains(requirement))
        .count();
  }

  /** The cases that have something else to say of a requirement: those a reader wants to go to. */
  public List<Report.Case> othersOf(String requirement) {
    return report.cases().stream()
        .filter(each -> FINDINGS.contains(each.verdict()))
        .filter(each -> each.requirements().contains(requirement))
        .toList();
  }

  /**
   * The ids of the requirements that were not tested, by reason, the most frequent reason first.
   */
  public List<Map.Entry<String, List<String>>> reasons() {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Report.NotTested each : report.requirements().notTested()) {
      reasons.computeIfAbsent(each.reason(), reason -> new ArrayList<>()).add(each.id());
    }
    return reasons.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<String, List<String>> entry) -> -entry.getValue().size()))
        .toList();
  }

  /** The deviations of a case as differences. */
  public List<Difference> deviations(Report.Case each) {
    return each.transcript().stream().filter(this::isDifference).map(this::difference).toList();
  }

  /** A deviation: where it took place, and what it changed. */
  public record Difference(String title, List<LineDiff.Line> lines) {}

  /** Whether a step is one of {@link #deviations}; the transcript then need not repeat it. */
  public boolean isDifference(Report.Step step) {
    return step.kind() == Transcript.Kind.DEVIATION
        && step.text().startsWith(BEFORE)
        && step.text().indexOf(AFTER) >= BEFORE.length();
  }

  private Difference difference(Report.Step step) {
    int after = step.text().indexOf(AFTER);
    return new Difference(
        step.title(),
        LineDiff.between(
            show(step.text().substring(BEFORE.length(), after)),
            show(step.text().substring(after + AFTER.length()))));
  }

  /** The commands that run the case again: one, whatever the number of its findings. */
  public List<String> reruns(Report.Case each) {
    return each.findings().stream()
        .map(Report.Finding::rerun)
        .filter(command -> !command.isEmpty())
        .distinct()
        .toList();
  }

  /** An anchor for a requirement in the list of those that were tested or not. */
  public String anchor(String requirement) {
    return "requirement-" + requirement;
  }

  /** An anchor for a case. */
  public String anchor(Report.Case each) {
    return "case-" + report.cases().indexOf(each);
  }
}
