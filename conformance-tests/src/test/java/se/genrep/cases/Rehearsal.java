package se.genrep.cases;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import se.genrep.http.MockFederation;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.Door;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.ReferenceSp.FeedSource;
import se.genrep.reference.RunningSp;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;
import se.genrep.requirement.Catalogue;
import se.genrep.run.CaseRegistry;
import se.genrep.run.Runner;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.Refresh;
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
  private List<Door> doors = List.of();
  private int lanes = 1;

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

  /** Lets the variants of the reference have every kind of sign-in beside the usual one. */
  Rehearsal withDoors() {
    doors = Door.all(setup.members(), setup.idp());
    return this;
  }

  /** Plays so many cases at a time. */
  Rehearsal inLanes(int number) {
    lanes = number;
    return this;
  }

  /** All service-provider cases against a variant of the reference. */
  List<CaseResult> judge(Variant variant) {
    return judge(variant, CaseRegistry.of(SutRole.SP));
  }

  /** Some cases against a variant of the reference. */
  List<CaseResult> judge(Variant variant, List<ConformanceCase> cases) {
    return judge(with -> ReferenceSp.start(variant, with, doors, Optional.of(feed())), cases);
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
                config(service),
                service.metadata(),
                EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)),
                clock,
                new ServiceProviderUnderTest.Run(UUID.randomUUID().toString(), 0, "rerun"));
        return new Runner(
                system, Catalogue.load(), CaseRegistry.of(SutRole.SP), clock, Runner.Progress.NONE)
            .inLanes(lanes)
            .run(cases);
      } finally {
        federation.federation().leave(service.entityId());
      }
    }
  }

  private FeedSource feed() {
    return new FeedSource(
        URI.create(federation.baseUrl() + "/metadata/role/idp.xml"),
        federation.federation().signer());
  }

  private SutConfig config(RunningSp service) {
    SutConfig config =
        SutConfig.of(
                "reference",
                service.entityId(),
                service.loginUrl() + "?idp={idp}",
                service.whoamiUrl())
            .offering(List.of(SUPPLIER, WITHOUT_MESSAGES))
            .logins(logins(service));
    return service instanceof ReferenceSp reference
        ? config.refreshed(Refresh.of(reference.refreshUrl())).choosingAt(reference.discoveryUrl())
        : config;
  }

  private Map<String, String> logins(RunningSp service) {
    Map<String, String> logins = new LinkedHashMap<>();
    if (service instanceof ReferenceSp reference) {
      doors.forEach(door -> logins.put(door.name(), reference.loginUrl(door)));
    }
    return logins;
  }

  @Override
  public void close() {
    federation.close();
  }
}
