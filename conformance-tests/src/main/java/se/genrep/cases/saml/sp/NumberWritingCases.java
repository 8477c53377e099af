package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.NumberWritingDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.reference.Check;
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
          INTACT_OR_REFUSED);

  static final ConformanceCase NUMBER_WITH_SPACE_INSIDE =
      written(
          "saml/sp/number-with-space-inside",
          "refuses a number with a space in it, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_SPACE_INSIDE,
          INTACT_OR_REFUSED);

  static final ConformanceCase NUMBER_WITH_NEWLINES =
      written(
          "saml/sp/number-with-newlines",
          "refuses a number between line breaks, or reads it as meant",
          NumberWritingDeviations.NUMBER_WITH_NEWLINES,
          INTACT_OR_REFUSED);

  static final ConformanceCase NUMBER_IN_FULL_WIDTH =
      written(
          "saml/sp/number-in-full-width",
          "refuses full-width digits, or reads them as they are meant",
          NumberWritingDeviations.NUMBER_IN_FULL_WIDTH,
          INTACT_OR_REFUSED);

  static final ConformanceCase NUMBER_IN_ARABIC_DIGITS =
      written(
          "saml/sp/number-in-arabic-digits",
          "refuses Arabic digits, or reads them as they are meant",
          NumberWritingDeviations.NUMBER_IN_ARABIC_DIGITS,
          INTACT_OR_REFUSED);

  static final ConformanceCase INTERIM_NUMBER =
      written(
          "saml/sp/interim-number",
          "refuses an interim number",
          NumberWritingDeviations.INTERIM_NUMBER,
          REFUSED);

  static final ConformanceCase NUMBER_WITH_PREFIX_16 =
      written(
          "saml/sp/number-with-prefix-16",
          "refuses a number of another century than people live in",
          NumberWritingDeviations.NUMBER_WITH_PREFIX_16,
          REFUSED);

  static final ConformanceCase NUMBER_OF_MONTH_13 =
      written(
          "saml/sp/number-of-month-13",
          "refuses a personnummer of month 13",
          NumberWritingDeviations.NUMBER_OF_MONTH_13,
          REFUSED);

  static final ConformanceCase NUMBER_OF_30_FEBRUARY =
      written(
          "saml/sp/number-of-30-february",
          "refuses a personnummer of 30 February",
          NumberWritingDeviations.NUMBER_OF_30_FEBRUARY,
          REFUSED);

  static final ConformanceCase NUMBER_OF_SERIAL_000 =
      written(
          "saml/sp/number-of-serial-000",
          "refuses the birth number 000, which nobody has",
          NumberWritingDeviations.NUMBER_OF_SERIAL_000,
          REFUSED);

  private NumberWritingCases() {}

  private static ConformanceCase written(
      String id, String title, Deviation deviation, Expectation expectation) {
    return conformanceCase(id)
        .title(title)
        .requirement("ATTR-3.1-18", "DP-6.2.1-07")
        .stimulus(signIn().answeredWith(deviation))
        .expect(expectation)
        .mutant(
            "takes any text for a number",
            () -> Variant.without(Check.NUMBER_FORMAT, Check.NUMBER_CHECK_DIGIT))
        .build();
  }
}
