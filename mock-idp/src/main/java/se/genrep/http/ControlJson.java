package se.genrep.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;

/**
 * JSON in and out of the control API. It is read as YAML, of which JSON is a part, so that a
 * mistake is named with its line and key.
 */
final class ControlJson {

  static final String TYPE = "application/json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ControlJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static Reply ok(JsonNode body) {
    return reply(200, TYPE, body);
  }

  static Reply created(JsonNode body) {
    return reply(201, TYPE, body);
  }

  static Reply nothing() {
    return new Reply(204, TYPE, Map.of("Cache-Control", "no-store"), new byte[0]);
  }

  static Reply reply(int status, String type, JsonNode body) {
    try {
      byte[] text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(body);
      return new Reply(status, type, Map.of("Cache-Control", "no-store"), text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply of our own is no JSON", e);
    }
  }

  /**
   * The body of a call.
   *
   * @throws ControlRefusal 415 when it is not said to be JSON: a form of a web page is not
   * @throws se.genrep.input.BadInput when it is not JSON
   */
  static YamlNode read(Call call) {
    if (!call.body().type().equals(TYPE)) {
      throw new ControlRefusal(
          415,
          "Not JSON",
          "The Content-Type is '" + call.body().type() + "'",
          "Send JSON with Content-Type: " + TYPE);
    }
    return parse(text(call.body().bytes()), "the body");
  }

  static YamlNode parse(String json, String name) {
    return Yaml.parseJson(json, name);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not written in UTF-8");
    }
  }
}
