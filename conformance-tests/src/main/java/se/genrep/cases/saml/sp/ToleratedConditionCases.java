package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ToleratedConditionDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * What SAML lets an identity provider do in conditions and advice, and a service provider is to
 * take.
 */
final class ToleratedConditionCases {

  static final ConformanceCase SEVERAL_AUDIENCES =
      conformanceCase("saml/sp/several-audiences")
          .title("accepts an Audience beside another")
          .requirement("CORE-2.5.1.4-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.SEVERAL_AUDIENCES))
          .expect(ACCEPTED)
          .mutant("wants one Audience only", () -> Variant.without(Check.SEVERAL_AUDIENCES))
          .build();

  static final ConformanceCase TWO_EQUAL_RESTRICTIONS =
      conformanceCase("saml/sp/two-equal-restrictions")
          .title("accepts two AudienceRestrictions that both hold")
          .requirement("CORE-2.5.1.4-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.TWO_EQUAL_RESTRICTIONS))
          .expect(ACCEPTED)
          .mutant(
              "wants one AudienceRestriction only", () -> Variant.without(Check.SEVERAL_AUDIENCES))
          .build();

  static final ConformanceCase ONE_TIME_USE =
      conformanceCase("saml/sp/one-time-use")
          .title("accepts an assertion to be used once")
          .requirement("CORE-2.5.1-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.ONE_TIME_USE))
          .expect(ACCEPTED)
          .mutant("does not know OneTimeUse", () -> Variant.without(Check.ONE_TIME_USE))
          .build();

  static final ConformanceCase PROXY_RESTRICTION =
      conformanceCase("saml/sp/proxy-restriction")
          .title("accepts an assertion that forbids to pass it on")
          .requirement("CORE-2.5.1-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.PROXY_RESTRICTION))
          .expect(ACCEPTED)
          .mutant("does not know ProxyRestriction", () -> Variant.without(Check.ONE_TIME_USE))
          .build();

  static final ConformanceCase ADVICE =
      conformanceCase("saml/sp/advice")
          .title("accepts an assertion with Advice")
          .requirement("CORE-2.6.1-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.ADVICE))
          .expect(ACCEPTED)
          .mutant("refuses Advice", () -> Variant.without(Check.ADVICE))
          .build();

  static final ConformanceCase FOREIGN_ADVICE =
      conformanceCase("saml/sp/foreign-advice")
          .title("accepts Advice of a foreign namespace")
          .requirement("CORE-2.6.1-01")
          .stimulus(signIn().answeredWith(ToleratedConditionDeviations.FOREIGN_ADVICE))
          .expect(ACCEPTED)
          .mutant("refuses Advice of a foreign namespace", () -> Variant.without(Check.ADVICE))
          .build();

  private ToleratedConditionCases() {}
}
