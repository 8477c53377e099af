package se.genrep.service;

import se.genrep.saml.PostForm;

/** What follows from a message that arrived at the signing service. */
public sealed interface Arrival {

  /** Nobody is answered; the person is told. */
  record NotAnswered(String problem) implements Arrival {}

  /** The requester is answered. */
  record Answered(SignMade made) implements Arrival {}

  /**
   * The signer goes to the identity provider.
   *
   * @param form what the browser posts there
   * @param identityProvider its entityID
   * @param flow names what is under way, of characters that a cookie's name may have
   * @param state what has to come back with the answer
   */
  record SignIn(PostForm form, String identityProvider, String flow, byte[] state)
      implements Arrival {}
}
