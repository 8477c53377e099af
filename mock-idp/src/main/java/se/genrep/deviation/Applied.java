package se.genrep.deviation;

/**
 * What one step of a deviation did: the text before and after, which is also the evidence shown.
 *
 * @param essential whether the deviation is void when this step changed nothing
 */
public record Applied(
    String deviation, String stage, String before, String after, boolean essential) {

  public boolean changed() {
    return !before.equals(after);
  }
}
