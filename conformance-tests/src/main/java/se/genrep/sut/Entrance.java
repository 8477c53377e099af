package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.idp.MockIdp;
import se.genrep.registry.LevelOfAssurance;

/**
 * One of the sign-ins of a system, and what a good sign-in there showed.
 *
 * @param name as SUT.yaml has it; {@link #USUAL} for the one of {@code login}
 * @param url where it starts
 * @param known what it asks for and how it knows people; empty when nobody could sign in there
 * @param fault why nobody could; empty when somebody could
 */
record Entrance(String name, String url, Optional<Known> known, String fault) {

  /** The name of the one that controls use too. */
  static final String USUAL = "login";

  /**
   * What one sign-in showed.
   *
   * @param contexts the authentication contexts that the request asked for; empty for none
   * @param idp which identity provider it was sent to
   * @param level at which somebody could sign in
   */
  record Known(
      List<String> contexts, MockIdp idp, LevelOfAssurance level, Recognition recognition) {

    Known {
      contexts = List.copyOf(contexts);
    }

    boolean asksFor(String context) {
      return contexts.contains(context);
    }
  }

  /** For transcripts and explanations. */
  String inWords() {
    return "the sign-in '"
        + name
        + "'"
        + known
            .map(
                each ->
                    each.contexts().isEmpty()
                        ? ", which asks for no level"
                        : ", which asks for " + String.join(", ", each.contexts()))
            .orElse("");
  }
}
