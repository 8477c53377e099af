package se.genrep.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;

/** The cast, and people that were added while the federation runs. Thread-safe. */
public final class ExtraPeople implements Supplier<Cast> {

  private final Cast shipped;
  private volatile Cast now;

  public ExtraPeople(Cast shipped) {
    this.shipped = shipped;
    this.now = shipped;
  }

  /** Everybody who can sign in at this moment. */
  @Override
  public Cast get() {
    return now;
  }

  /**
   * @return false when somebody has the id already
   */
  public synchronized boolean add(TestPerson person) {
    if (now.find(person.id()).isPresent()) {
      return false;
    }
    List<TestPerson> people = new ArrayList<>(now.all());
    people.add(person);
    now = new Cast(people);
    return true;
  }

  /**
   * @return false when the person was not added here
   */
  public synchronized boolean remove(String id) {
    boolean added = isAdded(id);
    if (added) {
      now = new Cast(now.all().stream().filter(person -> !person.id().equals(id)).toList());
    }
    return added;
  }

  /** Whether the person was added, and does not come with the program. */
  public boolean isAdded(String id) {
    return shipped.find(id).isEmpty() && now.find(id).isPresent();
  }

  public synchronized void removeAll() {
    now = shipped;
  }
}
