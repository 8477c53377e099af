package se.genrep.report;

import java.util.ArrayList;
import java.util.List;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Finding;
import se.genrep.model.RunResult;
import se.genrep.model.Transcript;
import se.genrep.requirement.Catalogue;

/** Makes the report of a run. Every text that may hold a person's number goes through the mask. */
final class ReportMaker {

  private final RunResult run;
  private final Masking masking;
  private final List<Report.Remark> remarks = new ArrayList<>();

  private int masked;

  private ReportMaker(RunResult run, Masking masking) {
    this.run = run;
    this.masking = masking;
  }

  static Report make(
      RunResult run,
      Catalogue catalogue,
      List<ConformanceCase> allCases,
      Masking masking,
      Report.Tool tool) {
    return new ReportMaker(run, masking).make(tool, new Coverage(run, catalogue, allCases));
  }

  private Report make(Report.Tool tool, Coverage coverage) {
    Report.Sut sut =
        new Report.Sut(
            mask(run.sut()),
            run.role().id(),
            run.sutDescription().stream().map(this::mask).toList());
    remark("sut", "the description of the system");
    List<Report.Case> cases = run.cases().stream().map(this::reportCase).toList();
    Report.Requirements requirements = coverage.report();
    return new Report(
        tool,
        new Report.Run(run.id(), run.started(), run.seed(), run.clock()),
        sut,
        run.plan(),
        Report.Summary.of(cases),
        cases,
        new Report.Requirements(
            requirements.covered(),
            requirements.notTested().stream()
                .map(each -> new Report.NotTested(each.id(), mask(each.reason())))
                .toList()),
        remarks);
  }

  private Report.Case reportCase(CaseResult result) {
    ConformanceCase conformanceCase = result.conformanceCase();
    Report.Case made =
        new Report.Case(
            conformanceCase.id(),
            conformanceCase.title(),
            conformanceCase.requirements(),
            result.verdict(),
            mask(result.reason()),
            mask(result.knownReason()),
            result.findings().stream().map(this::finding).toList(),
            result.transcript().entries().stream().map(this::step).toList(),
            result.durationMs());
    remark(conformanceCase.id(), "the case");
    return made;
  }

  private Report.Finding finding(Finding finding) {
    return new Report.Finding(
        mask(finding.expected()),
        mask(finding.actual()),
        mask(finding.where()),
        finding.requirement(),
        mask(finding.rerun()));
  }

  private Report.Step step(Transcript.Entry entry) {
    return new Report.Step(entry.at(), entry.kind(), mask(entry.title()), mask(entry.text()));
  }

  private String mask(String text) {
    Masking.Masked result = masking.mask(text);
    masked += result.numbers();
    return result.text();
  }

  private void remark(String where, String place) {
    if (masked > 0) {
      remarks.add(
          new Report.Remark(
              Report.Remark.MASKED_NUMBER,
              where,
              masked,
              "in "
                  + place
                  + " an identity number that is no known test number was masked, "
                  + (masked == 1 ? "once" : masked + " times")
                  + "; use test numbers only"));
      masked = 0;
    }
  }
}
