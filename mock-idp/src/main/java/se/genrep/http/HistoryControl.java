package se.genrep.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.genrep.control.History;
import se.genrep.control.PastExchange;
import se.genrep.deviation.Applied;
import se.genrep.idp.Decision;
import se.genrep.idp.Inbound;
import se.genrep.idp.SignInRequest;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;

/** What happened, in the control API: messages decoded, assertions as before encryption. */
final class HistoryControl {

  private static final int USUAL = 100;

  private final ControlParts parts;

  HistoryControl(ControlParts parts) {
    this.parts = parts;
  }

  void addTo(ControlRoutes routes) {
    routes
        .add("GET", "/v1/history", (call, path) -> list(call))
        .add("DELETE", "/v1/history", (call, path) -> forget())
        .add("GET", "/v1/history/{id}", (call, path) -> ControlJson.ok(whole(find(path))));
  }

  private Reply list(Call call) {
    ControlQuery query =
        ControlQuery.of(call, "identityProvider", "serviceProvider", "exchange", "limit");
    Optional<String> idp = query.find("identityProvider");
    Optional<String> sp = query.find("serviceProvider");
    Optional<String> exchange = query.find("exchange");
    ArrayNode all = ControlJson.array();
    parts.history().latest().stream()
        .filter(entry -> idp.isEmpty() || idp.get().equals(entry.profile()))
        .filter(entry -> sp.isEmpty() || sp.equals(entry.serviceProvider()))
        .filter(entry -> exchange.isEmpty() || exchange.equals(entry.exchange()))
        .limit(query.number("limit", USUAL, History.MOST))
        .forEach(entry -> all.add(summary(entry)));
    return ControlJson.ok(all);
  }

  private Reply forget() {
    parts.history().forget();
    return ControlJson.nothing();
  }

  private PastExchange find(Map<String, String> path) {
    return parts
        .history()
        .find(path.get("id"))
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "There is no exchange " + path.get("id") + " in the history",
                    "It may be forgotten: the latest " + History.MOST + " are kept"));
  }

  private static ObjectNode summary(PastExchange entry) {
    ObjectNode json = ControlJson.object();
    json.put("id", entry.id()).put("at", entry.at().toString());
    json.put("identityProvider", entry.profile());
    json.put("serviceProvider", entry.serviceProvider().orElse(null));
    json.put("exchange", entry.exchange().orElse(null));
    json.put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
    json.put("problem", entry.problem().orElse(null));
    entry
        .answer()
        .ifPresentOrElse(
            answer -> {
              json.put("outcome", outcome(answer.decision()));
              json.put("person", person(answer.decision()));
              ArrayNode deviations = json.putArray("deviations");
              answer.made().applied().stream()
                  .map(Applied::deviation)
                  .distinct()
                  .forEach(deviations::add);
            },
            () -> json.putNull("outcome"));
    return json;
  }

  /** {@code sign-in}, or the status that says most. */
  private static String outcome(Decision decision) {
    if (decision instanceof Decision.Fail fail) {
      return fail.secondStatus() == null ? fail.topStatus() : fail.secondStatus();
    }
    return "sign-in";
  }

  private static String person(Decision decision) {
    if (decision instanceof Decision.Resume resume) {
      return resume.session().person();
    }
    return decision instanceof Decision.SignIn signIn ? signIn.person().id() : null;
  }

  private static ObjectNode whole(PastExchange entry) {
    ObjectNode json = summary(entry);
    entry.message().ifPresent(message -> json.set("request", request(message, entry.request())));
    entry.answer().ifPresent(answer -> json.set("answer", answer(answer)));
    return json;
  }

  private static ObjectNode request(Inbound message, Optional<SignInRequest> accepted) {
    ObjectNode json = ControlJson.object();
    json.put("binding", message.redirect() ? "HTTP-Redirect" : "HTTP-POST");
    json.put("location", message.location());
    json.put("relayState", message.relayState().orElse(null));
    json.put("querySigned", message.querySignature().isPresent());
    accepted.ifPresent(
        request -> {
          json.put("id", request.id()).put("assertionConsumerService", request.acsUrl());
          json.put("forceAuthn", request.forceAuthn()).put("isPassive", request.passive());
          ArrayNode contexts = json.putArray("contexts");
          request.contexts().forEach(contexts::add);
        });
    json.put("xml", new String(message.xml(), StandardCharsets.UTF_8));
    return json;
  }

  private static ObjectNode answer(PastExchange.Answer answer) {
    ObjectNode json = ControlJson.object();
    json.put("at", answer.at().toString()).put("action", answer.made().form().action());
    Map<String, String> fields = answer.made().form().fields();
    json.put("relayState", fields.get("RelayState"));
    if (answer.decision() instanceof Decision.SignIn signIn) {
      json.put("level", signIn.context());
    } else if (answer.decision() instanceof Decision.Resume resume) {
      json.put("level", resume.session().context());
    }
    json.put("xml", decoded(fields.get("SAMLResponse")));
    json.put("assertion", answer.assertion().orElse(null));
    ArrayNode steps = json.putArray("steps");
    for (Applied step : answer.made().applied()) {
      steps
          .addObject()
          .put("deviation", step.deviation())
          .put("stage", step.stage())
          .put("changed", step.changed())
          .put("before", step.before())
          .put("after", step.after());
    }
    return json;
  }

  /** As it is when a deviation made it something that is no message. */
  private static String decoded(String field) {
    if (field == null) {
      return null;
    }
    try {
      return new String(PostBinding.decode(field, "SAMLResponse"), StandardCharsets.UTF_8);
    } catch (MalformedMessage e) {
      return field;
    }
  }
}
