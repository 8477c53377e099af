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
import se.genrep.http.MockFederation;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;
import se.genrep.run.Baseline;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;
import se.genrep.sut.Refresh;
import se.genrep.sut.ServiceProviderUnderTest;
import se.genrep.sut.SutConfig;

/** {@code genrep rehearse}: everything against each other, to see it work. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description =
        "Start the mock federation and a demo e-service, and run all suites against them.")
final class RehearseCommand implements Callable<Integer> {

  @ParentCommand private Genrep genrep;
  @Mixin private RunOptions options;

  @Option(
      names = "--profile",
      paramLabel = "ID",
      defaultValue = "supplier-loa2-loa3",
      description = "The identity provider to sign in with (default: ${DEFAULT-VALUE}).")
  private String profile;

  @Override
  public Integer call() {
    IdpProfiles.find(profile);
    List<ConformanceCase> all = CaseRegistry.all();
    TestPlan plan = TestPlan.standard(SutRole.SP);
    List<ConformanceCase> cases = options.narrow(plan.select(all));
    Clock clock = Clock.systemUTC();
    try (AgentChoice browsers = options.agents(false, false);
        MockFederation federation =
            MockFederation.start(
                MockFederation.options()
                    .clock(clock)
                    .stackTraces(genrep.showsStackTraces())
                    .report(problem -> options.err().println(problem.getMessage())));
        ReferenceSp service = service(federation, clock)) {
      MockIdp idp = federation.idp(profile);
      options.err().println("The mock federation runs at " + federation.baseUrl() + "/");
      options.err().println("The demo e-service runs at " + service.baseUrl() + "/");
      var run =
          new ServiceProviderUnderTest.Run(
              UUID.randomUUID().toString(),
              options.seed(),
              "genrep rehearse"
                  + (profile.equals("supplier-loa2-loa3") ? "" : " --profile " + profile)
                  + options.rerun());
      SutConfig config =
          SutConfig.of(
                  "demo e-service",
                  service.entityId(),
                  service.loginUrl() + "?idp={idp}",
                  service.whoamiUrl())
              .offering(federation.idps().stream().map(each -> each.profile().id()).toList())
              .refreshed(Refresh.of(service.refreshUrl()))
              .choosingAt(service.discoveryUrl());
      var system =
          new ServiceProviderUnderTest(
              federation, idp, config, service.metadata(), browsers.agents(), clock, run);
      return options.execute(system, run, plan.id(), all, cases, Baseline.NONE, clock);
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
