package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;

import java.util.Locale;
import java.util.function.UnaryOperator;
import se.genrep.registry.DeprecatedContext;
import se.genrep.registry.EidasContext;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.XmlNode;

/** The rest of the levels an assertion may say, and texts that resemble a level (DP 6.3.4). */
public final class LevelDeviations {

  private static final String CONTEXT =
      "saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef";

  public static final Deviation UNCERTIFIED_LEVEL_2 =
      writes(
          "uncertified-level-2",
          "says the person signed in at a level 2 that nobody reviewed",
          level -> LevelOfAssurance.UNCERTIFIED_LOA2.uri());

  public static final Deviation NONRESIDENT_LEVEL_2 =
      writes(
          "nonresident-level-2",
          "says the person signed in at level 2 for those without number",
          level -> LevelOfAssurance.LOA2_NONRESIDENT.uri());

  public static final Deviation NONRESIDENT_LEVEL_4 =
      writes(
          "nonresident-level-4",
          "says the person signed in at level 4 for those without number",
          level -> LevelOfAssurance.LOA4_NONRESIDENT.uri());

  public static final Deviation EIDAS_LOW =
      writes(
          "eidas-low",
          "says the person signed in abroad, at eIDAS level low",
          level -> LevelOfAssurance.EIDAS_LOW.uri());

  public static final Deviation EIDAS_HIGH =
      writes(
          "eidas-high",
          "says the person signed in abroad, at eIDAS level high",
          level -> LevelOfAssurance.EIDAS_HIGH.uri());

  public static final Deviation EIDAS_NOTIFIED_LOW =
      writes(
          "eidas-notified-low",
          "says the person signed in abroad, at a notified eIDAS level low",
          level -> LevelOfAssurance.EIDAS_NF_LOW.uri());

  public static final Deviation EIDAS_NOTIFIED_SUBSTANTIAL =
      writes(
          "eidas-notified-substantial",
          "says the person signed in abroad, at a notified level substantial",
          level -> LevelOfAssurance.EIDAS_NF_SUB.uri());

  public static final Deviation EIDAS_NOTIFIED_HIGH =
      writes(
          "eidas-notified-high",
          "says the person signed in abroad, at a notified eIDAS level high",
          level -> LevelOfAssurance.EIDAS_NF_HIGH.uri());

  public static final Deviation UNCERTIFIED_EIDAS_LOW =
      writes(
          "uncertified-eidas-low",
          "says the person signed in abroad through a proxy, at level low",
          level -> LevelOfAssurance.UNCERTIFIED_EIDAS_LOW.uri());

  public static final Deviation UNCERTIFIED_EIDAS_SUBSTANTIAL =
      writes(
          "uncertified-eidas-substantial",
          "says the person signed in abroad through a proxy, at substantial",
          level -> LevelOfAssurance.UNCERTIFIED_EIDAS_SUB.uri());

  public static final Deviation UNCERTIFIED_EIDAS_HIGH =
      writes(
          "uncertified-eidas-high",
          "says the person signed in abroad through a proxy, at level high",
          level -> LevelOfAssurance.UNCERTIFIED_EIDAS_HIGH.uri());

  public static final Deviation SIGN_MESSAGE_LEVEL_3 =
      writes(
          "sign-message-level-3",
          "says level 3 with a sign message, as it was written of old",
          level -> DeprecatedContext.LOA3_SIGMESSAGE.uri());

  public static final Deviation COMMISSION_HIGH =
      writes(
          "commission-high",
          "says level high in the Commission's own words",
          level -> EidasContext.HIGH.uri());

  public static final Deviation UNLISTED_LEVEL_5 =
      writes(
          "unlisted-level-5",
          "says a level that the registry does not have",
          level -> "http://id.elegnamnden.se/loa/1.0/loa5");

  public static final Deviation PASSWORD_LEVEL =
      writes(
          "password-level",
          "says the person signed in with a password",
          level -> "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");

  /** URIs are compared as exact strings (registry 2.1). */
  public static final Deviation LEVEL_IN_CAPITALS =
      writes(
          "level-in-capitals",
          "writes the end of the level in capitals",
          level -> {
            int name = level.lastIndexOf('/') + 1;
            return level.substring(0, name) + level.substring(name).toUpperCase(Locale.ROOT);
          });

  public static final Deviation LEVEL_WITH_HTTPS =
      writes(
          "level-with-https",
          "writes https for http in the level",
          level -> level.replaceFirst("^http:", "https:"));

  private LevelDeviations() {}

  private static Deviation writes(String id, String title, UnaryOperator<String> writing) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              XmlNode context = assertion.at(CONTEXT);
              context.text(writing.apply(context.text()));
              return assertion;
            });
  }
}
