package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.genrep.requirement.Catalogue;

/** report.schema.json describes what is written, and nothing else. */
class ReportSchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in =
        ReportSchemaTest.class.getResourceAsStream("/report/report.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static String written(Report report) {
    return new String(ReportWriter.json(report), StandardCharsets.UTF_8);
  }

  private static ObjectNode sample() throws IOException {
    return (ObjectNode)
        MAPPER.readTree(
            written(
                ReportWriter.report(SampleRun.run(), SampleRun.catalogue(), SampleRun.allCases())));
  }

  @Test
  void whatIsWrittenIsValid() throws IOException {
    assertEquals(List.of(), errors(sample().toString()));
  }

  @Test
  void aRunOfNothingAgainstTheWholeCatalogueIsValid() {
    String json = written(ReportWriter.report(SampleRun.run(), Catalogue.load(), List.of()));
    assertEquals(List.of(), errors(json));
  }

  @Test
  void noKeyCanBeMissingButKnown() throws IOException {
    List<String> accepted = new ArrayList<>();
    int removed = 0;
    for (int i = 0; i < objects(sample()).size(); i++) {
      List<String> names = new ArrayList<>();
      objects(sample()).get(i).fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        ObjectNode report = sample();
        objects(report).get(i).remove(name);
        removed++;
        if (errors(report.toString()).isEmpty()) {
          accepted.add(name);
        }
      }
    }
    assertTrue(removed > 100, removed + " keys were looked at");
    assertEquals(List.of("known"), accepted.stream().distinct().toList());
  }

  @Test
  void noKeyCanBeAdded() throws IOException {
    for (int i = 0; i < objects(sample()).size(); i++) {
      ObjectNode report = sample();
      objects(report).get(i).put("extra", "x");
      assertFalse(errors(report.toString()).isEmpty(), objects(report).get(i).toString());
    }
  }

  @Test
  void valuesOutsideTheirRangeAreInvalid() throws IOException {
    assertInvalid(report -> firstCase(report).put("verdict", "ERROR"));
    assertInvalid(report -> firstCase(report).put("durationMs", -1));
    assertInvalid(report -> firstCase(report).put("durationMs", "1"));
    assertInvalid(report -> firstCase(report).put("id", "Saml/SP"));
    assertInvalid(report -> firstCase(report).putArray("requirements"));
    assertInvalid(report -> firstCase(report).putArray("requirements").add("nothing"));
    assertInvalid(report -> firstCase(report).put("known", ""));
    assertInvalid(report -> firstCase(report).put("verdict", "FAIL")); // it has no finding
    assertInvalid(report -> firstCase(report).put("verdict", "SKIPPED")); // it has no reason
    assertInvalid(report -> ((ObjectNode) report.get("run")).put("started", "2026-11-24 10:15"));
    assertInvalid(report -> ((ObjectNode) report.get("run")).put("seed", "7"));
    assertInvalid(report -> ((ObjectNode) report.get("summary")).put("pass", -1));
    assertInvalid(report -> report.put("plan", ""));
    assertInvalid(
        report -> ((ArrayNode) report.get("requirements").get("covered")).add("DP-6.3.2-02"));
  }

  private static void assertInvalid(Consumer<ObjectNode> change) throws IOException {
    ObjectNode report = sample();
    change.accept(report);
    assertFalse(errors(report.toString()).isEmpty(), report.toString());
  }

  private static ObjectNode firstCase(ObjectNode report) {
    return (ObjectNode) report.get("cases").get(0);
  }

  /** Every object of the report, in order. */
  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
