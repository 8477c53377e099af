package se.genrep.sut;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.genrep.federation.EntityMetadata;
import se.genrep.lint.Finding;
import se.genrep.lint.Linter;
import se.genrep.reference.TesterAnswer;

/** What an identity provider answered and showed in a run, and what it publishes. Thread-safe. */
public final class IdpWatched {

  private final String name;
  private final byte[] metadata;
  private final EntityMetadata entity;
  private final Clock clock;
  private final Predicate<String> testNumbers;
  private final List<Visit> visits = new ArrayList<>();
  private List<Finding> findings;

  /**
   * @param testNumbers whether 12 digits are a number that nobody has
   */
  IdpWatched(
      String name,
      byte[] metadata,
      EntityMetadata entity,
      Clock clock,
      Predicate<String> testNumbers) {
    this.testNumbers = testNumbers;
    this.name = name;
    this.metadata = metadata.clone();
    this.entity = entity;
    this.clock = clock;
  }

  synchronized void add(Visit visit) {
    visits.add(visit);
  }

  /** In the order in which they were made. */
  public synchronized List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Every answer that came. */
  public List<TesterAnswer> answers() {
    return visits().stream().flatMap(visit -> visit.answer().stream()).toList();
  }

  /** Whether 12 digits are a number that nobody has (TAR 1.3.2). */
  public boolean isTestNumber(String number) {
    return testNumbers.test(number);
  }

  /** What the metadata says. */
  public EntityMetadata entity() {
    return entity;
  }

  /** What the lint rules say of the metadata, as {@code genrep lint} prints it. */
  public synchronized List<Finding> findings() {
    if (findings == null) {
      findings =
          Linter.lint(name, new ByteArrayInputStream(metadata), Linter.Options.at(clock.instant()))
              .all()
              .toList();
    }
    return findings;
  }
}
