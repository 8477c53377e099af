package se.genrep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import se.genrep.http.MockFederation;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.model.ConformanceCase;
import se.genrep.run.Baseline;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.ServiceProviderUnderTest;
import se.genrep.sut.SutConfig;

/** {@code genrep test}: runs a plan against a system and says what it did. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Test a system of yours. SUT.yaml says where it is:",
      "",
      "  role: sp",
      "  metadata: https://sp.example.org/metadata     (or a file)",
      "  login: https://sp.example.org/login?idp={idp}",
      "  whoami: https://sp.example.org/me",
      "  subject: /personalIdentityNumber              (JSON pointer, or regex:…(…)…)",
      ""
    })
final class TestCommand implements Callable<Integer> {

  @ParentCommand private Genrep genrep;
  @Mixin private RunOptions options;

  @Parameters(paramLabel = "SUT.yaml", description = "What to test, and where it is.")
  private Path sut;

  @Option(names = "--plan", paramLabel = "ID", description = "See 'genrep list plans'.")
  private String plan;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Known findings with their reasons; only what differs makes exit code 1.")
  private Path baseline;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".genrep",
      description = "Data folder of the mock federation (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description = "The name browsers reach this machine by (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8480",
      description =
          "Port of the mock federation, the one of 'genrep up' (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--check",
      description = "Run no case: try a good sign-in and say what is misconfigured.")
  private boolean check;

  @Override
  public Integer call() {
    SutConfig config = SutConfig.read(sut);
    List<ConformanceCase> all = CaseRegistry.all();
    Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline, all);
    TestPlan chosen = plan == null ? TestPlan.standard(config.role()) : TestPlan.get(plan);
    if (chosen.role() != config.role()) {
      throw new BadInput(
          "--plan",
          "the plan " + chosen.id() + " is for the role " + chosen.role().id(),
          "Choose one for " + config.role().id() + "; 'genrep list plans' shows them");
    }
    List<ConformanceCase> cases = options.narrow(chosen.select(all));
    byte[] metadata = MetadataSource.read(config);
    Clock clock = Clock.systemUTC();
    try (AgentChoice browsers = options.agents(config.javaScript(), config.insecureTls());
        MockFederation federation =
            MockFederation.start(
                MockFederation.options()
                    .data(data.toAbsolutePath().normalize())
                    .host(host)
                    .port(port)
                    .clock(clock)
                    .stackTraces(genrep.showsStackTraces())
                    .report(problem -> options.err().println(problem.getMessage())))) {
      MockIdp idp = config.idp().map(federation::idp).orElseGet(() -> federation.idps().get(0));
      federation.federation().join(config.metadata(), metadata);
      String id = UUID.randomUUID().toString();
      var run = new ServiceProviderUnderTest.Run(id, options.seed(), rerun());
      var system =
          new ServiceProviderUnderTest(
              federation, idp, config, metadata, browsers.agents(), clock, run);
      if (check) {
        return options.check(system);
      }
      return options.execute(system, run, chosen.id(), all, cases, known, clock);
    }
  }

  private String rerun() {
    StringBuilder command = new StringBuilder("genrep test ").append(sut);
    if (!data.equals(Path.of(".genrep"))) {
      command.append(" --data ").append(data);
    }
    if (port != 8480) {
      command.append(" --port ").append(port);
    }
    if (!host.equals("localhost")) {
      command.append(" --host ").append(host);
    }
    return command + options.rerun();
  }
}
