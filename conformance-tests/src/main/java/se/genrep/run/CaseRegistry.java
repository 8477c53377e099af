package se.genrep.run;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.input.Constants;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;

/**
 * Every case there is: the constants in the packages below {@code se.genrep.cases}. A new case
 * stands in no list.
 */
public final class CaseRegistry {

  private static final String CASES = "se.genrep.cases";

  private CaseRegistry() {}

  /** Found when first asked for: most commands need none. */
  private static final class Found {
    static final Map<String, List<ConformanceCase>> BY_FILE =
        Constants.byClass(ConformanceCase.class, CaseRegistry.class, CASES);
    static final List<ConformanceCase> ALL =
        checked(BY_FILE.values().stream().flatMap(List::stream).toList());
  }

  /** All cases, sorted by id. */
  public static List<ConformanceCase> all() {
    return Found.ALL;
  }

  /** All cases for systems of a role, sorted by id. */
  public static List<ConformanceCase> of(SutRole role) {
    return all().stream().filter(each -> each.stimulus().role() == role).toList();
  }

  /** The cases of each file, which are about one clause; sorted by id within it. */
  public static List<List<ConformanceCase>> files() {
    return Found.BY_FILE.values().stream()
        .map(file -> file.stream().sorted(Comparator.comparing(ConformanceCase::id)).toList())
        .toList();
  }

  public static Optional<ConformanceCase> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  static List<ConformanceCase> checked(List<ConformanceCase> found) {
    Set<String> ids = new HashSet<>();
    for (ConformanceCase each : found) {
      if (!ids.add(each.id())) {
        throw new IllegalStateException("two cases have the id '" + each.id() + "'");
      }
    }
    return found.stream().sorted(Comparator.comparing(ConformanceCase::id)).toList();
  }
}
