package se.genrep.report;

import java.nio.file.Path;
import java.util.List;
import se.genrep.http.Language;
import se.genrep.input.WholeFile;
import se.genrep.model.ConformanceCase;
import se.genrep.model.RunResult;
import se.genrep.requirement.Catalogue;

/** The folder a run leaves behind: the report in its three formats. */
public final class ReportFolder {

  public static final String JSON = "report.json";
  public static final String HTML = "report.html";
  public static final String JUNIT = "junit.xml";

  private ReportFolder() {}

  /**
   * Writes the three files, each whole or not at all.
   *
   * @param all every case there is, to tell what was not chosen
   * @throws se.genrep.input.BadInput when the folder cannot be written
   */
  public static void write(
      Path folder, RunResult result, Catalogue catalogue, List<ConformanceCase> all) {
    Report report = ReportWriter.report(result, catalogue, all);
    WholeFile.write(folder.resolve(JSON), ReportWriter.json(report));
    WholeFile.write(folder.resolve(HTML), ReportWriter.html(report, catalogue, Language.EN));
    WholeFile.write(folder.resolve(JUNIT), ReportWriter.junit(report));
  }
}
