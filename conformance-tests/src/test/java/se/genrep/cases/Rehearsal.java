package se.genrep.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import se.genrep.http.MockFederation;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.RunningSp;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;
import se.genrep.requirement.Catalogue;
import se.genrep.run.CaseRegistry;
import se.genrep.run.Runner;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.ServiceProviderUnderTest;
import se.genrep.sut.SutConfig;

/** One federation in memory, against which any number of service providers can be judged. */
final class Rehearsal implements AutoCloseable {

  static final String SUPPLIER = "supplier-loa2-loa3";
  static final String WITHOUT_MESSAGES = "eid-choice-2017";
  static final String UNCERTIFIED = "uncertified-bankid";

  private final Clock clock = Clock.systemUTC();
  private final MockFederation federation = MockFederation.start(MockFederation.options());
  private final String profile;
  private final Setup setup;

  /**
   * @param contexts what the service providers ask for instead of all that the identity provider
   *     has and an e-service wants
   */
  Rehearsal(String profile, String... contexts) {
    this.profile = profile;
    Setup usual =
        Setup.of(
            federation.federation(), federation.pki(), federation.idp(profile).entityId(), clock);
    this.setup = contexts.length == 0 ? usual : usual.asking(contexts);
  }

  /** All service-provider cases against a variant of the reference. */
  List<CaseResult> judge(Variant variant) {
    return judge(variant, CaseRegistry.of(SutRole.SP));
  }

  /** Some cases against a variant of the reference. */
  List<CaseResult> judge(Variant variant, List<ConformanceCase> cases) {
    return judge(with -> ReferenceSp.start(variant, with), cases);
  }

  /** Some cases against any service provider of this process. */
  List<CaseResult> judge(Function<Setup, RunningSp> start, List<ConformanceCase> cases) {
    try (RunningSp service = start.apply(setup)) {
      federation.federation().join(service.entityId(), service.metadata());
      try {
        var system =
            new ServiceProviderUnderTest(
                federation,
                federation.idp(profile),
                SutConfig.of(
                    "reference", service.entityId(), service.loginUrl(), service.whoamiUrl()),
                service.metadata(),
                EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)),
                clock,
                new ServiceProviderUnderTest.Run(UUID.randomUUID().toString(), 0, "rerun"));
        return new Runner(
                system, Catalogue.load(), CaseRegistry.of(SutRole.SP), clock, Runner.Progress.NONE)
            .run(cases);
      } finally {
        federation.federation().leave(service.entityId());
      }
    }
  }

  @Override
  public void close() {
    federation.close();
  }
}
