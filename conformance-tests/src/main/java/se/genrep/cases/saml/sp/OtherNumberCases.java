package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.OtherNumberDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.reference.Check;
import se.genrep.reference.NumberHabit;
import se.genrep.reference.Variant;

/**
 * ATTR 3.2.6 and 3.3.2: a number in another attribute is not the person's number. An earlier one is
 * for finding an account again, and a bound one is worth what its binding is.
 */
final class OtherNumberCases {

  static final ConformanceCase PREVIOUS_NUMBER_BESIDE =
      elsewhere(
          "saml/sp/previous-number-beside",
          "knows a person by the number of today, not by an earlier one",
          OtherNumberDeviations.PREVIOUS_NUMBER_BESIDE,
          INTACT_OR_REFUSED,
          "takes the earlier number for the number",
          NumberHabit.PREVIOUS_FIRST,
          "DP-6.2.1-07");

  static final ConformanceCase PREVIOUS_NUMBER_ALONE =
      elsewhere(
          "saml/sp/previous-number-alone",
          "refuses an earlier number for the person's number",
          OtherNumberDeviations.PREVIOUS_NUMBER_ALONE,
          REFUSED,
          "takes an earlier number where there is no other",
          NumberHabit.PREVIOUS_INSTEAD,
          "DP-6.2.1-07");

  static final ConformanceCase MAPPED_NUMBER_BESIDE =
      elsewhere(
          "saml/sp/mapped-number-beside",
          "knows a person by the number itself, not by a bound one",
          OtherNumberDeviations.MAPPED_NUMBER_BESIDE,
          INTACT_OR_REFUSED,
          "takes a bound number for the number",
          NumberHabit.MAPPED_FIRST,
          "DP-6.2.1-07");

  static final ConformanceCase MAPPED_NUMBER_WITHOUT_BINDING =
      elsewhere(
          "saml/sp/mapped-number-without-binding",
          "refuses a bound number without the way it was bound",
          OtherNumberDeviations.MAPPED_NUMBER_WITHOUT_BINDING,
          REFUSED,
          "does not look for the binding",
          NumberHabit.MAPPED_WITHOUT_BINDING,
          "ATTR-3.3.2-07",
          "ATTR-3.3.2-05");

  static final ConformanceCase MAPPED_NUMBER_EMPTY_BINDING =
      elsewhere(
          "saml/sp/mapped-number-empty-binding",
          "refuses a bound number with an empty binding",
          OtherNumberDeviations.MAPPED_NUMBER_EMPTY_BINDING,
          REFUSED,
          "does not read the binding",
          NumberHabit.MAPPED_WITH_EMPTY_BINDING,
          "ATTR-3.3.2-07",
          "ATTR-3.3.2-05");

  static final ConformanceCase MAPPED_NUMBER_UNKNOWN_BINDING =
      elsewhere(
          "saml/sp/mapped-number-unknown-binding",
          "refuses a number that is bound in a way nobody knows",
          OtherNumberDeviations.MAPPED_NUMBER_UNKNOWN_BINDING,
          REFUSED,
          "takes any binding",
          NumberHabit.MAPPED_WITH_ANY_BINDING,
          "ATTR-3.3.2-07",
          "ATTR-3.3.2-05");

  /** The service may take it, and need not: which bindings it accepts is its own affair. */
  static final ConformanceCase MAPPED_NUMBER_KNOWN_BINDING =
      conformanceCase("saml/sp/mapped-number-known-binding")
          .title("takes a bound number as the number, or refuses it")
          .requirement("ATTR-3.3.2-04")
          .stimulus(signIn().answeredWith(OtherNumberDeviations.MAPPED_NUMBER_KNOWN_BINDING))
          .expect(INTACT_OR_REFUSED)
          .mutant("takes the NameID instead", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  private OtherNumberCases() {}

  private static ConformanceCase elsewhere(
      String id,
      String title,
      Deviation deviation,
      Expectation expectation,
      String whatTheMutantDoes,
      NumberHabit habit,
      String... requirements) {
    return conformanceCase(id)
        .title(title)
        .requirement(requirements)
        .stimulus(signIn().answeredWith(deviation))
        .expect(expectation)
        .mutant(whatTheMutantDoes, () -> Variant.with(habit))
        .build();
  }
}
