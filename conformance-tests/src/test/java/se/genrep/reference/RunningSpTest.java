package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.control.Script;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.http.MockFederation;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.person.TestPerson;
import se.genrep.registry.Algorithm;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.Page;
import se.genrep.sut.UserAgent;

/** Whole sign-ins over HTTP, in a browser, at the mock federation. */
class RunningSpTest {

  private static final Clock CLOCK = World.CLOCK;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Deviation UNSIGNED =
      Deviation.deviation("unsigned", "does not sign")
          .at(Stage.PROTECTION, (protection, scene) -> protection.signingResponse(false));

  private static MockFederation federation;
  private static TestPerson person;
  private static Setup setup;
  private static int exchanges;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options().clock(CLOCK));
    person = federation.cast().controls().get(0);
    setup = setup("supplier-loa2-loa3");
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static Setup setup(String profile) {
    MockIdp idp = federation.idp(profile);
    return Setup.of(federation.federation(), federation.pki(), idp.entityId(), CLOCK);
  }

  private static <T extends RunningSp> T member(T service) {
    federation.federation().join("service.xml", service.metadata());
    return service;
  }

  private static UserAgent browser() {
    return EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)).fresh(step -> {});
  }

  /** The page after the answer was posted. */
  private static Page signIn(UserAgent browser, RunningSp service, Deviations deviations) {
    String id = "e" + ++exchanges;
    federation
        .exchanges()
        .arm(
            id,
            Script.answering(
                    request -> new Decision.SignIn(person, request.contexts().get(0)), person)
                .with(deviations));
    browser.open(URI.create(federation.baseUrl() + "/exchange/" + id));
    Page answer = browser.open(URI.create(service.loginUrl()));
    return browser.submit(answer.samlForm().orElseThrow(() -> new AssertionError(answer.body())));
  }

  private static Page whoami(UserAgent browser, RunningSp service) {
    return browser.open(URI.create(service.whoamiUrl()));
  }

  private static JsonNode json(Page page) {
    try {
      return JSON.readTree(page.body());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(page.body(), e);
    }
  }

  @Test
  void signsInAndOut() {
    try (RunningSp service = member(ReferenceSp.start(Variant.conforming(), setup));
        UserAgent browser = browser()) {
      assertEquals(401, whoami(browser, service).status());
      assertTrue(json(whoami(browser, service)).at("/subject").isNull());

      Page page = signIn(browser, service, Deviations.NONE);

      assertEquals(200, page.status());
      assertEquals(service.baseUrl() + "/", page.uri().toString());
      assertTrue(page.body().contains("data-testid=\"signed-in\""), page.body());
      JsonNode who = json(whoami(browser, service));
      assertEquals(World.number(person), who.at("/subject").asText());
      assertEquals(LevelOfAssurance.LOA3.uri(), who.at("/context").asText());
      assertEquals(person.name(), who.at("/attributes/displayName/0").asText());

      Page after = browser.submit(page.forms().get(0));
      assertTrue(after.body().contains("data-testid=\"nobody\""), after.body());
      assertEquals(401, whoami(browser, service).status());
    }
  }

  @Test
  void refusesWithAPageThatNamesTheCheck() {
    try (RunningSp service = member(ReferenceSp.start(Variant.conforming(), setup));
        UserAgent browser = browser()) {
      Page page = signIn(browser, service, Deviations.of(UNSIGNED));

      assertEquals(403, page.status());
      assertTrue(page.body().contains("data-testid=\"refused\""), page.body());
      assertTrue(page.body().contains(">RESPONSE_SIGNED<"), page.body());
      assertEquals(401, whoami(browser, service).status());
    }
  }

  @Test
  void aMutantTakesWhatTheReferenceRefuses() {
    Variant careless = Variant.without(Check.RESPONSE_SIGNED);
    try (RunningSp service = member(ReferenceSp.start(careless, setup));
        UserAgent browser = browser()) {
      signIn(browser, service, Deviations.of(UNSIGNED));
      assertEquals(World.number(person), json(whoami(browser, service)).at("/subject").asText());
    }
  }

  /** Cookies are kept by host, whatever the port; two services do not disturb each other. */
  @Test
  void twoServicesInOneBrowser() {
    try (RunningSp first = member(ReferenceSp.start(Variant.conforming(), setup));
        RunningSp second = member(ReferenceSp.start(Variant.conforming(), setup));
        UserAgent browser = browser()) {
      signIn(browser, first, Deviations.NONE);
      assertEquals(401, whoami(browser, second).status());
      signIn(browser, second, Deviations.NONE);
      assertEquals(200, whoami(browser, first).status());
      assertEquals(200, whoami(browser, second).status());
    }
  }

  @Test
  void theUncertifiedLevelIsAskedOfWhoHasNoOther() {
    Setup uncertified = setup("uncertified-bankid");
    assertEquals(List.of(LevelOfAssurance.UNCERTIFIED_LOA3.uri()), uncertified.contexts());
    assertEquals(
        List.of(LevelOfAssurance.LOA3.uri(), LevelOfAssurance.LOA2.uri()), setup.contexts());
    try (RunningSp service = member(ReferenceSp.start(Variant.conforming(), uncertified));
        UserAgent browser = browser()) {
      signIn(browser, service, Deviations.NONE);
      assertEquals(
          LevelOfAssurance.UNCERTIFIED_LOA3.uri(),
          json(whoami(browser, service)).at("/context").asText());
    }
  }

  /** DP 2.1.1, 2.1.2, 8; that the schema holds is what joining proves. */
  @Test
  void theMetadataIsComplete() {
    try (RunningSp service = ReferenceSp.start(Variant.conforming(), setup)) {
      EntityMetadata metadata = read(service);
      assertEquals(service.entityId(), metadata.entityId());
      assertTrue(metadata.declares(ServiceEntityCategory.LOA2_PNR.uri()));
      assertTrue(metadata.declares(ServiceEntityCategory.LOA3_PNR.uri()));
      assertTrue(metadata.declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri()));
      EntityMetadata.SpRole role = metadata.sp();
      assertTrue(role.authnRequestsSigned());
      assertFalse(role.wantAssertionsSigned());
      assertEquals(1, role.keys().signing().size());
      assertEquals(1, role.keys().encryption().size());
      assertEquals(
          Algorithm.AES128_GCM.uri(), role.keys().encryption().get(0).methods().get(0).algorithm());
      assertEquals(service.baseUrl() + "/acs", role.defaultConsumer().orElseThrow().location());
      for (String language : List.of("sv", "en")) {
        assertTrue(role.ui().displayNames().get(language).startsWith("MOCK"));
        assertTrue(role.ui().descriptions().get(language).startsWith("MOCK"));
        assertTrue(metadata.organization().orElseThrow().names().containsKey(language));
      }
      assertEquals(1, role.ui().logos().size());
    }
  }

  @Test
  void whoDoesNotOptInDoesNotSaySo() {
    try (RunningSp service = ReferenceSp.start(Variant.conforming().notOptedIn(), setup)) {
      EntityMetadata metadata = read(service);
      assertFalse(metadata.declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri()));
    }
  }

  private static EntityMetadata read(RunningSp service) {
    return MetadataReader.readOne("service.xml", service.metadata(), CLOCK.instant());
  }

  @Test
  void aSetupWantsAnIdentityProviderOfTheFederation() {
    BadInput refused =
        assertThrows(
            BadInput.class,
            () -> Setup.of(federation.federation(), federation.pki(), "urn:other", CLOCK));
    assertTrue(refused.getMessage().contains("urn:other"), refused.getMessage());
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (RunningSp first = ReferenceSp.start(Variant.conforming(), setup)) {
      int port = URI.create(first.baseUrl()).getPort();
      BadInput refused =
          assertThrows(
              BadInput.class, () -> ReferenceSp.start(Variant.conforming(), setup.port(port)));
      assertTrue(refused.getMessage().contains("localhost:" + port), refused.getMessage());
    }
  }

  // The four that are no use.

  @Test
  void theDeadOneRefusesConnections() {
    try (RunningSp service = member(DegenerateSp.dead(setup));
        UserAgent browser = browser()) {
      assertThrows(UserAgent.Unreachable.class, () -> browser.open(URI.create(service.loginUrl())));
    }
  }

  @Test
  void theCrashingOneAnswersWith500() {
    try (RunningSp service = member(DegenerateSp.crashing(setup));
        UserAgent browser = browser()) {
      assertEquals(500, signIn(browser, service, Deviations.NONE).status());
      assertEquals(500, whoami(browser, service).status());
    }
  }

  @Test
  void theGullibleOneBelievesAnything() {
    try (RunningSp service = member(DegenerateSp.gullible(setup));
        UserAgent browser = browser()) {
      signIn(browser, service, Deviations.of(UNSIGNED));
      assertEquals(World.number(person), json(whoami(browser, service)).at("/subject").asText());
    }
  }

  @Test
  void theRefusingOneRefusesAGoodAnswer() {
    try (RunningSp service = member(DegenerateSp.refusing(setup));
        UserAgent browser = browser()) {
      assertEquals(403, signIn(browser, service, Deviations.NONE).status());
      assertEquals(401, whoami(browser, service).status());
    }
  }

  // What nobody should send.

  @Test
  void refusesWhatIsNoMessageInAnOrderlyWay() throws Exception {
    try (RunningSp service = ReferenceSp.start(Variant.conforming(), setup)) {
      for (String form :
          List.of(
              "",
              "=",
              "SAMLResponse",
              "SAMLResponse=",
              "SAMLResponse=%",
              "SAMLResponse=%ZZ",
              "SAMLResponse=AAAA",
              "RelayState=x",
              field("<a/>"),
              field("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"),
              field("<a>".repeat(300) + "</a>".repeat(300)),
              field("<Response xmlns='urn:oasis:names:tc:SAML:2.0:protocol'/>"),
              field("<a>" + "x".repeat(1 << 20) + "</a>"))) {
        HttpResponse<String> reply = post(service, form);
        String shown = form.substring(0, Math.min(60, form.length()));
        assertEquals(403, reply.statusCode(), shown);
        assertTrue(reply.headers().firstValue(ServiceSite.REFUSED_HEADER).isPresent(), shown);
        assertFalse(reply.body().contains("Exception"), shown);
      }
      assertEquals(413, post(service, "x=" + "y".repeat(4 << 20)).statusCode());
    }
  }

  private static String field(String xml) {
    String base64 =
        java.util.Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    return "SAMLResponse=" + URLEncoder.encode(base64, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> post(RunningSp service, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(service.baseUrl() + "/acs"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void wrongAddressesAndMethodsAreSaidSo() throws Exception {
    try (RunningSp service = ReferenceSp.start(Variant.conforming(), setup)) {
      Map<String, Integer> expected = Map.of("/acs", 405, "/nothing", 404, "/logout", 405);
      for (Map.Entry<String, Integer> each : expected.entrySet()) {
        HttpRequest get =
            HttpRequest.newBuilder(URI.create(service.baseUrl() + each.getKey())).build();
        assertEquals(each.getValue(), send(get).statusCode(), each.getKey());
      }
    }
  }

  @Test
  void thePagesAreInBothLanguagesAndSayMock() throws Exception {
    try (RunningSp service = ReferenceSp.start(Variant.conforming(), setup)) {
      List<String> titles =
          Stream.of("/", "/?lang=en", "/?lang=sv")
              .map(
                  path -> {
                    try {
                      return send(HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
                              .header("Accept-Language", "en-GB,sv;q=0.5")
                              .build())
                          .body();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
      assertTrue(titles.stream().allMatch(page -> page.contains("MOCK/TEST")));
      assertTrue(titles.get(0).contains("<html lang=\"en\">"), titles.get(0));
      assertEquals(titles.get(0), titles.get(1));
      assertTrue(titles.get(2).contains("Logga in"), titles.get(2));
      assertNotEquals(titles.get(1), titles.get(2));
      assertEquals(
          Optional.of("text/css;charset=utf-8"),
          send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/style.css")).build())
              .headers()
              .firstValue("Content-Type"));
    }
  }
}
