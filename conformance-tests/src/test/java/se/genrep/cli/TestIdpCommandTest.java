package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.http.MockFederation;

/** {@code genrep test} with an identity provider of another federation, which reads the feed. */
class TestIdpCommandTest {

  private static final String PROFILE = "supplier-loa2-loa3";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private MockFederation theirs;
  private Path sut;
  private int port;
  private int testerPort;

  @BeforeEach
  void startAnIdentityProvider() throws IOException {
    theirs = MockFederation.start(MockFederation.options().data(folder.resolve("theirs")));
    Files.write(folder.resolve("idp.xml"), theirs.idp(PROFILE).metadata());
    sut = Files.writeString(folder.resolve("idp.yaml"), yaml());
    port = freePort();
    testerPort = freePort();
  }

  @AfterEach
  void stop() {
    theirs.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return free.getLocalPort();
    }
  }

  private static String yaml() {
    return """
        role: idp
        metadata: idp.xml
        persons:
          ordinary-woman:
            attributes:
              personalIdentityNumber: "197610122389"
          ordinary-man:
            attributes:
              personalIdentityNumber: "199310072393"
        pages:
          - when: "[data-testid=answer-form]"
            is: login
            do:
              - choose: "input[name=person][value='{id}']"
              - click: "[data-testid=sign-in]"
          - when: "[data-testid=confirm-form]"
            is: error
            do:
              - click: "[data-testid=confirm]"
        """;
  }

  private int test(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "test",
                sut.toString(),
                "--data",
                folder.resolve("ours").toString(),
                "--port",
                String.valueOf(port),
                "--tester-port",
                String.valueOf(testerPort)));
    words.addAll(List.of(more));
    return Genrep.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Map.of(),
        words.toArray(String[]::new));
  }

  private void consumeTheFeed() throws IOException {
    assertEquals(0, test("--print-feed", "--json"), err::toString);
    JsonNode feed = new ObjectMapper().readTree(out.toString());
    assertTrue(feed.get("feed").asText().endsWith(port + "/metadata/role/sp.xml"), out::toString);
    Files.copy(Path.of(feed.get("copy").asText()), folder.resolve("theirs/sp/testers.xml"));
    assertTrue(Files.readString(Path.of(feed.get("signed-with").asText())).contains("BEGIN"));
    out.getBuffer().setLength(0);
  }

  @Test
  void beforeTheFeedIsConsumedTheCheckSaysSo() {
    assertEquals(2, test("--check"), err::toString);
    assertTrue(out.toString().contains("FAIL  sign-in of ordinary-woman: "), out::toString);
    assertTrue(out.toString().contains("--print-feed"), out::toString);
    assertTrue(out.toString().endsWith("idp cannot be tested yet.\n"), out::toString);
  }

  @Test
  void afterItEverybodySignsInAndACaseIsReported() throws IOException {
    consumeTheFeed();
    assertEquals(0, test("--check"), () -> out + err.toString());
    assertTrue(out.toString().endsWith("idp is ready to be tested.\n"), out::toString);

    Path report = folder.resolve("report");
    int exit =
        test(
            "--case",
            "saml/idp/request-no-destination",
            "--case",
            "saml/idp/answer-recipient",
            "--report",
            report.toString());
    assertEquals(0, exit, () -> out + err.toString());
    JsonNode written = new ObjectMapper().readTree(report.resolve("report.json").toFile());
    assertEquals("authorisation-system-supplier", written.get("plan").asText());
    assertEquals(2, written.get("summary").get("pass").asInt());
  }

  @Test
  void aPlanOfAnotherRoleIsRefused() {
    assertEquals(2, test("--plan", "service-provider"));
    assertTrue(err.toString().contains("is for the role sp"), err::toString);
  }
}
