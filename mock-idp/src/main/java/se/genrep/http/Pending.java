package se.genrep.http;

import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.SignInRequest;

/** What is under way between two pages of a sign-in. */
sealed interface Pending {

  /** A person is to be chosen. */
  record Choice(SignInRequest request) implements Pending {}

  /**
   * The person is to accept the sign message (DP 7.1.1).
   *
   * @param person the id of who was chosen
   * @param context what they are authenticated under
   * @param unbound the Swedish number that is bound is not to be given
   */
  record Signing(SignInRequest request, String person, String context, boolean unbound)
      implements Pending {}

  /** The person is to confirm that they have read about an error (DP-6.4-08, TAR-2.1.1). */
  record Confirmation(ErrorAnswer error) implements Pending {}

  /** Metadata is to be handed in; nothing is known but that the page was ours. */
  record Joining() implements Pending {}
}
