package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code genrep numbers}: what it prints, where, and its exit codes (docs/design.md 7). */
class NumbersCommandTest {

  private final InputStream standardInput = System.in;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @AfterEach
  void giveBackStandardInput() {
    System.setIn(standardInput);
  }

  private int run(String... arguments) {
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
  }

  private int check(String input, String... arguments) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    String[] all = new String[arguments.length + 5];
    System.arraycopy(new String[] {"numbers", "check", "-", "--date", "2026-11-22"}, 0, all, 0, 5);
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return run(all);
  }

  private String lines() {
    return out.toString();
  }

  @Test
  void saysOneLineANumberAndFindsNothingWhenAllAreValid() {
    assertEquals(
        0,
        run(
            "numbers",
            "check",
            "--date",
            "2026-11-22",
            "640823-3234",
            "196100602397",
            "202100-6883",
            "6408233234"));
    assertEquals(
        """
        640823-3234: valid personnummer 196408233234, born 1964-08-23, male
        196100602397: valid samordningsnummer 196100602397, birth date not known, male
        202100-6883: valid organisationsnummer 2021006883
        6408233234: valid personnummer 196408233234, born 1964-08-23, male\
         (ten digits do not say the century; 1964 was taken, 1864 may be meant)
        """,
        lines());
    assertEquals("4 numbers: 4 valid, 0 not valid.", err.toString().strip());
  }

  @Test
  void saysWhyANumberIsNotValid() {
    assertEquals(1, run("numbers", "check", "196408233235"));
    assertEquals("196408233235: not valid: the check digit is 5, and 4 belongs there\n", lines());
    assertEquals("", err.toString());
  }

  @Test
  void writesOneJsonArrayWithWhatTheDesignPromises() throws IOException {
    assertEquals(
        1,
        run("numbers", "check", "--json", "196408233234", "196100602397", "196408233235", "x\n"));
    assertEquals(
        """
        [{"number":"196408233234","kind":"personnummer","valid":true,"birthDate":"1964-08-23","reasons":[]},
        {"number":"196100602397","kind":"samordningsnummer","valid":true,"reasons":[]},
        {"number":"196408233235","kind":"personnummer","valid":false,"reasons":["check-digit: the check digit is 5, and 4 belongs there"]},
        {"number":"x\\n","kind":null,"valid":false,"reasons":["space-around: white space around the number was taken away","character: character 1 is 'x', where a digit, - or + stands"]}]
        """,
        lines());
    assertEquals(4, new ObjectMapper().readTree(lines()).size());
  }

  @Test
  void readsOneNumberALineFromStandardInput() {
    assertEquals(1, check("196408233234\r\n\n  900101+9802 \nabc\n19640823323\u0664"));
    String[] verdicts = lines().split("\n");
    assertEquals(4, verdicts.length);
    assertTrue(verdicts[1].startsWith("900101+9802: valid personnummer 189001019802"), lines());
    assertTrue(verdicts[3].contains("U+0664 (ARABIC-INDIC DIGIT FOUR)"), lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t\n"})
  void hasNothingToDoWithoutANumber(String input) {
    assertEquals(2, check(input));
    assertEquals("", lines());
    assertEquals("standard input has no number. Write one number a line.", err.toString().strip());
  }

  @Test
  void writesAnEmptyArrayWhenThereIsNoNumber() {
    assertEquals(2, check("", "--json"));
    assertEquals("[]\n", lines());
  }

  @Test
  void isNotImpressedByALineWithoutAnEnd() {
    assertEquals(1, check("1964082332".repeat(300_000) + "\n\u001b[31m\n"));
    assertTrue(lines().length() < 400, () -> lines().substring(0, 400));
    assertFalse(lines().contains("\u001b"));
    assertEquals(2, lines().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbers",
        "numbers check",
        "numbers check - 196408233234",
        "numbers check --date 22/11/2026 196408233234",
        "numbers check --what 196408233234",
        "numbers import",
        "numbers vectors more",
        "numbers other",
      })
  void refusesWrongUsage(String line) {
    assertEquals(64, run(line.split(" ")));
    assertEquals("", lines());
    assertFalse(err.toString().isBlank());
  }

  @ParameterizedTest
  @CsvSource({"--date 2026-12-31, 270108-9167, 0", "--date 2027-01-01, 270108-9167, 1"})
  void readsTenDigitsByTheDayThatIsGiven(String date, String number, int exit) {
    assertEquals(exit, run(("numbers check " + date + " " + number).split(" ")), lines());
  }

  @Test
  void importsAListAndSaysWhatCameOfIt() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "testpersonnummer\n196408233234\n");
    String data = folder.resolve("data").toString();
    assertEquals(0, run("numbers", "import", list.toString(), "--data", data));
    assertEquals(
        list
            + ": 1 number read, new are 1 personnummer and 0 samordningsnummer. "
            + Path.of(data, "numbers")
            + " now holds 1 personnummer and 0 samordningsnummer.",
        lines().strip());
    out.getBuffer().setLength(0);
    assertEquals(0, run("numbers", "import", list.toString(), "--data", data, "--json"));
    JsonNode report = new ObjectMapper().readTree(lines());
    assertEquals(0, report.at("/added/personnummer").asInt(-1));
    assertEquals(1, report.at("/total/personnummer").asInt(-1));
  }

  @Test
  void namesTheLineOfAListThatIsWrong() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "testpersonnummer\n196408233235\n");
    assertEquals(
        2, run("numbers", "import", list.toString(), "--data", folder.resolve("d").toString()));
    assertTrue(err.toString().startsWith(list + ":2: '196408233235' is no number"), err::toString);
    assertEquals("", lines());
    assertFalse(Files.exists(folder.resolve("d")));
  }

  @Test
  void writesTheVectors() throws IOException {
    assertEquals(0, run("numbers", "vectors"));
    JsonNode vectors = new ObjectMapper().readTree(lines());
    assertEquals("SwedishIdentityNumber", vectors.get("algorithm").asText());
    assertEquals("", err.toString());
  }
}
