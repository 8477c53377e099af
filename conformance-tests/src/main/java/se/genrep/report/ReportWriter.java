package se.genrep.report;

import java.util.List;
import se.genrep.http.Language;
import se.genrep.model.ConformanceCase;
import se.genrep.model.RunResult;
import se.genrep.person.Cast;
import se.genrep.requirement.Catalogue;

/** Makes the report of a run and writes it in its formats. */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * The report of a run, which lets no number through but those of the cast.
   *
   * @param allCases every case there is, to tell what was not chosen
   */
  public static Report report(RunResult run, Catalogue catalogue, List<ConformanceCase> allCases) {
    return report(run, catalogue, allCases, Masking.allowingCast(Cast.load()));
  }

  public static Report report(
      RunResult run, Catalogue catalogue, List<ConformanceCase> allCases, Masking masking) {
    return ReportMaker.make(run, catalogue, allCases, masking, Report.Tool.current());
  }

  /** report.json of a run. */
  public static byte[] json(RunResult run, Catalogue catalogue, List<ConformanceCase> allCases) {
    return json(report(run, catalogue, allCases));
  }

  /** report.json, as report.schema.json describes it. */
  public static byte[] json(Report report) {
    return ReportJson.write(report);
  }

  /**
   * One HTML page that needs nothing else.
   *
   * @param catalogue where the texts of the requirements are taken from
   */
  public static byte[] html(Report report, Catalogue catalogue, Language language) {
    return HtmlReport.write(report, catalogue, language);
  }

  /** JUnit XML with one testsuite. */
  public static byte[] junit(Report report) {
    return JunitXml.write(report);
  }
}
