package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ContextDeviations;
import se.genrep.deviation.Deviation;
import se.genrep.model.Applicability;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.LevelHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.LevelSignIn;

/** DP 6.3.4, the authentication statement: only a level that was asked for is taken. */
final class AuthnStatementCases {

  static final ConformanceCase LEVEL_1 =
      unasked("saml/sp/level-1", LevelOfAssurance.LOA1, ContextDeviations.LEVEL_1)
          .title("refuses level 1 when it did not ask for it")
          .requirement("DP-6.3-02")
          .mutant(
              "looks at no level since it signs its requests",
              () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase LEVEL_2 =
      unasked("saml/sp/level-2", LevelOfAssurance.LOA2, ContextDeviations.LEVEL_2)
          .title("refuses level 2 when it did not ask for it")
          .build();

  static final ConformanceCase LEVEL_3 =
      unasked("saml/sp/level-3", LevelOfAssurance.LOA3, ContextDeviations.LEVEL_3)
          .title("refuses level 3 when it did not ask for it")
          .build();

  static final ConformanceCase LEVEL_4 =
      unasked("saml/sp/level-4", LevelOfAssurance.LOA4, ContextDeviations.LEVEL_4)
          .title("refuses level 4 when it did not ask for it")
          .build();

  static final ConformanceCase UNCERTIFIED_LEVEL_3 =
      unasked(
              "saml/sp/uncertified-level-3",
              LevelOfAssurance.UNCERTIFIED_LOA3,
              ContextDeviations.UNCERTIFIED_LEVEL_3)
          .title("refuses an uncertified level 3 when it did not ask for it")
          .build();

  static final ConformanceCase NONRESIDENT_LEVEL_3 =
      unasked(
              "saml/sp/nonresident-level-3",
              LevelOfAssurance.LOA3_NONRESIDENT,
              ContextDeviations.NONRESIDENT_LEVEL_3)
          .title("refuses level 3 for non-residents when it did not ask for it")
          .build();

  static final ConformanceCase EIDAS_SUBSTANTIAL =
      unasked(
              "saml/sp/eidas-substantial",
              LevelOfAssurance.EIDAS_SUB,
              ContextDeviations.EIDAS_SUBSTANTIAL)
          .title("refuses an eIDAS level when it did not ask for it")
          .build();

  static final ConformanceCase LEVEL_WITH_SLASH =
      contextCase("saml/sp/level-with-slash", ContextDeviations.LEVEL_WITH_SLASH)
          .title("refuses a level that only resembles the one asked for")
          .requirement("DP-6.3.4-02", "REG-2.1-01")
          .appliesTo(Applies.ASKS_FOR_LEVELS)
          .mutant("does not compare the level", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase UNSPECIFIED_LEVEL =
      contextCase("saml/sp/unspecified-level", ContextDeviations.UNSPECIFIED_LEVEL)
          .title("refuses an authentication at no level of assurance")
          .requirement("DP-6.3.4-01")
          .appliesTo(
              Applicability.when(
                  facts -> !facts.requestedContexts().contains(ContextDeviations.UNSPECIFIED),
                  "it asks for " + ContextDeviations.UNSPECIFIED + " itself"))
          .mutant("does not read the level", () -> Variant.without(Check.AUTHN_CONTEXT))
          .build();

  static final ConformanceCase NO_AUTHN_STATEMENT =
      contextCase("saml/sp/no-authn-statement", ContextDeviations.NO_AUTHN_STATEMENT)
          .title("refuses an assertion that says nothing of authentication")
          .requirement("DP-6.3.4-01")
          .mutant(
              "does not look for the AuthnStatement",
              () -> Variant.without(Check.AUTHN_CONTEXT, Check.AUTHN_INSTANT))
          .build();

  private AuthnStatementCases() {}

  private static ConformanceCase.Builder unasked(
      String id, LevelOfAssurance level, Deviation saysSo) {
    return conformanceCase(id)
        .requirement("DP-6.3.4-02", "DP-6.3.4-03")
        .stimulus(LevelSignIn.unasked(level.uri(), saysSo))
        .expect(REFUSED)
        .mutant("takes this level unasked", () -> Variant.with(LevelHabit.takes(level.uri())));
  }

  private static ConformanceCase.Builder contextCase(String id, Deviation deviation) {
    return conformanceCase(id).stimulus(signIn().answeredWith(deviation)).expect(REFUSED);
  }
}
