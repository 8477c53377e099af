package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.Finding.Weight;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

class MembershipTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
  private static final TestPki PKI = TestPki.inMemory(CLOCK);
  private static final Credential KEY = PKI.credential("sp", KeyType.RSA_2048);

  @TempDir private Path data;
  private Path folder;
  private Federation federation;
  private Membership membership;
  private HttpServer server;
  private final CountDownLatch never = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(data.resolve("sp"));
    federation = Federation.open(data, PKI, CLOCK, problem -> {});
    membership = new Membership(federation, folder, CLOCK, RegistrationCheck.NONE);
  }

  @AfterEach
  void close() {
    never.countDown();
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void goodMetadataMakesAMemberThatARestartStillHas() {
    Report report = membership.submit("", sp("urn:a"));
    assertTrue(report.accepted(), report::toString);
    assertEquals(List.of(new Report.Entity("urn:a", true)), report.entities());
    assertEquals(List.of(), report.reasons());
    assertTrue(federation.serviceProvider("urn:a").isPresent());
    Federation again = Federation.open(data, PKI, CLOCK, problem -> {});
    assertTrue(again.serviceProvider("urn:a").isPresent());
    Membership other = new Membership(again, folder, CLOCK, RegistrationCheck.NONE);
    assertEquals(List.of(new Membership.Entry(report.name(), Optional.empty())), other.entries());
    assertTrue(other.remove(report.name()));
    assertFalse(other.remove(report.name()));
    assertTrue(again.serviceProvider("urn:a").isEmpty());
    assertEquals(List.of(), other.entries());
  }

  @Test
  void worksWithoutAFolder() {
    Federation none = Federation.inMemory(PKI, CLOCK);
    Membership there = new Membership(none, null, CLOCK, RegistrationCheck.NONE);
    Report report = there.submit("mine", sp("urn:a"));
    assertTrue(report.accepted(), report::toString);
    assertTrue(there.submit("mine", sp("urn:b")).accepted());
    assertTrue(none.serviceProvider("urn:a").isEmpty(), "replaced");
    assertTrue(none.serviceProvider("urn:b").isPresent());
    assertFalse(there.submit("yours", sp("urn:b")).accepted());
    assertEquals(1, there.entries().size());
    assertTrue(there.remove("mine"));
    assertTrue(none.serviceProvider("urn:b").isEmpty());
  }

  @Test
  void theSameEntityAgainReplacesWhatWasThere() {
    membership.submit("", sp("urn:a"));
    Report again = membership.submit("", SpMetadata.of("urn:a").key("", KEY, "").bytes());
    assertTrue(again.accepted(), again::toString);
    assertFalse(again.entities().get(0).published());
    assertEquals(1, membership.entries().size());
  }

  @Test
  void wrongMetadataIsRefusedWithReasonAndLine() {
    String broken =
        new String(sp("urn:a"), StandardCharsets.UTF_8)
            .replace("<md:SPSSODescriptor", "<md:Nothing/>\n<md:SPSSODescriptor");
    int line = (int) broken.substring(0, broken.indexOf("<md:Nothing")).lines().count() + 1;
    Report report = membership.submit("a", broken.getBytes(StandardCharsets.UTF_8));
    assertFalse(report.accepted());
    assertEquals(line, report.reasons().get(0).line());
    assertTrue(report.reasons().get(0).problem().contains("Nothing"));
    assertNotEquals("", report.reasons().get(0).remedy());
    assertTrue(federation.serviceProvider("urn:a").isEmpty());
    assertEquals(List.of(), membership.entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no xml", "<a/>", "<!DOCTYPE a><a/>"})
  void whatIsNoMetadataIsRefused(String text) {
    Report report = membership.submit("a", text.getBytes(StandardCharsets.UTF_8));
    assertFalse(report.accepted());
    assertEquals(1, report.reasons().size());
    assertEquals(List.of(), membership.entries());
  }

  @Test
  void oneBadEntityOfManyRefusesTheDocument() {
    String both =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + new String(sp("urn:a"), StandardCharsets.UTF_8)
            + SpMetadata.of("urn:b").text()
            + "</md:EntitiesDescriptor>";
    assertFalse(membership.submit("a", both.getBytes(StandardCharsets.UTF_8)).accepted());
    assertTrue(federation.serviceProvider("urn:a").isEmpty());
  }

  /** DP-2.1.4-03, AFS-2.1.4-03. */
  @Test
  void aSignatureServiceThatDoesNotSignItsRequestsIsRefused() {
    SpMetadata service =
        SpMetadata.registered("urn:sign", KEY)
            .categories(SpMetadata.PUBLIC, "http://id.elegnamnden.se/st/1.0/sigservice");
    Report report = membership.submit("", service.bytes());
    assertFalse(report.accepted());
    assertTrue(report.reasons().get(0).line() > 0);
    assertTrue(report.reasons().get(0).remedy().contains("DP-2.1.4-03"), report::toString);
    assertTrue(
        membership.submit("", service.role("AuthnRequestsSigned=\"true\"").bytes()).accepted());
  }

  @Test
  void anEntityOfAnotherFileIsNotTakenOver() throws IOException {
    Files.write(folder.resolve("mine.xml"), sp("urn:a"));
    Report report = membership.submit("", sp("urn:a"));
    assertFalse(report.accepted());
    assertTrue(report.reasons().get(0).problem().contains("mine.xml"), report::toString);
    assertFalse(membership.remove("mine"));
    assertTrue(Files.exists(folder.resolve("mine.xml")));
  }

  @Test
  void anEntityTwiceInADocumentIsRefused() {
    String one = new String(sp("urn:a"), StandardCharsets.UTF_8);
    String twice =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + (one + one + "</md:EntitiesDescriptor>");
    Report report = membership.submit("a", twice.getBytes(StandardCharsets.UTF_8));
    assertFalse(report.accepted());
    assertTrue(report.reasons().get(0).problem().contains("twice"), report::toString);
  }

  @Test
  void theOperatorsFindingsAndFurtherOnesAreReported() {
    Finding more = new Finding("TAR-3.4.1-05", Weight.ADVICE, 3, "something further");
    Membership checked = new Membership(federation, folder, CLOCK, (name, xml) -> List.of(more));
    Report report = checked.submit("x", SpMetadata.of("urn:a").key("", KEY, "").bytes());
    assertTrue(report.accepted(), "it can be used all the same");
    List<String> ids = report.findings().stream().map(Finding::requirement).toList();
    assertEquals(
        List.of("TAR-3.1-01", "TAR-3.2-06", "TAR-3.2-06", "TAR-3.5.2-03", "TAR-3.4.1-05"), ids);
    int line = report.findings().get(0).line();
    Membership again =
        new Membership(
            federation,
            folder,
            CLOCK,
            (name, xml) -> List.of(new Finding("TAR-3.1-01", Weight.FAULT, line, "the same")));
    assertEquals(
        4,
        again.submit("x", SpMetadata.of("urn:a").key("", KEY, "").bytes()).findings().size(),
        "said once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a/b",
        "C:\\x",
        "\u0000",
        "..",
        ".hidden",
        "<script>",
        "åäö",
        "CON",
        "a\nb",
        "%2e%2e%2f",
        "",
        " "
      })
  void aHostileNameStaysInTheFolder(String name) throws IOException {
    Report report = membership.submit(name, sp("urn:a"));
    assertTrue(report.accepted(), report::toString);
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> regular = files.filter(Files::isRegularFile).toList();
      assertEquals(1, regular.size());
      assertEquals(folder, regular.get(0).getParent());
      assertTrue(
          regular.get(0).getFileName().toString().matches("joined-[a-z0-9][a-z0-9.-]{0,80}\\.xml"),
          regular::toString);
    }
    assertTrue(membership.remove(report.name()));
  }

  @Test
  void aNameStaysOneAndDifferentTextsDiffer() {
    for (String text : List.of("a", "A", "a b", "a-b", "x".repeat(500), "https://sp/a", "sp-a")) {
      assertEquals(JoinName.of(text), JoinName.of(JoinName.of(text)));
    }
    assertNotEquals(JoinName.of("a b"), JoinName.of("a-b"));
    assertNotEquals(JoinName.of("https://sp/a"), JoinName.of("https://sp:a"));
    assertFalse(membership.remove("../sp/x"));
  }

  @Test
  void metadataIsFetchedAndFetchedAgain() throws IOException {
    byte[][] published = {sp("urn:a")};
    URI address = serve(exchange -> answer(exchange, 200, published[0]));
    Report report = membership.fetch("", address.toString());
    assertTrue(report.accepted(), report::toString);
    assertEquals(
        List.of(new Membership.Entry(report.name(), Optional.of(address))), membership.entries());
    published[0] =
        SpMetadata.registered("urn:a", KEY).role("WantAssertionsSigned=\"true\"").bytes();
    assertTrue(membership.refetch(report.name()).accepted());
    assertTrue(federation.serviceProvider("urn:a").orElseThrow().sp().wantAssertionsSigned());
    published[0] = "gone".getBytes(StandardCharsets.UTF_8);
    assertFalse(membership.refetch(report.name()).accepted());
    assertTrue(federation.serviceProvider("urn:a").isPresent(), "what was there stays");
    membership.submit(report.name(), sp("urn:a"));
    assertEquals(Optional.empty(), membership.entries().get(0).address(), "handed in since");
    assertFalse(membership.refetch(report.name()).accepted());
    assertFalse(membership.refetch("nobody").accepted());
  }

  @Test
  void redirectsAreFollowedWithinHttpOnly() throws IOException {
    URI address =
        serve(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              String to =
                  switch (path) {
                    case "/m" -> "/second";
                    case "/ftp" -> "ftp://127.0.0.1/m";
                    case "/file" -> "file:///etc/passwd";
                    case "/loop" -> "/loop";
                    default -> null;
                  };
              if (to == null) {
                answer(exchange, 200, sp("urn:a"));
              } else {
                exchange.getResponseHeaders().add("Location", to);
                answer(exchange, 302, new byte[0]);
              }
            });
    assertArrayEquals(sp("urn:a"), new MetadataFetcher().fetch(address));
    for (String path : List.of("/ftp", "/file", "/loop")) {
      Report report = membership.fetch("", address.resolve(path).toString());
      assertFalse(report.accepted(), path);
      assertTrue(report.reasons().get(0).problem().contains("redirect"), report::toString);
    }
  }

  @Test
  void sizeAndTimeAreBounded() throws IOException {
    URI address =
        serve(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/m")) {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                  byte[] piece = new byte[1 << 20];
                  for (int i = 0; i < 64; i++) {
                    out.write(piece);
                  }
                }
                return;
              }
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('<');
              exchange.getResponseBody().flush();
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    assertTrue(problem(new MetadataFetcher(), address).contains("larger than 16 MiB"));
    String slow = problem(new MetadataFetcher(Duration.ofMillis(300)), address.resolve("/slow"));
    assertTrue(slow.contains("no whole answer"), slow);
  }

  @Test
  void otherAnswersThanMetadataAreRefused() throws IOException {
    URI address = serve(exchange -> answer(exchange, 404, new byte[0]));
    assertTrue(problem(new MetadataFetcher(), address).contains("HTTP 404"));
    server.stop(0);
    assertTrue(problem(new MetadataFetcher(), address).contains("nothing could be fetched"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://host/a",
        "/relative",
        "jar:http://a!/b",
        "",
        "http://",
        "https://user:secret@host/a",
        "javascript:alert(1)",
        "http://a b/"
      })
  void onlyWebAddressesAreFetched(String address) {
    assertThrows(BadInput.class, () -> MetadataFetcher.address(address));
    assertFalse(membership.fetch("", address).accepted());
  }

  private static String problem(MetadataFetcher fetcher, URI address) {
    return assertThrows(BadInput.class, () -> fetcher.fetch(address)).problem();
  }

  private static byte[] sp(String entityId) {
    return SpMetadata.registered(entityId, KEY).bytes();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private URI serve(Handler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/m");
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
