package se.genrep.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import se.genrep.control.Outage;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Finding;
import se.genrep.federation.Report;
import se.genrep.idp.MockIdp;
import se.genrep.input.YamlNode;
import se.genrep.registry.LevelOfAssurance;

/** The members of the federation in the control API, and the outages of those that are ours. */
final class MemberControl {

  private static final String OUTAGE = "/v1/identity-providers/{profile}/outage";

  /** The steps of a key rollover, in their order. */
  private enum RolloverStep {
    PUBLISH_NEXT,
    SWITCH,
    RETIRE_OLD
  }

  private final ControlParts parts;

  MemberControl(ControlParts parts) {
    this.parts = parts;
  }

  void addTo(ControlRoutes routes) {
    routes
        .add("GET", "/v1/service-providers", (call, path) -> members())
        .add("POST", "/v1/service-providers", (call, path) -> join(call))
        .add("DELETE", "/v1/service-providers", (call, path) -> leave(call))
        .add("GET", "/v1/identity-providers", (call, path) -> idps())
        .add("GET", "/v1/identity-providers/{profile}", (call, p) -> ControlJson.ok(json(idp(p))))
        .add("PUT", OUTAGE, this::beginOutage)
        .add("DELETE", OUTAGE, (call, path) -> endOutage(path))
        .add("POST", "/v1/identity-providers/{profile}/rollover", this::rollOver);
  }

  private Reply members() {
    ArrayNode all = ControlJson.array();
    parts.federation().serviceProviders().forEach(member -> all.add(json(member)));
    return ControlJson.ok(all);
  }

  private static ObjectNode json(EntityMetadata member) {
    Service service = Service.of(member, Language.EN);
    return ControlJson.object()
        .put("entityId", member.entityId())
        .put("name", service.name())
        .put("source", member.file());
  }

  /** Metadata as XML, or where it is fetched as JSON. */
  private Reply join(Call call) {
    Report report;
    if (call.body().type().equals(ControlJson.TYPE)) {
      YamlNode body = ControlJson.read(call);
      body.map("url", "name");
      report =
          parts
              .membership()
              .fetch(body.get("name").map(YamlNode::text).orElse(""), body.required("url").text());
    } else if (call.body().type().endsWith("xml")) {
      String name = ControlQuery.of(call, "name").find("name").orElse("");
      report = parts.membership().submit(name, call.body().bytes());
    } else {
      throw new ControlRefusal(
          415,
          "Neither XML nor JSON",
          "The Content-Type is '" + call.body().type() + "'",
          "Send the metadata with Content-Type: application/samlmetadata+xml, or its address as"
              + " JSON");
    }
    return report.accepted()
        ? ControlJson.created(json(report))
        : ControlJson.reply(422, "application/problem+json", refusal(report));
  }

  private static ObjectNode refusal(Report report) {
    Report.Reason first = report.reasons().get(0);
    ObjectNode json = ControlJson.object().put("status", 422).put("title", "Refused");
    json.put("detail", first.problem()).put("remedy", first.remedy());
    if (first.line() > 0) {
      json.put("where", "line " + first.line());
    }
    json.set("report", json(report));
    return json;
  }

  private static ObjectNode json(Report report) {
    ObjectNode json =
        ControlJson.object().put("name", report.name()).put("accepted", report.accepted());
    ArrayNode entities = json.putArray("entities");
    for (Report.Entity each : report.entities()) {
      entities.addObject().put("entityId", each.entityId()).put("published", each.published());
    }
    ArrayNode reasons = json.putArray("reasons");
    for (Report.Reason each : report.reasons()) {
      reasons
          .addObject()
          .put("line", each.line() > 0 ? each.line() : null)
          .put("problem", each.problem())
          .put("remedy", each.remedy());
    }
    ArrayNode findings = json.putArray("findings");
    for (Finding each : report.findings()) {
      findings
          .addObject()
          .put("requirement", each.requirement())
          .put("weight", each.weight().name().toLowerCase(Locale.ROOT))
          .put("line", each.line() > 0 ? each.line() : null)
          .put("sentence", each.sentence());
    }
    return json;
  }

  private Reply leave(Call call) {
    String name = ControlQuery.of(call, "name").need("name");
    if (!parts.membership().remove(name)) {
      throw ControlRefusal.notFound(
          "Nothing was handed in under the name '" + name + "'",
          "Give the name of the report; members by files of their own leave with the file");
    }
    return ControlJson.nothing();
  }

  private Reply idps() {
    ArrayNode all = ControlJson.array();
    parts.idps().forEach(idp -> all.add(json(idp)));
    return ControlJson.ok(all);
  }

  private ObjectNode json(MockIdp idp) {
    ObjectNode json = ControlJson.object();
    json.put("profile", idp.profile().id()).put("entityId", idp.entityId());
    json.put("name", idp.profile().displayName().get("en"));
    json.put("metadata", idp.entityId() + FederationDesk.METADATA);
    ArrayNode levels = json.putArray("levels");
    idp.profile().levels().stream().map(LevelOfAssurance::uri).forEach(levels::add);
    json.set(
        "outage", parts.outages().of(idp.profile().id()).map(MemberControl::json).orElse(null));
    return json;
  }

  private static ObjectNode json(Outage outage) {
    ObjectNode json =
        ControlJson.object()
            .put("kind", outage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return outage.delay().isZero() ? json : json.put("seconds", outage.delay().toSeconds());
  }

  private MockIdp idp(Map<String, String> path) {
    return parts.idps().stream()
        .filter(idp -> idp.profile().id().equals(path.get("profile")))
        .findFirst()
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "There is no identity provider '" + path.get("profile") + "'",
                    "GET /v1/identity-providers shows all"));
  }

  private Reply beginOutage(Call call, Map<String, String> path) {
    MockIdp idp = idp(path);
    parts.beginOutage(idp, Outage.read(ControlJson.read(call)));
    return ControlJson.ok(json(idp));
  }

  private Reply endOutage(Map<String, String> path) {
    parts.endOutage(idp(path));
    return ControlJson.nothing();
  }

  private Reply rollOver(Call call, Map<String, String> path) {
    MockIdp idp = idp(path);
    YamlNode body = ControlJson.read(call);
    body.map("step");
    switch (body.required("step").oneOf(RolloverStep.class)) {
      case PUBLISH_NEXT -> idp.rollover().publishNext();
      case SWITCH -> idp.rollover().switchToNext();
      case RETIRE_OLD -> idp.rollover().retireOld();
    }
    return ControlJson.ok(json(idp));
  }
}
