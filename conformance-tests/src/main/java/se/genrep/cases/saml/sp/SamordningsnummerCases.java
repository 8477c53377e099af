package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.NumberDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.NumberHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Who;

/** EC 6.2, accepts-coordination-number: who takes a samordningsnummer says so, and the converse. */
final class SamordningsnummerCases {

  static final ConformanceCase ACCEPTS_SAMORDNINGSNUMMER =
      conformanceCase("saml/sp/samordningsnummer")
          .title("accepts a samordningsnummer when it said that it does")
          .requirement("EC-6.2-01", "TAR-3.8-02")
          .appliesTo(Applies.OPTED_IN)
          .stimulus(signIn().as(Who.SAMORDNINGSNUMMER))
          .expect(ACCEPTED)
          .mutant(
              "takes no samordningsnummer", () -> Variant.without(Check.SAMORDNINGSNUMMER_ACCEPTED))
          .build();

  static final ConformanceCase SAMORDNINGSNUMMER_UNASKED =
      conformanceCase("saml/sp/samordningsnummer-unasked")
          .title("refuses a samordningsnummer when it did not say that it does")
          .requirement("EC-6.2-01", "TAR-3.8-02")
          .appliesTo(Applies.NOT_OPTED_IN)
          .stimulus(
              signIn()
                  .as(Who.SAMORDNINGSNUMMER)
                  .forgedWith(NumberDeviations.SAMORDNINGSNUMMER_UNASKED))
          .expect(REFUSED)
          .mutant(
              "takes any number of a person",
              () -> Variant.without(Check.SAMORDNINGSNUMMER_OPT_IN).notOptedIn())
          .build();

  static final ConformanceCase ACCEPTS_MONTH_00 =
      accepts(
          "saml/sp/samordningsnummer-month-00",
          "accepts a samordningsnummer of month 00",
          "samordningsnummer-month-00",
          "looks the month up",
          NumberHabit.NO_MONTH_00);

  static final ConformanceCase ACCEPTS_DAY_60 =
      accepts(
          "saml/sp/samordningsnummer-day-60",
          "accepts a samordningsnummer of day 60",
          "samordningsnummer-day-60",
          "makes a date of the day less 60",
          NumberHabit.NO_DAY_60);

  static final ConformanceCase ACCEPTS_MONTH_00_DAY_60 =
      accepts(
          "saml/sp/samordningsnummer-month-00-day-60",
          "accepts a samordningsnummer of month 00 and day 60",
          "samordningsnummer-month-00-day-60",
          "makes a date of a year alone",
          NumberHabit.NO_YEAR_ALONE);

  static final ConformanceCase ACCEPTS_NO_SUCH_DATE =
      accepts(
          "saml/sp/samordningsnummer-no-such-date",
          "accepts a samordningsnummer of a day the month lacks",
          "samordningsnummer-non-existing-date",
          "makes a date of 31 June",
          NumberHabit.NO_31_OF_SHORT_MONTHS);

  static final ConformanceCase ACCEPTS_30_FEBRUARY =
      accepts(
          "saml/sp/samordningsnummer-30-february",
          "accepts a samordningsnummer of 30 February",
          "samordningsnummer-30-february",
          "makes a date of 30 February",
          NumberHabit.NO_30_FEBRUARY);

  static final ConformanceCase ACCEPTS_29_FEBRUARY_1951 =
      accepts(
          "saml/sp/samordningsnummer-29-february-1951",
          "accepts a samordningsnummer of 29 February in no leap year",
          "samordningsnummer-29-february-1951",
          "makes a date of 29 February 1951",
          NumberHabit.NO_29_FEBRUARY_1951);

  static final ConformanceCase ACCEPTS_LEAP_DAY =
      accepts(
          "saml/sp/samordningsnummer-leap-day",
          "accepts a samordningsnummer of a leap day",
          "samordningsnummer-leap-day",
          "knows no day 89 of February",
          NumberHabit.NO_LEAP_DAY_89);

  static final ConformanceCase ACCEPTS_DAY_91 =
      accepts(
          "saml/sp/samordningsnummer-day-91",
          "accepts a samordningsnummer of day 91",
          "samordningsnummer-day-91",
          "ends the days at 90",
          NumberHabit.NO_DAY_91);

  static final ConformanceCase ACCEPTS_CHECK_DIGIT_0 =
      accepts(
          "saml/sp/samordningsnummer-check-digit-0",
          "accepts a samordningsnummer with check digit 0",
          "samordningsnummer-check-digit-0",
          "forgets the last step of the check digit",
          NumberHabit.SAMORDNINGSNUMMER_CHECK_DIGIT_10);

  static final ConformanceCase ACCEPTS_OVER_100 =
      accepts(
          "saml/sp/samordningsnummer-over-100",
          "accepts a samordningsnummer of a person over 100",
          "samordningsnummer-over-100",
          "takes samordningsnummer for something of this century",
          NumberHabit.NO_SAMORDNINGSNUMMER_OVER_100);

  static final ConformanceCase UNASKED_DAY_60 =
      unasked(
          "saml/sp/samordningsnummer-unasked-day-60",
          "refuses a samordningsnummer of day 60 it did not ask for",
          "samordningsnummer-day-60",
          "knows a samordningsnummer by a day above 60",
          NumberHabit.DAY_60_IS_A_DAY);

  static final ConformanceCase UNASKED_MONTH_00 =
      unasked(
          "saml/sp/samordningsnummer-unasked-month-00",
          "refuses a samordningsnummer of month 00 it did not ask for",
          "samordningsnummer-month-00",
          "knows a samordningsnummer by a month that exists",
          NumberHabit.MONTH_00_IS_A_MONTH);

  static final ConformanceCase UNASKED_MONTH_00_DAY_60 =
      unasked(
          "saml/sp/samordningsnummer-unasked-month-00-day-60",
          "refuses a samordningsnummer of month 00 and day 60 it did not ask for",
          "samordningsnummer-month-00-day-60",
          "does not look at what has no date",
          NumberHabit.NO_DATE_IS_A_DATE);

  static final ConformanceCase UNASKED_NO_SUCH_DATE =
      unasked(
          "saml/sp/samordningsnummer-unasked-no-such-date",
          "refuses a samordningsnummer of 31 June it did not ask for",
          "samordningsnummer-non-existing-date",
          "knows a samordningsnummer by a date that exists",
          NumberHabit.DAY_91_OF_JUNE_IS_A_DAY);

  static final ConformanceCase UNASKED_30_FEBRUARY =
      unasked(
          "saml/sp/samordningsnummer-unasked-30-february",
          "refuses a samordningsnummer of 30 February it did not ask for",
          "samordningsnummer-30-february",
          "knows a samordningsnummer by a calendar",
          NumberHabit.DAY_90_OF_FEBRUARY_IS_A_DAY);

  private SamordningsnummerCases() {}

  /** SKV 707: a number need not be a date, so no calendar decides whether it is one. */
  private static ConformanceCase accepts(
      String id, String title, String castId, String whatTheMutantDoes, NumberHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("EC-6.2-01", "TAR-3.8-02")
        .appliesTo(Applies.OPTED_IN)
        .stimulus(signIn().as(Who.withSamordningsnummer(castId)))
        .expect(ACCEPTED)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }

  /** Whoever knows a samordningsnummer by its day or its date lets those through that have none. */
  private static ConformanceCase unasked(
      String id, String title, String castId, String whatTheMutantDoes, NumberHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("EC-6.2-01", "TAR-3.8-02")
        .appliesTo(Applies.NOT_OPTED_IN)
        .stimulus(
            signIn()
                .as(Who.withSamordningsnummer(castId))
                .forgedWith(NumberDeviations.SAMORDNINGSNUMMER_UNASKED))
        .expect(REFUSED)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit).notOptedIn())
        .build();
  }
}
