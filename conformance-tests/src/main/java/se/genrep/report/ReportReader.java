package se.genrep.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;

/** Reads report.json back. */
public final class ReportReader {

  private ReportReader() {}

  /**
   * Reads a report; keys of later versions are passed over.
   *
   * @throws se.genrep.input.BadInput naming file, line and key of the first mistake
   */
  public static Report read(Path file) {
    JsonPlace root = JsonPlace.read(file);
    JsonPlace tool = root.required("tool");
    JsonPlace run = root.required("run");
    JsonPlace sut = root.required("sut");
    List<Report.Case> cases =
        root.required("cases").items().stream().map(ReportReader::reportCase).toList();
    JsonPlace requirements = root.required("requirements");
    return new Report(
        new Report.Tool(tool.required("name").word(), tool.required("version").word()),
        new Report.Run(
            run.required("id").word(),
            time(run.required("started")),
            run.required("seed").integer(),
            run.required("clock").word()),
        new Report.Sut(
            sut.required("name").word(),
            sut.required("role").word(),
            sut.required("description").texts()),
        root.required("plan").word(),
        summary(root.required("summary"), cases),
        cases,
        new Report.Requirements(
            requirements.required("covered").texts(),
            requirements.required("notTested").items().stream()
                .map(
                    each ->
                        new Report.NotTested(
                            each.required("id").word(), each.required("reason").word()))
                .toList()),
        root.required("remarks").items().stream().map(ReportReader::remark).toList());
  }

  /** The counts must be those of the cases: a report that contradicts itself proves nothing. */
  private static Report.Summary summary(JsonPlace place, List<Report.Case> cases) {
    Report.Summary counted = Report.Summary.of(cases);
    for (Verdict verdict : Verdict.values()) {
      String name = verdict.name().toLowerCase(java.util.Locale.ROOT);
      long said = place.required(name).count();
      if (said != counted.of(verdict)) {
        throw place
            .required(name)
            .bad(
                "the summary says " + said + ", but the cases have " + counted.of(verdict),
                "Use the file as the run wrote it");
      }
    }
    return counted;
  }

  private static Report.Case reportCase(JsonPlace place) {
    return new Report.Case(
        place.required("id").word(),
        place.required("title").word(),
        place.required("requirements").texts(),
        place.required("verdict").oneOf(Verdict.class),
        place.required("reason").text(),
        place.get("known").map(JsonPlace::word).orElse(""),
        place.required("findings").items().stream().map(ReportReader::finding).toList(),
        place.required("transcript").items().stream().map(ReportReader::step).toList(),
        place.required("durationMs").count());
  }

  private static Report.Finding finding(JsonPlace place) {
    return new Report.Finding(
        place.required("expected").text(),
        place.required("actual").text(),
        place.required("where").text(),
        place.required("requirement").text(),
        place.required("rerun").text());
  }

  private static Report.Step step(JsonPlace place) {
    return new Report.Step(
        time(place.required("at")),
        place.required("kind").oneOf(Transcript.Kind.class),
        place.required("title").text(),
        place.required("text").text());
  }

  private static Report.Remark remark(JsonPlace place) {
    return new Report.Remark(
        place.required("kind").word(),
        place.required("where").word(),
        (int) Math.min(Integer.MAX_VALUE, place.required("times").count()),
        place.required("text").word());
  }

  private static Instant time(JsonPlace place) {
    try {
      return Instant.parse(place.text());
    } catch (DateTimeParseException e) {
      throw place.bad(
          "'" + place.text() + "' is no time", "Write it as in 2026-11-24T10:15:00Z (RFC 3339)");
    }
  }
}
