package se.genrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.genrep.lint.Finding;
import se.genrep.lint.LintResult;
import se.genrep.lint.LintResult.Judged;
import se.genrep.lint.Prefixes;
import se.genrep.lint.Severity;
import se.genrep.lint.Signature;

/** The result of lint for a program; {@code lint/lint.schema.json} describes it. */
final class LintJson {

  private final JsonGenerator json;

  private LintJson(JsonGenerator json) {
    this.json = json;
  }

  static void print(LintResult result, PrintWriter out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      json.setPrettyPrinter(printer);
      new LintJson(json).write(result);
    }
    out.print("\n");
  }

  private void write(LintResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", result.source());
    json.writeStringField("at", result.at().toString());
    json.writeBooleanField("aggregate", result.aggregate());
    text("validUntil", result.validUntil());
    json.writeFieldName("signature");
    signature(result.signature());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("entities", result.entities().size());
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.word(), result.count(severity));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("namespaces");
    for (Map.Entry<String, String> each : new TreeMap<>(Prefixes.all()).entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    findings(result.findings());
    json.writeArrayFieldStart("entities");
    for (Judged entity : result.entities()) {
      json.writeStartObject();
      json.writeStringField("entityId", entity.entityId());
      texts("roles", entity.roles());
      json.writeStringField("xpath", entity.xpath());
      json.writeNumberField("line", entity.line());
      findings(entity.findings());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void signature(Signature signature) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("present", signature.present());
    text("method", Optional.of(signature.method()).filter(method -> !method.isEmpty()));
    text("signer", signature.claimed().map(LintJson::subject));
    json.writeBooleanField("verifies", signature.present() && signature.problem().isEmpty());
    text("problem", signature.problem());
    text("trustedSigner", signature.trusted().map(LintJson::subject));
    text("distrust", signature.distrust());
    json.writeEndObject();
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private void findings(List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity().word());
      texts("requirements", finding.requirements());
      json.writeStringField("sentence", finding.sentence());
      json.writeStringField("xpath", finding.xpath());
      json.writeNumberField("line", finding.line());
      json.writeStringField("seen", finding.seen());
      json.writeStringField("expected", finding.expected());
      json.writeStringField("remedy", finding.remedy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
