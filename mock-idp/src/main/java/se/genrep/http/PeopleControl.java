package se.genrep.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.genrep.input.YamlNode;
import se.genrep.person.Bilingual;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;

/** The test people in the control API. */
final class PeopleControl {

  private static final Bilingual GROUP = new Bilingual("Tillagda", "Added");
  private static final Bilingual REASON =
      new Bilingual("Tillagd genom styrgränssnittet", "Added by the control API");

  private final ControlParts parts;

  PeopleControl(ControlParts parts) {
    this.parts = parts;
  }

  void addTo(ControlRoutes routes) {
    routes
        .add("GET", "/v1/persons", (call, path) -> list(call))
        .add("POST", "/v1/persons", (call, path) -> add(call))
        .add("GET", "/v1/persons/{id}", (call, path) -> ControlJson.ok(json(find(path))))
        .add("DELETE", "/v1/persons/{id}", (call, path) -> remove(path));
  }

  private Reply list(Call call) {
    Optional<String> search =
        ControlQuery.of(call, "search").find("search").map(s -> s.toLowerCase(Locale.ROOT));
    ArrayNode all = ControlJson.array();
    parts.people().get().all().stream()
        .filter(person -> search.filter(text -> !holds(person, text)).isEmpty())
        .forEach(person -> all.add(json(person)));
    return ControlJson.ok(all);
  }

  private static boolean holds(TestPerson person, String text) {
    return person.id().contains(text)
        || person.attributes().values().stream()
            .flatMap(List::stream)
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(text))
        || person.reason().en().toLowerCase(Locale.ROOT).contains(text)
        || person.reason().sv().toLowerCase(Locale.ROOT).contains(text);
  }

  private Reply add(Call call) {
    YamlNode body = ControlJson.read(call);
    TestPerson person = TestPerson.read(body, GROUP, REASON);
    body.get("attributes")
        .ifPresent(
            attributes ->
                attributes
                    .map()
                    .values()
                    .forEach(
                        node ->
                            node.texts()
                                .forEach(text -> parts.instructions().requireNobody(text, node))));
    if (!parts.people().add(person)) {
      throw new ControlRefusal(
          409,
          "Taken",
          "There is a person with the id '" + person.id() + "' already",
          "Choose another id");
    }
    return ControlJson.created(json(person));
  }

  private TestPerson find(Map<String, String> path) {
    return parts
        .people()
        .get()
        .find(path.get("id"))
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "There is no test person '" + path.get("id") + "'",
                    "GET /v1/persons shows everybody"));
  }

  private Reply remove(Map<String, String> path) {
    TestPerson person = find(path);
    if (!parts.people().remove(person.id())) {
      throw new ControlRefusal(
          409,
          "Not added",
          "'" + person.id() + "' comes with the program",
          "Only people that were added can be removed");
    }
    return ControlJson.nothing();
  }

  private ObjectNode json(TestPerson person) {
    ObjectNode json = ControlJson.object();
    json.put("id", person.id()).put("added", parts.people().isAdded(person.id()));
    json.putObject("reason").put("sv", person.reason().sv()).put("en", person.reason().en());
    ArrayNode levels = json.putArray("levels");
    person.levels().stream().map(LevelOfAssurance::uri).forEach(levels::add);
    ObjectNode attributes = json.putObject("attributes");
    person
        .attributes()
        .forEach(
            (attribute, values) ->
                values.forEach(attributes.withArray("/" + attribute.friendlyName())::add));
    return json;
  }
}
