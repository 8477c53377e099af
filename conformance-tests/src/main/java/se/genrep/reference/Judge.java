package se.genrep.reference;

import java.util.Optional;

/** Decides what an answer that a browser delivered is worth. */
interface Judge {

  /**
   * @param message the form field SAMLResponse
   * @param session of the browser that delivered it; empty when it has none
   */
  SignedIn judge(String message, Optional<Sessions.Session> session) throws Refusal;
}
