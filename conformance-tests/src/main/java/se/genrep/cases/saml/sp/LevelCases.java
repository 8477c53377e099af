package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.LevelDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.LevelHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.DeprecatedContext;
import se.genrep.registry.EidasContext;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.LevelSignIn;

/** DP 6.3.4: the rest of the levels, and texts that resemble one, each only when asked for. */
final class LevelCases {

  static final ConformanceCase UNCERTIFIED_LEVEL_2 =
      unasked(
          "saml/sp/uncertified-level-2",
          "refuses an uncertified level 2 when it did not ask for it",
          LevelOfAssurance.UNCERTIFIED_LOA2.uri(),
          LevelDeviations.UNCERTIFIED_LEVEL_2);

  static final ConformanceCase NONRESIDENT_LEVEL_2 =
      unasked(
          "saml/sp/nonresident-level-2",
          "refuses level 2 for non-residents when it did not ask for it",
          LevelOfAssurance.LOA2_NONRESIDENT.uri(),
          LevelDeviations.NONRESIDENT_LEVEL_2);

  static final ConformanceCase NONRESIDENT_LEVEL_4 =
      unasked(
          "saml/sp/nonresident-level-4",
          "refuses level 4 for non-residents when it did not ask for it",
          LevelOfAssurance.LOA4_NONRESIDENT.uri(),
          LevelDeviations.NONRESIDENT_LEVEL_4);

  static final ConformanceCase EIDAS_LOW =
      unasked(
          "saml/sp/eidas-low",
          "refuses eIDAS level low when it did not ask for it",
          LevelOfAssurance.EIDAS_LOW.uri(),
          LevelDeviations.EIDAS_LOW);

  static final ConformanceCase EIDAS_HIGH =
      unasked(
          "saml/sp/eidas-high",
          "refuses eIDAS level high when it did not ask for it",
          LevelOfAssurance.EIDAS_HIGH.uri(),
          LevelDeviations.EIDAS_HIGH);

  static final ConformanceCase EIDAS_NOTIFIED_LOW =
      unasked(
          "saml/sp/eidas-notified-low",
          "refuses notified eIDAS level low when it did not ask for it",
          LevelOfAssurance.EIDAS_NF_LOW.uri(),
          LevelDeviations.EIDAS_NOTIFIED_LOW);

  static final ConformanceCase EIDAS_NOTIFIED_SUBSTANTIAL =
      unasked(
          "saml/sp/eidas-notified-substantial",
          "refuses notified eIDAS level substantial when it did not ask for it",
          LevelOfAssurance.EIDAS_NF_SUB.uri(),
          LevelDeviations.EIDAS_NOTIFIED_SUBSTANTIAL);

  static final ConformanceCase EIDAS_NOTIFIED_HIGH =
      unasked(
          "saml/sp/eidas-notified-high",
          "refuses notified eIDAS level high when it did not ask for it",
          LevelOfAssurance.EIDAS_NF_HIGH.uri(),
          LevelDeviations.EIDAS_NOTIFIED_HIGH);

  static final ConformanceCase UNCERTIFIED_EIDAS_LOW =
      unasked(
          "saml/sp/uncertified-eidas-low",
          "refuses eIDAS level low of a proxy when it did not ask for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_LOW.uri(),
          LevelDeviations.UNCERTIFIED_EIDAS_LOW);

  static final ConformanceCase UNCERTIFIED_EIDAS_SUBSTANTIAL =
      unasked(
          "saml/sp/uncertified-eidas-substantial",
          "refuses eIDAS level substantial of a proxy when it did not ask for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_SUB.uri(),
          LevelDeviations.UNCERTIFIED_EIDAS_SUBSTANTIAL);

  static final ConformanceCase UNCERTIFIED_EIDAS_HIGH =
      unasked(
          "saml/sp/uncertified-eidas-high",
          "refuses eIDAS level high of a proxy when it did not ask for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_HIGH.uri(),
          LevelDeviations.UNCERTIFIED_EIDAS_HIGH);

  static final ConformanceCase SIGN_MESSAGE_LEVEL_3 =
      unasked(
          "saml/sp/sign-message-level-3",
          "refuses the sign message context of old",
          DeprecatedContext.LOA3_SIGMESSAGE.uri(),
          LevelDeviations.SIGN_MESSAGE_LEVEL_3);

  static final ConformanceCase COMMISSION_HIGH =
      unasked(
          "saml/sp/commission-high",
          "refuses the Commission's own URI of a level",
          EidasContext.HIGH.uri(),
          LevelDeviations.COMMISSION_HIGH);

  static final ConformanceCase UNLISTED_LEVEL_5 =
      unasked(
          "saml/sp/unlisted-level-5",
          "refuses a level that the registry does not have",
          "http://id.elegnamnden.se/loa/1.0/loa5",
          LevelDeviations.UNLISTED_LEVEL_5);

  static final ConformanceCase PASSWORD_LEVEL =
      unasked(
          "saml/sp/password-level",
          "refuses a password for a level",
          "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
          LevelDeviations.PASSWORD_LEVEL);

  static final ConformanceCase LEVEL_IN_CAPITALS =
      resembling(
          "saml/sp/level-in-capitals",
          "refuses a level in capitals, which was not asked for",
          LevelDeviations.LEVEL_IN_CAPITALS);

  static final ConformanceCase LEVEL_WITH_HTTPS =
      resembling(
          "saml/sp/level-with-https",
          "refuses a level with https for http, which was not asked for",
          LevelDeviations.LEVEL_WITH_HTTPS);

  private LevelCases() {}

  private static ConformanceCase unasked(String id, String title, String uri, Deviation saysSo) {
    return conformanceCase(id)
        .title(title)
        .requirement("DP-6.3.4-02", "DP-6.3.4-03", "DP-5.3.1-04", "TAR-1.2.2-02")
        .stimulus(LevelSignIn.unasked(uri, saysSo))
        .expect(REFUSED)
        .mutant("takes this level unasked", () -> Variant.with(LevelHabit.takes(uri)))
        .build();
  }

  private static ConformanceCase resembling(String id, String title, Deviation saysSo) {
    return conformanceCase(id)
        .title(title)
        .requirement("DP-6.3.4-02", "REG-2.1-01")
        .appliesTo(Applies.ASKS_FOR_LEVELS)
        .stimulus(signIn().answeredWith(saysSo))
        .expect(REFUSED)
        .mutant("does not compare the level", () -> Variant.without(Check.AUTHN_CONTEXT))
        .build();
  }
}
