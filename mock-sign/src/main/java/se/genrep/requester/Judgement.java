package se.genrep.requester;

import java.util.Set;
import se.genrep.registry.Algorithm;

/**
 * The checks that a requester makes: all but those left out.
 *
 * @param dropped left out on purpose
 */
record Judgement(Set<RequesterCheck> dropped) {

  Judgement {
    dropped = Set.copyOf(dropped);
  }

  boolean makes(RequesterCheck check) {
    return !dropped.contains(check);
  }

  /** Refuses when the check is made and does not hold. */
  void require(RequesterCheck check, boolean holds, String reason) throws ResponseRefusal {
    if (makes(check) && !holds) {
      throw new ResponseRefusal(check, "The response is not taken: " + reason);
    }
  }

  static boolean isListed(String uri) {
    return Algorithm.of(uri).filter(Algorithm::listed).isPresent();
  }
}
