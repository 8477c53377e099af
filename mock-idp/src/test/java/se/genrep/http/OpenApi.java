package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The OpenAPI document that the control API serves, to hold answers against. */
final class OpenApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode document;
  private final Map<JsonNode, Schema> compiled = new HashMap<>();

  OpenApi(String json) {
    try {
      document = MAPPER.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Every method and path: {@code GET /v1/persons/{id}}. */
  TreeSet<String> all() {
    TreeSet<String> all = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            all.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return all;
  }

  /** Fails unless the answer is one that the document describes for the call. */
  Response require(String method, String template, Response response) {
    JsonNode operation = document.at("/paths").get(template).get(method.toLowerCase());
    assertNotNull(operation, method + " " + template);
    JsonNode responses = operation.get("responses");
    String status = String.valueOf(response.statusCode());
    JsonNode described =
        resolved(responses.has(status) ? responses.get(status) : responses.get("default"));
    assertTrue(
        responses.has(status) || response.statusCode() >= 400,
        method + " " + template + " answered " + status + ": " + response.asString());
    JsonNode content = described.get("content");
    if (content == null) {
      assertEquals("", response.asString());
      return response;
    }
    String type = response.contentType().split(";")[0];
    assertTrue(content.has(type), type + " is not described for " + method + " " + template);
    JsonNode schema = content.get(type).get("schema");
    if (schema != null) {
      assertEquals(List.of(), errors(schema, response.asString()), response.asString());
    }
    return response;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private List<?> errors(JsonNode schema, String json) {
    return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON);
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON);
  }
}
