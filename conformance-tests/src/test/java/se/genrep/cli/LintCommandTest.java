package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.Federation;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.person.Cast;
import se.genrep.pki.Pem;
import se.genrep.pki.TestPki;

/** {@code genrep lint}: files, addresses and standard input, for people and for programs. */
class LintCommandTest {

  private static final TestPki PKI = TestPki.inMemory(Clock.systemUTC());

  @TempDir private Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path good;
  private Path bad;
  private Path aggregate;
  private Path signer;

  @BeforeEach
  void writeMetadata() throws IOException {
    Federation federation = Federation.inMemory(PKI, Clock.systemUTC());
    MockIdp idp =
        new MockIdp(
            IdpProfiles.find("supplier-loa2-loa3"),
            "https://localhost:8443",
            PKI,
            federation,
            Cast::load,
            Clock.systemUTC(),
            () -> "_id");
    good = folder.resolve("good.xml");
    Files.write(good, idp.metadata());
    bad = folder.resolve("bad.xml");
    Files.writeString(bad, Files.readString(good).replace("loa2-name", "loa4-name"));
    aggregate = folder.resolve("aggregate.xml");
    Files.write(aggregate, federation.aggregate());
    signer = folder.resolve("signer.pem");
    Files.writeString(signer, Pem.encode(federation.signer()));
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
  }

  private JsonNode json(int exitCode, String... arguments) throws IOException {
    assertEquals(exitCode, run(arguments), err::toString);
    assertEquals("", err.toString());
    List<?> errors;
    try (InputStream in = LintCommandTest.class.getResourceAsStream("/lint/lint.schema.json")) {
      errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
              .validate(out.toString(), InputFormat.JSON);
    }
    assertEquals(List.of(), errors);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void metadataWithoutErrorsEndsWith0() {
    assertEquals(0, run("lint", good.toString(), "--signer", signer.toString()));
    String text = out.toString();
    assertTrue(text.contains("verifies; the signer is the one named"), text);
    assertTrue(text.contains("https://localhost:8443/idp/supplier-loa2-loa3 (idp, line"), text);
    assertTrue(text.contains("0 errors, "), text);
    assertEquals("", err.toString());
  }

  @Test
  void anErrorEndsWith1AndIsSaidWithPlaceAndRequirement() {
    assertEquals(1, run("lint", bad.toString()));
    String text = out.toString();
    assertTrue(text.contains("TAR-3.4.6-03"), text);
    assertTrue(text.contains("  do        "), text);
    assertTrue(text.contains("  at        /md:EntityDescriptor[1]/md:Extensions[1]"), text);
    assertTrue(text.contains("does not verify: what is signed was changed afterwards"), text);
  }

  @Test
  void jsonIsAsTheSchemaSays() throws IOException {
    JsonNode result =
        json(0, "lint", aggregate.toString(), "--json", "--signer", signer.toString());
    assertTrue(result.get("aggregate").asBoolean());
    assertEquals(0, result.get("summary").get("error").asInt());
    assertEquals("urn:oasis:names:tc:SAML:2.0:metadata", result.at("/namespaces/md").asText());
    assertTrue(result.at("/signature/verifies").asBoolean());
    assertTrue(result.at("/signature/trustedSigner").asText().contains("MOCK"));

    JsonNode wrong = json(1, "lint", bad.toString(), "--json");
    assertFalse(wrong.at("/signature/verifies").asBoolean());
    assertTrue(wrong.at("/signature/trustedSigner").isNull());
    assertEquals("signature-broken", wrong.at("/findings/0/rule").asText());
    assertTrue(wrong.at("/summary/error").asInt() > 0);
    assertEquals("idp", wrong.at("/entities/0/roles/0").asText());
  }

  @Test
  void aSignerThatDidNotSignIsAnError() throws IOException {
    Path other = folder.resolve("other.pem");
    Files.writeString(other, Pem.encode(PKI.root()));
    JsonNode result = json(1, "lint", good.toString(), "--json", "--signer", other.toString());
    assertEquals("signer-unknown", result.at("/findings/0/rule").asText());
    assertFalse(result.at("/signature/distrust").isNull());
  }

  @Test
  void standardInputIsRead() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(good)));
      assertEquals(0, run("lint", "-"), err::toString);
      assertTrue(out.toString().startsWith("standard input: one entity"), out.toString());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void anAddressIsFetched() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] metadata = Files.readAllBytes(good);
    server.createContext(
        "/",
        exchange -> {
          boolean there = exchange.getRequestURI().getPath().equals("/metadata");
          exchange.sendResponseHeaders(there ? 200 : 404, there ? metadata.length : -1);
          if (there) {
            exchange.getResponseBody().write(metadata);
          }
          exchange.close();
        });
    server.start();
    try {
      String base = "http://localhost:" + server.getAddress().getPort();
      assertEquals(0, run("lint", base + "/metadata"), err::toString);
      refused("status 404", base + "/other");
    } finally {
      server.stop(0);
    }
    refused("cannot be reached", "http://localhost:1/metadata");
    refused("no web address", "http://local host/");
  }

  @Test
  void aRoleThatIsNotThereIsSaid() {
    assertEquals(0, run("lint", good.toString(), "--role", "idp"));
    refused("no entity in it has the role sp", good.toString(), "--role", "sp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"op", "rp"})
  void openIdMetadataIsNotJudgedYet(String role) {
    refused("OpenID", good.toString(), "--role", role);
  }

  @Test
  void wrongUsageEndsWith64() {
    assertEquals(64, run("lint"));
    assertEquals(64, run("lint", good.toString(), "--role", "IDP"));
    assertEquals(64, run("lint", good.toString(), "--bogus"));
    assertEquals("", out.toString());
  }

  @Test
  void whatCannotBeReadIsOneSentence() throws IOException {
    Path file = folder.resolve("x.xml");
    refused("no such file", file.toString());
    refused("this is a folder", folder.toString());
    Files.write(file, new byte[0]);
    refused("there is nothing in it", file.toString());
    Files.writeString(file, "{\"issuer\": \"https://op.example.org\"}");
    refused("not usable XML", file.toString());
    Files.writeString(file, "<!DOCTYPE x SYSTEM \"http://localhost:1/x\"><x/>");
    refused("DOCTYPE", file.toString());
    Files.write(file, Files.readString(bad).getBytes(StandardCharsets.ISO_8859_1));
    refused("not usable XML", file.toString());
    Files.writeString(
        file, "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>");
    refused("there is no entity in it", file.toString());
    refused("none.pem", good.toString(), "--signer", folder.resolve("none.pem").toString());
  }

  @Test
  void twoHundredMegabytesAreTooMany() throws IOException {
    Path file = folder.resolve("large.xml");
    Files.writeString(
        file, "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'>");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      large.seek(large.length());
      for (int i = 0; i < 200; i++) {
        large.write(spaces);
      }
    }
    refused("larger than 128 MB", file.toString());
  }

  @Test
  void nothingThatATerminalWouldObeyIsPrinted() throws IOException {
    Files.writeString(bad, Files.readString(good).replace("loa2-name", "loa4-name\u009b31m\u202e"));
    assertEquals(1, run("lint", bad.toString()));
    assertTrue(out.toString().chars().noneMatch(c -> c == 0x9b || c == 0x202e), out.toString());
  }

  private void refused(String hint, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertEquals(2, run(all), out::toString);
    assertEquals("", out.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains(hint), err.toString());
  }
}
