package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.genrep.http.TestService.browser;
import static se.genrep.http.TestService.field;
import static se.genrep.http.TestService.form;
import static se.genrep.http.TestService.has;
import static se.genrep.http.TestService.posted;
import static se.genrep.http.TestService.redirect;
import static se.genrep.http.TestService.text;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

class MockFederationTest {

  @TempDir private Path data;

  private MockFederation start() {
    return MockFederation.start(MockFederation.options().data(data));
  }

  @Test
  void servesSignedMetadata() {
    try (MockFederation federation = start()) {
      Response aggregate = browser("sv").get(federation.baseUrl() + "/metadata");

      assertEquals("application/samlmetadata+xml", aggregate.contentType());
      XmlNode root = XmlNode.root(Xml.parse(aggregate.asByteArray()));
      assertTrue(root.find("ds:Signature").isPresent());
      assertEquals(federation.idps().size(), root.all("md:EntityDescriptor").size());
      for (MockIdp idp : federation.idps()) {
        byte[] own = browser("sv").get(idp.entityId() + "/metadata").asByteArray();
        assertEquals(
            idp.entityId(), XmlNode.root(Xml.parse(own)).attribute("entityID").orElseThrow());
        assertEquals(
            new String(own), browser("sv").get(idp.entityId()).asString(), "at the entityID");
      }
      String signer = browser("sv").get(federation.baseUrl() + "/metadata/signer.pem").asString();
      assertTrue(signer.startsWith("-----BEGIN CERTIFICATE-----"), signer);
    }
  }

  @Test
  void itsFilesOfMetadataAreThereAtTheFirstStartAndRenewedByALaterOne() throws IOException {
    Path file = data.resolve("metadata/supplier-loa2-loa3.xml");
    String first;
    try (MockFederation federation = start()) {
      first = federation.baseUrl();
      assertTrue(Files.readString(file).contains(first), "as soon as it has started");
    }
    MockFederation later = start();
    later.close();
    assertFalse(Files.readString(file).contains(first + "/"), "of the port of another start");
    assertTrue(Files.readString(file).contains(later.baseUrl() + "/"));
  }

  @Test
  void theStartPageTellsHowToJoinAndWhoHas() throws IOException {
    List<String> told = new ArrayList<>();
    try (MockFederation federation =
        MockFederation.start(
            MockFederation.options().data(data).report(bad -> told.add(bad.getMessage())))) {
      Response empty = browser("en").get(federation.baseUrl() + "/");
      assertTrue(has(empty, "no-services"), empty.asString());
      assertEquals(data.resolve("sp").toString(), text(empty, "folder"));
      assertEquals(federation.baseUrl() + "/metadata", text(empty, "aggregate"));

      Files.write(
          data.resolve("sp/service.xml"),
          new TestService(federation.pki())
              .metadata("<mdui:DisplayName xml:lang=\"sv\">Tjänst</mdui:DisplayName>"));
      Files.writeString(data.resolve("sp/broken.xml"), "<broken>");

      Response page = browser("en").get(federation.baseUrl() + "/");
      assertEquals("Tjänst", text(page, "sp-name"));
      assertTrue(text(page, "problems").contains("broken.xml"), page.asString());
      assertEquals(1, told.size(), told::toString);
    }
  }

  @Test
  void theStartPageNamesWhatRunsBesideIt() {
    try (MockFederation federation = start()) {
      Response alone = browser("en").get(federation.baseUrl() + "/");
      assertFalse(has(alone, "demo"), alone.asString());
      assertFalse(has(alone, "control"), alone.asString());
    }
    ControlOptions guarded = new ControlOptions("localhost", 0, Optional.of("x".repeat(32)));
    for (ControlOptions control : List.of(ControlOptions.loopback(0), guarded)) {
      try (MockFederation federation =
          MockFederation.start(MockFederation.options().control(control))) {
        federation.demo(URI.create("http://localhost:1"));
        Response page = browser("en").get(federation.baseUrl() + "/");
        String api = federation.controlUrl().orElseThrow().toString();
        assertEquals("http://localhost:1/", text(page, "demo"));
        assertEquals(api + "/", text(page, "control"));
        assertTrue(text(page, "control-next").endsWith(" " + api + "/v1/next"));
        assertTrue(text(page, "control-next").contains("'{\"outcome\": \"cancel\"}'"));
        assertTrue(text(page, "control-history").endsWith(" " + api + "/v1/history"));
        assertEquals(
            control == guarded, text(page, "control-history").contains("Authorization: Bearer"));
        assertFalse(page.asString().contains("x".repeat(32)), "the token is not for everybody");
        assertEquals(federation.baseUrl() + "/join", text(page, "join-link"));
      }
    }
  }

  @Test
  void theStartPageSetsUpProductsForAnyOfTheIdentityProviders() {
    try (MockFederation federation = start()) {
      Response usual = browser("en").get(federation.baseUrl() + "/");
      MockIdp supplier = federation.idp("supplier-loa2-loa3");
      assertTrue(text(usual, "setup-node-saml").contains("'" + supplier.location(true) + "'"));
      for (MockIdp idp : federation.idps()) {
        String id = idp.profile().id();
        assertTrue(has(usual, "products-for-" + id), id);
        Response page = browser("sv").get(federation.baseUrl() + "/?idp=" + id);
        for (String product :
            List.of("node-saml", "simplesamlphp", "shibboleth", "spring", "keycloak", "pysaml2")) {
          assertTrue(text(page, "setup-" + product).contains(idp.entityId()), product);
        }
        String declared = text(page, "setup-metadata");
        assertTrue(declared.contains("public-sector-sp"), id);
        idp.profile().contracts().forEach(uri -> assertTrue(declared.contains(uri), uri));
        idp.profile()
            .serviceCategories()
            .forEach(category -> assertTrue(declared.contains(category.uri()), id));
        assertTrue(text(page, "setup-mellon").contains(idp.entityId() + "/metadata"), id);
      }
      Response unknown = browser("en").get(federation.baseUrl() + "/?idp=%22nobody");
      assertTrue(text(unknown, "setup-keycloak").contains(supplier.entityId()));
    }
  }

  @Test
  void aRestartInTheMiddleLosesNobody() throws IOException {
    MockFederation first = start();
    int port = URI.create(first.baseUrl()).getPort();
    TestService service = new TestService(first.pki());
    Files.write(data.resolve("sp/service.xml"), service.metadata().bytes());
    String path = "/idp/supplier-loa2-loa3/answer";
    Response choose = browser("sv").get(redirect(first.idp("supplier-loa2-loa3"), Instant.now()));
    Response confirm =
        form("sv")
            .formParam("state", field(choose, "state"))
            .formParam("outcome", "fraud")
            .post(first.baseUrl() + path);
    assertTrue(has(confirm, "page-confirm"), confirm.asString());
    first.close();

    try (MockFederation second =
        MockFederation.start(MockFederation.options().data(data).port(port))) {
      XmlNode answer =
          posted(
              form("sv")
                  .formParam("state", field(choose, "state"))
                  .formParam("person", field(choose, "person"))
                  .formParam("outcome", "sign-in")
                  .post(second.baseUrl() + path));
      assertEquals(second.idp("supplier-loa2-loa3").entityId(), answer.at("saml:Issuer").text());
      assertEquals(
          TestService.ENTITY_ID,
          new TestService(second.pki())
              .assertion(answer)
              .at("saml:Conditions/saml:AudienceRestriction/saml:Audience")
              .text());
      XmlNode error =
          posted(
              form("sv")
                  .formParam("state", field(confirm, "state"))
                  .formParam("outcome", "confirm")
                  .post(second.baseUrl() + path));
      assertEquals("http://id.elegnamnden.se/status/1.0/fraud", TestService.status(error).get(1));
    }
  }

  @Test
  void saysWhenThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      BadInput problem = refused(MockFederation.options().port(taken.getLocalPort()));

      assertTrue(
          problem.getMessage().contains("port " + taken.getLocalPort()), problem.getMessage());
      assertTrue(problem.getMessage().contains("is taken"), problem.getMessage());
    }
  }

  @Test
  void saysWhenHostOrPortCannotBe() {
    assertTrue(refused(MockFederation.options().host("0.0.0.0")).problem().contains("0.0.0.0"));
    assertTrue(refused(MockFederation.options().host("192.0.2.1")).problem().contains("192.0.2.1"));
    assertTrue(refused(MockFederation.options().host("a b")).problem().contains("a b"));
    assertTrue(refused(MockFederation.options().port(70_000)).problem().contains("70000"));
  }

  @Test
  void saysWhenTheDataFolderIsAFile() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");

    BadInput problem = refused(MockFederation.options().data(file));

    assertTrue(problem.where().startsWith(file.toString()), problem.getMessage());
  }

  @Test
  void saysWhenTheDataFolderCannotBeWritten() {
    // Root may write anywhere, but nobody may make folders in /proc.
    boolean unwritable = data.toFile().setWritable(false) && !Files.isWritable(data);
    Path folder = unwritable ? data : Path.of("/proc");
    assumeTrue(
        unwritable || Files.isDirectory(folder),
        "this user may write anywhere, and there is no /proc");

    BadInput problem = refused(MockFederation.options().data(folder.resolve("inner")));

    assertTrue(problem.where().startsWith(folder.toString()), problem.getMessage());
  }

  @Test
  void givesThePortBackWhenItCannotStart() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = free.getLocalPort();
    }
    Path file = Files.writeString(data.resolve("file"), "");
    refused(MockFederation.options().data(file).port(port));

    try (MockFederation federation =
        MockFederation.start(MockFederation.options().data(data).port(port))) {
      assertEquals("http://localhost:" + port, federation.baseUrl());
    }
  }

  private static BadInput refused(MockFederation.Options options) {
    return assertThrows(BadInput.class, () -> MockFederation.start(options).close());
  }
}
