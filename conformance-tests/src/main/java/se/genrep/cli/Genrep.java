package se.genrep.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import se.genrep.input.BadInput;

/**
 * The program. Exit codes: {@value #CONFORMING} conforming, {@value #FINDINGS} findings, {@value
 * #COULD_NOT_RUN} nothing matched or could not run, {@value #WRONG_USAGE} wrong usage.
 */
@Command(
    name = "genrep",
    description = "The dress rehearsal for Swedish electronic identity.",
    mixinStandardHelpOptions = true,
    versionProvider = Genrep.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Genrep implements Runnable {

  public static final int CONFORMING = 0;
  public static final int FINDINGS = 1;
  public static final int COULD_NOT_RUN = 2;
  public static final int WRONG_USAGE = 64;

  /** The commands, in the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          UpCommand.class,
          RehearseCommand.class,
          TestCommand.class,
          NumbersCommand.class,
          ListCommand.class,
          ExplainCommand.class,
          LintCommand.class,
          SignCommand.class,
          VerifyCommand.class,
          ReportCommand.class,
          CompareCommand.class,
          WarmCommand.class);

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error happened (or GENREP_STACKTRACE=1).")
  private boolean stackTrace;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  private Genrep(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
    System.exit(run(out, err, System.getenv(), args));
  }

  /**
   * Runs one command inside another program, and gives its exit code.
   *
   * @param out what the command says
   * @param err progress and complaints
   * @param environment the variables that the command may read
   */
  public static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
    Genrep genrep = new Genrep(environment);
    CommandLine line = new CommandLine(genrep);
    COMMANDS.forEach(line::addSubcommand);
    return line.setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Genrep::wrongUsage)
        .setExecutionExceptionHandler(genrep::failed)
        .execute(args);
  }

  /** A variable of the environment; empty when it is not set or empty. */
  Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether errors are shown with stack traces. */
  boolean showsStackTraces() {
    return stackTrace || "1".equals(environment.get("GENREP_STACKTRACE"));
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command to run.");
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr())) {
      line.usage(line.getErr(), line.getColorScheme());
    }
    return WRONG_USAGE;
  }

  private int failed(Exception e, CommandLine line, ParseResult parsed) {
    boolean bad = e instanceof BadInput;
    line.getErr().println(bad ? e.getMessage() : "An error of Genrep itself: " + e);
    if (showsStackTraces()) {
      line.getErr().println(line.getColorScheme().stackTraceText(e));
    } else if (!bad) {
      line.getErr().println("Run it again with --stacktrace and report what it shows.");
    }
    return COULD_NOT_RUN;
  }

  /** The version of the jar; of classes in a folder there is none. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Genrep.class.getPackage().getImplementationVersion();
      return new String[] {"genrep " + (version == null ? "(not packaged)" : version)};
    }
  }
}
