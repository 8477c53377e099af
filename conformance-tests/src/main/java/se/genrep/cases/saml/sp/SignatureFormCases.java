package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.SignatureFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.reference.Variant.Reading;

/** DP 6.3.1 and SAML core 5.4: a signature that is put together in an unusual way. */
final class SignatureFormCases {

  static final ConformanceCase FORGED_SIGNED_INFO_FIRST =
      conformanceCase("saml/sp/forged-signed-info-first")
          .title("refuses a second SignedInfo before the signed one")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.FORGED_SIGNED_INFO_FIRST))
          .expect(REFUSED)
          .mutant(
              "verifies one SignedInfo and reads the first",
              () ->
                  Variant.without(Check.ONE_SIGNED_INFO, Check.ONE_SIGNATURE)
                      .reading(Reading.FIRST))
          .build();

  static final ConformanceCase FORGED_SIGNED_INFO_LAST =
      conformanceCase("saml/sp/forged-signed-info-last")
          .title("refuses a second SignedInfo after the signed one")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.FORGED_SIGNED_INFO_LAST))
          .expect(REFUSED)
          .mutant(
              "verifies one SignedInfo and reads the last",
              () ->
                  Variant.without(Check.ONE_SIGNED_INFO, Check.ONE_SIGNATURE).reading(Reading.LAST))
          .build();

  static final ConformanceCase DIGEST_IN_COMMENT =
      conformanceCase("saml/sp/digest-in-comment")
          .title("refuses a forged digest in a comment of DigestValue")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.DIGEST_IN_COMMENT))
          .expect(REFUSED)
          .mutant("reads the first node of DigestValue", () -> Variant.without(Check.DIGEST_VALUE))
          .build();

  static final ConformanceCase DIGEST_IN_OBJECT =
      conformanceCase("saml/sp/digest-in-object")
          .title("refuses a forged digest in an Object of the signature")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.DIGEST_IN_OBJECT))
          .expect(REFUSED)
          .mutant(
              "looks for DigestValue in the whole signature",
              () -> Variant.without(Check.DIGEST_IN_PLACE, Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase DIGEST_IN_KEY_INFO =
      conformanceCase("saml/sp/digest-in-key-info")
          .title("refuses a forged digest in the KeyInfo of the signature")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.DIGEST_IN_KEY_INFO))
          .expect(REFUSED)
          .mutant(
              "finds DigestValue wherever it stands", () -> Variant.without(Check.DIGEST_IN_PLACE))
          .build();

  static final ConformanceCase DIGEST_OF_FORGERY =
      conformanceCase("saml/sp/digest-of-forgery")
          .title("refuses a right digest under a wrong signature")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.DIGEST_OF_FORGERY))
          .expect(REFUSED)
          .mutant("compares digests and no signature", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase SIGNATURE_VALUE_EMPTY =
      conformanceCase("saml/sp/signature-value-empty")
          .title("refuses a signature without a value")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.SIGNATURE_VALUE_EMPTY))
          .expect(REFUSED)
          .mutant(
              "is content to see a signature element", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase SIGNATURE_WITHOUT_VALUE =
      conformanceCase("saml/sp/signature-without-value")
          .title("refuses a signature without SignatureValue")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.SIGNATURE_WITHOUT_VALUE))
          .expect(REFUSED)
          .mutant("does without SignatureValue", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase SIGNATURE_VALUE_ZERO =
      conformanceCase("saml/sp/signature-value-zero")
          .title("refuses a signature of zeros")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.SIGNATURE_VALUE_ZERO))
          .expect(REFUSED)
          .mutant("takes zeros for a signature", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase DIGEST_VALUE_EMPTY =
      conformanceCase("saml/sp/digest-value-empty")
          .title("refuses a signature with an empty digest")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.DIGEST_VALUE_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty digest", () -> Variant.without(Check.SIGNATURE_VALUE))
          .build();

  static final ConformanceCase SIGNATURE_AFTER_STATUS =
      conformanceCase("saml/sp/signature-after-status")
          .title("refuses a signature that is out of its place")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.SIGNATURE_AFTER_STATUS))
          .expect(REFUSED)
          .mutant(
              "finds the signature wherever it stands", () -> Variant.without(Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase SIGNATURE_AT_END =
      conformanceCase("saml/sp/signature-at-end")
          .title("refuses a signature at the end of the Response")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.SIGNATURE_AT_END))
          .expect(REFUSED)
          .mutant("finds the signature at the end", () -> Variant.without(Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase CANONICALISATION_UNKNOWN =
      conformanceCase("saml/sp/canonicalisation-unknown")
          .title("refuses a signature over a canonical form that is void")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.CANONICALISATION_UNKNOWN))
          .expect(REFUSED)
          .mutant(
              "takes a canonicalisation that fails for an empty text",
              () -> Variant.without(Check.CANONICALISATION))
          .build();

  static final ConformanceCase TRANSFORM_UNKNOWN =
      conformanceCase("saml/sp/transform-unknown")
          .title("refuses a Reference by a transform that nobody knows")
          .requirement("DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.TRANSFORM_UNKNOWN))
          .expect(REFUSED)
          .mutant(
              "does not digest what it cannot transform", () -> Variant.without(Check.TRANSFORMS))
          .build();

  static final ConformanceCase XPATH_TRANSFORM =
      conformanceCase("saml/sp/xpath-transform")
          .title("refuses a signature that leaves the assertion out by XPath")
          .requirement("CORE-5.4.4-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.XPATH_TRANSFORM))
          .expect(REFUSED)
          .mutant(
              "trusts whatever an XPath transform leaves", () -> Variant.without(Check.TRANSFORMS))
          .build();

  static final ConformanceCase XPATH_FILTER_TRANSFORM =
      conformanceCase("saml/sp/xpath-filter-transform")
          .title("refuses a signature that leaves the assertion out by a filter")
          .requirement("CORE-5.4.4-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.XPATH_FILTER_TRANSFORM))
          .expect(REFUSED)
          .mutant("trusts whatever an XPath filter leaves", () -> Variant.without(Check.TRANSFORMS))
          .build();

  static final ConformanceCase XSLT_TRANSFORM =
      conformanceCase("saml/sp/xslt-transform")
          .title("refuses a signature over what a stylesheet makes")
          .requirement("CORE-5.4.4-01")
          .stimulus(signIn().forgedWith(SignatureFormDeviations.XSLT_TRANSFORM))
          .expect(REFUSED)
          .mutant("trusts whatever a stylesheet makes", () -> Variant.without(Check.TRANSFORMS))
          .build();

  static final ConformanceCase CANONICAL_WITH_COMMENTS =
      conformanceCase("saml/sp/canonical-with-comments")
          .title("accepts a signature canonicalised with comments")
          .requirement("CORE-5.4.4-02")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.CANONICAL_WITH_COMMENTS))
          .expect(ACCEPTED)
          .mutant(
              "does not know canonicalisation with comments",
              () -> Variant.without(Check.CANONICAL_WITH_COMMENTS))
          .build();

  static final ConformanceCase HMAC_OF_PUBLIC_KEY =
      conformanceCase("saml/sp/hmac-of-public-key")
          .title("refuses an HMAC whose key is the public key")
          .requirement("DP-8-09", "DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.HMAC_OF_PUBLIC_KEY))
          .expect(REFUSED)
          .mutant(
              "takes the public key for a secret",
              () -> Variant.without(Check.KEY_KIND, Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase HMAC_OF_CERTIFICATE =
      conformanceCase("saml/sp/hmac-of-certificate")
          .title("refuses an HMAC whose key is the certificate")
          .requirement("DP-8-09", "DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.HMAC_OF_CERTIFICATE))
          .expect(REFUSED)
          .mutant(
              "takes the certificate for a secret",
              () -> Variant.without(Check.KEY_KIND, Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase HMAC_OF_NOTHING =
      conformanceCase("saml/sp/hmac-of-nothing")
          .title("refuses an HMAC whose key is zero")
          .requirement("DP-8-09", "DP-6.3.1-01")
          .stimulus(signIn().answeredWith(SignatureFormDeviations.HMAC_OF_NOTHING))
          .expect(REFUSED)
          .mutant(
              "takes no key for a secret",
              () -> Variant.without(Check.KEY_KIND, Check.SIGNATURE_ALGORITHM))
          .build();

  private SignatureFormCases() {}
}
