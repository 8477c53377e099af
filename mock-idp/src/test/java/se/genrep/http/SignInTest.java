package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.LOA2;
import static se.genrep.http.TestService.LOA3;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.redirect;
import static se.genrep.http.TestService.status;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.idp.MockIdp;
import se.genrep.registry.Attribute;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;

/** A person's way through the pages, over HTTP. */
class SignInTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";
  private static final String PERSON = "ordinary-woman";

  private static MockFederation federation;
  private static MockIdp idp;
  private static TestService service;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    idp = federation.idp("supplier-loa2-loa3");
    service = new TestService(federation.pki());
    federation
        .federation()
        .join(
            "service",
            service.metadata(
                "<mdui:DisplayName xml:lang=\"sv\">Tjänsten</mdui:DisplayName>"
                    + "<mdui:DisplayName xml:lang=\"en\">The service</mdui:DisplayName>"));
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static Response choosePage(String language, String... contexts) {
    Response page = browser(language).get(redirect(idp, NOW, contexts));
    assertEquals(200, page.statusCode(), page.asString());
    assertTrue(has(page, "page-choose"), page.asString());
    return page;
  }

  private static Response answer(Response page, String... fields) {
    var form = form("sv").formParam("state", field(page, "state"));
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    return form.post(idp.entityId() + "/answer");
  }

  @Test
  void signsInByRedirect() {
    Response page = choosePage("sv", LOA3);

    XmlNode response =
        posted(answer(page, "person", PERSON, "context", LOA3, "outcome", "sign-in"));

    assertEquals(List.of("urn:oasis:names:tc:SAML:2.0:status:Success"), status(response));
    XmlNode assertion = service.assertion(response);
    assertEquals(
        LOA3,
        assertion.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef").text());
    assertEquals(
        "127.0.0.1",
        assertion
            .at("saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData")
            .attribute("Address")
            .orElseThrow());
    assertTrue(assertion.toString().contains(number(PERSON)), assertion.toString());
  }

  private static String number(String person) {
    return federation.cast().all().stream()
        .filter(each -> each.id().equals(person))
        .findFirst()
        .orElseThrow()
        .values(Attribute.PERSONAL_IDENTITY_NUMBER)
        .get(0);
  }

  @Test
  void signsInByPost() {
    Response page =
        form("en")
            .formParam("SAMLRequest", posted(idp, NOW))
            .formParam("RelayState", TestService.RELAY_STATE)
            .post(idp.location(false));
    assertTrue(has(page, "page-choose"), page.asString());

    XmlNode response = posted(answer(page, "person", PERSON, "context", "", "outcome", "sign-in"));

    assertEquals(PERSON_LEVEL, level(service.assertion(response)));
  }

  private static final String PERSON_LEVEL = LOA3;

  private static String level(XmlNode assertion) {
    return assertion.at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef").text();
  }

  @Test
  void offersTheLevelsOfTheRequestAlone() {
    Response one = choosePage("sv", LOA2);
    assertEquals("loa2", text(one, "level"));
    assertFalse(has(one, "level-loa3"));

    Response two = choosePage("sv", LOA2, LOA3);
    assertTrue(has(two, "level-loa2") && has(two, "level-loa3"));
    assertEquals(
        LOA2,
        level(service.assertion(posted(answer(two, "person", PERSON, "outcome", "sign-in")))));
  }

  @Test
  void refusesALevelThatWasNotAskedFor() {
    Response page =
        answer(choosePage("sv", LOA2), "person", PERSON, "context", LOA3, "outcome", "sign-in");

    assertEquals(400, page.statusCode());
    assertTrue(text(page, "detail").contains(LOA3), page.asString());
  }

  @Test
  void cancelsWithoutAFurtherPage() {
    XmlNode response = posted(answer(choosePage("sv"), "outcome", "cancel"));

    assertEquals(
        List.of(RESPONDER, "http://id.elegnamnden.se/status/1.0/cancel"), status(response));
    assertTrue(response.all("saml:EncryptedAssertion").isEmpty());
  }

  @ParameterizedTest
  @EnumSource(value = Outcome.class, names = "CANCEL", mode = EnumSource.Mode.EXCLUDE)
  void everyOtherFailureIsConfirmedFirst(Outcome outcome) {
    Response choose = choosePage("en");
    assertTrue(has(choose, "outcome-" + outcome.id()), choose.asString());

    Response confirm =
        form("en")
            .formParam("state", field(choose, "state"))
            .formParam("outcome", outcome.id())
            .post(idp.entityId() + "/answer");

    assertTrue(has(confirm, "page-confirm"), confirm.asString());
    assertEquals(outcome.explanation().in(Language.EN), text(confirm, "explanation"));
    assertFalse(confirm.asString().contains("SAMLResponse"));
    XmlNode response = posted(answer(confirm, "outcome", "confirm"));
    assertEquals(
        outcome.topStatus().map(StatusCode::uri).orElse(RESPONDER), status(response).get(0));
    assertEquals(
        outcome.secondStatus().map(code -> List.of(code.uri())).orElse(List.of()),
        status(response).subList(1, status(response).size()));
    assertTrue(response.all("saml:EncryptedAssertion").isEmpty());
  }

  @Test
  void aRefusedRequestIsConfirmedFirst() {
    Response confirm =
        browser("sv").get(redirect(idp, NOW, "http://id.elegnamnden.se/loa/1.0/loa4"));

    assertTrue(has(confirm, "page-confirm"), confirm.asString());
    assertEquals("Tjänsten", text(confirm, "sp-name"));
    XmlNode response = posted(answer(confirm, "outcome", "confirm"));
    assertEquals("urn:oasis:names:tc:SAML:2.0:status:Requester", status(response).get(0));
  }

  @Test
  void asksAgainWhenNobodyWasChosen() {
    Response page = answer(choosePage("sv"), "outcome", "sign-in");

    assertEquals(422, page.statusCode());
    assertEquals("Välj en testperson först.", text(page, "choice-problem"));
    assertEquals(
        200, answer(page, "person", PERSON, "outcome", "sign-in").statusCode(), "state is lost");
  }

  @Test
  void refusesAPersonWhoDoesNotExist() {
    Response page = answer(choosePage("sv"), "person", "<b>nobody</b>", "outcome", "sign-in");

    assertEquals(400, page.statusCode());
    assertTrue(page.asString().contains("&lt;b&gt;nobody"), page.asString());
  }

  @Test
  void refusesAnOutcomeThatDoesNotExist() {
    assertEquals(400, answer(choosePage("sv"), "outcome", "success").statusCode());
    assertEquals(400, answer(choosePage("sv")).statusCode());
  }

  @Test
  void searchesWithoutScripts() {
    String number = number(PERSON);

    Response found = answer(choosePage("sv"), "search", number, "show", "page");

    assertEquals(200, found.statusCode());
    assertTrue(has(found, "person-" + PERSON), found.asString());
    assertTrue(text(found, "shown").startsWith("1 av "), text(found, "shown"));
    assertEquals(number, field(found, "search"));

    Response none = answer(choosePage("sv"), "search", "<zzz>", "show", "page");
    assertTrue(text(none, "shown").startsWith("0 av "), text(none, "shown"));
    assertTrue(none.asString().contains("value=\"&lt;zzz>\""), none.asString());
  }

  /** The name of the person is written with the accents apart. */
  /** What a person is there for: it stands in the reason, in the group, in the level or the id. */
  @ParameterizedTest
  @CsvSource({
    "leap day, born-on-leap-day",
    "skottdag, born-on-leap-day",
    "29 februari, born-on-leap-day",
    "personnummer som prövar leo, born-on-leap-day",
    "1890, born-in-1890",
    "äldsta årtalet, born-in-1890",
    "prövar loa3 1890, born-in-1890",
  })
  void searchesByTrait(String words, String person) {
    Response found = answer(choosePage("sv"), "search", words, "show", "page");
    assertTrue(has(found, "person-" + person), found.asString());
    assertFalse(has(found, "person-" + PERSON), words);
  }

  @Test
  void searchesByTheKindOfNumber() {
    Response found = answer(choosePage("sv"), "search", "samordningsnummer", "show", "page");
    Response all = choosePage("sv");
    List<String> group =
        federation.cast().all().stream()
            .filter(each -> each.group().sv().toLowerCase().contains("samordningsnummer"))
            .map(each -> "person-" + each.id())
            .filter(each -> has(all, each))
            .toList();
    assertFalse(group.isEmpty());
    group.forEach(each -> assertTrue(has(found, each), each));
    assertFalse(has(found, "person-" + PERSON));
  }

  @Test
  void searchesHoweverAccentsAreTyped() {
    for (String typed : List.of("am\u00e9lie", "AME\u0301LIE \u00c5d")) {
      Response found = answer(choosePage("sv"), "search", typed, "show", "page");
      assertTrue(has(found, "person-decomposed-accents"), typed);
    }
  }

  @Test
  void keepsTheLanguageFromPageToPage() {
    Response swedish = choosePage("sv");
    assertEquals("sv", swedish.htmlPath().getString("html.@lang"));
    assertEquals("Tjänsten", text(swedish, "sp-name"));

    Response english =
        form("sv")
            .formParam("state", field(swedish, "state"))
            .formParam("show", "page")
            .post(idp.entityId() + "/answer?lang=en");
    assertEquals("en", english.htmlPath().getString("html.@lang"));
    assertEquals("The service", text(english, "sp-name"));

    String action =
        english.htmlPath().getString("**.find { it.@'data-testid' == 'answer-form' }.@action");
    assertTrue(action.endsWith("/answer?lang=en"), action);
  }

  @ParameterizedTest
  @CsvSource({"sv, Legitimera dig", "en, Identify yourself"})
  void saysMockInBothLanguages(String language, String title) {
    Response page = choosePage(language);

    assertEquals(title, text(page, "title"));
    assertTrue(text(page, "mock").contains("MOCK/TEST"), page.asString());
  }

  @Test
  void tellsWhenTheSenderIsUnknown() {
    String foreign = redirect(idp, NOW).replace("SAMLRequest=", "SAMLRequest=AAAA");
    Response broken = browser("en").get(foreign);
    assertEquals(400, broken.statusCode());
    assertTrue(text(broken, "detail").startsWith("The request cannot be read"), broken.asString());

    MockFederation other = MockFederation.start(MockFederation.options());
    try (other) {
      Response page = browser("en").get(redirect(other.idp("supplier-loa2-loa3"), Instant.now()));
      assertEquals(400, page.statusCode());
      assertTrue(has(page, "page-problem"), page.asString());
      assertTrue(text(page, "detail").contains(TestService.ENTITY_ID), page.asString());
      assertFalse(page.asString().contains("SAMLResponse"));
    }
  }

  @Test
  void keepsPagesOutOfCachesAndFrames() {
    Response page = choosePage("sv");

    assertEquals("no-store", page.header("Cache-Control"));
    assertEquals("nosniff", page.header("X-Content-Type-Options"));
    assertEquals("no-referrer", page.header("Referrer-Policy"));
    String policy = page.header("Content-Security-Policy");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("form-action 'self'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  /** TAR-2.1-01: also where a browser without scripts stops. */
  @Test
  void everyPageNamesTheService() {
    for (String outcome : List.of("cancel", "fraud", "sign-in")) {
      Response page = answer(choosePage("sv"), "person", PERSON, "outcome", outcome);
      assertTrue(page.asString().contains("Tjänsten"), page.asString());
    }
    Response posting = answer(choosePage("sv"), "person", PERSON, "outcome", "sign-in");
    assertTrue(text(posting, "receiver").contains("till Tjänsten, " + TestService.ACS));
  }

  @Test
  void letsTheAnswerGoToAnotherSite() {
    Response page = answer(choosePage("sv"), "outcome", "cancel");

    assertFalse(page.header("Content-Security-Policy").contains("form-action"));
    assertEquals("strict-origin", page.header("Referrer-Policy"));
    assertTrue(has(page, "continue"), "there is no button for browsers without scripts");
    assertTrue(page.asString().contains("/static/post.js?v="), page.asString());
  }
}
