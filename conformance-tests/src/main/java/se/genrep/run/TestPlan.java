package se.genrep.run;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.genrep.input.BadInput;
import se.genrep.input.ResourceFolder;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;

/**
 * The cases that make up one profile: a YAML file each in {@code plans/}.
 *
 * @param id the file's name without its ending, permanent
 * @param title one line
 * @param role of the systems it is for
 * @param cases patterns for case ids
 */
public record TestPlan(String id, String title, SutRole role, List<CaseGlob> cases) {

  private static final String FOLDER = "plans";

  /** All plans, by id. */
  public static List<TestPlan> all() {
    return ResourceFolder.names(TestPlan.class, FOLDER, ".yaml").stream()
        .map(TestPlan::read)
        .toList();
  }

  /**
   * The plan with the id.
   *
   * @throws BadInput when there is none
   */
  public static TestPlan get(String id) {
    List<TestPlan> all = all();
    return all.stream()
        .filter(plan -> plan.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "--plan",
                    "there is no plan '" + id + "'",
                    "Use one of " + String.join(", ", all.stream().map(TestPlan::id).toList())));
  }

  /** The plan for a role when none is named: the first one. */
  public static TestPlan standard(SutRole role) {
    return all().stream()
        .filter(plan -> plan.role() == role)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no plan for " + role));
  }

  private static TestPlan read(String name) {
    URL url = TestPlan.class.getResource("/" + FOLDER + "/" + name);
    YamlNode root = Yaml.read(url, FOLDER + "/" + name);
    root.map("title", "role", "cases");
    return new TestPlan(
        name.substring(0, name.length() - ".yaml".length()),
        root.required("title").text(),
        root.required("role").oneOf(SutRole.class),
        root.required("cases").texts().stream().map(CaseGlob::of).toList());
  }

  /**
   * The cases of the plan, of which each pattern must match one.
   *
   * @param all every case there is, in order
   */
  public List<ConformanceCase> select(List<ConformanceCase> all) {
    return select(cases, "plans/" + id + ".yaml: cases", all);
  }

  /**
   * The cases that patterns name, in the order of {@code all}.
   *
   * @param where what a complaint names
   * @throws BadInput when a pattern matches nothing: it is misspelt, and silence would look green
   */
  public static List<ConformanceCase> select(
      List<CaseGlob> patterns, String where, List<ConformanceCase> all) {
    Set<ConformanceCase> wanted = new LinkedHashSet<>();
    for (CaseGlob glob : patterns) {
      List<ConformanceCase> matched = glob.of(all);
      if (matched.isEmpty()) {
        throw new BadInput(
            where,
            "no case matches '" + glob.text() + "'",
            "'genrep list cases' shows the ids; * stands for any text");
      }
      wanted.addAll(matched);
    }
    List<ConformanceCase> inOrder = new ArrayList<>(all);
    inOrder.retainAll(wanted);
    return List.copyOf(inOrder);
  }
}
