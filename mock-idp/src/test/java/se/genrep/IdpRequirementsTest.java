package se.genrep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Role;

/**
 * Every requirement on identity providers has a test that proves it for the mock, or a written
 * reason why none does: {@code idp-requirements.yaml}.
 */
class IdpRequirementsTest {

  private static final String FILE = "idp-requirements.yaml";
  private static final List<String> CATALOGUES = List.of("saml.yaml", "anslutningsregler.yaml");
  private static final Set<Role> ROLES =
      EnumSet.of(Role.IDP, Role.PROXY_IDP, Role.EIDAS_CONNECTOR, Role.ANY);

  private final YamlNode table = Yaml.read(IdpRequirementsTest.class.getResource("/" + FILE), FILE);

  private Set<String> proven() {
    Set<String> ids = new LinkedHashSet<>();
    for (YamlNode methods : table.required("proven").map().values()) {
      methods.map().values().forEach(list -> ids.addAll(list.texts()));
    }
    return ids;
  }

  private List<String> notProven() {
    List<String> ids = new ArrayList<>();
    table.required("notProven").list().forEach(group -> ids.addAll(group.required("ids").texts()));
    return ids;
  }

  private static Set<String> expected() {
    Set<String> ids = new LinkedHashSet<>();
    Catalogue.load().all().stream()
        .filter(each -> CATALOGUES.stream().anyMatch(file -> each.where().contains("/" + file)))
        .filter(each -> each.roles().stream().anyMatch(ROLES::contains))
        .forEach(each -> ids.add(each.id()));
    return ids;
  }

  @Test
  void everyRequirementStandsInOnePlace() {
    Set<String> seen = new HashSet<>(proven());
    for (String id : notProven()) {
      assertTrue(seen.add(id), id + " has two places");
    }
    Set<String> missing = expected();
    missing.removeAll(seen);
    assertEquals(Set.of(), missing, "add these to " + FILE);
    seen.removeAll(expected());
    assertEquals(Set.of(), seen, "these are no requirements on identity providers");
  }

  @Test
  void everyTestThatIsNamedExists() {
    Map<String, YamlNode> classes = table.required("proven").map();
    assertTrue(classes.size() > 5, "the table is not read");
    classes.forEach(
        (name, methods) -> {
          Set<String> tests = tests(name, methods);
          methods
              .map()
              .forEach(
                  (method, ids) -> {
                    assertTrue(
                        tests.contains(method),
                        () -> ids.where() + ": " + name + " has no test " + method);
                    assertTrue(ids.texts().size() > 0, () -> ids.where() + ": no ids");
                  });
        });
  }

  private static Set<String> tests(String name, YamlNode at) {
    Set<String> tests = new HashSet<>();
    try {
      Class<?> type = Class.forName(name, false, IdpRequirementsTest.class.getClassLoader());
      Arrays.stream(type.getDeclaredMethods())
          .filter(IdpRequirementsTest::isTest)
          .map(Method::getName)
          .forEach(tests::add);
    } catch (ClassNotFoundException e) {
      fail(at.where() + ": there is no class " + name, e);
    }
    return tests;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  @Test
  void everyReasonIsASentence() {
    for (YamlNode group : table.required("notProven").list()) {
      String why = group.required("why").text();
      assertTrue(why.length() > 40 && why.strip().endsWith("."), group.where() + ": " + why);
    }
  }
}
