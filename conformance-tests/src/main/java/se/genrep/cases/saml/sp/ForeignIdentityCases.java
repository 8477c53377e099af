package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.registry.Attribute.PRID;

import java.util.List;
import java.util.Locale;
import se.genrep.model.ConformanceCase;
import se.genrep.person.TestPerson;
import se.genrep.reference.IdentityHabit;
import se.genrep.reference.NumberHabit;
import se.genrep.reference.PortraitHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.Attribute;
import se.genrep.sut.OtherIdentity;
import se.genrep.sut.Relation;
import se.genrep.sut.TwoIdentities;

/** ATTR 3.3.1 and eIDAS 2.1: people who are known by what another country knows them by. */
final class ForeignIdentityCases {

  static final ConformanceCase CAPITALS_TAKEN =
      conformanceCase("saml/sp/prid-capitals-taken")
          .title("accepts a provisional identifier with capitals")
          .requirement("EIDAS-2.1-05", "ATTR-3.1.1-03")
          .stimulus(OtherIdentity.written(PRID, value -> value.toUpperCase(Locale.ROOT)))
          .expect(ACCEPTED)
          .mutant("takes small letters alone", () -> Variant.with(IdentityHabit.SMALL_LETTERS_ONLY))
          .build();

  static final ConformanceCase CAPITALS =
      conformanceCase("saml/sp/prid-capitals")
          .title("knows a person whose identifier is written in capitals")
          .requirement("EIDAS-2.1-05", "ATTR-3.1.1-03")
          .stimulus(new TwoIdentities(PRID, value -> value.toUpperCase(Locale.ROOT), Relation.SAME))
          .expect(KEPT)
          .mutant(
              "takes capitals for somebody else",
              () -> Variant.with(PortraitHabit.ACCOUNT_WITH_CAPITALS))
          .build();

  static final ConformanceCase OTHER_IDENTIFIER =
      conformanceCase("saml/sp/prid-of-a-namesake")
          .title("tells foreigners apart who share name and date of birth")
          .requirement("ATTR-3.3.1-04")
          .stimulus(
              new TwoIdentities(
                  PRID, value -> value.substring(0, 3) + "other-person-0001", Relation.DIFFERENT))
          .expect(KEPT)
          .mutant(
              "knows people by name and date of birth",
              () -> Variant.with(PortraitHabit.ACCOUNT_OF_NAME))
          .build();

  static final ConformanceCase BOUND_WITHOUT_BINDING =
      conformanceCase("saml/sp/prid-bound-without-binding")
          .title("knows a foreigner by no number that is bound nobody knows how")
          .requirement("ATTR-3.3.2-07", "ATTR-3.3.2-05")
          .stimulus(OtherIdentity.of(PRID, ForeignIdentityCases::bound))
          .expect(INTACT_OR_REFUSED)
          .mutant("takes the bound number", () -> Variant.with(NumberHabit.MAPPED_FIRST))
          .build();

  private ForeignIdentityCases() {}

  private static TestPerson bound(TestPerson foreigner) {
    return foreigner
        .with(Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER, List.of("199908072391"))
        .with(
            Attribute.PERSONAL_IDENTITY_NUMBER_BINDING,
            List.of("http://id.swedenconnect.se/id-binding/process/unknown"));
  }
}
