package se.genrep.lint;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.input.Constants;

/** Every rule there is: the constants of this package and those below. */
public final class Rules {

  private Rules() {}

  private static final class Found {
    static final List<Rule> ALL =
        checked(Constants.of(Rule.class, Rules.class, Rules.class.getPackage().getName()));
  }

  /** All rules, sorted by id. */
  public static List<Rule> all() {
    return Found.ALL;
  }

  public static Optional<Rule> find(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  static List<Rule> checked(List<Rule> found) {
    Set<String> ids = new HashSet<>();
    for (Rule rule : found) {
      if (!ids.add(rule.id())) {
        throw new IllegalStateException("two rules have the id '" + rule.id() + "'");
      }
    }
    return found.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }
}
