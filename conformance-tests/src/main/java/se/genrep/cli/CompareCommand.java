package se.genrep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.genrep.input.BadInput;
import se.genrep.report.Comparison;
import se.genrep.report.Comparison.Change;
import se.genrep.report.Comparison.Kind;
import se.genrep.report.Report;
import se.genrep.report.ReportReader;

/** {@code genrep compare}: what a newer run says that an older one did not. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compare two report.json, case by case.",
    footer = {"", "The exit code is 1 when a case came out worse than before, else 0."})
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD.json", description = "The report of the earlier run.")
  private Path older;

  @Parameters(index = "1", paramLabel = "NEW.json", description = "The report of the later run.")
  private Path newer;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Report before = ReportReader.read(older);
    Report after = ReportReader.read(newer);
    if (!before.sut().role().equals(after.sut().role())) {
      throw new BadInput(
          newer.toString(),
          "it is about a system of the role "
              + after.sut().role()
              + ", the other about one of the role "
              + before.sut().role(),
          "Compare reports of one role");
    }
    Comparison comparison = Comparison.of(before, after);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(before, after, comparison));
    } else {
      print(out, before, after, comparison);
    }
    return comparison.isWorse() ? Genrep.FINDINGS : Genrep.CONFORMING;
  }

  private static void print(PrintWriter out, Report before, Report after, Comparison comparison) {
    out.println("older  " + inWords(before));
    out.println("newer  " + inWords(after));
    for (Kind kind : Kind.values()) {
      List<Change> changes =
          comparison.changes().stream().filter(change -> change.kind() == kind).toList();
      if (!changes.isEmpty()) {
        out.println();
        out.println(heading(kind) + ":");
        changes.forEach(change -> print(out, change));
      }
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%d cases came out as before, %d did not.%n",
        comparison.alike(),
        comparison.changes().size());
  }

  private static String inWords(Report report) {
    return report.sut().name()
        + ", plan "
        + report.plan()
        + ", "
        + report.run().started()
        + ", genrep "
        + report.tool().version();
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case WORSE -> "Worse";
      case OTHER_FINDING -> "The same verdict, but something else was seen";
      case NO_LONGER_TESTED -> "No longer tested";
      case GONE -> "Not in the newer report";
      case BETTER -> "Better";
      case NOW_TESTED -> "Now tested";
      case NEW -> "Not in the older report";
    };
  }

  private static void print(PrintWriter out, Change change) {
    out.printf(
        "  %s  %s → %s%n",
        change.id(),
        change.older().map(each -> each.verdict().name()).orElse("–"),
        change.newer().map(each -> each.verdict().name()).orElse("–"));
    change
        .newer()
        .ifPresent(
            now -> {
              now.findings().forEach(finding -> out.println("    " + finding.actual()));
              if (!now.reason().isEmpty()) {
                out.println("    " + now.reason());
              }
            });
  }

  private static String json(Report before, Report after, Comparison comparison) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("older", before.run().id()).put("newer", after.run().id());
    root.put("worse", comparison.isWorse()).put("alike", comparison.alike());
    var changes = root.putArray("changes");
    for (Change change : comparison.changes()) {
      ObjectNode each = changes.addObject();
      each.put("id", change.id()).put("change", change.kind().id());
      each.put("older", change.older().map(one -> one.verdict().name()).orElse(null));
      each.put("newer", change.newer().map(one -> one.verdict().name()).orElse(null));
    }
    return root.toString();
  }
}
