package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.WrappedResponseDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.reference.Variant.Reading;

/** SAML2Sec, signature wrapping around the signature of the Response. See WrappingCases. */
final class WrappedResponseCases {

  static final ConformanceCase WRAPPED_RESPONSE_AS_OBJECT =
      conformanceCase("saml/sp/wrapped-response-as-object")
          .title("refuses a signed Response as ds:Object in a forged one")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_AS_OBJECT))
          .expect(REFUSED)
          .mutant(
              "finds the signed Response as ds:Object and reads the last assertion",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase WRAPPED_RESPONSE_IN_EXTENSIONS =
      conformanceCase("saml/sp/wrapped-response-in-extensions")
          .title("refuses a Response unsigned but for one in its Extensions")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_IN_EXTENSIONS))
          .expect(REFUSED)
          .mutant(
              "finds a signed Response in Extensions",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase WRAPPED_RESPONSE_IN_DETAIL =
      conformanceCase("saml/sp/wrapped-response-in-detail")
          .title("refuses a Response unsigned but for one in its StatusDetail")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_IN_DETAIL))
          .expect(REFUSED)
          .mutant(
              "finds a signed Response in StatusDetail",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase WRAPPED_RESPONSE_APPENDED =
      conformanceCase("saml/sp/wrapped-response-appended")
          .title("refuses a Response unsigned but for one at its end")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_APPENDED))
          .expect(REFUSED)
          .mutant(
              "finds a signed Response at the end",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase WRAPPED_RESPONSE_PREPENDED =
      conformanceCase("saml/sp/wrapped-response-prepended")
          .title("refuses a Response unsigned but for one at its beginning")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_PREPENDED))
          .expect(REFUSED)
          .mutant(
              "finds a signed Response at the beginning",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase WRAPPED_RESPONSE_IN_CODE =
      conformanceCase("saml/sp/wrapped-response-in-code")
          .title("refuses a Response unsigned but for one in its StatusCode")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.WRAPPED_RESPONSE_IN_CODE))
          .expect(REFUSED)
          .mutant(
              "finds a signed Response in StatusCode",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase SAME_RESPONSE_ID_IN_OBJECT =
      conformanceCase("saml/sp/same-response-id-in-object")
          .title("refuses two Responses of the same ID, the signed one inside")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.SAME_RESPONSE_ID_IN_OBJECT))
          .expect(REFUSED)
          .mutant(
              "takes the Reference for the other of two with one ID",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase SAME_RESPONSE_ID_AT_END =
      conformanceCase("saml/sp/same-response-id-at-end")
          .title("refuses two Responses of the same ID, the signed one at the end")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.SAME_RESPONSE_ID_AT_END))
          .expect(REFUSED)
          .mutant(
              "finds a signature for the ID, of whichever it is",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_RESPONSE_AROUND_FORGED =
      conformanceCase("saml/sp/signed-response-around-forged")
          .title("refuses a forged assertion added to a signed Response")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.SIGNED_RESPONSE_AROUND_FORGED))
          .expect(REFUSED)
          .mutant(
              "verifies nothing of what was added and reads it",
              () ->
                  Variant.without(Check.SIGNATURE_VALUE, Check.SIGNED_ELEMENT_IS_READ)
                      .reading(Reading.FIRST))
          .build();

  static final ConformanceCase SIGNED_RESPONSE_BEFORE_FORGED =
      conformanceCase("saml/sp/signed-response-before-forged")
          .title("refuses a forged assertion appended to a signed Response")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.SIGNED_RESPONSE_BEFORE_FORGED))
          .expect(REFUSED)
          .mutant(
              "verifies nothing of what was appended and reads it",
              () ->
                  Variant.without(Check.SIGNATURE_VALUE, Check.SIGNED_ELEMENT_IS_READ)
                      .reading(Reading.LAST))
          .build();

  static final ConformanceCase CLEAR_FORGERY_IN_SIGNED_RESPONSE =
      conformanceCase("saml/sp/clear-forgery-in-signed-response")
          .title("refuses a clear assertion added to a signed Response")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().forgedWith(WrappedResponseDeviations.CLEAR_FORGERY_IN_SIGNED_RESPONSE))
          .expect(REFUSED)
          .mutant(
              "reads a clear assertion beside an encrypted one",
              () ->
                  Variant.without(
                          Check.SIGNATURE_VALUE, Check.SIGNED_ELEMENT_IS_READ, Check.ENCRYPTED)
                      .reading(Reading.LAST))
          .build();

  /**
   * The signature covers all but itself, so whoever reads what it covers reads the right person.
   */
  static final ConformanceCase FORGED_IN_SIGNATURE =
      conformanceCase("saml/sp/forged-in-signature")
          .title("is not misled by an assertion in the signature of the Response")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().answeredWith(WrappedResponseDeviations.FORGED_IN_SIGNATURE))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads what stands in the signature, which covers it not",
              () ->
                  Variant.without(
                          Check.SIGNED_ELEMENT_IS_READ, Check.ENCRYPTED, Check.ONE_SIGNATURE)
                      .reading(Reading.FIRST))
          .build();

  /**
   * The signature covers all but itself, so whoever reads what it covers reads the right person.
   */
  static final ConformanceCase FORGED_ENCRYPTED_IN_SIGNATURE =
      conformanceCase("saml/sp/forged-encrypted-in-signature")
          .title("is not misled by an encrypted assertion in the signature")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().answeredWith(WrappedResponseDeviations.FORGED_ENCRYPTED_IN_SIGNATURE))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "decrypts what stands in the signature and reads it",
              () ->
                  Variant.without(Check.SIGNED_ELEMENT_IS_READ, Check.ONE_SIGNATURE)
                      .reading(Reading.FIRST))
          .build();

  /**
   * The signature covers all but itself, so whoever reads what it covers reads the right person.
   */
  static final ConformanceCase FORGED_IN_KEY_INFO =
      conformanceCase("saml/sp/forged-in-key-info")
          .title("is not misled by an encrypted assertion in KeyInfo")
          .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
          .stimulus(signIn().answeredWith(WrappedResponseDeviations.FORGED_IN_KEY_INFO))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads what stands in KeyInfo",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  private WrappedResponseCases() {}
}
