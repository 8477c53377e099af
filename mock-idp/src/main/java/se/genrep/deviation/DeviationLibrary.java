package se.genrep.deviation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.input.Constants;

/**
 * Every deviation there is: the constants of this package. A new wrong answer is a new constant or
 * a new file, and stands in no list.
 */
public final class DeviationLibrary {

  private DeviationLibrary() {}

  /** Found when first asked for: most commands need none. */
  private static final class Found {
    static final List<Deviation> ALL =
        checked(
            Constants.of(
                Deviation.class,
                DeviationLibrary.class,
                DeviationLibrary.class.getPackage().getName()));
  }

  /** All deviations, sorted by id. */
  public static List<Deviation> all() {
    return Found.ALL;
  }

  /** Those that an answer of an identity provider can have. */
  public static List<Deviation> ofAnswers() {
    return all().stream().filter(each -> !each.isOfFeeds()).toList();
  }

  public static Optional<Deviation> find(String id) {
    return all().stream().filter(deviation -> deviation.id().equals(id)).findFirst();
  }

  /**
   * These, sorted by id.
   *
   * @throws IllegalStateException when two have the same id
   */
  public static List<Deviation> checked(List<Deviation> found) {
    Set<String> ids = new HashSet<>();
    for (Deviation deviation : found) {
      if (!ids.add(deviation.id())) {
        throw new IllegalStateException("two deviations have the id '" + deviation.id() + "'");
      }
    }
    return found.stream().sorted(Comparator.comparing(Deviation::id)).toList();
  }
}
