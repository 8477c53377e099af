package se.genrep.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import se.genrep.control.Outage;
import se.genrep.federation.EntityMetadata;
import se.genrep.idp.MockIdp;
import se.genrep.registry.LevelOfAssurance;

/** The members of the federation in the control API, and the outages of those that are ours. */
final class MemberControl {

  private static final String OUTAGE = "/v1/identity-providers/{profile}/outage";

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
        .add("DELETE", OUTAGE, (call, path) -> endOutage(path));
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

  private Reply join(Call call) {
    String type = call.body().type();
    if (!type.endsWith("xml")) {
      throw new ControlRefusal(
          415,
          "Not XML",
          "The Content-Type is '" + type + "'",
          "Send the metadata with Content-Type: application/samlmetadata+xml");
    }
    return ControlJson.created(json(parts.federation().join("the body", call.body().bytes())));
  }

  private Reply leave(Call call) {
    String entityId = ControlQuery.of(call, "entityId").need("entityId");
    EntityMetadata member =
        parts
            .federation()
            .serviceProvider(entityId)
            .orElseThrow(
                () ->
                    ControlRefusal.notFound(
                        "There is no service provider '" + entityId + "'",
                        "GET /v1/service-providers shows all"));
    parts.federation().leave(entityId);
    if (parts.federation().serviceProvider(entityId).isPresent()) {
      throw new ControlRefusal(
          409,
          "Not joined here",
          "The service provider is a member by the file " + member.file(),
          "Remove the file");
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
        ControlJson.object().put("kind", outage.kind().name().toLowerCase(Locale.ROOT));
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
    parts.outages().begin(idp.profile().id(), Outage.read(ControlJson.read(call)));
    return ControlJson.ok(json(idp));
  }

  private Reply endOutage(Map<String, String> path) {
    parts.outages().end(idp(path).profile().id());
    return ControlJson.nothing();
  }
}
