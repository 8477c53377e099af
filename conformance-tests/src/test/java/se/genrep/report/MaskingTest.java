package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;

/** Numbers that may be somebody's are not written; what is nobody's is. */
class MaskingTest {

  private static final Masking MASKING = Masking.allowing(SampleRun.TEST_NUMBER::equals);

  private static String masked(String text) {
    return MASKING.mask(text).text();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "197010632391,19701063-****",
        "19701063-2391,19701063-****",
        "19701063+2391,19701063-****",
        "19701063%2B2391,19701063-****",
        "7010632391,701063-****",
        "701063-2391,701063-****",
        "\"197010632391\",\"19701063-****\"",
        "<v>197010632391</v>,<v>19701063-****</v>",
        "pnr=197010632391&x=1,pnr=19701063-****&x=1",
        "%22197010632391%22,%2219701063-****%22",
        "\\n197010632391\\n,\\n19701063-****\\n",
        "SE197010632391,SE19701063-****",
        "196408233234,19640823-****",
        "000229-2399 and 000229-2399,000229-**** and 000229-****",
      })
  void masks(String text, String expected) {
    assertEquals(expected, masked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleRun.TEST_NUMBER,
        "19900114-2398",
        "900114-2398",
        "9001142398",
        // a wrong check digit, a date that no personnummer has, another century, the serial 000
        "197010632392",
        "196402303239",
        "167010632391",
        "640823-0008",
        // longer runs of digits, identifiers and times
        "1970106323911",
        "_a7010632391f",
        "a7010632391",
        "7010632391b",
        "2021006883",
        "1764000000",
        "2026-11-24T10:15:00.123456789Z",
        "1.2.752.29.4.13",
        ""
      })
  void leaves(String text) {
    assertEquals(new Masking.Masked(text, 0), MASKING.mask(text));
  }

  @Test
  void counts() {
    assertEquals(3, MASKING.mask("196408233234, 640823-3234; 6408233234").numbers());
  }

  @Test
  void numbersInsideEncodedTextAreNotWrittenEither() throws IOException {
    String message = "<AttributeValue>" + SampleRun.SOMEBODY + "</AttributeValue>";
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    byte[] deflated = deflated(bytes);
    String plain = Base64.getEncoder().encodeToString(bytes);
    for (String encoded :
        new String[] {
          plain,
          plain.replaceAll("(.{16})", "$1\n"),
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          Base64.getEncoder().encodeToString(deflated),
          URLEncoder.encode(Base64.getEncoder().encodeToString(deflated), StandardCharsets.UTF_8)
        }) {
      assertEquals(
          new Masking.Masked("SAMLResponse=[encoded text with a number]&RelayState=x", 1),
          MASKING.mask("SAMLResponse=" + encoded + "&RelayState=x"),
          encoded);
    }
  }

  @Test
  void encodedTextWithATestNumberStays() {
    String encoded =
        Base64.getEncoder()
            .encodeToString(
                ("<AttributeValue>" + SampleRun.TEST_NUMBER + "</AttributeValue>")
                    .getBytes(StandardCharsets.UTF_8));
    assertEquals(encoded, masked(encoded));
  }

  @Test
  void longEncodedTextIsNoBurden() {
    String encoded = "QUJD".repeat(500_000);
    assertEquals(encoded, masked(encoded));
  }

  @Test
  void aBombOfDeflatedTextIsBounded() throws IOException {
    byte[] bomb = deflated(new byte[200_000_000]);
    String encoded = Base64.getEncoder().encodeToString(bomb);
    assertEquals(encoded, masked(encoded));
  }

  @Test
  void theCastIsLetThroughWithItsCanariesAndControls() {
    Cast cast = Cast.load();
    Masking masking = Masking.allowingCast(cast);
    int seen = 0;
    for (var people :
        java.util.List.of(
            cast.all(), cast.canaries(), cast.canariesWithSamordningsnummer(), cast.controls())) {
      for (TestPerson person : people) {
        for (String number : person.number().stream().toList()) {
          assertEquals(number, masking.mask(number).text());
          seen++;
        }
      }
    }
    assertTrue(seen > 300, seen + " numbers were looked at");
    assertEquals("19701063-****", masking.mask(SampleRun.SOMEBODY).text());
    assertEquals(
        SampleRun.SOMEBODY,
        masking.alsoAllowing(SampleRun.SOMEBODY::equals).mask(SampleRun.SOMEBODY).text());
  }

  @Test
  void everyPartOfAReportIsMasked() {
    Report report =
        ReportMaker.make(
            SampleRun.runFullOf(SampleRun.SOMEBODY),
            SampleRun.catalogue(),
            SampleRun.allCases(),
            MASKING,
            Report.Tool.current());

    String json = new String(ReportWriter.json(report), StandardCharsets.UTF_8);
    assertTrue(json.contains("19701063-****"), json);
    assertEquals(-1, json.indexOf(SampleRun.SOMEBODY), json);
    assertEquals(
        java.util.List.of("sut", SampleRun.RECIPIENT.id(), SampleRun.LEVEL.id()),
        report.remarks().stream().map(Report.Remark::where).toList());
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(all, new Deflater(9, true))) {
      out.write(bytes);
    }
    return all.toByteArray();
  }
}
