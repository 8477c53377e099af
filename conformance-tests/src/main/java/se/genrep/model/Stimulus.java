package se.genrep.model;

/** What is done to a system under test in one case. Who knows the protocol knows how to play it. */
public interface Stimulus {

  /** The role of the systems this can be played against. */
  SutRole role();

  /** The deviations it uses, by id; empty for a good message. */
  java.util.List<String> deviations();

  /** What is done beside the deviations, in sentences for people; empty when that says it all. */
  default String inWords() {
    return "";
  }

  /**
   * Whether nothing is done: what the system sent in the whole run and what it publishes is judged,
   * after all other cases.
   */
  default boolean watches() {
    return false;
  }

  /**
   * Whether something is done to what the system shares with others, so that it has to be alone
   * there for so long.
   */
  default boolean concernsAll() {
    return false;
  }
}
