package se.genrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.genrep.identity.Kind;
import se.genrep.identity.OfficialNumbers;

/** {@code genrep numbers import}: keeps a published list of test numbers in the data folder. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Add a list of test numbers, as Skatteverket publishes it, to the data folder.",
      "The file is CSV or JSON, or has one number a line. One with a wrong line changes nothing."
    })
final class NumbersImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".genrep",
      description = "The lists are kept in DIR/numbers (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(names = "--json", description = "Write {read, repeated, added, total, onOtherPages}.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    OfficialNumbers.Import done = OfficialNumbers.importInto(data, file);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(done) : sentence(done));
    if (done.onOtherPages() > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "The file is one page of its list; "
                  + done.onOtherPages()
                  + " numbers stand on others. Import those too.");
    }
    return Genrep.CONFORMING;
  }

  private String sentence(OfficialNumbers.Import done) {
    String repeated = done.repeated() == 0 ? "" : " (" + done.repeated() + " of them repeated)";
    return "%s: %d %s read%s, new are %s. %s now holds %s."
        .formatted(
            file,
            done.read(),
            done.read() == 1 ? "number" : "numbers",
            repeated,
            counts(done.added()),
            data.resolve("numbers"),
            counts(done.total()));
  }

  private static String counts(Map<Kind, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey().word())
        .collect(Collectors.joining(" and "));
  }

  private static String json(OfficialNumbers.Import done) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("read", done.read());
      json.writeNumberField("repeated", done.repeated());
      writeCounts(json, "added", done.added());
      writeCounts(json, "total", done.total());
      json.writeNumberField("onOtherPages", done.onOtherPages());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeCounts(JsonGenerator json, String name, Map<Kind, Integer> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<Kind, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey().word(), count.getValue());
    }
    json.writeEndObject();
  }
}
