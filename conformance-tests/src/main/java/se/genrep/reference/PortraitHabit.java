package se.genrep.reference;

/** A wrong idea of what follows from an answer about a person. */
public enum PortraitHabit implements Variant.Habit {
  // The date of birth.

  /** Copies the digits, whatever they are. */
  COPIES_DIGITS,
  /** Makes a date of the digits though the identity provider says another. */
  DIGITS_BEFORE_ATTRIBUTE,
  /** Takes January for a month that is not known. */
  JANUARY_FOR_UNKNOWN,
  /** Takes the first for a day that is not known. */
  FIRST_FOR_UNKNOWN,
  /** Takes New Year's Day for a date that is not known. */
  NEW_YEAR_FOR_UNKNOWN,
  /** Counts on from the last day of the month. */
  ROLLS_OVER,

  // Age and sex.

  /** Counts the years of the number alone. */
  AGE_OF_YEARS,
  /** Takes the century for this one where ten digits allow it. */
  AGE_OF_TEN_DIGITS_YOUNG,
  /** Takes the century for the last one. */
  AGE_OF_TEN_DIGITS_OLD,
  /** Reads the sex from the check digit. */
  SEX_OF_CHECK_DIGIT,
  /** Reads the sex from the ninth digit of twelve, where it should be of ten. */
  SEX_OF_NINTH_OF_TWELVE,

  // The account.

  /** Opens an account at each visit. */
  ACCOUNT_OF_VISIT,
  /** Knows accounts by name and date of birth. */
  ACCOUNT_OF_NAME,
  /** Knows accounts of employees by the user without the organisation. */
  ACCOUNT_OF_USER,
  /** Takes capitals for another account. */
  ACCOUNT_WITH_CAPITALS,
  /** Knows accounts by an earlier number too, which it did not ask for. */
  ACCOUNT_OF_UNASKED_PREVIOUS
}
