package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genrep compare}, with reports that differ in one thing from the golden one. */
class CompareCommandTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/report.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path golden;

  @BeforeEach
  void copy() throws IOException {
    golden = Files.copy(GOLDEN, folder.resolve("golden.json"));
  }

  private int compare(Object... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "compare";
    for (int i = 0; i < arguments.length; i++) {
      words[i + 1] = arguments[i].toString();
    }
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), words);
  }

  /** The golden report with one change; its summary is counted anew. */
  private Path changed(Consumer<ObjectNode> change) throws IOException {
    ObjectNode report = (ObjectNode) JSON.readTree(golden.toFile());
    change.accept(report);
    ObjectNode summary = (ObjectNode) report.get("summary");
    summary.fieldNames().forEachRemaining(name -> summary.put(name, 0));
    for (JsonNode each : report.get("cases")) {
      String verdict = each.get("verdict").asText().toLowerCase(java.util.Locale.ROOT);
      summary.put(verdict, summary.get(verdict).asInt() + 1);
    }
    Path file = folder.resolve("changed.json");
    Files.writeString(file, report.toString());
    return file;
  }

  private static ObjectNode first(ObjectNode report, String verdict) {
    for (JsonNode each : report.get("cases")) {
      if (each.get("verdict").asText().equals(verdict)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError("no case with " + verdict);
  }

  private static void verdict(ObjectNode report, String from, String to) {
    first(report, from).put("verdict", to);
  }

  @Test
  void aReportComparedWithItselfHasNoChange() throws IOException {
    int cases = JSON.readTree(golden.toFile()).get("cases").size();
    assertEquals(0, compare(golden, golden), err::toString);
    assertTrue(out.toString().contains(cases + " cases came out as before, 0 did not."));
  }

  @Test
  void whatIsWorseIsSaidAndMakesTheExitCode() throws IOException {
    Path better = changed(report -> verdict(report, "FAIL", "PASS"));
    assertEquals(1, compare(better, golden), err::toString);
    assertTrue(out.toString().contains("Worse:\n"), out::toString);
    assertTrue(out.toString().contains("  PASS → FAIL\n"), out::toString);
  }

  @Test
  void whatIsBetterIsSaidAndIsNoFinding() throws IOException {
    assertEquals(0, compare(golden, changed(report -> verdict(report, "FAIL", "PASS"))));
    assertTrue(out.toString().contains("Better:\n"), out::toString);
    assertFalse(out.toString().contains("Worse"), out::toString);
  }

  @Test
  void aCaseThatIsNoLongerTestedIsNamed() throws IOException {
    assertEquals(0, compare(golden, changed(report -> verdict(report, "PASS", "SKIPPED"))));
    assertTrue(out.toString().contains("No longer tested:\n"), out::toString);
  }

  @Test
  void anotherFindingUnderTheSameVerdictIsNamed() throws IOException {
    Path other =
        changed(
            report ->
                ((ObjectNode) first(report, "FAIL").get("findings").get(0))
                    .put("actual", "something else"));
    assertEquals(0, compare(golden, other));
    assertTrue(out.toString().contains("something else was seen:\n"), out::toString);
  }

  @Test
  void anotherTestPersonIsNoOtherFinding() throws IOException {
    Path other =
        changed(
            report -> {
              ObjectNode finding = (ObjectNode) first(report, "FAIL").get("findings").get(0);
              finding.put(
                  "actual", finding.get("actual").asText().replaceAll("[0-9]{12}", "198001012384"));
            });
    assertEquals(0, compare(golden, other));
    assertTrue(out.toString().contains(", 0 did not."), out::toString);
  }

  @Test
  void newAndGoneCasesAreNamedAsJsonToo() throws IOException {
    Path fewer = changed(report -> ((ArrayNode) report.get("cases")).remove(0));
    assertEquals(0, compare("--json", golden, fewer), err::toString);
    JsonNode gone = JSON.readTree(out.toString());
    assertEquals("gone", gone.get("changes").get(0).get("change").asText());
    assertTrue(gone.get("changes").get(0).get("newer").isNull());
    out.getBuffer().setLength(0);
    compare("--json", fewer, golden);
    JsonNode added = JSON.readTree(out.toString());
    assertTrue(added.get("changes").get(0).get("older").isNull());
    assertFalse(added.get("changes").get(0).get("newer").isNull());
  }

  @Test
  void reportsOfTwoRolesAreNotCompared() throws IOException {
    Path other = changed(report -> ((ObjectNode) report.get("sut")).put("role", "idp"));
    assertEquals(2, compare(golden, other));
    assertTrue(err.toString().contains("Compare reports of one role"), err::toString);
  }
}
