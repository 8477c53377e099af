package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.registry.Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER;
import static se.genrep.registry.Attribute.PERSONAL_IDENTITY_NUMBER_BINDING;

import java.util.List;
import java.util.function.UnaryOperator;
import se.genrep.model.ConformanceCase;
import se.genrep.person.TestPerson;
import se.genrep.reference.IdentityHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.OtherIdentity;

/** ATTR 3.3.2: a sign-in where foreigners are known by the Swedish number bound to them. */
final class BoundNumberCases {

  static final ConformanceCase UNKNOWN_BINDING =
      refuses(
          "saml/sp/bound-number-unknown-binding",
          "refuses a foreigner's number that is bound nobody knows how",
          person ->
              person.with(
                  PERSONAL_IDENTITY_NUMBER_BINDING,
                  List.of("http://id.swedenconnect.se/id-binding/process/unknown")),
          "takes any binding",
          IdentityHabit.ANY_BINDING);

  static final ConformanceCase WITHOUT_BINDING =
      refuses(
          "saml/sp/bound-number-without-binding",
          "refuses a foreigner's number without the way it was bound",
          person -> person.without(PERSONAL_IDENTITY_NUMBER_BINDING),
          "looks for no binding",
          IdentityHabit.NO_BINDING);

  /** EC 6.2: the opt-in does not cover it, so it may come to everybody. */
  static final ConformanceCase SAMORDNINGSNUMMER =
      conformanceCase("saml/sp/bound-samordningsnummer")
          .title("takes a bound samordningsnummer as it is, or refuses it")
          .requirement("ATTR-3.3.2-04")
          .stimulus(
              OtherIdentity.of(
                  MAPPED_PERSONAL_IDENTITY_NUMBER,
                  person -> person.with(MAPPED_PERSONAL_IDENTITY_NUMBER, List.of("198911892381"))))
          .expect(INTACT_OR_REFUSED)
          .mutant("takes 60 from the day", () -> Variant.with(IdentityHabit.BOUND_LESS_60))
          .build();

  private BoundNumberCases() {}

  private static ConformanceCase refuses(
      String id,
      String title,
      UnaryOperator<TestPerson> made,
      String whatTheMutantDoes,
      IdentityHabit habit) {
    return conformanceCase(id)
        .title(title)
        .requirement("ATTR-3.3.2-07", "ATTR-3.3.2-05")
        .stimulus(OtherIdentity.of(MAPPED_PERSONAL_IDENTITY_NUMBER, made))
        .expect(REFUSED)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }
}
