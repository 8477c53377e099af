package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.SetClock;
import se.genrep.idp.MockIdp;
import se.genrep.saml.XmlNode;

/** DP 5.4.5 over HTTP: the session is in the browser, and nowhere else. */
class SessionCookieTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String PERSON = "ordinary-woman";

  @TempDir private Path data;
  private final SetClock clock = new SetClock(NOW);
  private MockFederation federation;
  private MockIdp idp;
  private TestService service;

  @BeforeEach
  void start() throws IOException {
    federation = MockFederation.start(MockFederation.options().data(data).clock(clock));
    idp = federation.idp("supplier-loa2-loa3");
    service = new TestService(federation.pki());
    Files.write(data.resolve("sp/service.xml"), service.metadata().bytes());
  }

  @AfterEach
  void stop() {
    federation.close();
  }

  private Response request(String session, String... contexts) {
    return browser("sv")
        .cookie(SessionCookie.NAME, session)
        .get(redirect(idp, clock.instant(), contexts));
  }

  private Response passive(String session) {
    String xml =
        TestService.request(idp.location(true), clock.instant(), List.of(LOA3))
            .replace(" ID=", " IsPassive=\"true\" ID=");
    return browser("sv").cookie(SessionCookie.NAME, session).get(TestService.redirect(idp, xml));
  }

  private Response signIn(Response page) {
    return form("sv")
        .formParam("state", field(page, "state"))
        .formParam("person", PERSON)
        .formParam("outcome", "sign-in")
        .post(idp.entityId() + "/answer");
  }

  private String session(String... contexts) {
    return signIn(request("", contexts)).cookie(SessionCookie.NAME);
  }

  @Test
  void theCookieIsSealedAndOfThisIdentityProviderAlone() {
    Response posted = signIn(request("", LOA3));

    String header = posted.header("Set-Cookie");
    assertTrue(header.endsWith("; Path=/idp/supplier-loa2-loa3; HttpOnly; SameSite=Lax"), header);
    assertTrue(posted.cookie(SessionCookie.NAME).matches("[A-Za-z0-9_-]{100,1500}"), header);
    assertFalse(header.contains(PERSON), header);
  }

  @Test
  void aSecondRequestIsAnsweredWithoutAPage() {
    String session = session(LOA3);
    clock.pass(Duration.ofMinutes(5));

    Response answer = request(session, LOA3);

    assertTrue(has(answer, "page-post"), answer.asString());
    XmlNode statement = service.assertion(posted(answer)).at("saml:AuthnStatement");
    assertEquals(NOW.toString(), statement.attribute("AuthnInstant").orElseThrow());
    assertTrue(has(request(session, LOA2), "page-choose"));
  }

  @Test
  void aPassiveRequestShowsNothing() {
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:status:NoPassive", status(posted(passive(""))).get(1));
    assertEquals(
        List.of("urn:oasis:names:tc:SAML:2.0:status:Success"),
        status(posted(passive(session(LOA3)))));
  }

  @Test
  void aSessionThatIsNotOursIsNone() {
    String session = session(LOA3);
    char last = session.charAt(session.length() - 2);
    String changed =
        session.substring(0, session.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + session.charAt(session.length() - 1);

    assertNotEquals(session, changed);
    assertTrue(has(request(changed, LOA3), "page-choose"));
    assertTrue(has(request("rubbish", LOA3), "page-choose"));
  }

  /** The seals are of the same key, so only what they are bound to tells them apart. */
  @Test
  void theSessionOfAnotherIdentityProviderAndAFormAreNoSession() {
    String other =
        new Seal(federation.pki()).seal(new byte[100], "session of " + idp.entityId() + "2");
    assertTrue(has(request(other, LOA3), "page-choose"));
    assertTrue(has(request(field(request("", LOA3), "state"), LOA3), "page-choose"));
  }

  @Test
  void aRestartEndsNoSessionAndNoSignInUnderWay() {
    String session = session(LOA3);
    Response underWay = request("", LOA3);
    int port = URI.create(federation.baseUrl()).getPort();
    federation.close();
    clock.pass(Duration.ofMinutes(10));

    federation = MockFederation.start(MockFederation.options().data(data).clock(clock).port(port));
    idp = federation.idp("supplier-loa2-loa3");
    service = new TestService(federation.pki());

    XmlNode statement = service.assertion(posted(request(session, LOA3))).at("saml:AuthnStatement");
    assertEquals(NOW.toString(), statement.attribute("AuthnInstant").orElseThrow());
    assertEquals(
        List.of("urn:oasis:names:tc:SAML:2.0:status:Success"), status(posted(signIn(underWay))));
  }

  @Test
  void theSessionIsEndedInTheMiddleOfASignIn() {
    String session = session(LOA3);
    Response page = request(session, LOA2);
    assertTrue(text(page, "signed-in").startsWith("Du är redan legitimerad här som "));

    Response forgotten =
        form("sv")
            .cookie(SessionCookie.NAME, session)
            .formParam("state", field(page, "state"))
            .formParam("show", "forget")
            .post(idp.entityId() + "/answer");

    assertEquals("", forgotten.cookie(SessionCookie.NAME));
    assertFalse(has(forgotten, "signed-in"), forgotten.asString());
    assertEquals(
        List.of("urn:oasis:names:tc:SAML:2.0:status:Success"), status(posted(signIn(forgotten))));
  }

  @Test
  void theSessionIsEndedOnAPageOfItsOwn() {
    String session = session(LOA3);
    String address = idp.entityId() + "/forget";
    Response page = browser("en").cookie(SessionCookie.NAME, session).get(address);
    assertTrue(text(page, "signed-in").startsWith("You are identified here as "));

    Response ended = form("en").cookie(SessionCookie.NAME, session).post(address);

    assertEquals("", ended.cookie(SessionCookie.NAME));
    assertTrue(ended.header("Set-Cookie").contains("Max-Age=0; Path=/idp/supplier-loa2-loa3"));
    assertTrue(has(ended, "no-session"), ended.asString());
    assertTrue(has(browser("en").get(address), "no-session"));
  }
}
