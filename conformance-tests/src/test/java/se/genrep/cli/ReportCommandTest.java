package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genrep report}: the other forms, from report.json alone. */
class ReportCommandTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path report;

  @BeforeEach
  void copyTheReport() throws IOException {
    report = Files.copy(GOLDEN.resolve("report.json"), folder.resolve("report.json"));
  }

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), words);
  }

  @Test
  void writesJUnitXmlAsTheRunDid() throws IOException {
    Path file = folder.resolve("new/junit.xml");
    assertEquals(0, run("report", report, "--junit", file), err::toString);

    assertEquals(Files.readString(GOLDEN.resolve("report.junit.xml")), Files.readString(file));
    assertEquals(file.toString(), out.toString().strip());
  }

  @Test
  void writesThePageInTheLanguageAskedFor() throws IOException {
    Path english = folder.resolve("en.html");
    Path swedish = folder.resolve("sv.html");
    assertEquals(0, run("report", report, "--html", english), err::toString);
    assertEquals(0, run("report", report, "--html", swedish, "--lang", "sv"), err::toString);

    assertTrue(Files.readString(english).contains("<html lang=\"en\">"));
    assertTrue(Files.readString(swedish).contains("<html lang=\"sv\">"));
    assertTrue(Files.readString(swedish).contains("uppfyller inte kraven"));
  }

  @Test
  void badInputIsOneSentenceAndWritesNothing() throws IOException {
    Path page = folder.resolve("page.html");
    assertEquals(2, run("report", folder.resolve("none.json"), "--html", page));
    Files.writeString(report, Files.readString(report).replace("\"fail\": 2", "\"fail\": 3"));
    assertEquals(2, run("report", report, "--html", page));

    assertEquals(2, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("report.json:23: summary.fail: "), err.toString());
    assertFalse(Files.exists(page));
  }

  @Test
  void theReportItselfIsNotOverwritten() throws IOException {
    String before = Files.readString(report);
    assertEquals(2, run("report", report, "--html", folder.resolve("./report.json")));

    assertEquals(before, Files.readString(report));
    assertTrue(err.toString().contains("is the report itself"), err.toString());
  }

  @Test
  void wrongUsageEndsWith64() {
    assertEquals(64, run("report"));
    assertEquals(64, run("report", report));
    assertEquals(64, run("report", report, "--html"));
    assertEquals(64, run("report", report, "--html", folder.resolve("x"), "--lang", "de"));
    assertEquals(64, run("report", report, "--pdf", folder.resolve("x")));
    assertTrue(err.toString().contains("'de' is neither sv nor en"), err.toString());
  }
}
