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

  /** End without an assertion (DP 6.4). */
  sealed interface Failure extends Decision {

    /** The same with the status that an identity provider of this profile answers. */
    Fail at(IdpProfile profile);
  }

  /**
   * End with this status, whatever the identity provider.
   *
   * @param topStatus Requester, Responder or VersionMismatch URI
   * @param secondStatus second-level URI, or null
   * @param message a sentence, or null
   */
  record Fail(String topStatus, String secondStatus, String message) implements Failure {

    @Override
    public Fail at(IdpProfile profile) {
      return this;
    }
  }

  /**
   * End because the person was not authenticated, or did not sign. DP 6.4 does not say whose fault
   * that is, and identity providers differ: {@link IdpProfile#failedAuthentication}.
   *
   * @param secondStatus second-level URI
   * @param message a sentence, or null
   */
  record NotAuthenticated(String secondStatus, String message) implements Failure {

    @Override
    public Fail at(IdpProfile profile) {
      return new Fail(profile.failedAuthentication().uri(), secondStatus, message);
    }
  }
}
