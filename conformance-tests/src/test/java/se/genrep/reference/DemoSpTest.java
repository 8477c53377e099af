package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.control.Script;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Matching;
import se.genrep.http.MockFederation;
import se.genrep.identity.Kind;
import se.genrep.identity.PersonalNumber;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.lint.Finding;
import se.genrep.lint.Linter;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;
import se.genrep.requirement.Catalogue;
import se.genrep.saml.XmlNode;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.Page;
import se.genrep.sut.UserAgent;

/** The demo e-service, in a browser, at the mock federation. */
class DemoSpTest {

  private static final Clock CLOCK = World.CLOCK;

  private static MockFederation federation;
  private static DemoSp demo;
  private static int exchanges;

  @BeforeAll
  static void start() {
    federation = MockFederation.start(MockFederation.options().clock(CLOCK));
    demo = DemoSp.start(place(0));
  }

  @AfterAll
  static void stop() {
    demo.close();
    federation.close();
  }

  private static DemoSp.Place place(int port) {
    return new DemoSp.Place(
        federation.federation(),
        federation.pki(),
        URI.create(federation.baseUrl() + "/discovery"),
        CLOCK,
        "localhost",
        port);
  }

  private static UserAgent browser() {
    return EmbeddedAgent.factory(new EmbeddedAgent.Options(false, false)).fresh(step -> {});
  }

  private static Page open(UserAgent browser, String path) {
    return browser.open(URI.create(demo.baseUrl() + path));
  }

  private static String login(String service, String profile, String more) {
    return "/login?service="
        + service
        + "&idp="
        + URLEncoder.encode(federation.idp(profile).entityId(), StandardCharsets.UTF_8)
        + more;
  }

  /** The page after the answer was posted. */
  private static Page signIn(
      UserAgent browser, String path, TestPerson person, Deviation... deviations) {
    return browser.submit(answer(browser, path, person, deviations).samlForm().orElseThrow());
  }

  /** The page with the answer, not yet posted. */
  private static Page answer(
      UserAgent browser, String path, TestPerson person, Deviation... deviations) {
    String id = "demo" + ++exchanges;
    federation
        .exchanges()
        .arm(
            id,
            Script.answering(
                    request ->
                        new Decision.SignIn(
                            person,
                            request.contexts().stream()
                                .filter(
                                    uri ->
                                        LevelOfAssurance.of(uri)
                                            .filter(person.levels()::contains)
                                            .isPresent())
                                .findFirst()
                                .orElse(request.contexts().get(0))),
                    World.CANARY)
                .with(Deviations.of(deviations)));
    browser.open(URI.create(federation.baseUrl() + "/exchange/" + id));
    Page page = open(browser, path);
    assertTrue(page.samlForm().isPresent(), page::body);
    return page;
  }

  private static List<String> texts(Page page, String testId) {
    List<String> found = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("data-testid=\"" + Pattern.quote(testId) + "\"[^>]*>([^<]*)<")
            .matcher(page.body());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String text(Page page, String testId) {
    List<String> found = texts(page, testId);
    assertEquals(1, found.size(), () -> testId + " in " + page.body());
    return found.get(0);
  }

  private static TestPerson person() {
    return federation.cast().controls().get(0);
  }

  private static TestPerson withSamordningsnummer() {
    return federation.cast().all().stream()
        .filter(
            person ->
                person
                    .number()
                    .flatMap(number -> PersonalNumber.parseAttribute(number).kind())
                    .filter(kind -> kind == Kind.SAMORDNINGSNUMMER)
                    .isPresent())
        .filter(person -> person.levels().contains(LevelOfAssurance.LOA3))
        .findFirst()
        .orElseThrow();
  }

  private static TestPerson having(Attribute attribute, LevelOfAssurance level) {
    return federation.cast().all().stream()
        .filter(person -> person.attributes().containsKey(attribute))
        .filter(person -> person.levels().contains(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatItGotAndWhyItAcceptedIt() {
    try (UserAgent browser = browser()) {
      Page page = signIn(browser, login("sp-optin", "supplier-loa2-loa3", ""), person());

      assertEquals(demo.baseUrl() + "/", page.uri().toString());
      assertEquals(200, page.status());
      assertTrue(text(page, "signed-in").contains(person().name()), page::body);
      assertEquals(World.number(person()), text(page, "subject"));
      assertEquals(LevelOfAssurance.LOA3.uri(), text(page, "context"));
      assertEquals(federation.idp("supplier-loa2-loa3").entityId(), text(page, "idp"));
      assertEquals(person().name(), text(page, "attribute-displayName"));
      assertEquals("true", text(page, "forced"));
      assertTrue(page.body().contains("data-testid=\"authority-none\""), page::body);
      assertTrue(page.body().contains(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()), page::body);
      assertTrue(page.body().contains("AuthnStatement AuthnInstant"), page::body);
      for (Check check :
          List.of(
              Check.RESPONSE_SIGNED,
              Check.SIGNED_ELEMENT_IS_READ,
              Check.ENCRYPTED,
              Check.OWN_KEY,
              Check.AUDIENCE,
              Check.SOLICITED,
              Check.REPLAY,
              Check.AUTHN_CONTEXT,
              Check.NUMBER_CHECK_DIGIT)) {
        assertTrue(page.body().contains("data-testid=\"check-" + check + "\""), check::name);
      }
      assertFalse(
          page.body().contains("check-" + Check.SAMORDNINGSNUMMER_OPT_IN),
          "nothing was to be checked of a samordningsnummer");
      assertTrue(page.body().contains("<code>DP-6.3.1-01</code>"), page::body);

      Page who = open(browser, "/whoami");
      assertEquals(200, who.status());
      assertTrue(who.body().contains(World.number(person())), who::body);
      assertEquals(401, open(browser(), "/whoami").status());

      Page out =
          browser.submit(
              page.forms().stream()
                  .filter(form -> form.action().getPath().equals("/logout"))
                  .findFirst()
                  .orElseThrow());
      assertEquals("page-demo", bodyId(out));
      assertEquals(401, open(browser, "/whoami").status());
    }
  }

  private static String bodyId(Page page) {
    Matcher body = Pattern.compile("<body data-testid=\"([^\"]*)\"").matcher(page.body());
    assertTrue(body.find(), page::body);
    return body.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "supplier-loa2-loa3, loa3",
    "supplier-without-samordningsnummer, loa3",
    "supplier-loa4, loa4",
    "eid-choice-2017, loa3",
    "uncertified-bankid, uncertified-loa3",
    "proxy, uncertified-loa3",
  })
  void everyIdentityProviderForPeopleSignsIn(String profile, String level) {
    try (UserAgent browser = browser()) {
      Page page = signIn(browser, login("sp", profile, ""), person());
      assertEquals("page-demo-accepted", bodyId(page), page::body);
      assertTrue(text(page, "context").endsWith("/" + level), page::body);
      assertEquals(profile.equals("proxy"), texts(page, "authority").size() == 1, page::body);
    }
  }

  @ParameterizedTest
  @CsvSource({"eidas-connector, EIDAS_NF_SUB", "proxy, UNCERTIFIED_EIDAS_SUB"})
  void foreignPeopleAreKnownByTheirPrid(String profile, LevelOfAssurance level) {
    try (UserAgent browser = browser()) {
      TestPerson foreigner = having(Attribute.EIDAS_PERSON_IDENTIFIER, level);
      Page page =
          signIn(browser, login("sp-eidas", profile, "&level=" + encoded(level.uri())), foreigner);
      assertEquals("page-demo-accepted", bodyId(page), page::body);
      assertTrue(Attribute.PRID.accepts(text(page, "subject")), page::body);
      assertEquals(level.uri(), text(page, "context"));
      assertEquals(text(page, "subject"), text(page, "attribute-prid"));
    }
  }

  @Test
  void aPridOfAnotherFormIsRefused() {
    try (UserAgent browser = browser()) {
      Page page =
          signIn(
              browser,
              login("sp-eidas", "eidas-connector", ""),
              having(Attribute.EIDAS_PERSON_IDENTIFIER, LevelOfAssurance.EIDAS_NF_SUB),
              valued(Attribute.PRID, "SE!short"));
      assertEquals(Check.NUMBER_FORMAT.name(), text(page, "check"), page::body);
    }
  }

  @Test
  void employeesAreKnownByTheirOrganisationIdentityOfAScopeThatIsTheIssuers() {
    TestPerson employee = having(Attribute.ORG_AFFILIATION, LevelOfAssurance.LOA3);
    String path = login("sp-employees", "employee-orgid", "");
    try (UserAgent browser = browser()) {
      Page page = signIn(browser, path, employee);
      assertEquals("page-demo-accepted", bodyId(page), page::body);
      assertEquals(
          employee.attributes().get(Attribute.ORG_AFFILIATION).get(0), text(page, "subject"));

      Page foreign =
          signIn(browser, path, employee, valued(Attribute.ORG_AFFILIATION, "boss@1234567890"));
      assertEquals(Check.NUMBER_FORMAT.name(), text(foreign, "check"), foreign::body);
      assertTrue(text(foreign, "reason").contains("1234567890"), foreign::body);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Deviation valued(Attribute attribute, String value) {
    return HostileAnswers.changing(
        Stage.ASSERTION,
        assertion ->
            assertion.all("saml:AttributeStatement/saml:Attribute").stream()
                .filter(each -> each.attribute("Name").orElse("").equals(attribute.oidName()))
                .flatMap(each -> each.all("saml:AttributeValue").stream())
                .forEach(each -> each.text(value)));
  }

  @Test
  void aSamordningsnummerIsTakenByTheServiceThatAskedForIt() {
    try (UserAgent browser = browser()) {
      TestPerson person = withSamordningsnummer();
      Page page = signIn(browser, login("sp-optin", "supplier-loa2-loa3", ""), person);
      assertEquals(World.number(person), text(page, "subject"));
      assertTrue(page.body().contains("data-testid=\"check-SAMORDNINGSNUMMER_OPT_IN\""));
    }
  }

  /** Such an answer should not be; the identity provider's own refusal is another test's. */
  @Test
  void aSamordningsnummerIsRefusedByTheServiceThatDidNotAsk() {
    try (UserAgent browser = browser()) {
      Page page =
          signIn(
              browser,
              login("sp", "supplier-loa2-loa3", ""),
              person(),
              valued(Attribute.PERSONAL_IDENTITY_NUMBER, World.number(withSamordningsnummer())));
      assertEquals(403, page.status());
      assertEquals(Check.SAMORDNINGSNUMMER_OPT_IN.name(), text(page, "check"));
      assertEquals(List.of("EC-6.2-01", "TAR-3.8-02"), texts(page, "requirement"));
      assertFalse(text(page, "sentence").isBlank());
      assertTrue(page.body().contains("data-testid=\"check-AUDIENCE\""), "what held before it");
      assertFalse(page.body().contains("data-testid=\"check-SAMORDNINGSNUMMER_OPT_IN\""));
      assertEquals(401, open(browser, "/whoami").status());
    }
  }

  @Test
  void anIdentificationThatWasCancelledIsNoFaultOfTheAnswer() {
    federation
        .exchanges()
        .arm(
            "cancelled",
            Script.answering(
                request ->
                    new Decision.Fail(
                        StatusCode.RESPONDER.uri(), StatusCode.CANCEL.uri(), "I changed my mind"),
                World.CANARY));
    try (UserAgent browser = browser()) {
      browser.open(URI.create(federation.baseUrl() + "/exchange/cancelled"));
      Page answer = open(browser, login("sp", "supplier-loa2-loa3", ""));
      Page page = browser.submit(answer.samlForm().orElseThrow());
      assertEquals(Check.STATUS.name(), text(page, "check"));
      assertTrue(page.body().contains(DemoText.ENDED_TITLE.in("en")), page::body);
      assertTrue(text(page, "reason").contains("I changed my mind"), page::body);
    }
  }

  @Test
  void anAnswerIsHostileText() {
    String attack = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">'&amp;";
    try (UserAgent browser = browser()) {
      Page page =
          signIn(
              browser,
              login("sp", "supplier-loa2-loa3", ""),
              person(),
              valued(Attribute.DISPLAY_NAME, attack),
              HostileAnswers.changing(
                  Stage.ASSERTION, a -> a.at("saml:Subject/saml:NameID").text(attack)),
              HostileAnswers.changing(
                  Stage.ASSERTION,
                  a -> {
                    XmlNode strange =
                        a.at("saml:AttributeStatement").add("saml:Attribute").set("Name", attack);
                    strange.add("saml:AttributeValue").text(attack);
                  }));
      assertEquals("page-demo-accepted", bodyId(page), page::body);
      assertFalse(page.body().contains("<script"), page::body);
      assertFalse(page.body().contains("<img"), page::body);
      assertTrue(page.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page::body);
      assertEquals(1, texts(page, "attribute-unknown").size());

      Page refused =
          signIn(
              browser,
              login("sp", "supplier-loa2-loa3", ""),
              person(),
              HostileAnswers.changing(
                  Stage.ASSERTION,
                  a ->
                      a.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef")
                          .text(attack)));
      assertEquals(Check.AUTHN_CONTEXT.name(), text(refused, "check"));
      assertFalse(refused.body().contains("<script"), refused::body);
      assertTrue(text(refused, "reason").contains("&lt;script"), refused::body);
    }
  }

  /** What an answer says it answers chooses the rules for it, so that must not be believed. */
  @Test
  void anAnswerFromOneIdentityProviderDoesNotPassForOneThatAnotherWasAsked() {
    try (UserAgent browser = browser()) {
      String other = text(open(browser, login("sp", "supplier-loa4", "")), "request-id");
      String easier = "&level=" + encoded(LevelOfAssurance.LOA2.uri());
      String easy = text(open(browser, login("sp", "supplier-loa2-loa3", easier)), "request-id");
      Page page =
          signIn(
              browser,
              login("sp", "supplier-loa2-loa3", ""),
              person(),
              HostileAnswers.changing(Stage.RESPONSE, r -> r.set("InResponseTo", other)));
      assertEquals(Check.SIGNER_IS_ISSUER.name(), text(page, "check"), page::body);

      // Nor does one to this very identity provider pass for an answer to an easier request.
      Page mixed =
          signIn(
              browser,
              login("sp", "supplier-loa2-loa3", ""),
              person(),
              HostileAnswers.changing(Stage.RESPONSE, r -> r.set("InResponseTo", easy)));
      assertEquals(Check.CONFIRMATION_IN_RESPONSE_TO.name(), text(mixed, "check"), mixed::body);
      assertEquals(401, open(browser, "/whoami").status());
    }
  }

  @Test
  void anotherBrowserThatBringsTheAnswerIsRefused() {
    try (UserAgent browser = browser();
        UserAgent thief = browser()) {
      Page answer = answer(browser, login("sp", "supplier-loa2-loa3", ""), person());
      Page stolen = thief.submit(answer.samlForm().orElseThrow());
      assertEquals(403, stolen.status());
      assertEquals(Check.SOLICITED.name(), text(stolen, "check"));

      assertEquals("page-demo-accepted", bodyId(browser.submit(answer.samlForm().orElseThrow())));
      Page again = browser.submit(answer.samlForm().orElseThrow());
      assertEquals(Check.REPLAY.name(), text(again, "check"), "taken once");
    }
  }

  @Test
  void anAnswerToOneServiceIsNoneToAnother() {
    try (UserAgent browser = browser()) {
      Page answer = answer(browser, login("sp", "supplier-loa2-loa3", ""), person());
      Page.Form form = answer.samlForm().orElseThrow();
      Page page =
          browser.submit(
              new Page.Form(
                  form.method(), URI.create(demo.baseUrl() + "/sp-optin/acs"), form.fields()));
      assertEquals(403, page.status());
      assertEquals(Check.DESTINATION.name(), text(page, "check"), page::body);
    }
  }

  @Test
  void withoutForceAuthnAnOlderAuthenticationIsTaken() {
    Deviation halfAnHourAgo =
        HostileAnswers.assertion(
            "saml:AuthnStatement", "AuthnInstant", HostileAnswers.later(-1800));
    try (UserAgent browser = browser()) {
      Page forced =
          signIn(
              browser, login("sp", "supplier-loa2-loa3", "&force=true"), person(), halfAnHourAgo);
      assertEquals(Check.AUTHN_INSTANT.name(), text(forced, "check"));
      Page session =
          signIn(
              browser, login("sp", "supplier-loa2-loa3", "&force=false"), person(), halfAnHourAgo);
      assertEquals("page-demo-accepted", bodyId(session), session::body);
      assertEquals("false", text(session, "forced"));
    }
  }

  @Test
  void theFormAsksForWhatIsTicked() {
    try (UserAgent browser = browser()) {
      Page choose =
          open(
              browser,
              login(
                  "sp",
                  "supplier-loa2-loa3",
                  "&level=" + encoded(LevelOfAssurance.LOA2.uri()) + "&force=false&force=true"));
      assertTrue(choose.body().contains(LevelOfAssurance.LOA2.uri()), choose::body);
      assertFalse(choose.body().contains(LevelOfAssurance.LOA3.uri()), choose::body);
      Page all = open(browser, login("sp", "supplier-loa2-loa3", ""));
      assertTrue(all.body().contains(LevelOfAssurance.LOA3.uri()), all::body);
    }
  }

  @Test
  void theDiscoveryPageLeadsBackWithWhatWasChosen() {
    try (UserAgent browser = browser()) {
      Page discovery =
          open(
              browser,
              "/login?service=sp&idp=discovery&force=false&level="
                  + encoded(LevelOfAssurance.LOA2.uri()));
      assertEquals("page-discovery", bodyId(discovery), discovery::body);
      Matcher choice =
          Pattern.compile("href=\"([^\"]*)\" data-testid=\"choice\"[^>]*supplier-loa2-loa3")
              .matcher(discovery.body());
      assertTrue(choice.find(), discovery::body);
      String back = choice.group(1).replace("&amp;", "&").substring(demo.baseUrl().length());
      assertTrue(back.startsWith("/sp/chosen?force=false&level="), back);

      Page page =
          signIn(browser, back, having(Attribute.PERSONAL_IDENTITY_NUMBER, LevelOfAssurance.LOA2));

      assertEquals(LevelOfAssurance.LOA2.uri(), text(page, "context"), page::body);
      assertEquals("false", text(page, "forced"));

      Page without = open(browser(), "/sp/chosen?force=true");
      assertEquals("page-demo", bodyId(without), "back without a choice");
    }
  }

  @ParameterizedTest
  @EnumSource(DemoService.class)
  void theStartPageOffersThoseWhoMatch(DemoService service) {
    EntityMetadata sp =
        federation.federation().serviceProvider(service.entityId(demo.baseUrl())).orElseThrow();
    assertTrue(sp.isPublished(), () -> "the operator publishes it: " + sp.remarks());
    try (UserAgent browser = browser()) {
      Page page = open(browser, "/?service=" + service.id());
      int offered = 0;
      for (MockIdp idp : federation.idps()) {
        EntityMetadata entity = federation.federation().entity(idp.entityId()).orElseThrow();
        boolean matches = Matching.judge(sp, entity).isEmpty();
        assertEquals(
            matches, page.body().contains("value=\"" + idp.entityId() + "\""), idp::entityId);
        offered += matches ? 1 : 0;
      }
      assertTrue(offered > 0, "somebody matches " + service);
      assertEquals(service.entityId(demo.baseUrl()), text(page, "entity-id"));
      Page metadata = open(browser, "/" + service.id() + "/metadata");
      assertTrue(metadata.body().contains("entityID=\"" + text(page, "entity-id") + "\""));
    }
  }

  @ParameterizedTest
  @EnumSource(DemoService.class)
  void itsMetadataKeepsTheRules(DemoService service) {
    byte[] metadata = DemoSp.metadata(place(0), "https://demo.example.org", service);
    List<String> found =
        Linter.lint("sp.xml", new ByteArrayInputStream(metadata), Linter.Options.at(World.NOW))
            .all()
            .map(Finding::rule)
            .filter(rule -> !ServiceLintTest.ON_PURPOSE.contains(rule))
            .toList();
    assertEquals(
        switch (service) {
          // The old contract is there so that the supplier left under it serves them.
          case WITH_SAMORDNINGSNUMMER -> List.of("eid-choice-2017");
          case WITHOUT_SAMORDNINGSNUMMER ->
              List.of("eid-choice-2017", "samordningsnummer-not-accepted");
          case EIDAS, EMPLOYEES -> List.of();
        },
        found);
  }

  @Test
  void thePagesAreInBothLanguagesAndStayInTheOneChosen() {
    try (UserAgent browser = browser()) {
      Page english = open(browser, "/?service=sp&lang=en");
      assertTrue(english.body().contains("<html lang=\"en\">"), english::body);
      assertTrue(open(browser, "/").body().contains("<html lang=\"en\">"));
      Page swedish = open(browser, "/?lang=sv");
      assertTrue(swedish.body().contains("<html lang=\"sv\">"), swedish::body);
      assertTrue(open(browser, "/").body().contains("<html lang=\"sv\">"));
      assertTrue(open(browser, "/?lang=x%22y").body().contains("<html lang=\"sv\">"));
      Page signedIn = signIn(browser, login("sp", "supplier-loa2-loa3", ""), person());
      assertTrue(signedIn.body().contains("<html lang=\"sv\">"), signedIn::body);
    }
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    try (UserAgent browser = browser()) {
      assertEquals(404, open(browser, "/login?service=none").status());
      assertEquals(404, open(browser, "/login?service=sp&idp=urn:nobody").status());
      assertEquals(404, open(browser, "/sp/nothing").status());
      assertEquals(404, open(browser, "/nothing").status());
      assertEquals(405, open(browser, "/sp/acs").status());
      assertEquals(405, open(browser, "/logout").status());
    }
  }

  @Test
  void noAnswerIsRefusedInAnOrderlyWay() {
    try (UserAgent browser = browser()) {
      Page page =
          browser.submit(
              new Page.Form(
                  "POST", URI.create(demo.baseUrl() + "/sp/acs"), Map.of("SAMLResponse", "AAAA")));
      assertEquals(403, page.status());
      assertEquals(Refusal.FORM, text(page, "check"));
    }
  }

  @Test
  void itIsInTheFederationWhileItRuns() {
    DemoSp other = DemoSp.start(place(0));
    List<String> ids = other.entityIds();
    assertEquals(4, ids.size());
    assertEquals(
        ids.size(),
        ids.stream().filter(id -> federation.federation().entity(id).isPresent()).count());
    String aggregate = new String(federation.federation().aggregate(), StandardCharsets.UTF_8);
    assertTrue(aggregate.contains(ids.get(0)));
    int port = URI.create(other.baseUrl()).getPort();
    BadInput taken = assertThrows(BadInput.class, () -> DemoSp.start(place(port)));
    assertTrue(taken.getMessage().contains("localhost:" + port), taken.getMessage());
    other.close();
    assertEquals(
        0, ids.stream().filter(id -> federation.federation().entity(id).isPresent()).count());
  }

  @ParameterizedTest
  @EnumSource(Check.class)
  void everyCheckHasWordsAndStandsOnKnownRequirements(Check check) {
    CheckText text = CheckText.of(check);
    assertFalse(text.in("sv").isBlank());
    assertNotEquals(text.in("sv"), text.in("en"));
    assertFalse(text.requirements().isEmpty());
    for (String id : text.requirements()) {
      assertTrue(Catalogue.load().find(id).isPresent(), id);
    }
  }

  @Test
  void theTextsAreInBothLanguagesWithTheSamePlaces() {
    for (DemoText text : DemoText.values()) {
      assertFalse(text.in("sv").isBlank(), text::name);
      assertEquals(places(text.in("sv")), places(text.in("en")), text::name);
    }
    Set<String> same = Set.of("ENTITY_ID", "METADATA", "NAME_ID");
    for (DemoText text : DemoText.values()) {
      assertEquals(same.contains(text.name()), text.in("sv").equals(text.in("en")), text::name);
    }
  }

  private static long places(String text) {
    return Pattern.compile("%s").matcher(text).results().count();
  }
}
