package se.genrep.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import se.genrep.http.Language;
import se.genrep.requirement.Catalogue;

/** The report as one HTML page without scripts and without anything to load. */
final class HtmlReport {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlReport.class.getClassLoader(), "se.genrep.pages.conformance");

  private HtmlReport() {}

  static byte[] write(Report report, Catalogue catalogue, Language language) {
    try {
      Utf8ByteOutput output = new Utf8ByteOutput();
      ENGINE.render("report.jte", new ReportPage(report, catalogue, language, style()), output);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
      output.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/report/report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
