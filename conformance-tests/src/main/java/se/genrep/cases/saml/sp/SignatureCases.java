package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.SignatureDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.1, signature validation; SAML core 5.4. */
final class SignatureCases {

  static final ConformanceCase UNSIGNED =
      conformanceCase("saml/sp/unsigned")
          .title("refuses an answer in which nothing is signed")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureDeviations.UNSIGNED))
          .expect(REFUSED)
          .mutant("takes what nobody signed", () -> Variant.without(Check.RESPONSE_SIGNED))
          .build();

  static final ConformanceCase ONLY_ASSERTION_SIGNED =
      conformanceCase("saml/sp/only-assertion-signed")
          .title("refuses a signed assertion in a Response that is not signed")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureDeviations.ONLY_ASSERTION_SIGNED))
          .expect(REFUSED)
          .mutant(
              "asks for no signature of the Response", () -> Variant.without(Check.RESPONSE_SIGNED))
          .build();

  static final ConformanceCase BROKEN_SIGNATURE =
      conformanceCase("saml/sp/broken-signature")
          .title("refuses a signature of which one bit is wrong")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureDeviations.BROKEN_SIGNATURE))
          .expect(REFUSED)
          .mutant("is content to see a signature", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase CONTENT_REPLACED =
      conformanceCase("saml/sp/content-replaced")
          .title("refuses a Response whose assertion was replaced after signing")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureDeviations.CONTENT_REPLACED))
          .expect(REFUSED)
          .mutant("does not compare the digest", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase OTHER_ELEMENT_SIGNED =
      conformanceCase("saml/sp/other-element-signed")
          .title("refuses a Response whose signature covers another message")
          .requirement("DP-6.3.1-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(SignatureDeviations.OTHER_ELEMENT_SIGNED))
          .expect(REFUSED)
          .mutant(
              "does not ask what the signature covers",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ))
          .build();

  static final ConformanceCase TWO_SIGNATURES =
      conformanceCase("saml/sp/two-signatures")
          .title("refuses a Response with two signatures")
          .requirement("DP-6.3-03", "DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureDeviations.TWO_SIGNATURES))
          .expect(REFUSED)
          .mutant("is content with one good signature", () -> Variant.without(Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase BROKEN_ASSERTION_SIGNATURE =
      conformanceCase("saml/sp/broken-assertion-signature")
          .title("refuses an assertion whose own signature is broken")
          .requirement("DP-6.3.1-02")
          .stimulus(signIn().answeredWith(SignatureDeviations.BROKEN_ASSERTION_SIGNATURE))
          .expect(REFUSED)
          .mutant(
              "verifies the signature of the Response only",
              () -> Variant.without(Check.ASSERTION_SIGNATURE))
          .build();

  static final ConformanceCase ASSERTION_SIGNED_TOO =
      conformanceCase("saml/sp/assertion-signed-too")
          .title("accepts an assertion that is signed as well as the Response")
          .requirement("DP-6.3.1-02")
          .appliesTo(Applies.DOES_NOT_WANT_ASSERTIONS_SIGNED)
          .stimulus(signIn().answeredWith(SignatureDeviations.ASSERTION_SIGNED_TOO))
          .expect(ACCEPTED)
          .mutant(
              "does not expect a signature in the assertion",
              () -> Variant.without(Check.SIGNED_ASSERTION_ACCEPTED))
          .build();

  static final ConformanceCase UNREGISTERED_KEY =
      conformanceCase("saml/sp/unregistered-key")
          .title("refuses a key that only the message itself vouches for")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(SignatureDeviations.UNREGISTERED_KEY))
          .expect(REFUSED)
          .mutant("trusts the certificate in KeyInfo", () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase OTHER_MEMBERS_KEY =
      conformanceCase("saml/sp/other-members-key")
          .title("refuses a signature by another member of the federation")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(SignatureDeviations.OTHER_MEMBERS_KEY))
          .expect(REFUSED)
          .mutant(
              "trusts every key of the federation", () -> Variant.without(Check.SIGNER_IS_ISSUER))
          .build();

  private SignatureCases() {}
}
