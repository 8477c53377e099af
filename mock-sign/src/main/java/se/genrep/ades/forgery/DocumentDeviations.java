package se.genrep.ades.forgery;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.input.Constants;

/** Every deviation of the document maker: the constants of this package. */
public final class DocumentDeviations {

  private DocumentDeviations() {}

  /** Found when first asked for: most commands need none. */
  private static final class Found {
    static final List<DocumentDeviation> ALL =
        checked(
            Constants.of(
                DocumentDeviation.class,
                DocumentDeviations.class,
                DocumentDeviations.class.getPackageName()));
  }

  /** All, sorted by id. */
  public static List<DocumentDeviation> all() {
    return Found.ALL;
  }

  public static Optional<DocumentDeviation> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static List<DocumentDeviation> checked(List<DocumentDeviation> found) {
    Set<String> ids = new HashSet<>();
    for (DocumentDeviation each : found) {
      if (!ids.add(each.id())) {
        throw new IllegalStateException("two deviations have the id '" + each.id() + "'");
      }
    }
    return found.stream().sorted(Comparator.comparing(DocumentDeviation::id)).toList();
  }
}
