package se.genrep.deviation;

import java.util.List;

/** The deviations of one answer, applied in order. A test uses one; a developer may combine. */
public record Deviations(List<Deviation> all) {

  public static final Deviations NONE = new Deviations(List.of());

  public static Deviations of(Deviation... deviations) {
    return new Deviations(List.of(deviations));
  }

  <T> T apply(Stage<T> stage, T value, Scene scene) {
    T current = value;
    for (Deviation deviation : all) {
      current = deviation.apply(stage, current, scene);
    }
    return current;
  }
}
