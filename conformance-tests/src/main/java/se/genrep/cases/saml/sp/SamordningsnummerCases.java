package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.NumberDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
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
          "samordningsnummer-month-00");

  static final ConformanceCase ACCEPTS_DAY_60 =
      accepts(
          "saml/sp/samordningsnummer-day-60",
          "accepts a samordningsnummer of day 60",
          "samordningsnummer-day-60");

  static final ConformanceCase ACCEPTS_MONTH_00_DAY_60 =
      accepts(
          "saml/sp/samordningsnummer-month-00-day-60",
          "accepts a samordningsnummer of month 00 and day 60",
          "samordningsnummer-month-00-day-60");

  static final ConformanceCase ACCEPTS_NO_SUCH_DATE =
      accepts(
          "saml/sp/samordningsnummer-no-such-date",
          "accepts a samordningsnummer of a day the month lacks",
          "samordningsnummer-non-existing-date");

  static final ConformanceCase ACCEPTS_30_FEBRUARY =
      accepts(
          "saml/sp/samordningsnummer-30-february",
          "accepts a samordningsnummer of 30 February",
          "samordningsnummer-30-february");

  static final ConformanceCase ACCEPTS_LEAP_DAY =
      accepts(
          "saml/sp/samordningsnummer-leap-day",
          "accepts a samordningsnummer of a leap day",
          "samordningsnummer-leap-day");

  private SamordningsnummerCases() {}

  /** SKV 707: a number need not be a date, so no calendar decides whether it is one. */
  private static ConformanceCase accepts(String id, String title, String castId) {
    return conformanceCase(id)
        .title(title)
        .requirement("EC-6.2-01", "TAR-3.8-02")
        .appliesTo(Applies.OPTED_IN)
        .stimulus(signIn().as(Who.withSamordningsnummer(castId)))
        .expect(ACCEPTED)
        .mutant(
            "takes no samordningsnummer", () -> Variant.without(Check.SAMORDNINGSNUMMER_ACCEPTED))
        .build();
  }
}
