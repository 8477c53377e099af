package se.genrep.service;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Level;

/** What this service decides for itself where the profile leaves it to a policy. */
final class SigningPolicy {

  private static final Set<Level> TOO_LOW = EnumSet.of(Level.LEVEL_1, Level.LEVEL_2, Level.LOW);

  /** For a request that names none (implementation profile 2.1.3.8.2). */
  static final List<String> LEVELS =
      Arrays.stream(LevelOfAssurance.values())
          .filter(level -> !TOO_LOW.contains(level.level()))
          .map(LevelOfAssurance::uri)
          .toList();

  private SigningPolicy() {}
}
