package se.genrep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.http.MockFederation;
import se.genrep.identity.OfficialNumbers;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.TesterSite;
import se.genrep.reference.TesterSps;
import se.genrep.reference.Testers;
import se.genrep.run.Baseline;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.IdentityProviderUnderTest;
import se.genrep.sut.IdpPlan;
import se.genrep.sut.IdpSutConfig;
import se.genrep.sut.ServiceProviderUnderTest;
import se.genrep.sut.SutConfig;
import se.genrep.sut.SutFile;

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
      "",
      "or, for an identity provider (docs/identity-provider.md):",
      "",
      "  role: idp",
      "  metadata: https://idp.example.org/metadata    (or a file)",
      "  persons: …                                    (who can sign in)",
      "  pages: …                                      (how they do it)",
      ""
    })
final class TestCommand implements Callable<Integer> {

  private static final int PORT = 8480;
  private static final int TESTER_PORT = 8483;

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
      defaultValue = "" + PORT,
      description =
          "Port of the mock federation, the one of 'genrep up' (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--tester-port",
      paramLabel = "N",
      defaultValue = "" + TESTER_PORT,
      description =
          "Port where the service providers that test an identity provider take answers (default:"
              + " ${DEFAULT-VALUE}).")
  private int testerPort;

  @Option(
      names = "--check",
      description = "Run no case: try a good sign-in and say what is misconfigured.")
  private boolean check;

  @Option(
      names = "--print-feed",
      description =
          "Run no case: say which metadata an identity provider must consume, and write it.")
  private boolean printFeed;

  @Override
  public Integer call() {
    return switch (SutFile.role(sut)) {
      case SP -> serviceProvider(SutConfig.read(sut));
      case IDP -> identityProvider(IdpSutConfig.read(sut));
    };
  }

  private int serviceProvider(SutConfig config) {
    if (printFeed) {
      throw new BadInput(
          "--print-feed",
          "the feed is for identity providers",
          "A service provider reads the metadata of 'genrep up'");
    }
    List<ConformanceCase> all = CaseRegistry.of(config.role());
    Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline, all);
    TestPlan chosen = plan == null ? TestPlan.standard(config.role()) : plan(plan, config.role());
    List<ConformanceCase> cases = options.narrow(chosen.select(all));
    byte[] metadata = MetadataSource.read(config);
    Clock clock = Clock.systemUTC();
    try (AgentChoice browsers = options.agents(config.javaScript(), config.insecureTls());
        MockFederation federation = federation(clock)) {
      MockIdp idp = config.idp().map(federation::idp).orElseGet(() -> federation.idps().get(0));
      federation.federation().join(config.metadata(), metadata);
      var run = run();
      var system =
          new ServiceProviderUnderTest(
              federation, idp, config, metadata, browsers.agents(), clock, run);
      if (check) {
        return options.check(system.name(), system.preFlight());
      }
      return options.execute(system, run, chosen.id(), all, cases, known, clock);
    }
  }

  private int identityProvider(IdpSutConfig config) {
    List<ConformanceCase> all = CaseRegistry.of(SutRole.IDP);
    Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline, all);
    byte[] metadata = MetadataSource.read(config);
    Clock clock = Clock.systemUTC();
    EntityMetadata idp = identityProvider(config, metadata, clock);
    String id = plan == null ? config.plan().orElseGet(() -> IdpPlan.following(idp)) : plan;
    TestPlan chosen = plan(id, SutRole.IDP);
    List<ConformanceCase> cases = options.narrow(chosen.select(all));
    try (AgentChoice browsers = options.agents(config.javaScript(), config.insecureTls());
        MockFederation federation = federation(clock);
        TesterSite site = TesterSite.start(host, testerPort)) {
      TesterSps testers =
          new TesterSps(
              Testers.all(), federation.federation(), federation.pki(), idp, clock, site.baseUrl());
      if (printFeed) {
        return options.print(new FeedNotice(federation, data).lines());
      }
      var run = run();
      OfficialNumbers official = OfficialNumbers.in(data);
      Set<String> ofCast = federation.cast().numbers();
      var system =
          new IdentityProviderUnderTest(
              config,
              testers,
              metadata,
              browsers.agents(),
              clock,
              number -> ofCast.contains(number) || official.contains(number),
              run);
      if (check) {
        return options.check(system.name(), system.preFlight());
      }
      return options.execute(system, run, chosen.id(), all, cases, known, clock);
    }
  }

  private static EntityMetadata identityProvider(
      IdpSutConfig config, byte[] metadata, Clock clock) {
    EntityMetadata entity = MetadataReader.readOne(config.metadata(), metadata, clock.instant());
    if (entity.identityProvider().isEmpty()) {
      throw new BadInput(
          config.file() + ": metadata",
          "there is no identity provider in " + config.metadata(),
          "Give metadata with an IDPSSODescriptor for SAML 2.0");
    }
    return entity;
  }

  private static TestPlan plan(String id, SutRole role) {
    TestPlan chosen = TestPlan.get(id);
    if (chosen.role() != role) {
      throw new BadInput(
          "--plan",
          "the plan " + chosen.id() + " is for the role " + chosen.role().id(),
          "Choose one for " + role.id() + "; 'genrep list plans' shows them");
    }
    return chosen;
  }

  private MockFederation federation(Clock clock) {
    return MockFederation.start(
        MockFederation.options()
            .data(data.toAbsolutePath().normalize())
            .host(host)
            .port(port)
            .clock(clock)
            .stackTraces(genrep.showsStackTraces())
            .report(problem -> options.err().println(problem.getMessage())));
  }

  private ServiceProviderUnderTest.Run run() {
    return new ServiceProviderUnderTest.Run(UUID.randomUUID().toString(), options.seed(), rerun());
  }

  private String rerun() {
    StringBuilder command = new StringBuilder("genrep test ").append(sut);
    if (!data.equals(Path.of(".genrep"))) {
      command.append(" --data ").append(data);
    }
    if (port != PORT) {
      command.append(" --port ").append(port);
    }
    if (testerPort != TESTER_PORT) {
      command.append(" --tester-port ").append(testerPort);
    }
    if (!host.equals("localhost")) {
      command.append(" --host ").append(host);
    }
    return command + options.rerun();
  }
}
