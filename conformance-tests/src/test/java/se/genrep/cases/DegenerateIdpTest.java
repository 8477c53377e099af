package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.idp.IdpVariant;
import se.genrep.idp.MockIdp;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.MockIdpConfig;

/** Four identity providers that are no use pass nothing that demands behaviour. */
class DegenerateIdpTest {

  private static final String PROFILE = "supplier-loa2-loa3";

  private static final List<ConformanceCase> ALL = CaseRegistry.of(SutRole.IDP);

  private static IdpRehearsal rehearsal;

  @BeforeAll
  static void start() {
    rehearsal = new IdpRehearsal();
  }

  @AfterAll
  static void stop() {
    rehearsal.close();
  }

  /** The same metadata, with addresses of somebody else. */
  private static List<CaseResult> judgeAt(int port) {
    MockIdp idp = rehearsal.federation().idp(PROFILE);
    byte[] moved =
        new String(idp.metadata(), StandardCharsets.UTF_8)
            .replaceAll("Location=\"http://localhost:[0-9]+", "Location=\"http://localhost:" + port)
            .getBytes(StandardCharsets.UTF_8);
    EntityMetadata metadata = MetadataReader.readOne("moved", moved, Instant.now());
    return rehearsal.judge(
        metadata, moved, MockIdpConfig.of(idp, rehearsal.federation().cast()), ALL);
  }

  private static void assertNothingPasses(List<CaseResult> results) {
    assertEquals(ALL.size(), results.size());
    assertFalse(results.isEmpty());
    for (CaseResult result : results) {
      assertNotEquals(Verdict.PASS, result.verdict(), result.conformanceCase().id());
    }
    assertTrue(
        results.stream().filter(each -> each.verdict() == Verdict.INCONCLUSIVE).count() > 100);
  }

  @Test
  void aDeadOnePassesNothing() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = free.getLocalPort();
    }
    assertNothingPasses(judgeAt(port));
  }

  @Test
  void oneThatCrashesPassesNothing() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    server.start();
    try {
      assertNothingPasses(judgeAt(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void oneThatAlwaysReportsAnErrorPassesNothing() {
    assertNothingPasses(
        rehearsal.judge(PROFILE, IdpVariant.with(RequestLapse.REFUSES_EVERYTHING), ALL));
  }

  @Test
  void oneThatTakesEverythingAndAlwaysNamesTheSamePassesNoRequest() {
    IdpVariant variant =
        IdpVariant.with(
            AnswerLapse.ALWAYS_THE_SAME,
            RequestLapse.SIGNATURE,
            RequestLapse.DESTINATION,
            RequestLapse.ACS_URL,
            RequestLapse.ACS_INDEX,
            RequestLapse.VERSION,
            RequestLapse.FRESHNESS,
            RequestLapse.CONTEXTS,
            RequestLapse.FORCE_AUTHN,
            RequestLapse.SUBJECT,
            RequestLapse.DOCTYPE,
            RequestLapse.PRINCIPAL_SELECTION);
    int asked = 0;
    for (CaseResult result : rehearsal.judge(PROFILE, variant, ALL)) {
      if (!result.conformanceCase().stimulus().watches()) {
        assertNotEquals(Verdict.PASS, result.verdict(), result.conformanceCase().id());
        asked++;
      }
    }
    assertTrue(asked > 80, "only " + asked);
  }
}
