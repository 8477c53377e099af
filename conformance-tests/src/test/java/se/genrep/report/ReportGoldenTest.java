package se.genrep.report;

import org.junit.jupiter.api.Test;
import se.genrep.http.Language;

/** What is written for one fixed run, to the byte. */
class ReportGoldenTest {

  private static final Report REPORT =
      ReportMaker.make(
          SampleRun.run(),
          SampleRun.catalogue(),
          SampleRun.allCases(),
          Masking.allowing(SampleRun.TEST_NUMBER::equals),
          new Report.Tool("genrep", "1.2.3"));

  @Test
  void json() {
    Golden.matches("report.json", ReportWriter.json(REPORT));
  }

  @Test
  void htmlInEnglish() {
    Golden.matches("report.en.html", ReportWriter.html(REPORT, SampleRun.catalogue(), Language.EN));
  }

  @Test
  void htmlInSwedish() {
    Golden.matches("report.sv.html", ReportWriter.html(REPORT, SampleRun.catalogue(), Language.SV));
  }

  @Test
  void junit() {
    Golden.matches("report.junit.xml", ReportWriter.junit(REPORT));
  }
}
