package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ToleratedStatementDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * What SAML lets an identity provider do in what the assertion says, and a service provider is to
 * take.
 */
final class ToleratedStatementCases {

  static final ConformanceCase TWO_AUTHORITIES =
      conformanceCase("saml/sp/two-authorities")
          .title("accepts several AuthenticatingAuthority")
          .requirement("CORE-2.7.2.2-01")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.TWO_AUTHORITIES))
          .expect(ACCEPTED)
          .mutant(
              "wants one AuthenticatingAuthority at most", () -> Variant.without(Check.AUTHORITIES))
          .build();

  static final ConformanceCase SESSION_NOT_OVER =
      conformanceCase("saml/sp/session-not-over")
          .title("accepts a session that lasts another hour")
          .requirement("PROF-4.1.4.3-02")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.SESSION_NOT_OVER))
          .expect(ACCEPTED)
          .mutant(
              "refuses whatever has SessionNotOnOrAfter",
              () -> Variant.without(Check.SESSION_END_UNDERSTOOD))
          .build();

  static final ConformanceCase WITHOUT_SESSION_INDEX =
      conformanceCase("saml/sp/without-session-index")
          .title("accepts an AuthnStatement without SessionIndex")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.WITHOUT_SESSION_INDEX))
          .expect(ACCEPTED)
          .mutant("wants a SessionIndex", () -> Variant.without(Check.SESSION_INDEX_OPTIONAL))
          .build();

  static final ConformanceCase UNTYPED_VALUES =
      conformanceCase("saml/sp/untyped-values")
          .title("accepts attribute values without xsi:type")
          .requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.UNTYPED_VALUES))
          .expect(ACCEPTED)
          .mutant("wants values of the type xs:string", () -> Variant.without(Check.VALUE_TYPES))
          .build();

  static final ConformanceCase ANY_TYPE_VALUES =
      conformanceCase("saml/sp/any-type-values")
          .title("accepts attribute values of the type xs:anyType")
          .requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.ANY_TYPE_VALUES))
          .expect(ACCEPTED)
          .mutant("does not know the type xs:anyType", () -> Variant.without(Check.VALUE_TYPES))
          .build();

  static final ConformanceCase UNKNOWN_ATTRIBUTE =
      conformanceCase("saml/sp/unknown-attribute")
          .title("accepts an attribute that it does not know")
          .requirement("CORE-2.7.3.1-01")
          .stimulus(signIn().answeredWith(ToleratedStatementDeviations.UNKNOWN_ATTRIBUTE))
          .expect(ACCEPTED)
          .mutant(
              "refuses attributes it does not know", () -> Variant.without(Check.MORE_ATTRIBUTES))
          .build();

  private ToleratedStatementCases() {}
}
