package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.registry.Attribute.ORG_AFFILIATION;

import se.genrep.deviation.AffiliationDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.IdentityHabit;
import se.genrep.reference.PortraitHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.OtherIdentity;
import se.genrep.sut.Relation;
import se.genrep.sut.TwoIdentities;

/** ATTR 3.1.3 and 3.2.5, DP 6.2.1: people who are known by an organisation. */
final class AffiliationCases {

  static final ConformanceCase FOREIGN_SCOPE =
      conformanceCase("saml/sp/affiliation-foreign-scope")
          .title("refuses an organisation the identity provider may not speak for")
          .requirement("DP-6.2.1-05", "DP-6.2.1-04", "ATTR-3.1.3-03", "ATTR-3.2.5-03", "TAR-3.7-05")
          .stimulus(
              OtherIdentity.answeredWith(
                  ORG_AFFILIATION, AffiliationDeviations.AFFILIATION_FOREIGN_SCOPE))
          .expect(REFUSED)
          .mutant("looks at no scopes", () -> Variant.with(IdentityHabit.ANY_SCOPE))
          .build();

  static final ConformanceCase SCOPE_HIDDEN =
      conformanceCase("saml/sp/affiliation-scope-hidden")
          .title("reads the organisation behind the last at sign")
          .requirement("ATTR-3.1.3-05", "DP-6.2.1-05")
          .stimulus(
              OtherIdentity.answeredWith(
                  ORG_AFFILIATION, AffiliationDeviations.AFFILIATION_SCOPE_HIDDEN))
          .expect(REFUSED)
          .mutant(
              "reads it behind the first one", () -> Variant.with(IdentityHabit.SCOPE_AT_FIRST_AT))
          .build();

  static final ConformanceCase USER_WITH_AT_SIGN =
      conformanceCase("saml/sp/affiliation-user-with-at-sign")
          .title("accepts a user with an at sign")
          .requirement("ATTR-3.1.3-05", "ATTR-3.2.5-02")
          .stimulus(
              OtherIdentity.written(
                  ORG_AFFILIATION, value -> value.replaceFirst("@", "@mail.genrep.example@")))
          .expect(ACCEPTED)
          .mutant("takes one at sign at most", () -> Variant.with(IdentityHabit.ONE_AT_SIGN))
          .build();

  static final ConformanceCase USER_OF_DIGITS =
      conformanceCase("saml/sp/affiliation-user-of-digits")
          .title("knows an employee by the whole value, digits or not")
          .requirement("ATTR-3.2.5-02", "ATTR-3.2.5-04")
          .stimulus(
              OtherIdentity.written(
                  ORG_AFFILIATION, value -> "199001142398" + value.substring(value.indexOf('@'))))
          .expect(ACCEPTED)
          .mutant(
              "reads the user as a personnummer",
              () -> Variant.with(IdentityHabit.USER_IS_A_NUMBER))
          .build();

  static final ConformanceCase LONG_USER =
      conformanceCase("saml/sp/affiliation-long-user")
          .title("accepts a user that is a UUID")
          .requirement("ATTR-3.2.5-02")
          .stimulus(
              OtherIdentity.written(
                  ORG_AFFILIATION,
                  value ->
                      "6f1c2a7e-3b0d-4c55-9a51-7d2f1e8b9c04" + value.substring(value.indexOf('@'))))
          .expect(ACCEPTED)
          .mutant("has room for short users alone", () -> Variant.with(IdentityHabit.SHORT_USERS))
          .build();

  static final ConformanceCase SAME_USER_ELSEWHERE =
      conformanceCase("saml/sp/affiliation-same-user-elsewhere")
          .title("tells the same user of two organisations apart")
          .requirement("ATTR-3.2.5-04")
          .stimulus(
              new TwoIdentities(
                  ORG_AFFILIATION,
                  value -> value.substring(0, value.indexOf('@')) + "@5599999967",
                  Relation.DIFFERENT))
          .expect(KEPT)
          .mutant(
              "knows employees by the user alone",
              () -> Variant.with(PortraitHabit.ACCOUNT_OF_USER))
          .build();

  static final ConformanceCase CAPITALS =
      conformanceCase("saml/sp/affiliation-capitals")
          .title("knows an employee whose user is written in capitals")
          .requirement("ATTR-3.1.1-03")
          .stimulus(
              new TwoIdentities(
                  ORG_AFFILIATION,
                  value -> value.toUpperCase(java.util.Locale.ROOT),
                  Relation.SAME))
          .expect(KEPT)
          .mutant(
              "takes capitals for somebody else",
              () -> Variant.with(PortraitHabit.ACCOUNT_WITH_CAPITALS))
          .build();

  private AffiliationCases() {}
}
