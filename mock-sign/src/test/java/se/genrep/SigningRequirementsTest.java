package se.genrep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;

/**
 * Every requirement on signing services has a test that proves it for the mock, or a written reason
 * why none does: {@code signing-requirements.yaml}.
 */
class SigningRequirementsTest {

  private static final String FILE = "signing-requirements.yaml";

  private final YamlNode table =
      Yaml.read(SigningRequirementsTest.class.getResource("/" + FILE), FILE);

  private static Set<String> expected() {
    return Catalogue.load().all().stream()
        .filter(each -> each.where().contains("/signing.yaml"))
        .filter(each -> each.roles().contains(Role.SIGNATURE_SERVICE))
        .map(Requirement::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void everyRequirementStandsInOnePlace() {
    Set<String> seen = new HashSet<>();
    for (YamlNode methods : table.required("proven").map().values()) {
      methods
          .map()
          .values()
          .forEach(ids -> ids.texts().forEach(id -> assertTrue(seen.add(id), id + " twice")));
    }
    for (YamlNode group : table.required("notProven").list()) {
      group.required("ids").texts().forEach(id -> assertTrue(seen.add(id), id + " twice"));
      String why = group.required("why").text();
      assertTrue(why.length() > 40 && why.strip().endsWith("."), group.where() + ": " + why);
    }
    assertTrue(seen.size() > 150, "the table is not read");
    assertEquals(
        expected(), new LinkedHashSet<>(expected().stream().filter(seen::contains).toList()));
    seen.removeAll(expected());
    assertEquals(Set.of(), seen, "these are no requirements on signing services");
  }

  @Test
  void everyTestThatIsNamedExists() throws ClassNotFoundException {
    Map<String, YamlNode> classes = table.required("proven").map();
    for (Map.Entry<String, YamlNode> each : classes.entrySet()) {
      Set<String> tests =
          Arrays.stream(Class.forName(each.getKey()).getDeclaredMethods())
              .filter(
                  method ->
                      method.isAnnotationPresent(Test.class)
                          || method.isAnnotationPresent(ParameterizedTest.class))
              .map(Method::getName)
              .collect(Collectors.toSet());
      each.getValue()
          .map()
          .forEach(
              (method, ids) ->
                  assertTrue(
                      tests.contains(method),
                      ids.where() + ": " + each.getKey() + " has no test " + method));
    }
  }
}
