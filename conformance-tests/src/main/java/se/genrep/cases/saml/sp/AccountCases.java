package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;

import se.genrep.deviation.OtherNumberDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.PortraitHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Who;
import se.genrep.sut.TwoSignIns;

/** ATTR 3.1 and 3.2.6: whose the account is that somebody comes to. */
final class AccountCases {

  static final ConformanceCase LASTS =
      conformanceCase("saml/sp/account-lasts")
          .title("knows the account of a person who comes again")
          .requirement("ATTR-3.1-20")
          .stimulus(TwoSignIns.ofOnePerson())
          .expect(KEPT)
          .mutant(
              "opens an account at each visit", () -> Variant.with(PortraitHabit.ACCOUNT_OF_VISIT))
          .build();

  static final ConformanceCase OF_NAMESAKES =
      conformanceCase("saml/sp/account-of-namesakes")
          .title("tells people apart who share name and date of birth")
          .requirement("ATTR-3.1-20")
          .stimulus(
              TwoSignIns.ofTwoPeople(
                  Who.withPersonnummer("same-name-first"),
                  Who.withPersonnummer("same-name-second")))
          .expect(KEPT)
          .mutant(
              "knows people by name and date of birth",
              () -> Variant.with(PortraitHabit.ACCOUNT_OF_NAME))
          .build();

  static final ConformanceCase AFTER_CHANGED_NUMBER =
      conformanceCase("saml/sp/account-after-changed-number")
          .title("finds an account by an earlier number only where it asks for it")
          .requirement("ATTR-3.2.6-02")
          .stimulus(
              TwoSignIns.withChangedNumber(
                  Who.withPersonnummer("before-sex-digit-changed"),
                  Who.withPersonnummer("sex-digit-changed"),
                  OtherNumberDeviations.CHANGED_NUMBER))
          .expect(KEPT)
          .mutant(
              "goes by an earlier number that it did not ask for",
              () -> Variant.with(PortraitHabit.ACCOUNT_OF_UNASKED_PREVIOUS))
          .build();

  private AccountCases() {}
}
