package se.genrep.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.genrep.control.Exchange;
import se.genrep.control.Instruction;
import se.genrep.control.Switchboard;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.idp.Decision;
import se.genrep.input.YamlNode;

/**
 * Instructions in the control API: for one exchange, for the next requests, for all that follow.
 */
final class ScriptControl {

  /** More are refused: they were forgotten rather than meant. */
  private static final int MOST_ARMED = 10_000;

  private final ControlParts parts;

  ScriptControl(ControlParts parts) {
    this.parts = parts;
  }

  void addTo(ControlRoutes routes) {
    routes
        .add("GET", "/v1/deviations", (call, path) -> deviations())
        .add("GET", "/v1/outcomes", (call, path) -> outcomes())
        .add("GET", "/v1/next", (call, path) -> list(parts.switchboard().next()))
        .add("POST", "/v1/next", (call, path) -> addNext(call))
        .add("DELETE", "/v1/next", (call, path) -> forgetNext())
        .add("GET", "/v1/auto", (call, path) -> list(parts.switchboard().standing()))
        .add("PUT", "/v1/auto", (call, path) -> setStanding(call))
        .add("DELETE", "/v1/auto", (call, path) -> endStanding())
        .add("GET", "/v1/exchanges", (call, path) -> exchanges())
        .add("POST", "/v1/exchanges", (call, path) -> arm(call))
        .add("GET", "/v1/exchanges/{id}", (call, p) -> ControlJson.ok(json(find(p))))
        .add("DELETE", "/v1/exchanges/{id}", (call, path) -> disarm(path));
  }

  private static Reply deviations() {
    ArrayNode all = ControlJson.array();
    for (Deviation each : DeviationLibrary.ofAnswers()) {
      all.addObject().put("id", each.id()).put("title", each.title());
    }
    return ControlJson.ok(all);
  }

  private static Reply outcomes() {
    ArrayNode all = ControlJson.array();
    all.addObject().put("id", "sign-in").put("title", "Sign in");
    for (Outcome each : Outcome.values()) {
      ObjectNode outcome = all.addObject();
      outcome.put("id", each.id()).put("title", each.label().in(Language.EN));
      each.topStatus().ifPresent(status -> outcome.put("status", status.uri()));
      outcome.put("secondStatus", each.secondStatus().map(status -> status.uri()).orElse(null));
    }
    return ControlJson.ok(all);
  }

  private static Reply list(List<Instruction> instructions) {
    ArrayNode all = ControlJson.array();
    instructions.forEach(each -> all.add(json(each)));
    return ControlJson.ok(all);
  }

  private static ObjectNode json(Instruction instruction) {
    ObjectNode json = ControlJson.object();
    json.put("person", instruction.person().id());
    json.put("level", instruction.level().orElse(null));
    json.put("outcome", instruction.failure().map(ScriptControl::status).orElse("sign-in"));
    ArrayNode deviations = json.putArray("deviations");
    instruction.deviations().all().forEach(each -> deviations.add(each.id()));
    json.put("canary", instruction.canary().id()).put("hold", instruction.hold());
    json.put("identityProvider", instruction.identityProvider().orElse(null));
    json.put("serviceProvider", instruction.serviceProvider().orElse(null));
    return json;
  }

  /** The status that says most. */
  private static String status(Decision.Failure failure) {
    if (failure instanceof Decision.NotAuthenticated not) {
      return not.secondStatus();
    }
    Decision.Fail fail = (Decision.Fail) failure;
    return fail.secondStatus() == null ? fail.topStatus() : fail.secondStatus();
  }

  private Reply addNext(Call call) {
    Instruction instruction = parts.instructions().readForLater(ControlJson.read(call));
    if (!parts.switchboard().addNext(instruction)) {
      throw new ControlRefusal(
          409,
          "Too many",
          Switchboard.MOST_WAITING + " instructions wait already",
          "DELETE /v1/next forgets them");
    }
    return ControlJson.created(json(instruction));
  }

  private Reply forgetNext() {
    parts.switchboard().forgetNext();
    return ControlJson.nothing();
  }

  private Reply setStanding(Call call) {
    YamlNode body = ControlJson.read(call);
    List<Instruction> standing = new ArrayList<>();
    (body.isList() ? body.list() : List.of(body))
        .forEach(node -> standing.add(parts.instructions().readForLater(node)));
    parts.switchboard().standing(standing);
    return list(standing);
  }

  private Reply endStanding() {
    parts.switchboard().standing(List.of());
    return ControlJson.nothing();
  }

  private Reply exchanges() {
    ArrayNode all = ControlJson.array();
    parts.exchanges().all().values().forEach(each -> all.add(json(each)));
    return ControlJson.ok(all);
  }

  private Reply arm(Call call) {
    YamlNode body = ControlJson.read(call);
    Instruction instruction = parts.instructions().read(body, "id");
    String id = body.get("id").map(ScriptControl::id).orElseGet(() -> UUID.randomUUID().toString());
    if (parts.exchanges().all().size() >= MOST_ARMED) {
      throw new ControlRefusal(
          409,
          "Too many",
          MOST_ARMED + " exchanges are armed already",
          "DELETE /v1/exchanges/{id} those that are over, or POST /v1/reset");
    }
    Exchange exchange =
        parts
            .exchanges()
            .tryArm(id, instruction.script())
            .orElseThrow(
                () ->
                    new ControlRefusal(
                        409,
                        "Taken",
                        "The exchange '" + id + "' is armed already",
                        "Choose another id, or leave it out"));
    return ControlJson.created(json(exchange));
  }

  private static String id(YamlNode node) {
    if (!ExchangeDesk.ID.matcher(node.text()).matches()) {
      throw node.bad(
          "'" + node.text() + "' cannot be the id of an exchange",
          "Use at most 128 letters, digits and . _ ~ -");
    }
    return node.text();
  }

  private Exchange find(Map<String, String> path) {
    return Optional.of(path.get("id"))
        .flatMap(parts.exchanges()::find)
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "No exchange '" + path.get("id") + "' is armed",
                    "GET /v1/exchanges shows those that are"));
  }

  private Reply disarm(Map<String, String> path) {
    parts.exchanges().disarm(find(path));
    return ControlJson.nothing();
  }

  private ObjectNode json(Exchange exchange) {
    ObjectNode json = ControlJson.object().put("id", exchange.id());
    json.put("cookie", se.genrep.control.Exchanges.COOKIE + "=" + exchange.id());
    json.put("header", se.genrep.control.Exchanges.HEADER + ": " + exchange.id());
    json.put("join", parts.federationUrl() + ExchangeDesk.PREFIX + exchange.id());
    json.put("answered", exchange.answer().isPresent());
    ArrayNode events = json.putArray("events");
    exchange
        .events()
        .forEach(
            event -> events.addObject().put("at", event.at().toString()).put("text", event.text()));
    return json;
  }
}
