package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ToleratedDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** What SAML lets an identity provider do, and a service provider is to take. */
final class ToleratedCases {

  static final ConformanceCase TIME_TENTHS =
      conformanceCase("saml/sp/time-tenths").title("accepts times in tenths of a second").requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.TIME_TENTHS)).expect(ACCEPTED)
          .mutant("wants times in milliseconds", () -> Variant.without(Check.TIME_FORMS)).build();

  static final ConformanceCase TIME_MICROSECONDS =
      conformanceCase("saml/sp/time-microseconds").title("accepts times in microseconds").requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.TIME_MICROSECONDS)).expect(ACCEPTED)
          .mutant("does not understand microseconds", () -> Variant.without(Check.TIME_FORMS)).build();

  static final ConformanceCase TIME_HUNDRED_NANOSECONDS =
      conformanceCase("saml/sp/time-hundred-nanoseconds").title("accepts times of seven decimals").requirement("CORE-1.3.3-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.TIME_HUNDRED_NANOSECONDS)).expect(ACCEPTED)
          .mutant("does not understand seven decimals", () -> Variant.without(Check.TIME_FORMS)).build();

  static final ConformanceCase ASSERTION_ISSUER_FORMAT_ENTITY =
      conformanceCase("saml/sp/assertion-issuer-format-entity").title("accepts an assertion whose Issuer says it is an entity").requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedDeviations.ASSERTION_ISSUER_FORMAT_ENTITY)).expect(ACCEPTED)
          .mutant("wants no Format of the Issuer of the assertion", () -> Variant.without(Check.ISSUER_FORMAT)).build();

  static final ConformanceCase RESPONSE_ISSUER_FORMAT_ENTITY =
      conformanceCase("saml/sp/response-issuer-format-entity").title("accepts a Response whose Issuer says it is an entity").requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedDeviations.RESPONSE_ISSUER_FORMAT_ENTITY)).expect(ACCEPTED)
          .mutant("wants no Format of the Issuer of the Response", () -> Variant.without(Check.ISSUER_FORMAT)).build();

  static final ConformanceCase SEVERAL_AUDIENCES =
      conformanceCase("saml/sp/several-audiences").title("accepts an Audience beside another").requirement("CORE-2.5.1.4-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.SEVERAL_AUDIENCES)).expect(ACCEPTED)
          .mutant("wants one Audience only", () -> Variant.without(Check.SEVERAL_AUDIENCES)).build();

  static final ConformanceCase TWO_EQUAL_RESTRICTIONS =
      conformanceCase("saml/sp/two-equal-restrictions").title("accepts two AudienceRestrictions that both hold").requirement("CORE-2.5.1.4-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.TWO_EQUAL_RESTRICTIONS)).expect(ACCEPTED)
          .mutant("wants one AudienceRestriction only", () -> Variant.without(Check.SEVERAL_AUDIENCES)).build();

  static final ConformanceCase ONE_TIME_USE =
      conformanceCase("saml/sp/one-time-use").title("accepts an assertion to be used once").requirement("CORE-2.5.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.ONE_TIME_USE)).expect(ACCEPTED)
          .mutant("does not know OneTimeUse", () -> Variant.without(Check.ONE_TIME_USE)).build();

  static final ConformanceCase PROXY_RESTRICTION =
      conformanceCase("saml/sp/proxy-restriction").title("accepts an assertion that forbids to pass it on").requirement("CORE-2.5.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.PROXY_RESTRICTION)).expect(ACCEPTED)
          .mutant("does not know ProxyRestriction", () -> Variant.without(Check.ONE_TIME_USE)).build();

  static final ConformanceCase ADVICE =
      conformanceCase("saml/sp/advice").title("accepts an assertion with Advice").requirement("CORE-2.6.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.ADVICE)).expect(ACCEPTED)
          .mutant("refuses Advice", () -> Variant.without(Check.ADVICE)).build();

  static final ConformanceCase FOREIGN_ADVICE =
      conformanceCase("saml/sp/foreign-advice").title("accepts Advice of a foreign namespace").requirement("CORE-2.6.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.FOREIGN_ADVICE)).expect(ACCEPTED)
          .mutant("refuses Advice of a foreign namespace", () -> Variant.without(Check.ADVICE)).build();

  static final ConformanceCase TWO_AUTHORITIES =
      conformanceCase("saml/sp/two-authorities").title("accepts several AuthenticatingAuthority").requirement("CORE-2.7.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.TWO_AUTHORITIES)).expect(ACCEPTED)
          .mutant("wants one AuthenticatingAuthority at most", () -> Variant.without(Check.AUTHORITIES)).build();

  static final ConformanceCase SESSION_NOT_OVER =
      conformanceCase("saml/sp/session-not-over").title("accepts a session that lasts another hour").requirement("PROF-4.1.4.3-02")
          .stimulus(signIn().answeredWith(ToleratedDeviations.SESSION_NOT_OVER)).expect(ACCEPTED)
          .mutant("refuses whatever has SessionNotOnOrAfter", () -> Variant.without(Check.SESSION_END_UNDERSTOOD)).build();

  static final ConformanceCase WITHOUT_SESSION_INDEX =
      conformanceCase("saml/sp/without-session-index").title("accepts an AuthnStatement without SessionIndex").requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedDeviations.WITHOUT_SESSION_INDEX)).expect(ACCEPTED)
          .mutant("wants a SessionIndex", () -> Variant.without(Check.SESSION_INDEX_OPTIONAL)).build();

  static final ConformanceCase UNTYPED_VALUES =
      conformanceCase("saml/sp/untyped-values").title("accepts attribute values without xsi:type").requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.UNTYPED_VALUES)).expect(ACCEPTED)
          .mutant("wants values of the type xs:string", () -> Variant.without(Check.VALUE_TYPES)).build();

  static final ConformanceCase ANY_TYPE_VALUES =
      conformanceCase("saml/sp/any-type-values").title("accepts attribute values of the type xs:anyType").requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.ANY_TYPE_VALUES)).expect(ACCEPTED)
          .mutant("does not know the type xs:anyType", () -> Variant.without(Check.VALUE_TYPES)).build();

  static final ConformanceCase UNKNOWN_ATTRIBUTE =
      conformanceCase("saml/sp/unknown-attribute").title("accepts an attribute that it does not know").requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.UNKNOWN_ATTRIBUTE)).expect(ACCEPTED)
          .mutant("refuses attributes it does not know", () -> Variant.without(Check.MORE_ATTRIBUTES)).build();

  static final ConformanceCase ATTRIBUTES_IN_OTHER_ORDER =
      conformanceCase("saml/sp/attributes-in-other-order").title("accepts attributes in any order").requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.ATTRIBUTES_IN_OTHER_ORDER)).expect(ACCEPTED)
          .mutant("expects the attributes in their usual order", () -> Variant.without(Check.ATTRIBUTE_ORDER)).build();

  static final ConformanceCase STATUS_MESSAGE =
      conformanceCase("saml/sp/status-message").title("accepts a Response with a StatusMessage").requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.STATUS_MESSAGE)).expect(ACCEPTED)
          .mutant("takes a StatusMessage for an error", () -> Variant.without(Check.STATUS_TEXT)).build();

  static final ConformanceCase STATUS_DETAIL =
      conformanceCase("saml/sp/status-detail").title("accepts a Response with a StatusDetail").requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.STATUS_DETAIL)).expect(ACCEPTED)
          .mutant("takes a StatusDetail for an error", () -> Variant.without(Check.STATUS_TEXT)).build();

  static final ConformanceCase RESPONSE_CONSENT =
      conformanceCase("saml/sp/response-consent").title("accepts a Response with Consent").requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.RESPONSE_CONSENT)).expect(ACCEPTED)
          .mutant("does not know Consent", () -> Variant.without(Check.STATUS_TEXT)).build();

  static final ConformanceCase OTHER_PREFIXES =
      conformanceCase("saml/sp/other-prefixes").title("accepts an assertion with other prefixes").requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.OTHER_PREFIXES)).expect(ACCEPTED)
          .mutant("looks for elements by their prefix", () -> Variant.without(Check.PREFIXES)).build();

  static final ConformanceCase DEFAULT_NAMESPACE =
      conformanceCase("saml/sp/default-namespace").title("accepts an assertion without prefixes").requirement("CORE-3.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedDeviations.DEFAULT_NAMESPACE)).expect(ACCEPTED)
          .mutant("expects a prefix before every name", () -> Variant.without(Check.PREFIXES)).build();

  static final ConformanceCase SPACES_BETWEEN_ELEMENTS =
      conformanceCase("saml/sp/spaces-between-elements").title("accepts white space between elements").requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedDeviations.SPACES_BETWEEN_ELEMENTS)).expect(ACCEPTED)
          .mutant("wants no white space between elements", () -> Variant.without(Check.WHITE_SPACE)).build();

  private ToleratedCases() {}
}
