package se.genrep.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import se.genrep.federation.EntityMetadata;
import se.genrep.http.MockFederation;
import se.genrep.idp.IdpVariant;
import se.genrep.idp.MockIdp;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.reference.TesterSite;
import se.genrep.reference.TesterSps;
import se.genrep.reference.Testers;
import se.genrep.requirement.Catalogue;
import se.genrep.run.CaseRegistry;
import se.genrep.run.Runner;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.IdentityProviderUnderTest;
import se.genrep.sut.IdpSutConfig;
import se.genrep.sut.MockIdpConfig;
import se.genrep.sut.ServiceProviderUnderTest;

/** One federation in memory, whose identity providers are judged, well-behaved or not. */
final class IdpRehearsal implements AutoCloseable {

  private final Clock clock = Clock.systemUTC();
  private final MockFederation federation =
      MockFederation.start(MockFederation.options().httpsPort(0));
  private final TesterSite site = TesterSite.start("localhost", 0);

  /** Some cases against a variant of the identity provider of a profile. */
  synchronized List<CaseResult> judge(
      String profile, IdpVariant variant, List<ConformanceCase> cases) {
    MockIdp idp = federation.idp(profile);
    idp.behave(variant, federation.cast().canaries().get(0));
    try {
      EntityMetadata metadata = federation.federation().entity(idp.entityId()).orElseThrow();
      return judge(metadata, idp.metadata(), MockIdpConfig.of(idp, federation.cast()), cases);
    } finally {
      idp.behave(IdpVariant.conforming(), null);
    }
  }

  /** Some cases against any identity provider that reads this federation's metadata. */
  List<CaseResult> judge(
      EntityMetadata metadata, byte[] document, IdpSutConfig config, List<ConformanceCase> cases) {
    TesterSps testers =
        new TesterSps(
            Testers.all(),
            federation.federation(),
            federation.pki(),
            metadata,
            clock,
            site.baseUrl());
    var system =
        new IdentityProviderUnderTest(
            config,
            testers,
            document,
            EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)),
            clock,
            federation.cast().numbers()::contains,
            new ServiceProviderUnderTest.Run(UUID.randomUUID().toString(), 0, "rerun"));
    return new Runner(
            system, Catalogue.load(), CaseRegistry.of(SutRole.IDP), clock, Runner.Progress.NONE)
        .run(cases);
  }

  MockFederation federation() {
    return federation;
  }

  @Override
  public void close() {
    site.close();
    federation.close();
  }
}
