package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.NumberHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Who;

/** SKV 704: people whose personnummer programs have been seen to refuse. */
final class PersonnummerCases {

  static final ConformanceCase LEAP_DAY_2000 =
      accepts(
          "saml/sp/personnummer-born-on-leap-day-2000",
          "accepts a person born on the leap day of 2000",
          "born-on-leap-day-2000",
          "takes 2000 for no leap year",
          NumberHabit.NO_LEAP_YEAR_2000);

  static final ConformanceCase LEAP_DAY_1896 =
      accepts(
          "saml/sp/personnummer-born-on-leap-day-1896",
          "accepts a person born on the leap day of 1896",
          "born-on-leap-day-1896",
          "takes 1896 for no leap year",
          NumberHabit.NO_LEAP_YEAR_1896);

  static final ConformanceCase CHECK_DIGIT_0 =
      accepts(
          "saml/sp/personnummer-check-digit-0",
          "accepts a personnummer with check digit 0",
          "check-digit-0",
          "forgets the last step of the check digit",
          NumberHabit.CHECK_DIGIT_10);

  static final ConformanceCase BORN_IN_1890 =
      accepts(
          "saml/sp/personnummer-born-in-1890",
          "accepts a person born in the 1800s",
          "born-in-1890",
          "takes numbers that begin with 19 or 20 alone",
          NumberHabit.BORN_SINCE_1900);

  static final ConformanceCase OVER_100 =
      accepts(
          "saml/sp/personnummer-over-100",
          "accepts a person over 100",
          "over-100",
          "takes whoever is over 100 for a child",
          NumberHabit.NOBODY_OVER_100);

  static final ConformanceCase LEADING_ZEROS =
      accepts(
          "saml/sp/personnummer-number-with-leading-zeros",
          "accepts a personnummer whose ten digits begin with 0",
          "number-with-leading-zeros",
          "keeps ten digits as an integer",
          NumberHabit.LEADING_ZEROS_LOST);

  static final ConformanceCase DAY_31 =
      accepts(
          "saml/sp/personnummer-born-on-day-31",
          "accepts a person born on the 31st",
          "born-on-day-31",
          "takes months for 30 days long",
          NumberHabit.NO_DAY_31);

  static final ConformanceCase SERIAL_998 =
      accepts(
          "saml/sp/personnummer-serial-998",
          "accepts a personnummer with a high birth number",
          "serial-998",
          "takes high birth numbers for made up",
          NumberHabit.NO_HIGH_SERIALS);

  private PersonnummerCases() {}

  private static ConformanceCase accepts(
      String id, String title, String castId, String whatTheMutantDoes, NumberHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("ATTR-3.1-21")
        .stimulus(signIn().as(Who.withPersonnummer(castId)))
        .expect(ACCEPTED)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }
}
