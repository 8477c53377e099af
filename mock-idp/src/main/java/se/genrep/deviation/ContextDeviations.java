package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;

import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.XmlNode;

/** Under which level of assurance the assertion says it was made (DP 6.2, 6.3.4). */
public final class ContextDeviations {

  public static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";

  private static final String STATEMENT = "saml:AuthnStatement";
  private static final String CONTEXT = STATEMENT + "/saml:AuthnContext/saml:AuthnContextClassRef";

  public static final Deviation LEVEL_1 =
      says("level-1", "says the person signed in at level 1", LevelOfAssurance.LOA1);

  public static final Deviation LEVEL_2 =
      says("level-2", "says the person signed in at level 2", LevelOfAssurance.LOA2);

  public static final Deviation LEVEL_3 =
      says("level-3", "says the person signed in at level 3", LevelOfAssurance.LOA3);

  public static final Deviation LEVEL_4 =
      says("level-4", "says the person signed in at level 4", LevelOfAssurance.LOA4);

  public static final Deviation UNCERTIFIED_LEVEL_3 =
      says(
          "uncertified-level-3",
          "says the person signed in at a level 3 that nobody reviewed",
          LevelOfAssurance.UNCERTIFIED_LOA3);

  public static final Deviation NONRESIDENT_LEVEL_3 =
      says(
          "nonresident-level-3",
          "says the person signed in at level 3 for those without Swedish number",
          LevelOfAssurance.LOA3_NONRESIDENT);

  public static final Deviation EIDAS_SUBSTANTIAL =
      says(
          "eidas-substantial",
          "says the person signed in abroad, at eIDAS level substantial",
          LevelOfAssurance.EIDAS_SUB);

  public static final Deviation UNSPECIFIED_LEVEL =
      says("unspecified-level", "says the person signed in, and not how", UNSPECIFIED);

  /** Levels are compared as exact strings (registry 2.1). */
  public static final Deviation LEVEL_WITH_SLASH =
      deviation("level-with-slash", "writes a slash after the level")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                XmlNode context = assertion.at(CONTEXT);
                context.text(context.text() + "/");
                return assertion;
              });

  public static final Deviation NO_AUTHN_STATEMENT =
      deviation("no-authn-statement", "says nothing of how the person signed in")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion.at(STATEMENT).remove();
                return assertion;
              });

  private ContextDeviations() {}

  private static Deviation says(String id, String title, LevelOfAssurance level) {
    return says(id, title, level.uri());
  }

  private static Deviation says(String id, String title, String uri) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              assertion.at(CONTEXT).text(uri);
              return assertion;
            });
  }
}
