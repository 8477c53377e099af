package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.idp.IdpProfiles;
import se.genrep.model.ConformanceCase;
import se.genrep.person.Cast;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Role;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;

/** {@code genrep list}: everything is there, for people and for programs. */
class ListCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
  }

  private JsonNode json(String... arguments) throws IOException {
    assertEquals(0, run(arguments), err::toString);
    return new ObjectMapper().readTree(out.toString());
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases", "plans", "profiles", "persons", "deviations"})
  void everyListHasIdsAndTitles(String what) throws IOException {
    JsonNode list = json("list", what, "--json");

    List<String> ids = new ArrayList<>();
    for (JsonNode each : list) {
      ids.add(each.get("id").asText());
      assertFalse(each.get("title").asText().isBlank(), each.toString());
    }
    assertEquals(expectedIds(what), ids);
    assertFalse(ids.isEmpty());
  }

  private static List<String> expectedIds(String what) {
    return switch (what) {
      case "cases" -> CaseRegistry.all().stream().map(ConformanceCase::id).toList();
      case "plans" -> TestPlan.all().stream().map(TestPlan::id).toList();
      case "profiles" -> IdpProfiles.ids();
      case "persons" -> Cast.load().all().stream().map(person -> person.id()).toList();
      default -> DeviationLibrary.all().stream().map(deviation -> deviation.id()).toList();
    };
  }

  @Test
  void requirementsHaveExactlyTheKeysOfTheContract() throws IOException {
    JsonNode list = json("list", "requirements", "--json");

    assertEquals(Catalogue.load().all().size(), list.size());
    for (JsonNode each : list) {
      assertEquals(Set.of("id", "level", "roles", "observable", "cases", "notTested"), keys(each));
      assertTrue(each.get("cases").isEmpty() || each.get("notTested").isNull(), each.toString());
    }
    JsonNode recipient =
        list.findParents("id").stream()
            .filter(each -> each.get("id").asText().equals("DP-6.3.2-02"))
            .findFirst()
            .orElseThrow();
    assertEquals("MUST", recipient.get("level").asText());
    assertEquals("[\"sp\"]", recipient.get("roles").toString());
    assertEquals("behaviour", recipient.get("observable").asText());
    List<String> testing = new ArrayList<>();
    recipient.get("cases").forEach(id -> testing.add(id.asText()));
    assertEquals(
        CaseRegistry.all().stream()
            .filter(each -> each.requirements().contains("DP-6.3.2-02"))
            .map(ConformanceCase::id)
            .toList(),
        testing);
  }

  @Test
  void untestedAreThoseWithoutCases() throws IOException {
    JsonNode untested = json("list", "requirements", "--untested", "--json");

    Set<String> tested = new TreeSet<>();
    CaseRegistry.all().forEach(each -> tested.addAll(each.requirements()));
    assertFalse(tested.isEmpty());
    assertEquals(Catalogue.load().all().size() - tested.size(), untested.size());
    untested.forEach(each -> assertTrue(each.get("cases").isEmpty(), each.toString()));
  }

  @Test
  void requirementsOfOneRole() throws IOException {
    JsonNode all = json("list", "requirements", "--role", "sp", "--json");
    assertEquals(Catalogue.load().byRole(Role.SP).size(), all.size());
    assertEquals(64, run("list", "requirements", "--role", "nobody"));
    assertTrue(err.toString().contains("there is no role 'nobody'; write idp, sp"), err::toString);
    assertEquals(64, run("list", "cases", "--role", "sp"));
  }

  @Test
  void peopleReadColumns() {
    assertEquals(0, run("list", "requirements", "--untested"));

    List<String> lines = out.toString().lines().toList();
    int level = lines.get(0).indexOf("MUST");
    assertTrue(level > 0, lines.get(0));
    for (String line : lines) {
      assertTrue(line.substring(level).matches("(MUST|SHOULD|MAY).*"), line);
      assertEquals(line.stripTrailing(), line);
      assertTrue(line.contains("not tested: "), line);
    }
    assertEquals("", err.toString());
  }

  @Test
  void oneLongNameLeavesTheOthersInTheirColumn() {
    assertEquals(0, run("list", "persons"));

    assertTrue(out.toString().lines().filter(line -> line.length() < 160).count() > 20);
  }

  @Test
  void nothingMatchedIsSaid() {
    StringWriter text = new StringWriter();
    Listing.ofDeviations(List.of()).printJson(new PrintWriter(text, true));

    assertEquals("[]", text.toString().strip());
    assertTrue(Listing.ofDeviations(List.of()).isEmpty());
  }

  @Test
  void wrongUsageEndsWith64() {
    assertEquals(64, run("list"));
    assertEquals(64, run("list", "things"));
    assertTrue(err.toString().contains("there is no list of 'things'; write cases, plans"));
    assertEquals(64, run("list", "cases", "--untested"));
    assertTrue(err.toString().contains("--untested goes with 'list requirements' only."));
    assertEquals("", out.toString());
  }
}
