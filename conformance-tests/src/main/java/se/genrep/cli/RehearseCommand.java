package se.genrep.cli;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import se.genrep.federation.EntityMetadata;
import se.genrep.http.MockFederation;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.Setup;
import se.genrep.reference.TesterSite;
import se.genrep.reference.TesterSps;
import se.genrep.reference.Testers;
import se.genrep.reference.Variant;
import se.genrep.run.Baseline;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.IdentityProviderUnderTest;
import se.genrep.sut.IdpPlan;
import se.genrep.sut.MockIdpConfig;
import se.genrep.sut.Refresh;
import se.genrep.sut.ServiceProviderUnderTest;
import se.genrep.sut.SutConfig;
import se.genrep.sut.UserAgent;

/** {@code genrep rehearse}: everything against each other, to see it work. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description =
        "Start the mock federation and a demo e-service, and run all suites against them.")
final class RehearseCommand implements Callable<Integer> {

  /** What keeps two processors busy; more of them have little left to do. */
  private static final int LANES = 2;

  @ParentCommand private Genrep genrep;
  @Mixin private RunOptions options;

  @Option(
      names = "--profile",
      paramLabel = "ID",
      defaultValue = "supplier-loa2-loa3",
      description =
          "The identity provider to sign in with, and to test (default: ${DEFAULT-VALUE}).")
  private String profile;

  @Override
  public Integer call() {
    IdpProfiles.find(profile);
    List<ConformanceCase> all = CaseRegistry.all();
    TestPlan plan = TestPlan.standard(SutRole.SP);
    List<ConformanceCase> chosen = options.narrow(all);
    Clock clock = Clock.systemUTC();
    try (AgentChoice browsers = options.agents(false, false);
        MockFederation federation =
            MockFederation.start(
                MockFederation.options()
                    .clock(clock)
                    .stackTraces(genrep.showsStackTraces())
                    .report(problem -> options.err().println(problem.getMessage())))) {
      options.err().println("The mock federation runs at " + federation.baseUrl() + "/");
      int exit = Genrep.CONFORMING;
      List<ConformanceCase> ofServices = kept(plan.select(CaseRegistry.of(SutRole.SP)), chosen);
      if (!ofServices.isEmpty()) {
        exit = serviceProvider(federation, plan, ofServices, browsers.agents(), clock);
      }
      TestPlan idpPlan = idpPlan(federation);
      List<ConformanceCase> ofIdps = kept(idpPlan.select(CaseRegistry.of(SutRole.IDP)), chosen);
      if (!ofIdps.isEmpty()) {
        exit =
            Math.max(exit, identityProvider(federation, idpPlan, ofIdps, browsers.agents(), clock));
      }
      return exit;
    }
  }

  private static List<ConformanceCase> kept(
      List<ConformanceCase> planned, List<ConformanceCase> chosen) {
    return planned.stream().filter(chosen::contains).toList();
  }

  private TestPlan idpPlan(MockFederation federation) {
    String entityId = federation.idp(profile).entityId();
    return TestPlan.get(IdpPlan.following(federation.federation().entity(entityId).orElseThrow()));
  }

  private ServiceProviderUnderTest.Run run() {
    return new ServiceProviderUnderTest.Run(
        UUID.randomUUID().toString(),
        options.seed(),
        "genrep rehearse"
            + (profile.equals("supplier-loa2-loa3") ? "" : " --profile " + profile)
            + options.rerun());
  }

  private int serviceProvider(
      MockFederation federation,
      TestPlan plan,
      List<ConformanceCase> cases,
      UserAgent.Factory browsers,
      Clock clock) {
    try (ReferenceSp service = service(federation, clock)) {
      options.err().println("The demo e-service runs at " + service.baseUrl() + "/");
      var run = run();
      SutConfig config =
          SutConfig.of(
                  "demo e-service",
                  service.entityId(),
                  service.loginUrl() + "?idp={idp}",
                  service.whoamiUrl())
              .offering(federation.idps().stream().map(each -> each.profile().id()).toList())
              .refreshed(Refresh.of(service.refreshUrl()))
              .choosingAt(service.discoveryUrl())
              .parallel(LANES);
      var system =
          new ServiceProviderUnderTest(
              federation,
              federation.idp(profile),
              config,
              service.metadata(),
              browsers,
              clock,
              run);
      return options.execute(
          system, run, plan.id(), CaseRegistry.of(SutRole.SP), cases, Baseline.NONE, clock);
    }
  }

  private int identityProvider(
      MockFederation federation,
      TestPlan plan,
      List<ConformanceCase> cases,
      UserAgent.Factory browsers,
      Clock clock) {
    MockIdp idp = federation.idp(profile);
    EntityMetadata metadata = federation.federation().entity(idp.entityId()).orElseThrow();
    try (TesterSite site = TesterSite.start("localhost", 0)) {
      TesterSps testers =
          new TesterSps(
              Testers.all(),
              federation.federation(),
              federation.pki(),
              metadata,
              clock,
              site.baseUrl());
      var run = run();
      var system =
          new IdentityProviderUnderTest(
              MockIdpConfig.of(idp, federation.cast()),
              testers,
              idp.metadata(),
              browsers,
              clock,
              federation.cast().numbers()::contains,
              run);
      List<ConformanceCase> all = CaseRegistry.of(SutRole.IDP);
      return options.execute(
          "identity-provider", system, run, plan.id(), all, cases, Baseline.ofTheMock(all), clock);
    }
  }

  private ReferenceSp service(MockFederation federation, Clock clock) {
    ReferenceSp service =
        ReferenceSp.start(
            Variant.conforming(),
            Setup.of(
                federation.federation(),
                federation.pki(),
                federation.idp(profile).entityId(),
                clock),
            List.of(),
            Optional.of(
                new ReferenceSp.FeedSource(
                    URI.create(federation.baseUrl() + "/metadata/role/idp.xml"),
                    federation.federation().signer())));
    federation.federation().join("demo e-service", service.metadata());
    return service;
  }
}
