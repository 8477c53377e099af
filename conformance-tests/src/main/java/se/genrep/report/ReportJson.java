package se.genrep.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes report.json: UTF-8, indented, keys in the order of report.schema.json. */
final class ReportJson {

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] write(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes).setPrettyPrinter(printer)) {
      new ReportJson(json).report(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not of a stream in memory
    }
    bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    text("name", report.tool().name());
    text("version", report.tool().version());
    json.writeEndObject();
    json.writeObjectFieldStart("run");
    text("id", report.run().id());
    text("started", report.run().started().toString());
    json.writeNumberField("seed", report.run().seed());
    text("clock", report.run().clock());
    json.writeEndObject();
    json.writeObjectFieldStart("sut");
    text("name", report.sut().name());
    text("role", report.sut().role());
    texts("description", report.sut().description());
    json.writeEndObject();
    text("plan", report.plan());
    summary(report.summary());
    json.writeArrayFieldStart("cases");
    for (Report.Case each : report.cases()) {
      reportCase(each);
    }
    json.writeEndArray();
    requirements(report.requirements());
    json.writeArrayFieldStart("remarks");
    for (Report.Remark remark : report.remarks()) {
      json.writeStartObject();
      text("kind", remark.kind());
      text("where", remark.where());
      json.writeNumberField("times", remark.times());
      text("text", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void summary(Report.Summary summary) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("pass", summary.pass());
    json.writeNumberField("fail", summary.fail());
    json.writeNumberField("warn", summary.warn());
    json.writeNumberField("skipped", summary.skipped());
    json.writeNumberField("inconclusive", summary.inconclusive());
    json.writeNumberField("review", summary.review());
    json.writeEndObject();
  }

  private void reportCase(Report.Case each) throws IOException {
    json.writeStartObject();
    text("id", each.id());
    text("title", each.title());
    texts("requirements", each.requirements());
    text("verdict", each.verdict().name());
    text("reason", each.reason());
    if (each.isKnown()) {
      text("known", each.known());
    }
    json.writeArrayFieldStart("findings");
    for (Report.Finding finding : each.findings()) {
      json.writeStartObject();
      text("expected", finding.expected());
      text("actual", finding.actual());
      text("where", finding.where());
      text("requirement", finding.requirement());
      text("rerun", finding.rerun());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("transcript");
    for (Report.Step step : each.transcript()) {
      json.writeStartObject();
      text("at", step.at().toString());
      text("kind", step.kind().name());
      text("title", step.title());
      text("text", step.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("durationMs", each.durationMs());
    json.writeEndObject();
  }

  private void requirements(Report.Requirements requirements) throws IOException {
    json.writeObjectFieldStart("requirements");
    texts("covered", requirements.covered());
    json.writeArrayFieldStart("notTested");
    for (Report.NotTested each : requirements.notTested()) {
      json.writeStartObject();
      text("id", each.id());
      text("reason", each.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(Visible.wellFormed(value));
    }
    json.writeEndArray();
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, Visible.wellFormed(value));
  }
}
