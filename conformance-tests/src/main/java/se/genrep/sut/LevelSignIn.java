package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Deviation;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.registry.LevelOfAssurance;

/**
 * Sign-ins with one level of assurance in the assertion, at each of the system's sign-ins whose
 * request gives occasion to it.
 *
 * @param asking which sign-ins those are
 * @param level the URI that is delivered; empty for each that the identity provider declares
 * @param saysSo writes the level where the identity provider does not have it
 */
public record LevelSignIn(Asking asking, String level, Optional<Deviation> saysSo)
    implements ThroughLogins {

  /** What a sign-in asks for. */
  public enum Asking {
    /** For levels, but not for this one. */
    FOR_OTHERS,
    /** For this level among others. */
    FOR_IT,
    /** For no level at all. */
    FOR_NONE
  }

  /** The level is delivered wherever others were asked for and it was not. */
  public static LevelSignIn unasked(String level, Deviation saysSo) {
    return new LevelSignIn(Asking.FOR_OTHERS, level, Optional.of(saysSo));
  }

  /**
   * The level is delivered wherever it was asked for: genuinely by an identity provider that
   * declares it, and where none is asked that does, by one that does not.
   */
  public static LevelSignIn asked(LevelOfAssurance level, Deviation saysSo) {
    return new LevelSignIn(Asking.FOR_IT, level.uri(), Optional.of(saysSo));
  }

  /** Each level that the identity provider declares, wherever none was asked for. */
  public static LevelSignIn noneAsked() {
    return new LevelSignIn(Asking.FOR_NONE, "", Optional.empty());
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    LevelPlay play = new LevelPlay(bench, this, number, transcript);
    return switch (asking) {
      case FOR_OTHERS -> play.unasked();
      case FOR_IT -> play.asked();
      case FOR_NONE -> play.noneAsked();
    };
  }

  @Override
  public String inWords() {
    return switch (asking) {
      case FOR_OTHERS ->
          "At each sign-in that asks for other levels, somebody signs in as usual, and the answer"
              + " says "
              + level
              + ".";
      case FOR_IT -> "At each sign-in that asks for " + level + ", somebody signs in at it.";
      case FOR_NONE ->
          "At each sign-in that asks for no level, somebody signs in at each that the identity"
              + " provider declares.";
    };
  }

  /** What is asked for is delivered genuinely where that can be. */
  @Override
  public List<String> deviations() {
    return asking == Asking.FOR_OTHERS ? saysSo.stream().map(Deviation::id).toList() : List.of();
  }
}
