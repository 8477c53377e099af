package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.WrappedAssertionDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.reference.Variant.Reading;

/** SAML2Sec, signature wrapping around the signature of the assertion. See WrappingCases. */
final class WrappedAssertionCases {

  static final ConformanceCase SIGNED_IN_ATTRIBUTE_VALUE =
      conformanceCase("saml/sp/signed-in-attribute-value")
          .title("refuses a signed assertion in an attribute value of a forged one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_IN_ATTRIBUTE_VALUE))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in an attribute value",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase ORIGINAL_IN_ATTRIBUTE_VALUE =
      conformanceCase("saml/sp/original-in-attribute-value")
          .title("refuses a signature that left its original in an attribute value")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.ORIGINAL_IN_ATTRIBUTE_VALUE))
          .expect(REFUSED)
          .mutant(
              "finds the original of a signature in an attribute value",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_IN_CONFIRMATION_DATA =
      conformanceCase("saml/sp/signed-in-confirmation-data")
          .title("refuses a signed assertion in the confirmation of a forged one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_IN_CONFIRMATION_DATA))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in the confirmation",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase ORIGINAL_IN_CONFIRMATION_DATA =
      conformanceCase("saml/sp/original-in-confirmation-data")
          .title("refuses a signature that left its original in the confirmation")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.ORIGINAL_IN_CONFIRMATION_DATA))
          .expect(REFUSED)
          .mutant(
              "finds the original of a signature in the confirmation",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_IN_CONTEXT_DECLARATION =
      conformanceCase("saml/sp/signed-in-context-declaration")
          .title("refuses a signed assertion in AuthnContextDecl of a forged one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_IN_CONTEXT_DECLARATION))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in AuthnContextDecl",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase ORIGINAL_IN_CONTEXT_DECLARATION =
      conformanceCase("saml/sp/original-in-context-declaration")
          .title("refuses a signature that left its original in AuthnContextDecl")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.ORIGINAL_IN_CONTEXT_DECLARATION))
          .expect(REFUSED)
          .mutant(
              "finds the original of a signature in AuthnContextDecl",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_IN_CONDITION =
      conformanceCase("saml/sp/signed-in-condition")
          .title("refuses a signed assertion in a Condition of a forged one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_IN_CONDITION))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in a Condition",
              () ->
                  Variant.without(Check.SIGNED_ELEMENT_IS_READ, Check.CONDITIONS_UNDERSTOOD)
                      .reading(Reading.FIRST))
          .build();

  static final ConformanceCase ORIGINAL_IN_CONDITION =
      conformanceCase("saml/sp/original-in-condition")
          .title("refuses a signature that left its original in a Condition")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.ORIGINAL_IN_CONDITION))
          .expect(REFUSED)
          .mutant(
              "finds the original of a signature in a Condition",
              () ->
                  Variant.without(Check.SIGNED_ELEMENT_IS_READ, Check.CONDITIONS_UNDERSTOOD)
                      .reading(Reading.FIRST))
          .build();

  static final ConformanceCase FORGED_AFTER_SIGNED =
      conformanceCase("saml/sp/forged-after-signed")
          .title("refuses a forged assertion after the signed one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.FORGED_AFTER_SIGNED))
          .expect(REFUSED)
          .mutant(
              "verifies the first assertion and reads the last",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase CLEAR_FORGED_BEFORE_SIGNED =
      conformanceCase("saml/sp/clear-forged-before-signed")
          .title("refuses a clear forgery before the signed assertion")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.CLEAR_FORGED_BEFORE_SIGNED))
          .expect(REFUSED)
          .mutant(
              "reads the first assertion, in clear",
              () ->
                  Variant.without(Check.SIGNED_ELEMENT_IS_READ, Check.ENCRYPTED)
                      .reading(Reading.FIRST))
          .build();

  static final ConformanceCase CLEAR_FORGED_AFTER_SIGNED =
      conformanceCase("saml/sp/clear-forged-after-signed")
          .title("refuses a clear forgery after the signed assertion")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.CLEAR_FORGED_AFTER_SIGNED))
          .expect(REFUSED)
          .mutant(
              "reads the last assertion, in clear",
              () ->
                  Variant.without(Check.SIGNED_ELEMENT_IS_READ, Check.ENCRYPTED)
                      .reading(Reading.LAST))
          .build();

  static final ConformanceCase SAME_ASSERTION_ID_BEFORE =
      conformanceCase("saml/sp/same-assertion-id-before")
          .title("refuses a forged assertion of the same ID before the signed")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SAME_ASSERTION_ID_BEFORE))
          .expect(REFUSED)
          .mutant(
              "reads the first of two with one ID",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SAME_ASSERTION_ID_AFTER =
      conformanceCase("saml/sp/same-assertion-id-after")
          .title("refuses a forged assertion of the same ID after the signed")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SAME_ASSERTION_ID_AFTER))
          .expect(REFUSED)
          .mutant(
              "reads the last of two with one ID",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase SAME_ASSERTION_ID_AROUND =
      conformanceCase("saml/sp/same-assertion-id-around")
          .title("refuses a forged assertion of the same ID as the one in it")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SAME_ASSERTION_ID_AROUND))
          .expect(REFUSED)
          .mutant(
              "takes the inner of two with one ID for the signed one",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_ASSERTION_IN_STATUS =
      conformanceCase("saml/sp/signed-assertion-in-status")
          .title("refuses a signed assertion in StatusDetail, a forged one instead")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_ASSERTION_IN_STATUS))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in StatusDetail",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase SIGNED_ASSERTION_IN_EXTENSIONS =
      conformanceCase("saml/sp/signed-assertion-in-extensions")
          .title("refuses a signed assertion in Extensions, a forged one instead")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNED_ASSERTION_IN_EXTENSIONS))
          .expect(REFUSED)
          .mutant(
              "finds a signed assertion in Extensions",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase SIGNATURE_MOVED_UP =
      conformanceCase("saml/sp/signature-moved-up")
          .title("refuses the signature of an assertion in place of its own")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.SIGNATURE_MOVED_UP))
          .expect(REFUSED)
          .mutant(
              "takes any signature of the Response for its own",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase BOTH_LEVELS_WRAPPED =
      conformanceCase("saml/sp/both-levels-wrapped")
          .title("refuses a forgery around a signed Response and assertion")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedAssertionDeviations.BOTH_LEVELS_WRAPPED))
          .expect(REFUSED)
          .mutant(
              "finds signatures of both and reads the first assertion",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  private WrappedAssertionCases() {}
}
