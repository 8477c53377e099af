package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every command has in common: streams and exit codes (docs/design.md 7). */
class GenrepTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... arguments) {
    return Genrep.run(
        new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments);
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  @Test
  void showsItsVersionOnStandardOutput() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().startsWith("genrep "), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void showsItsCommandsWithoutTheHiddenOne() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("up  "), out.toString());
    assertFalse(out.toString().contains("warm"), out.toString());
  }

  @Test
  void wrongUsageEndsWith64() {
    for (String[] arguments :
        new String[][] {{}, {"--bogus"}, {"bogus"}, {"up", "--bogus"}, {"up", "--port", "x"}}) {
      assertEquals(64, run(arguments), String.join(" ", arguments));
    }
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("--bogus"), err.toString());
  }

  @Test
  void badInputIsOneSentenceAndEndsWith2() {
    assertEquals(2, run("up", "--port", "70000"));

    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().startsWith("--port: there is no port 70000. "), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void stackTracesAreShownWhenAskedFor() {
    assertEquals(2, run("up", "--port", "70000", "--stacktrace"));
    assertTrue(err.toString().contains("\tat se.genrep."), err.toString());
  }

  @Test
  void stackTracesAreShownWhenTheEnvironmentAsks() {
    assertEquals(2, run(Map.of("GENREP_STACKTRACE", "1"), "up", "--port", "70000"));
    assertTrue(err.toString().contains("\tat se.genrep."), err.toString());
  }

  @Test
  void warmSignsInAndEnds() {
    assertEquals(0, run("warm"), err::toString);
    // As "up" says it: the archive needs the classes that write it.
    assertTrue(out.toString().startsWith("{\"ready\":true,"), out.toString());
    assertEquals(1, out.toString().lines().count(), out.toString());
    assertEquals("", err.toString());
  }
}
