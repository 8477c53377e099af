package se.genrep.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import se.genrep.control.ControlClock;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;

/**
 * The control API: people, members, instructions, outages, the clock and the history, over HTTP on
 * a port of its own. {@code openapi.yaml} beside this class describes it.
 */
final class ControlApi {

  private static final String OPENAPI = "openapi.yaml";

  private final ControlParts parts;

  private ControlApi(ControlParts parts) {
    this.parts = parts;
  }

  static ControlRoutes routes(ControlParts parts) {
    ControlApi api = new ControlApi(parts);
    ControlRoutes routes =
        new ControlRoutes()
            .add("GET", "/", (call, path) -> api.index())
            .add("GET", "/openapi.yaml", (call, path) -> document("application/yaml", openApi()))
            .add("GET", "/openapi.json", (call, path) -> ControlJson.ok(api.openApiJson()))
            .add("GET", "/v1/clock", (call, path) -> api.clock())
            .add("PUT", "/v1/clock", (call, path) -> api.setClock(call))
            .add("DELETE", "/v1/clock", (call, path) -> api.resetClock())
            .add("POST", "/v1/reset", (call, path) -> api.reset());
    new PeopleControl(parts).addTo(routes);
    new MemberControl(parts).addTo(routes);
    new ScriptControl(parts).addTo(routes);
    new HistoryControl(parts).addTo(routes);
    new SigningControl(parts).addTo(routes);
    return routes;
  }

  private Reply index() {
    ObjectNode index = ControlJson.object();
    index.put("name", "Genrep control API").put("version", "v1");
    index.put("federation", parts.federationUrl()).put("openapi", "/openapi.json");
    return ControlJson.ok(index);
  }

  private Reply clock() {
    ControlClock clock = parts.clock();
    return ControlJson.ok(
        ControlJson.object()
            .put("now", clock.instant().toString())
            .put("offsetSeconds", clock.offset().toSeconds()));
  }

  private Reply setClock(Call call) {
    YamlNode body = ControlJson.read(call);
    Map<String, YamlNode> keys = body.map("now", "offsetSeconds");
    if (keys.size() != 1) {
      throw body.bad("one of now and offsetSeconds is expected", "Give one of them");
    }
    if (keys.containsKey("now")) {
      parts.clock().set(keys.get("now"));
    } else {
      parts.clock().offset(ControlClock.offset(keys.get("offsetSeconds")));
    }
    return clock();
  }

  private Reply resetClock() {
    parts.clock().offset(Duration.ZERO);
    return clock();
  }

  /** As after a start, but for the members, who stay. */
  private Reply reset() {
    parts.clock().offset(Duration.ZERO);
    parts.outages().endAll();
    parts.idps().forEach(idp -> idp.certificatesExpired(false));
    parts.switchboard().forgetNext();
    parts.signing().ifPresent(Guest.Steering::forget);
    parts.switchboard().standing(java.util.List.of());
    parts.exchanges().all().values().forEach(parts.exchanges()::disarm);
    parts.people().removeAll();
    parts.history().forget();
    return ControlJson.nothing();
  }

  static byte[] openApi() {
    try (InputStream in = ControlApi.class.getResourceAsStream(OPENAPI)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply document(String type, byte[] bytes) {
    return new Reply(200, type, Map.of(), bytes);
  }

  private JsonNode openApiJson() {
    return json(Yaml.parse(new String(openApi(), StandardCharsets.UTF_8), OPENAPI));
  }

  /** YAML as JSON; numbers and truth values are told by their look, as in the document. */
  private static JsonNode json(YamlNode node) {
    if (node.isMap()) {
      ObjectNode object = ControlJson.object();
      node.map().forEach((key, value) -> object.set(key, json(value)));
      return object;
    }
    if (node.isList()) {
      ArrayNode array = ControlJson.array();
      node.list().forEach(item -> array.add(json(item)));
      return array;
    }
    Function<Object, JsonNode> plain = value -> ControlJson.array().addPOJO(value).get(0);
    String text = node.text();
    if (!node.isPlain()) {
      return plain.apply(text);
    }
    return switch (text) {
      case "true", "false" -> ControlJson.array().add(Boolean.parseBoolean(text)).get(0);
      default ->
          text.matches("-?\\d{1,9}")
              ? ControlJson.array().add(Integer.parseInt(text)).get(0)
              : ControlJson.array().add(text).get(0);
    };
  }
}
