package se.genrep.idp;

import se.genrep.person.TestPerson;

/** What the person in front of the identity provider, or the script in their place, decided. */
public sealed interface Decision {

  /**
   * Sign in.
   *
   * @param context the authentication context URI, one of the request's {@link
   *     SignInRequest#contexts}
   */
  record SignIn(TestPerson person, String context) implements Decision {}

  /** Rely on an earlier authentication, as {@link Received.Known} said it may be done. */
  record Resume(SsoSession session) implements Decision {}

  /**
   * End without an assertion (DP 6.4).
   *
   * @param topStatus Requester, Responder or VersionMismatch URI
   * @param secondStatus second-level URI, or null
   * @param message a sentence, or null
   */
  record Fail(String topStatus, String secondStatus, String message) implements Decision {}
}
