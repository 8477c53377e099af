package se.genrep.model;

/** What is done to a system under test in one case. Who knows the protocol knows how to play it. */
public interface Stimulus {

  /** The role of the systems this can be played against. */
  SutRole role();

  /** The deviations it uses, by id; empty for a good message. */
  java.util.List<String> deviations();

  /**
   * Whether nothing is done: what the system sent in the whole run and what it publishes is judged,
   * after all other cases.
   */
  default boolean watches() {
    return false;
  }

  /** What is done, in a sentence for explanations; empty when there is nothing to add. */
  default java.util.Optional<String> inWords() {
    return java.util.Optional.empty();
  }
}
