package se.genrep.reference;

import java.util.function.Predicate;

/**
 * A wrong idea of numbers, as they are met in programs: some people are turned away, or something
 * is taken for a number that is none.
 */
public enum NumberHabit implements Variant.Habit {
  // Refuses whom it should take.

  /** The check digit is ten less the rest, and never brought back to 0. */
  CHECK_DIGIT_10(refuses(number -> number.endsWith("0"))),
  /** {@code ^(19|20)}. */
  BORN_SINCE_1900(refuses(number -> number.startsWith("18"))),
  /** 2000 is divisible by 100. */
  NO_LEAP_YEAR_2000(refuses(number -> number.startsWith("20000229"))),
  /** Every fourth year is none before the calendar library begins. */
  NO_LEAP_YEAR_1896(refuses(number -> number.startsWith("18960229"))),
  /** Stored as a number, the first digits of ten are gone. */
  LEADING_ZEROS_LOST(refuses(number -> number.startsWith("00", 2))),
  /** Whoever would be over 100 is taken for a child. */
  NOBODY_OVER_100(refuses(number -> number.compareTo("1927") < 0 && number.startsWith("19"))),
  /** Serials from 980 are taken for test numbers. */
  NO_HIGH_SERIALS(refuses(number -> number.substring(8, 11).compareTo("980") >= 0)),
  /** Months have 30 days. */
  NO_DAY_31(refuses(number -> number.startsWith("31", 6))),
  /** The month of a samordningsnummer is looked up. */
  NO_MONTH_00(refuses(number -> month(number) == 0 && day(number) > 60)),
  /** The day of a samordningsnummer less 60 is looked up. */
  NO_DAY_60(refuses(number -> day(number) == 60 && month(number) > 0)),
  /** A date is made, of the year alone too. */
  NO_YEAR_ALONE(refuses(number -> month(number) == 0 && day(number) == 60)),
  /** A date is made, and 31 June is none. */
  NO_31_OF_SHORT_MONTHS(refuses(number -> number.startsWith("0691", 4))),
  /** A date is made, and 30 February is none. */
  NO_30_FEBRUARY(refuses(number -> number.startsWith("0290", 4))),
  /** Day 89 of February is checked as a leap day, of a year that is none. */
  NO_29_FEBRUARY_1951(refuses(number -> number.startsWith("19510289"))),
  /** Day 89 of February is no day. */
  NO_LEAP_DAY_89(refuses(number -> number.startsWith("20200289"))),
  /** Days of samordningsnummer end at 90. */
  NO_DAY_91(refuses(number -> number.startsWith("0391", 4))),
  /** The check digit of a samordningsnummer is never brought back to 0. */
  SAMORDNINGSNUMMER_CHECK_DIGIT_10(refuses(number -> day(number) > 60 && number.endsWith("0"))),
  /** A samordningsnummer is younger than a hundred years. */
  NO_SAMORDNINGSNUMMER_OVER_100(refuses(number -> day(number) > 60 && number.startsWith("191"))),

  // Takes for a personnummer what is a samordningsnummer.

  /** A samordningsnummer is known by a day above 60. */
  DAY_60_IS_A_DAY(takes(number -> day(number) == 60 && month(number) > 0)),
  /** A samordningsnummer is known by a month that exists. */
  MONTH_00_IS_A_MONTH(takes(number -> month(number) == 0 && day(number) > 60)),
  /** What has no date at all is not looked at. */
  NO_DATE_IS_A_DATE(takes(number -> month(number) == 0 && day(number) == 60)),
  /** A samordningsnummer is known by its date, and 31 June is none. */
  DAY_91_OF_JUNE_IS_A_DAY(takes(number -> number.startsWith("0691", 4))),
  /** A samordningsnummer is known by its date, and 30 February is none. */
  DAY_90_OF_FEBRUARY_IS_A_DAY(takes(number -> number.startsWith("0290", 4))),

  // Takes for a number what is none.

  /** Letters are digits enough. */
  TAKES_INTERIM(takes(number -> number.matches("[0-9]{8}[A-Z][0-9]{3}"))),
  /** Any twelve digits of a register with a prefix. */
  TAKES_PREFIX_16(takes(number -> number.startsWith("16"))),
  /** Months are not looked at. */
  TAKES_MONTH_13(takes(number -> number.startsWith("13", 4))),
  /** Every month has 31 days. */
  TAKES_30_FEBRUARY(takes(number -> number.startsWith("0230", 4))),
  /** The serial is not looked at. */
  TAKES_SERIAL_000(takes(number -> number.startsWith("000", 8))),
  /** Nothing is taken away before it is kept. */
  TAKES_PLUS(takes(number -> number.contains("+"))),
  TAKES_SPACE(takes(number -> number.matches("[0-9]{8} [0-9]{4}"))),
  TAKES_LINE_BREAKS(takes(number -> number.contains("\n"))),
  TAKES_BAR(takes(number -> number.contains("|"))),
  TAKES_EN_DASH(takes(number -> number.contains("\u2013"))),
  TAKES_NO_BREAK_SPACE(takes(number -> number.contains("\u00a0"))),
  TAKES_SPACES_AROUND(takes(number -> number.matches(" [0-9]{12} "))),
  /** Any digit of Unicode is one. */
  TAKES_FULL_WIDTH(takes(number -> number.matches("[\uff10-\uff19]{12}"))),
  TAKES_ARABIC(takes(number -> number.matches("[\u0660-\u0669]{12}"))),
  /** An organisation is a person. */
  TAKES_ORGANISATION(takes(number -> number.matches("[0-9]{10}"))),

  // Looks for the number elsewhere.

  /** The earlier number comes first. */
  PREVIOUS_FIRST(elsewhere(Elsewhere.PREVIOUS, true)),
  /** Without a number, the earlier one does. */
  PREVIOUS_INSTEAD(elsewhere(Elsewhere.PREVIOUS, false)),
  /** A number that is bound to a foreign eID comes first. */
  MAPPED_FIRST(elsewhere(Elsewhere.MAPPED, true)),
  /** Without a number, one that is bound does, and nobody asks how it was. */
  MAPPED_WITHOUT_BINDING(elsewhere(Elsewhere.MAPPED_WITHOUT_BINDING, false)),
  /** That there is an attribute for the binding is enough. */
  MAPPED_WITH_EMPTY_BINDING(elsewhere(Elsewhere.MAPPED_WITH_EMPTY_BINDING, false)),
  /** That something stands there is enough. */
  MAPPED_WITH_ANY_BINDING(elsewhere(Elsewhere.MAPPED_WITH_ANY_BINDING, false));

  /** Other attributes that hold a number. */
  enum Elsewhere {
    PREVIOUS,
    MAPPED,
    MAPPED_WITHOUT_BINDING,
    MAPPED_WITH_EMPTY_BINDING,
    MAPPED_WITH_ANY_BINDING
  }

  private record Idea(
      Predicate<String> takes, Predicate<String> refuses, Elsewhere elsewhere, boolean first) {}

  private final Idea idea;

  NumberHabit(Idea idea) {
    this.idea = idea;
  }

  boolean takes(String value) {
    return idea.takes().test(value);
  }

  /**
   * @param number of 12 digits
   */
  boolean refuses(String number) {
    return idea.refuses().test(number);
  }

  /** Whether it reads the number there, whatever personalIdentityNumber says, or without one. */
  boolean reads(Elsewhere where, boolean thereIsANumber) {
    return idea.elsewhere() == where && (idea.first() || !thereIsANumber);
  }

  private static Idea refuses(Predicate<String> numbers) {
    return new Idea(value -> false, numbers, null, false);
  }

  private static Idea takes(Predicate<String> values) {
    return new Idea(values, number -> false, null, false);
  }

  private static Idea elsewhere(Elsewhere where, boolean first) {
    return new Idea(value -> false, number -> false, where, first);
  }

  private static int month(String number) {
    return Integer.parseInt(number.substring(4, 6));
  }

  private static int day(String number) {
    return Integer.parseInt(number.substring(6, 8));
  }
}
