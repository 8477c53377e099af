package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.http.MockFederation;
import se.genrep.reference.DegenerateSp;
import se.genrep.reference.Door;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.RunningSp;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;
import se.genrep.registry.Attribute;

/** Each way to be misconfigured is told apart, at the step where it shows. */
class PreFlightTest {

  private static MockFederation federation;
  private static Setup setup;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options());
    setup =
        Setup.of(
            federation.federation(),
            federation.pki(),
            federation.idps().get(0).entityId(),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static SutConfig with(SutConfig usual, String login, String whoami, SubjectPlace place) {
    return new SutConfig(
        null,
        usual.role(),
        usual.name(),
        usual.metadata(),
        login,
        usual.logins(),
        URI.create(whoami),
        place,
        usual.shows(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static List<FlightStep> fly(
      RunningSp service, boolean member, UnaryOperator<SutConfig> changed) {
    try (service) {
      if (member) {
        federation.federation().join(service.entityId(), service.metadata());
      }
      SutConfig usual =
          SutConfig.of("reference", service.entityId(), service.loginUrl(), service.whoamiUrl());
      return new ServiceProviderUnderTest(
              federation,
              federation.idps().get(0),
              changed.apply(usual),
              service.metadata(),
              EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)),
              Clock.systemUTC(),
              new ServiceProviderUnderTest.Run(UUID.randomUUID().toString(), 0, "rerun"))
          .preFlight();
    } finally {
      federation.federation().leave(service.entityId());
    }
  }

  private static ReferenceSp reference() {
    return ReferenceSp.start(Variant.conforming(), setup);
  }

  private static void failsAt(String name, String seen, String remedy, List<FlightStep> steps) {
    FlightStep last = steps.get(steps.size() - 1);
    assertFalse(last.good(), steps::toString);
    assertEquals(name, last.name(), steps::toString);
    assertTrue(last.seen().contains(seen), steps::toString);
    assertTrue(last.remedy().contains(remedy), steps::toString);
    assertTrue(steps.subList(0, steps.size() - 1).stream().allMatch(FlightStep::good));
  }

  @Test
  void aGoodServiceIsReady() {
    List<FlightStep> steps = fly(reference(), true, usual -> usual);
    assertTrue(steps.stream().allMatch(FlightStep::good), steps::toString);
    assertEquals("what it declares", steps.get(steps.size() - 1).name());
    assertTrue(steps.toString().contains("http://id.elegnamnden.se/loa/1.0/loa3"));
  }

  @Test
  void aServiceThatIsDown() {
    failsAt(
        "whoami without a sign-in",
        "cannot be reached",
        "Start the service provider",
        fly(DegenerateSp.dead(setup), true, usual -> usual));
  }

  @Test
  void aServiceThatIsNoMember() {
    failsAt(
        "the request is good",
        "made no answer (",
        "genrep lint",
        fly(reference(), false, usual -> usual));
  }

  @Test
  void aLoginThatStartsNoSignIn() {
    failsAt(
        "the request reaches the identity provider",
        "no request came",
        "javascript: true",
        fly(
            reference(),
            true,
            usual ->
                with(
                    usual, usual.whoami().toString(), usual.whoami().toString(), usual.subject())));
  }

  @Test
  void aServiceThatAsksForALevelNobodyHereHas() {
    Setup foreign = setup.asking("http://id.elegnamnden.se/loa/1.0/eidas-sub");
    failsAt(
        "the request is good",
        "eidas-sub",
        "Mend the request or the metadata",
        fly(ReferenceSp.start(Variant.conforming(), foreign), true, usual -> usual));
  }

  @Test
  void aServiceThatRefusesEverybody() {
    failsAt(
        "sign-in",
        "does not take a good answer",
        "Look into the service's log",
        fly(DegenerateSp.refusing(setup), true, usual -> usual));
  }

  @Test
  void aSubjectThatIsSomethingElse() {
    failsAt(
        "sign-in",
        "and the page shows",
        "Point subject at",
        fly(
            reference(),
            true,
            usual ->
                with(
                    usual,
                    usual.login(),
                    usual.whoami().toString(),
                    SubjectPlace.json("/context"))));
  }

  @Test
  void aWhoamiPageThatKnowsEveryone() {
    failsAt(
        "whoami without a sign-in",
        "to a browser that has not signed in",
        "depends on the session",
        fly(
            reference(),
            true,
            usual ->
                with(
                    usual,
                    usual.login(),
                    federation.baseUrl() + "/health",
                    SubjectPlace.json("/status"))));
  }

  @Test
  void aWhoamiPageThatShowsNobody() {
    failsAt(
        "sign-in",
        "shows nobody",
        "Point whoami at",
        fly(
            reference(),
            true,
            usual ->
                with(
                    usual,
                    usual.login(),
                    federation.baseUrl() + "/health",
                    SubjectPlace.json("/nothing"))));
  }

  @Test
  void furtherSignInsAreTriedToo() {
    Door any = new Door("any", setup.idp(), List.of(), Attribute.PERSONAL_IDENTITY_NUMBER);
    ReferenceSp service = ReferenceSp.start(Variant.conforming(), setup, List.of(any));
    List<FlightStep> steps =
        fly(service, true, usual -> usual.logins(Map.of("any", service.loginUrl(any))));
    assertTrue(steps.stream().allMatch(FlightStep::good), steps::toString);
    FlightStep last = steps.get(steps.size() - 1);
    assertEquals("the sign-in 'any'", last.name());
    assertTrue(
        last.seen().endsWith("no level of assurance, and knows people by personalIdentityNumber"));
  }

  @Test
  void aFurtherSignInForALevelNobodyHereHas() {
    Door other =
        new Door(
            "other",
            setup.idp(),
            List.of("http://id.elegnamnden.se/loa/1.0/eidas-sub"),
            Attribute.PERSONAL_IDENTITY_NUMBER);
    ReferenceSp service = ReferenceSp.start(Variant.conforming(), setup, List.of(other));
    failsAt(
        "the sign-in 'foreign'",
        "None of the requested levels of assurance is supported",
        "Mend its address in logins",
        fly(service, true, usual -> usual.logins(Map.of("foreign", service.loginUrl(other)))));
  }

  @Test
  void aFurtherSignInThatIsNone() {
    failsAt(
        "the sign-in 'low'",
        "no request reached the identity provider",
        "Mend its address in logins",
        fly(reference(), true, usual -> usual.logins(Map.of("low", usual.whoami().toString()))));
  }
}
