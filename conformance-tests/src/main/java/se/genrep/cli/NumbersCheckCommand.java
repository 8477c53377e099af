package se.genrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.genrep.identity.IdentityNumber;
import se.genrep.identity.Kind;
import se.genrep.identity.Reading;
import se.genrep.identity.Reason;
import se.genrep.input.BadInput;

/** {@code genrep numbers check}: one line a number, or one JSON array. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Say of each number whether it keeps the rules, and why not.",
      "Exit code 0 when all do, 1 when one does not, 2 when there is none."
    })
final class NumbersCheckCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  /** More of a line is not kept: what is longer is no number. */
  private static final int LONGEST_LINE = 200;

  private static final int LONGEST_SHOWN = 40;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "NUMBER",
      description = "Numbers of 10 or 12 digits; - reads one number a line from standard input.")
  private List<String> written;

  @Option(names = "--json", description = "Write [{number, kind, valid, birthDate?, reasons[]}].")
  private boolean json;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day the numbers were written, for the century of 10 digits (today).")
  private LocalDate date;

  private int valid;
  private int refused;

  @Override
  public Integer call() throws IOException {
    boolean input = written.contains(STANDARD_INPUT);
    if (input && written.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "Give numbers, or - alone to read them from standard input.");
    }
    LocalDate writtenOn = date == null ? IdentityNumber.todayInSweden(Clock.systemUTC()) : date;
    PrintWriter out = spec.commandLine().getOut();
    try (Output output = json ? new Json(out) : new Lines(out)) {
      if (input) {
        checkInput(writtenOn, output);
      } else {
        for (String number : written) {
          check(number, writtenOn, output);
        }
      }
    }
    return exitCode();
  }

  private int exitCode() {
    if (valid + refused == 0) {
      throw new BadInput("", "standard input has no number", "Write one number a line");
    }
    if (valid + refused > 1) {
      spec.commandLine()
          .getErr()
          .println(valid + refused + " numbers: " + valid + " valid, " + refused + " not valid.");
    }
    return refused == 0 ? Genrep.CONFORMING : Genrep.FINDINGS;
  }

  private void checkInput(LocalDate writtenOn, Output output) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = line(lines); line != null; line = line(lines)) {
      if (!line.isBlank()) {
        check(line.strip(), writtenOn, output);
      }
      if (!lines.ready()) {
        output.flush(); // someone may be typing
      }
    }
  }

  private void check(String number, LocalDate writtenOn, Output output) throws IOException {
    Reading<IdentityNumber> reading = IdentityNumber.parse(number, writtenOn);
    if (reading.valid()) {
      valid++;
    } else {
      refused++;
    }
    output.write(number, reading);
  }

  /** One line of any length, of which only the beginning is kept; null at the end. */
  private static String line(BufferedReader input) throws IOException {
    int c = input.read();
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; c >= 0 && c != '\n'; c = input.read()) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Where the verdicts go. */
  private interface Output extends AutoCloseable {
    void write(String number, Reading<IdentityNumber> reading) throws IOException;

    void flush() throws IOException;

    @Override
    void close() throws IOException;
  }

  /** For a person: one line a number. */
  private record Lines(PrintWriter out) implements Output {

    @Override
    public void write(String number, Reading<IdentityNumber> reading) {
      out.print(shown(number) + ": " + verdict(reading) + "\n");
    }

    private static String verdict(Reading<IdentityNumber> reading) {
      if (reading.number().isEmpty()) {
        return "not valid: " + reading.explanation();
      }
      IdentityNumber number = reading.number().get();
      StringBuilder text = new StringBuilder("valid " + number.kind().word());
      text.append(' ').append(number.normalised());
      if (number.kind() != Kind.ORGANISATIONSNUMMER) {
        text.append(
            number.birthDate().map(date -> ", born " + date).orElse(", birth date not known"));
      }
      number.sex().ifPresent(sex -> text.append(", ").append(sex.word()));
      if (!reading.reasons().isEmpty()) {
        text.append(" (").append(reading.explanation()).append(')');
      }
      return text.toString();
    }

    /** Nothing that a terminal would obey, and not more than a line. */
    private static String shown(String number) {
      boolean all = number.length() <= LONGEST_SHOWN;
      String text = all ? number : number.substring(0, LONGEST_SHOWN) + "…";
      return text.isBlank() ? "''" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** For a program: one array. */
  private static final class Json implements Output {

    private final PrintWriter out;
    private final JsonGenerator json;

    Json(PrintWriter out) throws IOException {
      this.out = out;
      json =
          new JsonFactory()
              .createGenerator(out)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
              .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
              .setPrettyPrinter(new OneElementPerLine());
      json.writeStartArray();
    }

    @Override
    public void write(String number, Reading<IdentityNumber> reading) throws IOException {
      json.writeStartObject();
      json.writeStringField("number", number);
      json.writeStringField("kind", reading.kind().map(Kind::word).orElse(null));
      json.writeBooleanField("valid", reading.valid());
      Optional<LocalDate> birthDate = reading.number().flatMap(IdentityNumber::birthDate);
      if (birthDate.isPresent()) {
        json.writeStringField("birthDate", birthDate.get().toString());
      }
      json.writeArrayFieldStart("reasons");
      for (Reason reason : reading.reasons()) {
        json.writeString(reason.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public void flush() throws IOException {
      json.flush();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      json.writeEndArray();
      json.close();
      out.print("\n");
      out.flush();
    }
  }

  /** Puts the elements of the outermost array on lines of their own. */
  private static final class OneElementPerLine extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(json.getOutputContext().getParent().inRoot() ? ",\n" : ",");
    }
  }
}
