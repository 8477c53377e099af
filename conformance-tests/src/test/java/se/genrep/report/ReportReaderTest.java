package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.input.BadInput;

/** report.json comes back as it was, or with file, line and key of what is wrong. */
class ReportReaderTest {

  @TempDir private Path folder;

  private static final Report REPORT =
      ReportWriter.report(SampleRun.run(), SampleRun.catalogue(), SampleRun.allCases());

  private static final String WRITTEN =
      new String(ReportWriter.json(REPORT), StandardCharsets.UTF_8);

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("report.json"), text);
  }

  private String mistake(String text) throws IOException {
    Path file = file(text);
    String message = assertThrows(BadInput.class, () -> ReportReader.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    return message.substring(file.toString().length());
  }

  private static String changed(String from, String to) {
    assertTrue(WRITTEN.contains(from), from);
    return WRITTEN.replaceFirst(java.util.regex.Pattern.quote(from), to);
  }

  @Test
  void comesBackAsItWas() throws IOException {
    Report read = ReportReader.read(file(WRITTEN));

    assertEquals(WRITTEN, new String(ReportWriter.json(read), StandardCharsets.UTF_8));
    assertEquals(REPORT.requirements(), read.requirements());
    assertEquals(REPORT.cases().get(1), read.cases().get(1));
  }

  @Test
  void keysOfLaterVersionsArePassedOver() throws IOException {
    Report read =
        ReportReader.read(file(changed("\"plan\"", "\"later\": [{}, 1.5, null], \"plan\"")));

    assertEquals(REPORT.plan(), read.plan());
  }

  @Test
  void aMissingKeyIsNamedWithTheLineOfItsObject() throws IOException {
    assertEquals(
        ":6: run: the key 'started' is missing."
            + " Name a report.json that a run has written, unchanged.",
        mistake(changed("\"started\"", "\"begun\"")));
    assertEquals(
        ":1: the key 'tool' is missing. Name a report.json that a run has written, unchanged.",
        mistake("{}"));
  }

  @Test
  void aWrongValueIsNamedWithLineAndKey() throws IOException {
    assertEquals(
        ":36: cases[0].verdict: 'FINE' is not known."
            + " Use one of PASS, FAIL, WARN, SKIPPED, INCONCLUSIVE, REVIEW.",
        mistake(changed("\"PASS\"", "\"FINE\"")));
    assertEquals(
        ":8: run.started: 'yesterday' is no time."
            + " Write it as in 2026-11-24T10:15:00Z (RFC 3339).",
        mistake(changed("2026-11-24T10:15:00Z", "yesterday")));
    assertEquals(
        ":9: run.seed: a whole number is expected here. Use the file as the run wrote it.",
        mistake(changed("\"seed\": 7", "\"seed\": 7.5")));
    assertEquals(
        ":9: run.seed: a whole number is expected here. Use the file as the run wrote it.",
        mistake(changed("\"seed\": 7", "\"seed\": 9223372036854775808")));
    assertEquals(
        ":20: plan: a text is expected here. Use the file as the run wrote it.",
        mistake(changed("\"sp-core\"", "null")));
    assertEquals(
        ":20: plan: a text that is not empty is expected here. Use the file as the run wrote it.",
        mistake(changed("\"sp-core\"", "\"\"")));
    assertEquals(
        ":22: summary.pass: a whole number from 0 on is expected here."
            + " Use the file as the run wrote it.",
        mistake(changed("\"pass\": 1", "\"pass\": -1")));
    assertEquals(
        ":2: tool: an object is expected here. Use the file as the run wrote it.",
        mistake("{\n\"tool\": [], \"run\": {}, \"sut\": {}, \"cases\": [], \"requirements\": {}}"));
  }

  @Test
  void aSummaryThatContradictsTheCasesIsRefused() throws IOException {
    assertEquals(
        ":23: summary.fail: the summary says 0, but the cases have 2."
            + " Use the file as the run wrote it.",
        mistake(changed("\"fail\": 2", "\"fail\": 0")));
  }

  @Test
  void whatIsNoJsonIsNamedWithItsLine() throws IOException {
    assertEquals(": the file is empty. Name a report.json that a run has written.", mistake(""));
    assertTrue(mistake(WRITTEN.substring(0, 300)).matches(":1[0-9]: not valid JSON: .*"));
    assertTrue(mistake("<html>").startsWith(":1: not valid JSON: "));
    assertTrue(
        mistake(changed("\"plan\"", "\"tool\": 1, \"plan\""))
            .startsWith(":20: not valid JSON: Duplicate field 'tool'"));
    assertTrue(
        mistake(WRITTEN + "{}")
            .endsWith("there is more after the end of the JSON value. Remove it."));
    assertTrue(mistake("[".repeat(60)).startsWith(":1: not acceptable: Document nesting depth"));
  }

  @Test
  void theCutOffFileSaysWhereTheOpenPartBegan() throws IOException {
    assertEquals(
        ":2: not valid JSON: Unexpected end-of-input: expected close marker for Object"
            + " that begins in line 2. Use the file as the run wrote it.",
        mistake("{\n{\"tool\"".replace("{\n{", "{\n\"a\": {").replace("\"tool\"", "")));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("none.json");
    assertEquals(
        missing
            + ": the file cannot be read (there is no such file or folder)."
            + " Check the path and its permissions.",
        assertThrows(BadInput.class, () -> ReportReader.read(missing)).getMessage());
  }
}
