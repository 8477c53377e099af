package se.genrep.sut;

import se.genrep.model.Outcome;

/** What to do when a good sign-in at an identity provider does not work. */
final class IdpRemedy {

  private IdpRemedy() {}

  static String of(Outcome outcome) {
    if (outcome instanceof Outcome.Error) {
      return "Start the identity provider, or mend the address in its metadata";
    }
    if (outcome instanceof Outcome.Accepted) {
      return "Declare in SUT.yaml, under the person's attributes, what the identity provider knows";
    }
    if (outcome instanceof Outcome.NotDelivered) {
      return "Mend the steps in SUT.yaml under pages";
    }
    return "Have the identity provider consume the metadata that 'genrep test SUT.yaml --print-feed'"
        + " names. If it stopped at a page that no rule under pages fits, add one; if it refused, its"
        + " log says why";
  }
}
