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
              "finds no such day in the calendar",
              () -> Variant.without(Check.SAMORDNINGSNUMMER_ACCEPTED))
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

  private SamordningsnummerCases() {}
}
