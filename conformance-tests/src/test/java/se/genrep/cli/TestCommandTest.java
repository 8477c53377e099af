package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.http.MockFederation;
import se.genrep.idp.IdpProfiles;
import se.genrep.reference.ReferenceSp;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;

/** {@code genrep test} against a service that trusts the federation of the data folder. */
class TestCommandTest {

  private static final String PROFILE = "supplier-loa2-loa3";

  @TempDir private Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private int port;
  private ReferenceSp service;

  @BeforeEach
  void startAServiceThatKnowsTheFederation() throws IOException {
    assertTrue(IdpProfiles.ids().contains(PROFILE));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = free.getLocalPort();
    }
    try (MockFederation federation =
        MockFederation.start(MockFederation.options().data(data).port(port))) {
      service =
          ReferenceSp.start(
              Variant.conforming(),
              Setup.of(
                  federation.federation(),
                  federation.pki(),
                  federation.idp(PROFILE).entityId(),
                  Clock.systemUTC()));
    }
    Files.write(data.resolve("metadata.xml"), service.metadata());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private int test(String login, String... more) throws IOException {
    Path sut =
        Files.writeString(
            data.resolve("SUT.yaml"),
            "role: sp\nmetadata: metadata.xml\nlogin: "
                + login
                + "\nwhoami: "
                + service.whoamiUrl()
                + "\nsubject: /subject\nidp: "
                + PROFILE
                + "\n");
    String[] words = new String[6 + more.length];
    words[0] = "test";
    words[1] = sut.toString();
    words[2] = "--data";
    words[3] = data.toString();
    words[4] = "--port";
    words[5] = Integer.toString(port);
    System.arraycopy(more, 0, words, 6, more.length);
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), words);
  }

  @Test
  void checkSaysThatAGoodServiceIsReadyAndRunsNoCase() throws IOException {
    assertEquals(0, test(service.loginUrl(), "--check"), () -> out + err.toString());
    assertTrue(out.toString().startsWith("ok    whoami without a sign-in: "), out::toString);
    assertTrue(out.toString().endsWith("SUT is ready to be tested.\n"), out::toString);
    assertFalse(Files.exists(Path.of("genrep-report")), "no report is written");
  }

  @Test
  void checkNamesTheStepThatFailsAndWhatToDo() throws IOException {
    assertEquals(2, test(service.whoamiUrl(), "--check"), () -> out + err.toString());
    assertTrue(
        out.toString().contains("FAIL  the request reaches the identity provider: no request came"),
        out::toString);
    assertTrue(out.toString().contains("      Have the service read the metadata at "));
    assertTrue(out.toString().endsWith("SUT cannot be tested yet.\n"), out::toString);
  }

  @Test
  void checkPrintsJson() throws IOException {
    assertEquals(2, test(service.whoamiUrl(), "--check", "--json"), () -> out + err.toString());
    JsonNode said = new ObjectMapper().readTree(out.toString());
    assertFalse(said.get("ready").asBoolean());
    JsonNode last = said.get("steps").get(said.get("steps").size() - 1);
    assertFalse(last.get("good").asBoolean());
    assertFalse(last.get("remedy").asText().isEmpty());
  }

  @Test
  void oneCaseIsRunAndReported() throws IOException {
    Path report = data.resolve("report");
    int exit =
        test(
            service.loginUrl(),
            "--case",
            "saml/sp/unsigned",
            "--report",
            report.toString(),
            "--json");
    assertEquals(0, exit, () -> out + err.toString());
    assertEquals(1, new ObjectMapper().readTree(out.toString()).get("summary").get("pass").asInt());
    assertTrue(Files.exists(report.resolve("report.json")));
  }

  @Test
  void anAgentThatThereIsNoneOfIsRefused() throws IOException {
    assertEquals(2, test(service.loginUrl(), "--agent", "netscape"));
    assertEquals(
        "--agent: there is no agent 'netscape'. Write embedded, chrome, person, or the URL of a"
            + " WebDriver: http://host:4444.\n",
        err.toString());
  }

  @Test
  void aWebDriverThatDoesNotAnswerIsNamed() throws IOException {
    assertEquals(2, test(service.loginUrl(), "--agent", "http://localhost:" + port));
    assertTrue(
        err.toString()
            .startsWith("--agent: the WebDriver at http://localhost:" + port + " gives no browser"),
        err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }
}
