package se.genrep.reference;

/** A wrong idea of identities that are no Swedish number (ATTR 3.1.3, 3.2.5, eIDAS 2.1). */
public enum IdentityHabit implements Variant.Habit {
  /** Does not ask whether the identity provider may speak for the organisation. */
  ANY_SCOPE,
  /** Takes what follows the first at sign for the organisation. */
  SCOPE_AT_FIRST_AT,
  /** Takes one at sign at most. */
  ONE_AT_SIGN,
  /** Reads a user that is twelve digits as a personnummer. */
  USER_IS_A_NUMBER,
  /** Has room for twenty characters of the user. */
  SHORT_USERS,
  /** Refuses a provisional identifier with capitals. */
  SMALL_LETTERS_ONLY
}
