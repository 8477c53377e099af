package se.genrep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import se.genrep.input.BadInput;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.RunResult;
import se.genrep.model.SystemUnderTest;
import se.genrep.report.ReportFolder;
import se.genrep.requirement.Catalogue;
import se.genrep.run.Baseline;
import se.genrep.run.CaseGlob;
import se.genrep.run.Runner;
import se.genrep.run.TestPlan;
import se.genrep.sut.FlightStep;
import se.genrep.sut.ServiceProviderUnderTest;

/** What the commands that run cases have in common: which, where to report, and how it ends. */
final class RunOptions {

  @Option(
      names = "--case",
      paramLabel = "GLOB",
      description = "Only cases whose id matches; * stands for any text. May be repeated.")
  private List<String> globs = List.of();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "genrep-report",
      description =
          "Where report.json, report.html and junit.xml are written (default: ${DEFAULT-VALUE}).")
  private Path report;

  @Option(
      names = "--agent",
      paramLabel = "KIND",
      defaultValue = AgentChoice.EMBEDDED,
      description =
          "Who signs in: 'embedded' is a browser in this program, 'chrome' a Chromium on this"
              + " machine, a URL a WebDriver elsewhere, 'person' you (default: ${DEFAULT-VALUE}).")
  private String agent;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides which test persons the cases use (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  long seed() {
    return seed;
  }

  /** The browsers that were chosen; {@link BadInput} when there are none of that kind. */
  AgentChoice agents(boolean javaScript, boolean insecureTls) {
    return AgentChoice.of(agent, javaScript, insecureTls, err());
  }

  /** Whether a person signs in, who can do one thing at a time. */
  boolean alone() {
    return agent.equals(AgentChoice.PERSON);
  }

  /** What a command needs so that it runs the same way again, but for the cases. */
  String rerun() {
    return agent.equals(AgentChoice.EMBEDDED) ? "" : " --agent " + agent;
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The cases of the plan that {@code --case} leaves; all when it is not given. */
  List<ConformanceCase> narrow(List<ConformanceCase> planned) {
    return globs.isEmpty()
        ? planned
        : TestPlan.select(globs.stream().map(CaseGlob::of).toList(), "--case", planned);
  }

  /** The same, empty where {@code --case} leaves none of them. */
  List<ConformanceCase> narrowed(List<ConformanceCase> planned) {
    return globs.isEmpty()
        ? planned
        : planned.stream()
            .filter(
                each -> globs.stream().map(CaseGlob::of).anyMatch(glob -> glob.matches(each.id())))
            .toList();
  }

  /** Prints lines of the form "what: where", and gives the exit code. */
  int print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode root = new ObjectMapper().createObjectNode();
      lines.forEach(
          line -> {
            String[] parts = line.split(": ", 2);
            if (parts.length == 2) {
              root.put(parts[0].replace(' ', '-'), parts[1]);
            }
          });
      out.println(root);
    } else {
      lines.forEach(out::println);
    }
    return Genrep.CONFORMING;
  }

  /** Prints the steps of a pre-flight, and gives the exit code. */
  int check(String system, List<FlightStep> steps) {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = steps.stream().allMatch(FlightStep::good);
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode root = mapper.createObjectNode();
      root.put("sut", system).put("ready", good).set("steps", mapper.valueToTree(steps));
      out.println(root);
    } else {
      for (FlightStep step : steps) {
        out.println((step.good() ? "ok    " : "FAIL  ") + step.name() + ": " + step.seen());
        if (!step.good()) {
          out.println("      " + step.remedy());
        }
      }
      out.println();
      out.println(good ? system + " is ready to be tested." : system + " cannot be tested yet.");
    }
    return good ? Genrep.CONFORMING : Genrep.COULD_NOT_RUN;
  }

  /** Runs, reports, prints the summary, and gives the exit code. */
  int execute(
      SystemUnderTest system,
      ServiceProviderUnderTest.Run run,
      String plan,
      List<ConformanceCase> all,
      List<ConformanceCase> cases,
      Baseline baseline,
      Clock clock) {
    return execute(report, system, run, plan, all, cases, baseline, clock);
  }

  /** As the other, with the report in a folder of its own below the one that was asked for. */
  int execute(
      String folder,
      SystemUnderTest system,
      ServiceProviderUnderTest.Run run,
      String plan,
      List<ConformanceCase> all,
      List<ConformanceCase> cases,
      Baseline baseline,
      Clock clock) {
    return execute(report.resolve(folder), system, run, plan, all, cases, baseline, clock);
  }

  private int execute(
      Path folder,
      SystemUnderTest system,
      ServiceProviderUnderTest.Run run,
      String plan,
      List<ConformanceCase> all,
      List<ConformanceCase> cases,
      Baseline baseline,
      Clock clock) {
    Instant started = clock.instant();
    Catalogue catalogue = Catalogue.load();
    ProgressLine progress = new ProgressLine(err());
    List<CaseResult> results =
        baseline.applyTo(
            new Runner(system, catalogue, all, clock, progress)
                .inLanes(alone() ? 1 : system.lanes())
                .run(cases));
    progress.end();
    RunResult result =
        new RunResult(
            run.id(),
            started,
            "system",
            run.seed(),
            system.role(),
            system.name(),
            system.description(),
            plan,
            results);
    ReportFolder.write(folder, result, catalogue, all);
    List<Baseline.Difference> differences = baseline.differences(results);
    int exit = exitCode(results, differences);
    PrintWriter out = spec.commandLine().getOut();
    Path page = folder.resolve(ReportFolder.HTML).toAbsolutePath().normalize();
    if (json) {
      out.println(json(result, differences, page, exit));
    } else {
      new Summary(out).print(result, differences, page, clock.instant());
    }
    return exit;
  }

  private static int exitCode(List<CaseResult> results, List<Baseline.Difference> differences) {
    boolean nothingRan =
        results.stream()
            .allMatch(
                result ->
                    switch (result.verdict()) {
                      case SKIPPED, INCONCLUSIVE -> true;
                      default -> false;
                    });
    if (nothingRan) {
      return Genrep.COULD_NOT_RUN;
    }
    boolean news =
        results.stream().anyMatch(r -> !r.verdict().isFine() && r.knownReason().isEmpty());
    return news || !differences.isEmpty() ? Genrep.FINDINGS : Genrep.CONFORMING;
  }

  private static String json(
      RunResult result, List<Baseline.Difference> differences, Path page, int exit) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("sut", result.sut()).put("plan", result.plan());
    ObjectNode summary = root.putObject("summary");
    for (var verdict : se.genrep.model.Verdict.values()) {
      summary.put(verdict.name().toLowerCase(java.util.Locale.ROOT), result.count(verdict));
    }
    var cases = root.putArray("cases");
    for (CaseResult each : result.cases()) {
      cases
          .addObject()
          .put("id", each.conformanceCase().id())
          .put("verdict", each.verdict().name())
          .put("known", each.knownReason());
    }
    List<String> different = new ArrayList<>();
    differences.forEach(difference -> different.add(difference.inWords()));
    root.set("differences", mapper.valueToTree(different));
    root.put("report", page.toString()).put("exit", exit);
    return root.toString();
  }
}
