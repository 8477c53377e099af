package se.genrep.reference;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a reference service provider behaves: conforming, but for the checks it leaves out and the
 * order in which it looks for the assertion.
 *
 * @param dropped the checks it does not make
 * @param reading which assertion it reads when it does not insist on the signed one
 * @param optedIn whether its metadata accepts samordningsnummer (EC 6.2)
 * @param habits what is peculiar in its requests, its metadata and when others fail, right or wrong
 */
public record Variant(Set<Check> dropped, Reading reading, boolean optedIn, Set<Habit> habits) {

  /** Something peculiar in what a service provider sends, publishes or does in need. */
  public sealed interface Habit
      permits RequestHabit,
          MetadataHabit,
          LevelHabit,
          NumberHabit,
          IdentityHabit,
          PortraitHabit,
          OutageHabit,
          RelayHabit,
          FeedHabit,
          DiscoveryHabit,
          Frailty {}

  /** Where a careless service provider takes the assertion from. */
  public enum Reading {
    /** The first in document order, wherever it stands. */
    FIRST,
    /** The last in document order, wherever it stands. */
    LAST
  }

  public Variant {
    dropped = Set.copyOf(dropped);
    habits = Set.copyOf(habits);
  }

  public static Variant conforming() {
    return new Variant(Set.of(), Reading.FIRST, true, Set.of());
  }

  public static Variant without(Check... checks) {
    return conforming().butWithout(checks);
  }

  public Variant butWithout(Check... checks) {
    Set<Check> more = EnumSet.noneOf(Check.class);
    more.addAll(dropped);
    more.addAll(Set.of(checks));
    return new Variant(more, reading, optedIn, habits);
  }

  public Variant reading(Reading order) {
    return new Variant(dropped, order, optedIn, habits);
  }

  public Variant notOptedIn() {
    return new Variant(dropped, reading, false, habits);
  }

  /** Conforming in how it judges, peculiar in what it sends or publishes. */
  public static Variant with(Habit... peculiar) {
    return conforming().and(peculiar);
  }

  public Variant and(Habit... peculiar) {
    Set<Habit> more = new HashSet<>(habits);
    more.addAll(Set.of(peculiar));
    return new Variant(dropped, reading, optedIn, more);
  }

  public boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /** Whether it takes a level by a door whatever it asked for; empty when that is what decides. */
  Optional<Boolean> level(String uri, String door) {
    return habits.stream()
        .filter(LevelHabit.class::isInstance)
        .map(LevelHabit.class::cast)
        .filter(habit -> habit.uri().equals(uri))
        .filter(habit -> habit.takes() || !door.isEmpty())
        .map(LevelHabit::takes)
        .findFirst();
  }

  /** Its wrong ideas of numbers. */
  Stream<NumberHabit> numberHabits() {
    return habits.stream().filter(NumberHabit.class::isInstance).map(NumberHabit.class::cast);
  }

  public boolean makes(Check check) {
    return !dropped.contains(check);
  }
}
