package se.genrep.service;

import java.util.Set;
import se.genrep.registry.SignStatusCode;

/**
 * The checks that a service makes: all but those left out.
 *
 * @param dropped left out on purpose
 */
record Checks(Set<ServiceCheck> dropped) {

  static final Checks ALL = new Checks(Set.of());

  Checks {
    dropped = Set.copyOf(dropped);
  }

  boolean makes(ServiceCheck check) {
    return !dropped.contains(check);
  }

  /** Fails when the check is made and does not hold. */
  void require(ServiceCheck check, boolean holds, SignError otherwise) throws SignError {
    if (makes(check) && !holds) {
      throw otherwise;
    }
  }

  /** What the identity provider said cannot be relied on. */
  void authentic(ServiceCheck check, boolean holds, String otherwise) throws SignError {
    if (makes(check) && !holds) {
      throw SignError.of(SignStatusCode.AUTHN_FAILED, otherwise);
    }
  }
}
