package se.genrep.lint;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.requirement.Catalogue;

/** Why no rule stands for a requirement that shows in metadata: {@code lint/not-linted.yaml}. */
public final class NotLinted {

  private static final String FILE = "lint/not-linted.yaml";

  private NotLinted() {}

  /**
   * The reasons by id, in the order of the file.
   *
   * @throws se.genrep.input.BadInput for an id that does not exist or stands there twice
   */
  public static Map<String, String> reasons(Catalogue catalogue) {
    URL url = NotLinted.class.getResource("/" + FILE);
    if (url == null) {
      throw new IllegalStateException("the resource " + FILE + " is missing");
    }
    return read(Yaml.read(url, FILE), catalogue);
  }

  static Map<String, String> read(YamlNode root, Catalogue catalogue) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (YamlNode each : root.list()) {
      each.map("reason", "ids"); // and no other key
      String reason = each.required("reason").text().strip();
      List<YamlNode> ids = each.required("ids").list();
      for (YamlNode id : ids) {
        if (catalogue.find(id.text()).isEmpty()) {
          throw id.bad(
              "there is no requirement '" + id.text() + "'", "Correct the id or remove it");
        }
        if (reasons.putIfAbsent(id.text(), reason) != null) {
          throw id.bad("'" + id.text() + "' has a reason already", "Remove one of the two");
        }
      }
      if (ids.isEmpty()) {
        throw each.bad("the group names no requirement", "Name at least one id");
      }
    }
    return reasons;
  }
}
