package se.genrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import se.genrep.ades.Level;
import se.genrep.ades.Verdict;
import se.genrep.ades.Verdict.OfSignature;
import se.genrep.ades.Verdict.Point;
import se.genrep.ades.Verdict.Signer;
import se.genrep.http.Language;
import se.genrep.person.Bilingual;

/**
 * The verdict for a program; {@code sign/verify.schema.json} describes it. The members of the
 * signature that speaks for the file stand at the top, and all signatures in a list.
 */
final class VerifyJson {

  private final JsonGenerator json;
  private final Language language;

  private VerifyJson(JsonGenerator json, Language language) {
    this.json = json;
    this.language = language;
  }

  static void print(Verdict verdict, Language language, PrintWriter out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      json.setPrettyPrinter(printer);
      new VerifyJson(json, language).write(verdict);
    }
    out.print("\n");
  }

  private void write(Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", verdict.file());
    json.writeBooleanField("advanced", verdict.advanced());
    Optional<OfSignature> leading = verdict.leading();
    if (leading.isPresent()) {
      facts(leading.get());
    } else {
      for (String name : List.of("level", "indication", "signer", "article26")) {
        json.writeNullField(name);
      }
    }
    json.writeArrayFieldStart("reasons");
    texts(verdict.reasons());
    if (leading.isPresent()) {
      texts(leading.get().reasons());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("signatures");
    for (OfSignature each : verdict.signatures()) {
      json.writeStartObject();
      json.writeBooleanField("advanced", each.advanced());
      facts(each);
      json.writeStringField("format", each.format());
      text("subIndication", each.subIndication());
      text("qualification", each.qualification());
      text("signingTime", each.signingTime());
      json.writeArrayFieldStart("reasons");
      texts(each.reasons());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What the contract of the command has. */
  private void facts(OfSignature signature) throws IOException {
    text("level", signature.level().map(Level::name));
    json.writeStringField("indication", signature.indication());
    json.writeFieldName("signer");
    if (signature.signer().isPresent()) {
      signer(signature.signer().get());
    } else {
      json.writeNull();
    }
    json.writeObjectFieldStart("article26");
    List<Point> points = signature.article26().points();
    for (int i = 0; i < points.size(); i++) {
      point(String.valueOf((char) ('a' + i)), points.get(i));
    }
    json.writeEndObject();
  }

  private void signer(Signer signer) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", signer.subject());
    text("name", signer.name());
    text("identifier", signer.identifier());
    text("pseudonym", signer.pseudonym());
    json.writeStringField("issuer", signer.issuer());
    json.writeEndObject();
  }

  private void point(String letter, Point point) throws IOException {
    json.writeObjectFieldStart(letter);
    json.writeBooleanField("holds", point.holds());
    json.writeArrayFieldStart("evidence");
    texts(point.evidence());
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    texts(point.missing());
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(List<Bilingual> texts) throws IOException {
    for (Bilingual each : texts) {
      json.writeString(language == Language.SV ? each.sv() : each.en());
    }
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
