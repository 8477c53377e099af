package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;

import se.genrep.model.Applicability;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.PortraitHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.Shown;
import se.genrep.sut.Sighting;
import se.genrep.sut.SignIn.Who;

/** What a service makes of a number: date of birth, age and sex, where it shows them at all. */
final class ShownCases {

  static final ConformanceCase BIRTH_DATE_OF_SAMORDNINGSNUMMER =
      shown(
          "saml/sp/shown-birth-date-day-91",
          "shows the birth date of a samordningsnummer less 60 days",
          Sighting.of(Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-day-91")),
          "copies the digits",
          PortraitHabit.COPIES_DIGITS);

  static final ConformanceCase BIRTH_DATE_OF_MONTH_00 =
      shown(
          "saml/sp/shown-birth-date-month-00",
          "shows no birth date for month 00",
          Sighting.of(Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-month-00")),
          "takes January for month 00",
          PortraitHabit.JANUARY_FOR_UNKNOWN);

  static final ConformanceCase BIRTH_DATE_OF_DAY_60 =
      shown(
          "saml/sp/shown-birth-date-day-60",
          "shows no birth date for day 60",
          Sighting.of(Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-day-60")),
          "takes the first for day 60",
          PortraitHabit.FIRST_FOR_UNKNOWN);

  static final ConformanceCase BIRTH_DATE_OF_YEAR =
      shown(
          "saml/sp/shown-birth-date-month-00-day-60",
          "shows no birth date where the year alone is known",
          Sighting.of(
              Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-month-00-day-60")),
          "takes New Year's Day for an unknown date",
          PortraitHabit.NEW_YEAR_FOR_UNKNOWN);

  static final ConformanceCase BIRTH_DATE_OF_31_JUNE =
      shown(
          "saml/sp/shown-birth-date-no-such-date",
          "shows no birth date for a day that the month lacks",
          Sighting.of(
              Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-non-existing-date")),
          "counts on into the next month",
          PortraitHabit.ROLLS_OVER);

  static final ConformanceCase BIRTH_DATE_DELIVERED =
      shown(
          "saml/sp/shown-birth-date-differs",
          "shows the birth date delivered, not that of the number",
          Sighting.of(Shown.BIRTH_DATE, Who.withPersonnummer("birth-date-differs-from-number")),
          "reads the number for the date",
          PortraitHabit.DIGITS_BEFORE_ATTRIBUTE);

  static final ConformanceCase BIRTH_DATE_KNOWN =
      shown(
          "saml/sp/shown-birth-date-known",
          "shows the birth date delivered where the number has none",
          Sighting.of(
              Shown.BIRTH_DATE, Who.withSamordningsnummer("samordningsnummer-known-birth-date")),
          "copies the digits of the number",
          PortraitHabit.COPIES_DIGITS);

  static final ConformanceCase AGE_UNKNOWN =
      shown(
          "saml/sp/shown-age-unknown",
          "shows no age where the year alone is known",
          Sighting.of(Shown.AGE, Who.withSamordningsnummer("samordningsnummer-month-00-day-60")),
          "counts the years of the number",
          PortraitHabit.AGE_OF_YEARS);

  static final ConformanceCase AGE_OVER_100 =
      shown(
          "saml/sp/shown-age-over-100",
          "shows the age of a person over 100",
          Sighting.of(Shown.AGE, Who.withPersonnummer("over-100-same-ten-digits-as-a-child")),
          "counts from ten digits, to the younger age",
          PortraitHabit.AGE_OF_TEN_DIGITS_YOUNG);

  static final ConformanceCase AGE_OF_MINOR =
      shown(
          "saml/sp/shown-age-of-minor",
          "shows the age of a child",
          Sighting.of(Shown.AGE, Who.withPersonnummer("minor-born-2012")),
          "counts from ten digits, to the older age",
          PortraitHabit.AGE_OF_TEN_DIGITS_OLD);

  static final ConformanceCase SEX_OF_PERSONNUMMER =
      shown(
          "saml/sp/shown-sex-of-personnummer",
          "shows the sex by the birth number, not by the check digit",
          Sighting.of(Shown.SEX, Who.withPersonnummer("born-on-leap-day")),
          "reads the sex from the check digit",
          PortraitHabit.SEX_OF_CHECK_DIGIT);

  static final ConformanceCase SEX_OF_SAMORDNINGSNUMMER =
      shown(
          "saml/sp/shown-sex-of-samordningsnummer",
          "shows the sex by the right digit of twelve",
          Sighting.of(Shown.SEX, Who.withSamordningsnummer("samordningsnummer-day-60")),
          "reads the ninth digit of twelve",
          PortraitHabit.SEX_OF_NINTH_OF_TWELVE);

  private ShownCases() {}

  private static ConformanceCase shown(
      String id, String title, Sighting sighting, String whatTheMutantDoes, PortraitHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("ATTR-3.1-19")
        .appliesTo(sighting.who().samordningsnummer() ? Applies.OPTED_IN : Applicability.ALWAYS)
        .stimulus(sighting)
        .expect(KEPT)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }
}
