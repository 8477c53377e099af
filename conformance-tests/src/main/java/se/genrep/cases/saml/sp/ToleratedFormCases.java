package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ToleratedFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * What SAML lets an identity provider do in how the message is written, and a service provider is
 * to take.
 */
final class ToleratedFormCases {

  static final ConformanceCase TIME_TENTHS =
      conformanceCase("saml/sp/time-tenths")
          .title("accepts times in tenths of a second")
          .requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.TIME_TENTHS))
          .expect(ACCEPTED)
          .mutant("wants times in milliseconds", () -> Variant.without(Check.TIME_FORMS))
          .build();

  static final ConformanceCase TIME_MICROSECONDS =
      conformanceCase("saml/sp/time-microseconds")
          .title("accepts times in microseconds")
          .requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.TIME_MICROSECONDS))
          .expect(ACCEPTED)
          .mutant("does not understand microseconds", () -> Variant.without(Check.TIME_FORMS))
          .build();

  static final ConformanceCase TIME_HUNDRED_NANOSECONDS =
      conformanceCase("saml/sp/time-hundred-nanoseconds")
          .title("accepts times of seven decimals")
          .requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.TIME_HUNDRED_NANOSECONDS))
          .expect(ACCEPTED)
          .mutant("does not understand seven decimals", () -> Variant.without(Check.TIME_FORMS))
          .build();

  static final ConformanceCase ASSERTION_ISSUER_FORMAT_ENTITY =
      conformanceCase("saml/sp/assertion-issuer-format-entity")
          .title("accepts an assertion whose Issuer says it is an entity")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.ASSERTION_ISSUER_FORMAT_ENTITY))
          .expect(ACCEPTED)
          .mutant(
              "wants no Format of the Issuer of the assertion",
              () -> Variant.without(Check.ISSUER_FORMAT))
          .build();

  static final ConformanceCase RESPONSE_ISSUER_FORMAT_ENTITY =
      conformanceCase("saml/sp/response-issuer-format-entity")
          .title("accepts a Response whose Issuer says it is an entity")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.RESPONSE_ISSUER_FORMAT_ENTITY))
          .expect(ACCEPTED)
          .mutant(
              "wants no Format of the Issuer of the Response",
              () -> Variant.without(Check.ISSUER_FORMAT))
          .build();

  static final ConformanceCase STATUS_MESSAGE =
      conformanceCase("saml/sp/status-message")
          .title("accepts a Response with a StatusMessage")
          .requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.STATUS_MESSAGE))
          .expect(ACCEPTED)
          .mutant("takes a StatusMessage for an error", () -> Variant.without(Check.STATUS_TEXT))
          .build();

  static final ConformanceCase STATUS_DETAIL =
      conformanceCase("saml/sp/status-detail")
          .title("accepts a Response with a StatusDetail")
          .requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.STATUS_DETAIL))
          .expect(ACCEPTED)
          .mutant("takes a StatusDetail for an error", () -> Variant.without(Check.STATUS_TEXT))
          .build();

  static final ConformanceCase RESPONSE_CONSENT =
      conformanceCase("saml/sp/response-consent")
          .title("accepts a Response with Consent")
          .requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.RESPONSE_CONSENT))
          .expect(ACCEPTED)
          .mutant("does not know Consent", () -> Variant.without(Check.STATUS_TEXT))
          .build();

  static final ConformanceCase OTHER_PREFIXES =
      conformanceCase("saml/sp/other-prefixes")
          .title("accepts an assertion with other prefixes")
          .requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.OTHER_PREFIXES))
          .expect(ACCEPTED)
          .mutant("looks for elements by their prefix", () -> Variant.without(Check.PREFIXES))
          .build();

  static final ConformanceCase DEFAULT_NAMESPACE =
      conformanceCase("saml/sp/default-namespace")
          .title("accepts an assertion without prefixes")
          .requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.DEFAULT_NAMESPACE))
          .expect(ACCEPTED)
          .mutant("expects a prefix before every name", () -> Variant.without(Check.PREFIXES))
          .build();

  static final ConformanceCase SPACES_BETWEEN_ELEMENTS =
      conformanceCase("saml/sp/spaces-between-elements")
          .title("accepts white space between elements")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedFormDeviations.SPACES_BETWEEN_ELEMENTS))
          .expect(ACCEPTED)
          .mutant("wants no white space between elements", () -> Variant.without(Check.WHITE_SPACE))
          .build();

  private ToleratedFormCases() {}
}
