package se.genrep.service;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.Tasks;
import se.genrep.federation.EntityMetadata;
import se.genrep.http.ControlOptions;
import se.genrep.http.MockFederation;
import se.genrep.idp.MockIdp;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignTask;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceType;
import se.genrep.registry.SignStatusCode;
import se.genrep.requester.RequestDraft;
import se.genrep.requester.ResponseRefusal;
import se.genrep.requester.SignRequester;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.PostForm;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TrustAddresses;

/** The whole signature by HTTP, as a browser does it. */
class SigningSiteTest {

  private static final String REQUESTER = "https://requester.example.com/sp";
  private static final String RETURN_URL = "https://requester.example.com/signed";

  private static MockFederation federation;
  private static Credential key;
  private static SignRequester requester;

  @BeforeAll
  static void start() {
    federation =
        MockFederation.start(
            MockFederation.options()
                .control(new ControlOptions("localhost", 0, Optional.empty()))
                .guests(new SigningSite()));
    key = federation.pki().selfSigned("requester", KeyType.P_256);
    federation.federation().join("requester", metadata());
    requester =
        new SignRequester(
            REQUESTER,
            key,
            new SignRequester.SigningServiceFacts(
                federation.federation().serviceProvider(signing()).orElseThrow(),
                signing() + "/request",
                new SigningAuthority(
                        federation.pki(),
                        TrustAddresses.of(federation.baseUrl()),
                        Clock.systemUTC())
                    .root()),
            Clock.systemUTC());
  }

  private static String signing() {
    return federation.baseUrl() + "/sign";
  }

  private static XmlNode metadata() {
    XmlNode entity = XmlNode.newRoot("md:EntityDescriptor").set("entityID", REQUESTER);
    XmlNode role = entity.add("md:SPSSODescriptor").set("protocolSupportEnumeration", SamlNs.SAMLP);
    KeyDescriptor.add(role, "signing", key.certificate());
    role.add("md:AssertionConsumerService")
        .set("Binding", EntityMetadata.POST)
        .set("Location", REQUESTER + "/acs")
        .set("index", "0");
    return entity;
  }

  @AfterAll
  static void stop() {
    federation.close();
  }

  private static MockIdp idp() {
    return federation.idp("supplier-loa2-loa3");
  }

  private static RequestDraft draft() {
    return requester.draft(idp().entityId(), RETURN_URL);
  }

  private static RequestSpecification browser() {
    return given()
        .header("Accept-Language", "en")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }

  private static Response post(PostForm form, Cookies cookies) {
    return browser().cookies(cookies).formParams(form.fields()).post(form.action());
  }

  /** The form on a page that posts it on. */
  private static PostForm form(Response page) {
    assertEquals(200, page.statusCode(), page.asString());
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> names =
        page.htmlPath().getList("**.findAll { it.name() == 'input' }.@name", String.class);
    for (String name : names) {
      fields.put(name, field(page, name));
    }
    return new PostForm(
        page.htmlPath().getString("**.find { it.name() == 'form' }.@action"), fields);
  }

  private static String field(Response page, String name) {
    return page.htmlPath()
        .getString("**.find { it.name() == 'input' && it.@name == '" + name + "' }.@value");
  }

  private static String text(Response page, String testId) {
    return page.htmlPath().getString("**.find { it.@'data-testid' == '" + testId + "' }.text()");
  }

  /** At the identity provider: a person is chosen, and accepts the sign message. */
  private static PostForm signedIn(PostForm toIdp, String person) {
    Response choose = post(toIdp, new Cookies());
    assertEquals(200, choose.statusCode(), choose.asString());
    Response sign =
        browser()
            .formParam("state", field(choose, "state"))
            .formParam("person", person)
            .formParam("context", LevelOfAssurance.LOA3.uri())
            .formParam("outcome", "sign-in")
            .post(idp().entityId() + "/answer");
    assertTrue(sign.asString().contains("I accept the terms"), sign.asString());
    return form(
        browser()
            .formParam("state", field(sign, "state"))
            .formParam("outcome", "sign")
            .post(idp().entityId() + "/answer"));
  }

  private static SignRequest request(SignTask... tasks) {
    return draft().levels(LevelOfAssurance.LOA3.uri()).mustShow("I accept the terms").tasks(tasks);
  }

  @Test
  void aPersonWithSamordningsnummerSignsWithABrowser() throws Exception {
    SignRequest request = request(Tasks.pdf("t", "document"));
    Response toIdp = post(requester.ask(request), new Cookies());
    PostForm form = form(toIdp);
    assertEquals(idp().location(false), form.action());
    assertTrue(form.fields().get("RelayState").length() <= 80, "SAML bindings 3.5.3");
    assertTrue(toIdp.detailedCookies().size() >= 1);

    PostForm answer = signedIn(form, "ordinary-with-samordningsnummer");
    assertEquals(signing() + "/acs", answer.action());
    Response done = post(answer, toIdp.detailedCookies());
    PostForm back = form(done);
    assertEquals(RETURN_URL, back.action());
    assertTrue(text(done, "receiver").contains(REQUESTER), text(done, "receiver"));
    SignResponse response = requester.judge(back.fields(), request);
    assertEquals(1, response.tasks().size());
    for (Cookie cookie : done.detailedCookies()) {
      assertEquals(0, cookie.getMaxAge(), "the browser forgets");
    }
    // The assertion is good once; the browser that comes again gets no second signature.
    SignResponse again =
        SignResponse.read(
            XmlNode.root(
                Xml.parse(
                    Base64.getDecoder()
                        .decode(
                            form(post(answer, toIdp.detailedCookies()))
                                .fields()
                                .get("EidSignResponse")))));
    assertEquals(Optional.of(SignStatusCode.AUTHN_FAILED.uri()), again.result().minor());
  }

  @Test
  void aBrowserWithoutTheStateGetsAPage() {
    PostForm toIdp = form(post(requester.ask(request(Tasks.pdf("t", "d"))), new Cookies()));
    PostForm answer = signedIn(toIdp, "ordinary-woman");
    Response page = post(answer, new Cookies());
    assertEquals(400, page.statusCode());
    assertEquals("No signature waits for this", text(page, "problem"));
  }

  @Test
  void manyTasksTravelInSeveralCookies() throws Exception {
    List<SignTask> tasks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tasks.add(Tasks.cms("task-" + i, AdesType.BES, "document " + i));
    }
    SignRequest request = request(tasks.toArray(SignTask[]::new));
    Response toIdp = post(requester.ask(request), new Cookies());
    assertTrue(toIdp.detailedCookies().size() > 1, "one cookie would do");
    Response done = post(signedIn(form(toIdp), "ordinary-woman"), toIdp.detailedCookies());
    assertEquals(60, requester.judge(form(done).fields(), request).tasks().size());
  }

  @Test
  void whatNoBrowserCanCarryIsRefused() throws Exception {
    List<SignTask> tasks = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      tasks.add(Tasks.cms("task-" + i, AdesType.BES, "document " + i));
    }
    SignRequest request = request(tasks.toArray(SignTask[]::new));
    PostForm back = form(post(requester.ask(request), new Cookies()));
    assertEquals(RETURN_URL, back.action());
    ResponseRefusal refusal =
        assertThrows(ResponseRefusal.class, () -> requester.judge(back.fields(), request));
    assertTrue(refusal.getMessage().contains("too large"), refusal.getMessage());
  }

  @Test
  void aHugeRequestGetsAPage() {
    PostForm form = requester.ask(request(Tasks.pdf("t", "d")));
    Response page = post(form.with("EidSignRequest", "A".repeat(3 << 20)), new Cookies());
    assertEquals(413, page.statusCode());
    Response large = post(form.with("EidSignRequest", "A".repeat(2 << 20)), new Cookies());
    assertEquals(400, large.statusCode());
    assertTrue(text(large, "detail").contains("larger than"), text(large, "detail"));
  }

  @Test
  void whatCannotBeAscribedGetsAPageInBothLanguages() {
    PostForm form = requester.ask(request(Tasks.pdf("t", "d")));
    Response page = post(form.with("EidSignRequest", "bm90IFhNTA=="), new Cookies());
    assertEquals(400, page.statusCode());
    assertEquals("The request to sign cannot be answered", text(page, "problem"));
    assertTrue(page.asString().contains("Begäran om underskrift kan inte besvaras"));
    assertTrue(text(page, "detail").contains("cannot be read"), text(page, "detail"));
  }

  @Test
  void itsAddressesSayWhatTheyAreFor() {
    Response about = given().header("Accept-Language", "sv").get(signing());
    assertEquals(200, about.statusCode());
    assertEquals(signing() + "/request", text(about, "address"));
    assertEquals(400, browser().get(signing() + "/request").statusCode());
    assertEquals(404, browser().get(signing() + "/nothing").statusCode());
    assertEquals(405, browser().post(signing() + "/metadata").statusCode());
    String start = given().get(federation.baseUrl() + "/").asString();
    assertTrue(start.contains("data-testid=\"sign\""), start);
  }

  @Test
  void itsMetadataIsInTheFeed() {
    String feed = given().get(federation.baseUrl() + "/metadata").asString();
    assertTrue(feed.contains("entityID=\"" + signing() + "\""));
    String own = given().get(signing() + "/metadata").asString();
    assertTrue(own.contains(ServiceType.SIGSERVICE.uri()));
    assertTrue(own.contains("AuthnRequestsSigned=\"true\""));
  }

  private static RequestSpecification control() {
    return given()
        .contentType("application/json")
        .baseUri(federation.controlUrl().get().toString());
  }

  @Test
  void theControlApiArrangesTheNextResponse() throws Exception {
    Response arranged =
        control().body("{\"deviations\": [\"sign-response-unsigned\"]}").post("/v1/sign/next");
    assertEquals(201, arranged.statusCode(), arranged.asString());
    assertEquals(1, control().get("/v1/sign/next").jsonPath().getList("").size());
    SignRequest request = request(Tasks.pdf("t", "d"));
    Response toIdp = post(requester.ask(request), new Cookies());
    Response done = post(signedIn(form(toIdp), "ordinary-woman"), toIdp.detailedCookies());
    String xml =
        new String(
            Base64.getDecoder().decode(form(done).fields().get("EidSignResponse")),
            StandardCharsets.UTF_8);
    assertFalse(xml.contains("<ds:Signature "), xml);
    assertEquals(0, control().get("/v1/sign/next").jsonPath().getList("").size());

    assertTrue(control().get("/v1/sign/deviations").jsonPath().getList("id").size() > 30);
    assertTrue(control().get("/v1/sign/outcomes").jsonPath().getList("id").contains("user-cancel"));
    Response wrong = control().body("{\"deviations\": [\"nothing\"]}").post("/v1/sign/next");
    assertEquals(422, wrong.statusCode(), wrong.asString());
    control().body("{\"outcome\": \"user-cancel\"}").post("/v1/sign/next");
    assertEquals(204, control().delete("/v1/sign/next").statusCode());
  }
}
