package se.genrep.deviation;

import java.util.ArrayList;
import java.util.List;

/**
 * One named wrong behaviour of our own peer. It is made by wrapping the good message where the flaw
 * lives: {@code deviation("foreign-recipient", "…").at(ASSERTION, (assertion, scene) -> …)}.
 *
 * @param id kebab-case, permanent
 * @param title what the peer does, present tense: "addresses the assertion to another endpoint"
 */
public record Deviation(String id, String title, List<Step<?>> steps) {

  /** What a deviation does at a stage; elements may be changed in place and returned. */
  @FunctionalInterface
  public interface Change<T> {
    T apply(T value, Scene scene);
  }

  /**
   * @param essential when false the step only prepares (for instance has the assertion signed) and
   *     may find nothing to change
   */
  public record Step<T>(Stage<T> stage, Change<T> change, boolean essential) {}

  public static Deviation deviation(String id, String title) {
    return new Deviation(id, title, List.of());
  }

  /** Adds a change that must change something; one that does not makes its case inconclusive. */
  public <T> Deviation at(Stage<T> stage, Change<T> change) {
    return plus(new Step<>(stage, change, true));
  }

  /** Adds a change that brings about what the deviation needs and may be no change at all. */
  public <T> Deviation prepare(Stage<T> stage, Change<T> change) {
    return plus(new Step<>(stage, change, false));
  }

  /** Whether it is one of the operator's metadata feed, and not of answers. */
  public boolean isOfFeeds() {
    return steps.stream().anyMatch(step -> step.stage().isOfFeeds());
  }

  private Deviation plus(Step<?> step) {
    List<Step<?>> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Deviation(id, title, List.copyOf(longer));
  }

  /** Applies the steps of this deviation at a stage and notes in the scene what they changed. */
  <T> T apply(Stage<T> stage, T value, Scene scene) {
    T current = value;
    for (Step<?> step : steps) {
      if (step.stage() == stage) {
        @SuppressWarnings("unchecked") // the stage is the same object, so T is the same type
        Step<T> mine = (Step<T>) step;
        String before = stage.evidence(current);
        current = mine.change().apply(current, scene);
        scene.note(
            new Applied(id, stage.name(), before, stage.evidence(current), step.essential()));
      }
    }
    return current;
  }
}
