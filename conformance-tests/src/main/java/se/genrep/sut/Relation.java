package se.genrep.sut;

import se.genrep.model.Outcome;

/** What two people who sign in one after the other have to do with each other. */
public enum Relation {
  /** One person, who comes twice. */
  SAME,
  /** Two people. */
  DIFFERENT,
  /** One person, whose number was changed; the second answer says the earlier one. */
  CHANGED_NUMBER;

  /**
   * @param same whether both came to the same account
   * @param asks whether the metadata asks for previousPersonalIdentityNumber
   */
  Outcome judged(boolean same, boolean asks) {
    return switch (this) {
      case SAME ->
          same
              ? new Outcome.Kept("both times the same account")
              : new Outcome.Broken("the same person came to another account the second time");
      case DIFFERENT ->
          same
              ? new Outcome.Broken("the second person came to the account of the first")
              : new Outcome.Kept("each has an account");
      case CHANGED_NUMBER -> changed(same, asks);
    };
  }

  private static Outcome changed(boolean same, boolean asks) {
    if (same) {
      return asks
          ? new Outcome.Kept("the account was found by the earlier number, which it asks for")
          : new Outcome.Broken(
              "the account was found by previousPersonalIdentityNumber, which the metadata does not"
                  + " ask for by a RequestedAttribute");
    }
    return asks
        ? new Outcome.ToReview(
            "the metadata asks for previousPersonalIdentityNumber, and the person came to another"
                + " account than before the number changed: see whether the service offers the"
                + " earlier one, and demands at least the level of assurance it was opened with")
        : new Outcome.Kept("it makes no use of the earlier number, which it does not ask for");
  }

  /** For a person, where SUT.yaml does not say where the account stands. */
  String toLookAt(String first, String second) {
    return "SUT.yaml does not say where the service shows the account (shows: account). Sign in as "
        + first
        + " and then as "
        + second
        + switch (this) {
          case SAME -> ", who is the same person: it has to be the same account";
          case DIFFERENT -> ", who is somebody else: each has to have an account";
          case CHANGED_NUMBER ->
              ", who is the same person after the number changed: the earlier account may be found"
                  + " only if the metadata asks for previousPersonalIdentityNumber, and with at"
                  + " least the level of assurance that it was opened with";
        };
  }
}
