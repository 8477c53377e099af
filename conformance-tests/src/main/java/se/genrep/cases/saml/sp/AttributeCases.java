package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.NumberDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * DP 6.2.1, consuming attributes: whether it got the number that the service needs, as ATTR 2 and 3
 * define it. What is no such number is not the attribute.
 */
final class AttributeCases {

  static final ConformanceCase NO_NUMBER =
      conformanceCase("saml/sp/no-number")
          .title("refuses an assertion without the person's number")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.NO_NUMBER))
          .expect(REFUSED)
          .mutant("takes the NameID instead", () -> Variant.without(Check.NUMBER_PRESENT))
          .build();

  static final ConformanceCase TWO_NUMBERS =
      conformanceCase("saml/sp/two-numbers")
          .title("refuses a number with two values")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.TWO_NUMBERS))
          .expect(REFUSED)
          .mutant("takes the first value", () -> Variant.without(Check.NUMBER_SINGLE))
          .build();

  static final ConformanceCase NUMBER_ATTRIBUTE_TWICE =
      conformanceCase("saml/sp/number-attribute-twice")
          .title("refuses the attribute of the number twice")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.NUMBER_ATTRIBUTE_TWICE))
          .expect(REFUSED)
          .mutant("takes the first attribute", () -> Variant.without(Check.NUMBER_SINGLE))
          .build();

  /** Whoever knows the person by the number as usual has not taken somebody else for it. */
  static final ConformanceCase HYPHENATED_NUMBER =
      conformanceCase("saml/sp/hyphenated-number")
          .title("refuses a number with a hyphen, or reads it as it is meant")
          .requirement("ATTR-3.1-18", "DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.HYPHENATED_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant("takes the number as it comes", () -> Variant.without(Check.NUMBER_FORMAT))
          .build();

  /** Ten digits are two people, a century apart. */
  static final ConformanceCase TEN_DIGIT_NUMBER =
      conformanceCase("saml/sp/ten-digit-number")
          .title("refuses a number without century")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.TEN_DIGIT_NUMBER))
          .expect(REFUSED)
          .mutant("takes ten digits for a number", () -> Variant.without(Check.NUMBER_FORMAT))
          .build();

  static final ConformanceCase WRONG_CHECK_DIGIT =
      conformanceCase("saml/sp/wrong-check-digit")
          .title("refuses a number with a wrong check digit")
          .requirement("ATTR-3.1-18", "DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NumberDeviations.WRONG_CHECK_DIGIT))
          .expect(REFUSED)
          .mutant(
              "does not compute the check digit", () -> Variant.without(Check.NUMBER_CHECK_DIGIT))
          .build();

  /** VU#475445: the canonical form, which is signed, has no comments. */
  static final ConformanceCase COMMENT_IN_NUMBER =
      conformanceCase("saml/sp/comment-in-number")
          .title("reads a number with a comment in it whole, or refuses it")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NumberDeviations.COMMENT_IN_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant("reads up to the comment", AttributeCases::cuttingShort)
          .build();

  static final ConformanceCase INSTRUCTION_IN_NUMBER =
      conformanceCase("saml/sp/instruction-in-number")
          .title("reads a number with an instruction in it whole, or refuses it")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NumberDeviations.INSTRUCTION_IN_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant("reads up to the processing instruction", AttributeCases::cuttingShort)
          .build();

  static final ConformanceCase NO_FRIENDLY_NAMES =
      conformanceCase("saml/sp/no-friendly-names")
          .title("accepts attributes that have no FriendlyName")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NumberDeviations.NO_FRIENDLY_NAMES))
          .expect(ACCEPTED)
          .mutant("knows attributes by FriendlyName", () -> Variant.without(Check.ATTRIBUTE_NAME))
          .build();

  private AttributeCases() {}

  private static Variant cuttingShort() {
    return Variant.without(Check.WHOLE_TEXT, Check.NUMBER_FORMAT, Check.NUMBER_CHECK_DIGIT);
  }
}
