package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;

import se.genrep.deviation.ContextDeviations;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.LevelDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.LevelHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.LevelSignIn;

/** DP 6.3.4, the other half: what was asked for is taken, by whichever sign-in asked for it. */
final class AskedLevelCases {

  static final ConformanceCase LOA1 =
      asked(
          "saml/sp/asked-loa1",
          "accepts level 1 when it asked for it",
          LevelOfAssurance.LOA1,
          ContextDeviations.LEVEL_1);

  static final ConformanceCase LOA2 =
      asked(
          "saml/sp/asked-loa2",
          "accepts level 2 when it asked for it",
          LevelOfAssurance.LOA2,
          ContextDeviations.LEVEL_2);

  static final ConformanceCase LOA3 =
      asked(
          "saml/sp/asked-loa3",
          "accepts level 3 when it asked for it",
          LevelOfAssurance.LOA3,
          ContextDeviations.LEVEL_3);

  static final ConformanceCase LOA4 =
      asked(
          "saml/sp/asked-loa4",
          "accepts level 4 when it asked for it",
          LevelOfAssurance.LOA4,
          ContextDeviations.LEVEL_4);

  static final ConformanceCase LOA2_NONRESIDENT =
      asked(
          "saml/sp/asked-loa2-nonresident",
          "accepts level 2 for non-residents when it asked for it",
          LevelOfAssurance.LOA2_NONRESIDENT,
          LevelDeviations.NONRESIDENT_LEVEL_2);

  static final ConformanceCase LOA3_NONRESIDENT =
      asked(
          "saml/sp/asked-loa3-nonresident",
          "accepts level 3 for non-residents when it asked for it",
          LevelOfAssurance.LOA3_NONRESIDENT,
          ContextDeviations.NONRESIDENT_LEVEL_3);

  static final ConformanceCase LOA4_NONRESIDENT =
      asked(
          "saml/sp/asked-loa4-nonresident",
          "accepts level 4 for non-residents when it asked for it",
          LevelOfAssurance.LOA4_NONRESIDENT,
          LevelDeviations.NONRESIDENT_LEVEL_4);

  static final ConformanceCase UNCERTIFIED_LOA2 =
      asked(
          "saml/sp/asked-uncertified-loa2",
          "accepts an uncertified level 2 when it asked for it",
          LevelOfAssurance.UNCERTIFIED_LOA2,
          LevelDeviations.UNCERTIFIED_LEVEL_2);

  static final ConformanceCase UNCERTIFIED_LOA3 =
      asked(
          "saml/sp/asked-uncertified-loa3",
          "accepts an uncertified level 3 when it asked for it",
          LevelOfAssurance.UNCERTIFIED_LOA3,
          ContextDeviations.UNCERTIFIED_LEVEL_3);

  static final ConformanceCase EIDAS_LOW =
      asked(
          "saml/sp/asked-eidas-low",
          "accepts eIDAS level low when it asked for it",
          LevelOfAssurance.EIDAS_LOW,
          LevelDeviations.EIDAS_LOW);

  static final ConformanceCase EIDAS_SUB =
      asked(
          "saml/sp/asked-eidas-sub",
          "accepts eIDAS level substantial when it asked for it",
          LevelOfAssurance.EIDAS_SUB,
          ContextDeviations.EIDAS_SUBSTANTIAL);

  static final ConformanceCase EIDAS_HIGH =
      asked(
          "saml/sp/asked-eidas-high",
          "accepts eIDAS level high when it asked for it",
          LevelOfAssurance.EIDAS_HIGH,
          LevelDeviations.EIDAS_HIGH);

  static final ConformanceCase EIDAS_NF_LOW =
      asked(
          "saml/sp/asked-eidas-nf-low",
          "accepts notified eIDAS level low when it asked for it",
          LevelOfAssurance.EIDAS_NF_LOW,
          LevelDeviations.EIDAS_NOTIFIED_LOW);

  static final ConformanceCase EIDAS_NF_SUB =
      asked(
          "saml/sp/asked-eidas-nf-sub",
          "accepts notified eIDAS level substantial when it asked for it",
          LevelOfAssurance.EIDAS_NF_SUB,
          LevelDeviations.EIDAS_NOTIFIED_SUBSTANTIAL);

  static final ConformanceCase EIDAS_NF_HIGH =
      asked(
          "saml/sp/asked-eidas-nf-high",
          "accepts notified eIDAS level high when it asked for it",
          LevelOfAssurance.EIDAS_NF_HIGH,
          LevelDeviations.EIDAS_NOTIFIED_HIGH);

  static final ConformanceCase UNCERTIFIED_EIDAS_LOW =
      asked(
          "saml/sp/asked-uncertified-eidas-low",
          "accepts eIDAS level low of a proxy when it asked for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_LOW,
          LevelDeviations.UNCERTIFIED_EIDAS_LOW);

  static final ConformanceCase UNCERTIFIED_EIDAS_SUB =
      asked(
          "saml/sp/asked-uncertified-eidas-sub",
          "accepts eIDAS level substantial of a proxy when it asked for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_SUB,
          LevelDeviations.UNCERTIFIED_EIDAS_SUBSTANTIAL);

  static final ConformanceCase UNCERTIFIED_EIDAS_HIGH =
      asked(
          "saml/sp/asked-uncertified-eidas-high",
          "accepts eIDAS level high of a proxy when it asked for it",
          LevelOfAssurance.UNCERTIFIED_EIDAS_HIGH,
          LevelDeviations.UNCERTIFIED_EIDAS_HIGH);

  /** No level was asked for, so that whatever the identity provider declares may come. */
  static final ConformanceCase NONE_ASKED =
      conformanceCase("saml/sp/asked-no-level")
          .title("accepts each level of the identity provider when it asks for none")
          .requirement("DP-6.3.4-04")
          .stimulus(LevelSignIn.noneAsked())
          .expect(ACCEPTED)
          .mutant("takes no level 2", () -> Variant.with(LevelHabit.refuses(LevelOfAssurance.LOA2)))
          .build();

  private AskedLevelCases() {}

  private static String[] requirements(LevelOfAssurance level) {
    return level.kind() == LevelOfAssurance.Kind.EIDAS
        ? new String[] {"DP-6.3.4-02", "DP-5.3.1-01", "TAR-1.2.2-01"}
        : new String[] {"DP-6.3.4-02", "DP-5.3.1-01"};
  }

  private static ConformanceCase asked(
      String id, String title, LevelOfAssurance level, Deviation saysSo) {
    return conformanceCase(id)
        .title(title)
        .requirement(requirements(level))
        .stimulus(LevelSignIn.asked(level, saysSo))
        .expect(ACCEPTED)
        .mutant("takes this level from nobody", () -> Variant.with(LevelHabit.refuses(level)))
        .build();
  }
}
