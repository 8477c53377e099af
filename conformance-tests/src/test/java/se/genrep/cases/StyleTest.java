package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Mutant;
import se.genrep.run.CaseRegistry;

/** How cases are written (docs/design.md, rules of taste). */
class StyleTest {

  private static final int MOST_CHARACTERS = 69;

  static Stream<ConformanceCase> cases() {
    return CaseRegistry.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void titlesSayInThePresentTenseWhatTheSystemDoes(ConformanceCase each) {
    String title = each.title();
    assertTrue(title.length() <= MOST_CHARACTERS, title.length() + " characters: " + title);
    assertTrue(title.matches("[a-z]+s .*[^.]"), "no verb comes first: " + title);
    assertFalse(title.matches(".*\\b(should|must|test|tests|verify|verifies)\\b.*"), title);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mutantsSayWhatTheyDoWrong(ConformanceCase each) {
    for (Mutant mutant : each.mutants()) {
      assertTrue(mutant.title().matches("[a-z]+s .*[^.]"), mutant.title());
      assertTrue(mutant.title().length() <= MOST_CHARACTERS, mutant.title());
      assertFalse(mutant.title().contains("should"), mutant.title());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void idsAreShortPaths(ConformanceCase each) {
    assertTrue(each.id().matches("[a-z]+/[a-z]+/[a-z0-9]+(-[a-z0-9]+)*"), each.id());
    assertTrue(each.id().length() <= 50, each.id());
  }

  @Test
  void titlesAreUnique() {
    Set<String> seen = new HashSet<>();
    cases().forEach(each -> assertTrue(seen.add(each.title()), each.title()));
    assertFalse(seen.isEmpty());
  }
}
