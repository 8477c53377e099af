package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.NumberWritingDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.reference.NumberHabit;
import se.genrep.reference.Variant;

/**
 * ATTR 3.1: a number is twelve digits. Whoever tidies up another writing and knows the same person
 * by it has taken nobody for somebody else.
 */
final class NumberWritingCases {

  static final ConformanceCase NUMBER_WITH_PLUS =
      written(
          "saml/sp/number-with-plus",
          "refuses a number with a plus, or reads it as it is meant",
          NumberWritingDeviations.NUMBER_WITH_PLUS,
          INTACT_OR_REFUSED,
          "takes a plus for part of the number",
          NumberHabit.TAKES_PLUS);

  static final ConformanceCase NUMBER_WITH_SPACE_INSIDE =
      written(
          "saml/sp/number-with-space-inside",
          "refuses a number with a space in it, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_SPACE_INSIDE,
          INTACT_OR_REFUSED,
          "takes a space for part of the number",
          NumberHabit.TAKES_SPACE);

  static final ConformanceCase NUMBER_WITH_NEWLINES =
      written(
          "saml/sp/number-with-newlines",
          "refuses a number between line breaks, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_NEWLINES,
          INTACT_OR_REFUSED,
          "takes line breaks for part of the number",
          NumberHabit.TAKES_LINE_BREAKS);

  static final ConformanceCase NUMBER_IN_FULL_WIDTH =
      written(
          "saml/sp/number-in-full-width",
          "refuses full-width digits, or reads them as they are meant",
          NumberWritingDeviations.NUMBER_IN_FULL_WIDTH,
          INTACT_OR_REFUSED,
          "takes full-width digits as they come",
          NumberHabit.TAKES_FULL_WIDTH);

  static final ConformanceCase NUMBER_IN_ARABIC_DIGITS =
      written(
          "saml/sp/number-in-arabic-digits",
          "refuses Arabic digits, or reads them as they are meant",
          NumberWritingDeviations.NUMBER_IN_ARABIC_DIGITS,
          INTACT_OR_REFUSED,
          "takes Arabic digits as they come",
          NumberHabit.TAKES_ARABIC);

  static final ConformanceCase INTERIM_NUMBER =
      written(
          "saml/sp/interim-number",
          "refuses an interim number",
          NumberWritingDeviations.INTERIM_NUMBER,
          REFUSED,
          "takes letters for digits",
          NumberHabit.TAKES_INTERIM);

  static final ConformanceCase NUMBER_WITH_PREFIX_16 =
      written(
          "saml/sp/number-with-prefix-16",
          "refuses a number of another century than people live in",
          NumberWritingDeviations.NUMBER_WITH_PREFIX_16,
          REFUSED,
          "takes any century",
          NumberHabit.TAKES_PREFIX_16);

  static final ConformanceCase NUMBER_OF_MONTH_13 =
      written(
          "saml/sp/number-of-month-13",
          "refuses a personnummer of month 13",
          NumberWritingDeviations.NUMBER_OF_MONTH_13,
          REFUSED,
          "does not look at the month",
          NumberHabit.TAKES_MONTH_13);

  static final ConformanceCase NUMBER_OF_30_FEBRUARY =
      written(
          "saml/sp/number-of-30-february",
          "refuses a personnummer of 30 February",
          NumberWritingDeviations.NUMBER_OF_30_FEBRUARY,
          REFUSED,
          "does not look at the calendar",
          NumberHabit.TAKES_30_FEBRUARY);

  static final ConformanceCase NUMBER_OF_SERIAL_000 =
      written(
          "saml/sp/number-of-serial-000",
          "refuses the birth number 000, which nobody has",
          NumberWritingDeviations.NUMBER_OF_SERIAL_000,
          REFUSED,
          "does not look at the birth number",
          NumberHabit.TAKES_SERIAL_000);

  static final ConformanceCase NUMBER_WITH_BAR =
      written(
          "saml/sp/number-with-bar",
          "refuses a number with a vertical bar, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_BAR,
          INTACT_OR_REFUSED,
          "takes a bar for part of the number",
          NumberHabit.TAKES_BAR);

  static final ConformanceCase NUMBER_WITH_EN_DASH =
      written(
          "saml/sp/number-with-en-dash",
          "refuses a number with an en dash, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_EN_DASH,
          INTACT_OR_REFUSED,
          "takes an en dash for part of the number",
          NumberHabit.TAKES_EN_DASH);

  static final ConformanceCase NUMBER_WITH_NO_BREAK_SPACE =
      written(
          "saml/sp/number-with-no-break-space",
          "refuses a number with a no-break space, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_NO_BREAK_SPACE,
          INTACT_OR_REFUSED,
          "takes a no-break space for part of the number",
          NumberHabit.TAKES_NO_BREAK_SPACE);

  static final ConformanceCase NUMBER_WITH_SPACES_AROUND =
      written(
          "saml/sp/number-with-spaces-around",
          "refuses a number between spaces, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_SPACES_AROUND,
          INTACT_OR_REFUSED,
          "takes spaces for part of the number",
          NumberHabit.TAKES_SPACES_AROUND);

  static final ConformanceCase NUMBER_OF_ORGANISATION =
      written(
          "saml/sp/number-of-organisation",
          "refuses an organisationsnummer for a person",
          NumberWritingDeviations.NUMBER_OF_ORGANISATION,
          REFUSED,
          "takes an organisation for a person",
          NumberHabit.TAKES_ORGANISATION);

  private NumberWritingCases() {}

  private static ConformanceCase written(
      String id,
      String title,
      Deviation deviation,
      Expectation expectation,
      String whatTheMutantDoes,
      NumberHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("ATTR-3.1-18", "DP-6.2.1-07")
        .stimulus(signIn().answeredWith(deviation))
        .expect(expectation)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }
}
