package se.genrep.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.requirement.Catalogue;

/**
 * The lists in docs/lint.md are those of the program. {@code -Dgolden.renew} writes them anew; look
 * at the difference before it goes in.
 */
class RulesPageTest {

  private static final Path PAGE = Path.of("../docs/lint.md");
  private static final String RULES = "<!-- rules, made by RulesPageTest -->\n";
  private static final String REASONS = "<!-- reasons, made by RulesPageTest -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void theListsOfTheDocumentAreThoseOfTheProgram() throws IOException {
    String page = Files.readString(PAGE);
    String renewed = replaced(replaced(page, RULES, rules()), REASONS, reasons());
    if (System.getProperty("golden.renew") != null) {
      Files.writeString(PAGE, renewed);
      return;
    }
    assertEquals(renewed, page, PAGE + " differs; -Dgolden.renew writes it anew");
  }

  private static String replaced(String page, String mark, String list) {
    int start = page.indexOf(mark);
    assertTrue(start >= 0, PAGE + " has no " + mark);
    int end = page.indexOf(END, start);
    assertTrue(end >= 0, PAGE + " has no " + END);
    return page.substring(0, start + mark.length()) + list + page.substring(end);
  }

  private static String rules() {
    Catalogue catalogue = Catalogue.load();
    StringBuilder list =
        new StringBuilder("| rule | of | severity | an entity that | requirements |\n");
    list.append("| --- | --- | --- | --- | --- |\n");
    for (Rule rule : Rules.all()) {
      list.append("| `")
          .append(rule.id())
          .append("` | ")
          .append(rule.subject().name().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(rule.severity(catalogue).word())
          .append(" | ")
          .append(rule.sentence())
          .append(" | ")
          .append(String.join(", ", rule.requirements()))
          .append(" |\n");
    }
    return list.toString();
  }

  private static String reasons() {
    Map<String, List<String>> byReason =
        NotLinted.reasons(Catalogue.load()).entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    StringBuilder list = new StringBuilder();
    byReason.forEach(
        (reason, ids) ->
            list.append("- ")
                .append(reason)
                .append(": ")
                .append(String.join(", ", ids))
                .append('\n'));
    return list.toString();
  }
}
