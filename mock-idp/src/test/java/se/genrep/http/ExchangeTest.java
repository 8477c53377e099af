package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.http.TestService.browser;
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
import se.genrep.control.Exchange;
import se.genrep.control.Exchanges;
import se.genrep.control.Script;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.person.TestPerson;
import se.genrep.saml.XmlNode;

/** Browsers that take part in an armed exchange. */
class ExchangeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

  private static MockFederation federation;
  private static MockIdp idp;
  private static TestService service;
  private static TestPerson person;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(MockFederation.options().clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    idp = federation.idp("supplier-loa2-loa3");
    service = new TestService(federation.pki());
    federation.federation().join("service", service.metadata().bytes());
    person = federation.cast().all().get(0);
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static Script signIn() {
    return Script.answering(
        request -> new Decision.SignIn(person, request.contexts().get(0)), person);
  }

  private static Response in(String exchange) {
    return browser("sv").cookie(Exchanges.COOKIE, exchange).get(redirect(idp, NOW));
  }

  @Test
  void theBrowserGetsTheCookie() {
    federation.exchanges().arm("cookie-1", signIn());

    Response page = browser("en").get(federation.baseUrl() + "/exchange/cookie-1");

    assertEquals(200, page.statusCode());
    assertEquals("cookie-1", page.cookie(Exchanges.COOKIE));
    assertTrue(page.detailedCookie(Exchanges.COOKIE).isHttpOnly());
    assertEquals("/", page.detailedCookie(Exchanges.COOKIE).getPath());
  }

  @Test
  void anExchangeThatIsNotArmedIsNotFound() {
    for (String id : List.of("none", "none/deliver", "a%3Bb", "", "x/y")) {
      Response page = browser("en").get(federation.baseUrl() + "/exchange/" + id);
      assertEquals(404, page.statusCode(), id);
      assertNull(page.cookie(Exchanges.COOKIE), id);
    }
  }

  @Test
  void answersByTheScriptWithoutAPage() {
    Exchange exchange = federation.exchanges().arm("plain", signIn());

    XmlNode response = posted(in("plain"));

    assertEquals(List.of(SUCCESS), status(response));
    assertTrue(exchange.inbound().isPresent());
    assertEquals(TestService.ENTITY_ID, exchange.request().orElseThrow().serviceProvider());
    assertEquals(TestService.ACS, exchange.answer().orElseThrow().action());
    assertEquals(
        List.of(NOW, NOW, NOW), exchange.events().stream().map(Exchange.Event::at).toList());
    assertTrue(exchange.events().get(0).text().contains("HTTP-Redirect"));
  }

  @Test
  void answersARequestByPostToo() {
    federation.exchanges().arm("post", signIn());

    Response page =
        form("sv")
            .cookie(Exchanges.COOKIE, "post")
            .formParam("SAMLRequest", posted(idp, NOW))
            .formParam("RelayState", TestService.RELAY_STATE)
            .post(idp.location(false));

    assertEquals(List.of(SUCCESS), status(posted(page)));
  }

  @Test
  void recordsWhatTheDeviationsDid() {
    Deviation deviation =
        Deviation.deviation("other-relay-state", "changes the RelayState")
            .at(Stage.DELIVERY, (form, scene) -> form.with("RelayState", "other"));
    Exchange exchange =
        federation.exchanges().arm("deviating", signIn().with(Deviations.of(deviation)));

    Response page = in("deviating");

    assertEquals("other", TestService.field(page, "RelayState"));
    assertEquals(
        List.of("other-relay-state"),
        exchange.applied().stream().map(applied -> applied.deviation()).toList());
  }

  @Test
  void holdsTheAnswerForAnotherDelivery() {
    Exchange exchange = federation.exchanges().arm("held", signIn().held());
    Response early = browser("en").get(federation.baseUrl() + "/exchange/held/deliver");
    assertEquals(409, early.statusCode());

    Response page = in("held");

    assertFalse(page.asString().contains("SAMLResponse"), page.asString());
    assertEquals("/exchange/held/deliver", text(page, "address"));
    Response delivered = browser("en").get(federation.baseUrl() + "/exchange/held/deliver");
    assertEquals(
        exchange.answer().orElseThrow().fields().get("SAMLResponse"),
        TestService.field(delivered, "SAMLResponse"));
    assertEquals(List.of(SUCCESS), status(posted(delivered)));
  }

  @Test
  void refusesABadRequestAtOnce() {
    Exchange exchange = federation.exchanges().arm("refused", signIn());

    Response page =
        browser("sv")
            .cookie(Exchanges.COOKIE, "refused")
            .get(redirect(idp, NOW, "http://id.elegnamnden.se/loa/1.0/loa4"));

    assertEquals("urn:oasis:names:tc:SAML:2.0:status:Requester", status(posted(page)).get(0));
    assertTrue(exchange.request().isEmpty());
    assertTrue(exchange.answer().isPresent());
  }

  @Test
  void notesWhyThereIsNoAnswer() {
    Exchange exchange =
        federation
            .exchanges()
            .arm(
                "failing",
                Script.answering(
                    request -> {
                      throw new IllegalStateException("no script for this");
                    },
                    person));

    Response page = in("failing");

    assertEquals(500, page.statusCode());
    assertTrue(text(page, "detail").matches("[0-9a-f]{8}"), page.asString());
    assertFalse(page.asString().contains("IllegalStateException"));
    assertTrue(exchange.answer().isEmpty());
    assertEquals(
        "no answer was made: no script for this",
        exchange.events().get(exchange.events().size() - 1).text());
  }

  @Test
  void aBrowserOutsideSeesThePage() {
    federation.exchanges().arm("elsewhere", signIn());

    assertTrue(has(browser("sv").get(redirect(idp, NOW)), "page-choose"));
    assertTrue(has(in("ended-long-ago"), "page-choose"));
  }
}
