package se.genrep.reference;

import se.genrep.registry.LevelOfAssurance;

/**
 * A wrong idea of one level of assurance.
 *
 * @param takes whether the level is always taken, or never by another sign-in than the usual one;
 *     it should depend on the request
 */
public record LevelHabit(String uri, boolean takes) implements Variant.Habit {

  /** Takes a level that it did not ask for. */
  public static LevelHabit takes(String uri) {
    return new LevelHabit(uri, true);
  }

  /** Refuses a level that one of its other sign-ins asked for. */
  public static LevelHabit refuses(LevelOfAssurance level) {
    return new LevelHabit(level.uri(), false);
  }
}
