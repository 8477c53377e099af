package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.ades.LocalSigning;
import se.genrep.pki.Pem;

/** {@code genrep sign} and {@code genrep verify}: files, languages, exit codes, bad input. */
class SignVerifyCommandTest {

  /** A whole PDF of one page, small enough to read. */
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [3 0 R] /Count 1 >>
      endobj
      3 0 obj
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>
      endobj
      xref
      0 4
      0000000000 65535 f\s
      0000000009 00000 n\s
      0000000058 00000 n\s
      0000000115 00000 n\s
      trailer
      << /Size 4 /Root 1 0 R >>
      startxref
      186
      %%EOF
      """;

  @TempDir private Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path pdf;

  @BeforeEach
  void writePdf() throws IOException {
    pdf = Files.writeString(folder.resolve("order.pdf"), PDF);
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Genrep.run(
        new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments);
  }

  private int sign(Path file, Path signed, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "sign",
                    file.toString(),
                    "--person",
                    "ordinary-with-samordningsnummer",
                    "--out",
                    signed.toString(),
                    "--data",
                    folder.resolve("data").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int verify(Path file, String... more) {
    return run(
        Stream.concat(
                Stream.of("verify", file.toString(), "--data", folder.resolve("data").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aSignedPdfIsAdvancedAndSaysWhoWhereAndAtWhatLevel() {
    Path signed = folder.resolve("signed.pdf");
    assertEquals(0, sign(pdf, signed, "--loa", "loa3", "--visible"));
    assertEquals("", out.toString());
    assertEquals(0, verify(signed));
    String text = out.toString();
    assertTrue(
        text.startsWith("signed.pdf: yes, the signature is advanced by Article 26 of eIDAS."),
        text);
    assertTrue(text.contains("PNOSE-197603722393"), text);
    assertTrue(text.contains("http://id.elegnamnden.se/loa/1.0/loa3"), text);
    assertTrue(text.contains("https://genrep.example.com/mock/local-signing"), text);
  }

  @Test
  void theAnswerIsInSwedishWhereAskedFor() {
    Path signed = folder.resolve("signed.pdf");
    sign(pdf, signed);
    String yes = "signed.pdf: ja, underskriften är avancerad enligt eIDAS artikel 26.";
    assertEquals(0, verify(signed, "--language", "sv"));
    assertTrue(out.toString().startsWith(yes), out.toString());
    String[] plain = {"verify", signed.toString(), "--data", folder.resolve("data").toString()};
    assertEquals(0, run(Map.of("LANG", "sv_SE.UTF-8"), plain));
    assertTrue(out.toString().startsWith(yes), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "pades, LTA, PAdES-BASELINE-LTA",
    "cades, T, CAdES-BASELINE-T",
    "jades, LT, JAdES-BASELINE-LT",
    "asic-e, B, XAdES-BASELINE-B",
    "asic-s, B, CAdES-BASELINE-B",
    "xades, B, XAdES-BASELINE-B"
  })
  void theJsonKeepsItsSchema(String format, String level, String expected) throws IOException {
    Path signed = folder.resolve("signed");
    assertEquals(0, sign(pdf, signed, "--format", format, "--level", level), err.toString());
    assertEquals(0, verify(signed, "--json"), out.toString());
    JsonNode json = validated(out.toString());
    assertTrue(json.path("advanced").asBoolean());
    assertEquals(level, json.path("level").asText());
    assertEquals("TOTAL_PASSED", json.path("indication").asText());
    assertEquals(expected, json.path("signatures").path(0).path("format").asText());
    for (String point : List.of("a", "b", "c", "d")) {
      assertTrue(json.path("article26").path(point).path("holds").asBoolean(), point);
    }
    assertEquals(0, json.path("reasons").size());
  }

  private static JsonNode validated(String text) throws IOException {
    try (InputStream schema = VerifyCommand.class.getResourceAsStream("/sign/verify.schema.json")) {
      var errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
              .validate(text, InputFormat.JSON);
      assertTrue(errors.isEmpty(), errors.toString());
    }
    return new ObjectMapper().readTree(text);
  }

  @Test
  void aChangedFileIsRefusedWithTheReason() throws IOException {
    Path signed = folder.resolve("signed.pdf");
    sign(pdf, signed);
    byte[] bytes = Files.readAllBytes(signed);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("0 0 300") + 4] = '9';
    Files.write(signed, bytes);
    assertEquals(1, verify(signed));
    assertTrue(out.toString().startsWith("signed.pdf: no, not an advanced"), out.toString());
    assertTrue(out.toString().contains("What was signed has been changed"), out.toString());
    assertEquals(1, verify(signed, "--json"));
    JsonNode json = validated(out.toString());
    assertFalse(json.path("advanced").asBoolean());
    assertFalse(json.path("article26").path("d").path("holds").asBoolean());
    assertTrue(json.path("reasons").size() > 0);
  }

  @Test
  void aFileWithoutSignatureIsRefused() throws IOException {
    assertEquals(1, verify(pdf, "--json"));
    JsonNode json = validated(out.toString());
    assertFalse(json.path("advanced").asBoolean());
    assertEquals("The file has no signature.", json.path("reasons").path(0).asText());
  }

  @Test
  void anotherFoldersRootIsTrustedWhenItIsNamed() throws IOException {
    Path signed = folder.resolve("signed.pdf");
    sign(pdf, signed, "--level", "LT");
    Path root = folder.resolve("root.pem");
    Files.writeString(
        root,
        Pem.encode(
            LocalSigning.open(folder.resolve("data"), "http://localhost", Clock.systemUTC())
                .authority()
                .root()));
    String other = folder.resolve("other").toString();
    assertEquals(1, run("verify", signed.toString(), "--data", other));
    assertTrue(out.toString().contains("--trust"), out.toString());
    assertEquals(
        0,
        run("verify", signed.toString(), "--data", other, "--trust", root.toString()),
        out.toString());
  }

  @ParameterizedTest
  @CsvSource({"PKC, AdESig", "QC, AdESig-QC", "QC/SSCD, QESig"})
  void theTrustedListTellsWhetherItIsQualified(String type, String expected) throws IOException {
    Path signed = folder.resolve("signed.pdf");
    assertEquals(0, sign(pdf, signed, "--certificate", type));
    assertEquals(0, verify(signed, "--json", "--lists"));
    assertEquals(
        expected,
        validated(out.toString()).path("signatures").path(0).path("qualification").asText());
  }

  @Test
  void badInputIsOneSentenceAndNothingIsWritten() throws IOException {
    Path signed = folder.resolve("signed");
    Path text = Files.writeString(folder.resolve("order.txt"), "text");
    Path xref =
        Files.writeString(
            folder.resolve("xref.pdf"),
            PDF.replace("3 0 obj", "9 0 obj").replace("1 0 R", "7 0 R"));
    Path dtd =
        Files.writeString(
            folder.resolve("dtd.xml"), "<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>");
    Path broken = Files.writeString(folder.resolve("broken.xml"), "<a><b></a>");
    Path empty = Files.writeString(folder.resolve("empty.pdf"), "");
    Path large = folder.resolve("large.pdf");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(300L << 20);
    }
    refused(sign(text, signed, "--format", "pades"), "order.txt: this is not a PDF. ");
    refused(sign(xref, signed), "xref.pdf: the PDF is damaged");
    refused(sign(dtd, signed), "dtd.xml:1: the XML has a document type (DTD)");
    refused(sign(broken, signed), "broken.xml:1: the XML is not well-formed");
    refused(sign(empty, signed), "empty.pdf: the file is empty");
    refused(sign(large, signed), large + ": the file has 300 MB");
    refused(sign(folder, signed), folder + ": this is a folder");
    refused(sign(folder.resolve("none"), signed), folder.resolve("none") + ": ");
    refused(sign(text, signed, "--visible"), "--visible: only a PDF has pages");
    refused(sign(pdf, pdf), "--out: this is the file that is to be signed");
    refused(
        run("sign", pdf.toString(), "--person", "nobody", "--out", signed.toString()),
        "--person: there is no test person 'nobody'");
    assertFalse(Files.exists(signed));
    assertEquals(PDF, Files.readString(pdf));
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(each -> each.toString().endsWith(".part")), "a half file is left");
    }
    refused(verify(text), "order.txt: this is no file that can carry a signature");
    refused(verify(dtd), "dtd.xml:1: the XML has a document type (DTD)");
    refused(verify(large), large + ": the file has 300 MB");
  }

  private void refused(int exit, String beginning) {
    assertEquals(2, exit, err.toString());
    assertTrue(err.toString().startsWith(beginning), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=png", "--level=X", "--loa=loa9", "--certificate=QESig"})
  void wrongWordsAreWrongUsage(String option) {
    assertEquals(64, sign(pdf, folder.resolve("signed"), option));
    assertFalse(Files.exists(folder.resolve("signed")));
  }
}
