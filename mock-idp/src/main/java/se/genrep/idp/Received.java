package se.genrep.idp;

/** What came of a message that arrived at the identity provider. */
public sealed interface Received {

  /** A good request: a person is to be asked. */
  record Ask(SignInRequest request) implements Received {}

  /** A good request that an earlier authentication answers, without a page (DP 5.4.5). */
  record Known(SignInRequest request, SsoSession session) implements Received {}

  /**
   * A request that is not fulfilled, from a known service provider that can be told so. The problem
   * is shown to the person first, who confirms it (DP-6.4-08, TAR-2.1.1).
   */
  record Refused(ErrorAnswer error) implements Received {}

  /**
   * Nobody can be answered safely: the sender is unknown, or where the answer would go is not in
   * its metadata. A page for the person, and nothing else.
   *
   * @param problem one sentence with what to do
   */
  record Unanswerable(String problem) implements Received {}
}
