package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.idp.IdpProfiles;
import se.genrep.input.BadInput;

class UpCommandTest {

  @Test
  @Timeout(60)
  void saysInOneLineWhereEverythingIsAndRunsUntilInterrupted(@TempDir Path data) throws Exception {
    PipedReader read = new PipedReader(1 << 16);
    PrintWriter out = new PrintWriter(new PipedWriter(read), true);
    StringWriter err = new StringWriter();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread program =
        new Thread(
            () ->
                exit.complete(
                    Genrep.run(
                        out,
                        new PrintWriter(err, true),
                        Map.of(),
                        "up",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")));
    program.start();

    JsonNode ready = firstLine(read);

    assertTrue(ready.get("ready").asBoolean());
    assertEquals(data.toString(), ready.get("data").asText());
    assertEquals(IdpProfiles.ids().size(), ready.get("idps").size());
    for (JsonNode idp : ready.get("idps")) {
      assertTrue(idp.get("entityId").asText().endsWith("/" + idp.get("profile").asText()));
      assertTrue(get(idp.get("metadata").asText()).contains(idp.get("sso").asText()));
    }
    assertTrue(get(ready.get("metadata").asText()).contains("EntitiesDescriptor"));
    assertTrue(get(ready.get("url").asText() + "/health").contains("up"));
    assertTrue(get(ready.get("demo").asText() + "/").contains("data-testid=\"page-demo\""));
    assertTrue(get(ready.get("metadata").asText()).contains(ready.get("demo").asText() + "/sp\""));
    assertTrue(get(ready.get("url").asText() + "/").contains(ready.get("demo").asText() + "/\""));
    assertTrue(get(ready.get("control").asText() + "/v1/clock").contains("offsetSeconds"));
    program.interrupt();
    assertEquals(0, exit.get(30, TimeUnit.SECONDS), err::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "--control-port,many,is no port",
    "--control-port,70000,there is no port 70000",
    "--demo-port,many,is no port",
    "--demo-port,70000,is no port",
    "--demo-port,-1,is no port",
    "--control-host,no-such-name.invalid,is not known here",
  })
  void refusesAControlPortThatCannotBe(
      String option, String value, String reason, @TempDir Path data) {
    StringWriter err = new StringWriter();
    int exit =
        Genrep.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            Map.of(),
            "up",
            "--data",
            data.toString(),
            "--port",
            "0",
            option,
            value);
    assertEquals(2, exit);
    assertTrue(err.toString().startsWith(option + ": "), err.toString());
    assertTrue(err.toString().contains(reason), err.toString());
  }

  @Test
  void aTokenIsMadeWhereOneIsNeededAndHasToBeLong() {
    assertTrue(ControlChoice.of("localhost", null, 8480, Optional.empty()).token().isEmpty());
    assertEquals(8481, ControlChoice.of("localhost", null, 8480, Optional.empty()).port());
    assertEquals(0, ControlChoice.of("localhost", null, 0, Optional.empty()).port());
    assertNull(ControlChoice.of("localhost", "off", 8480, Optional.empty()));
    String made = ControlChoice.of("192.0.2.1", "0", 8480, Optional.empty()).token().orElseThrow();
    assertTrue(made.length() >= 32, made);
    assertThrows(
        BadInput.class, () -> ControlChoice.of("localhost", "0", 8480, Optional.of("short")));
  }

  @Test
  void theDemoStandsTwoPortsOnUnlessToldOtherwise() {
    assertEquals(OptionalInt.of(8482), DemoChoice.of(null, 8480));
    assertEquals(OptionalInt.of(0), DemoChoice.of(null, 0));
    assertEquals(OptionalInt.of(9000), DemoChoice.of("9000", 8480));
    assertEquals(OptionalInt.empty(), DemoChoice.of("off", 8480));
    assertNull(DemoChoice.start(OptionalInt.empty(), "localhost", null));
  }

  private static JsonNode firstLine(PipedReader read) throws IOException {
    return new ObjectMapper().readTree(new BufferedReader(read).readLine());
  }

  private static String get(String url) {
    var response = RestAssured.get(url);
    assertEquals(200, response.statusCode(), url);
    return response.asString();
  }
}
