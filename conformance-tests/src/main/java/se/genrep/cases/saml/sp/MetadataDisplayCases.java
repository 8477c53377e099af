package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.Variant;

/** DP 2.1.1.1 and TAR 3.1, 3.2: who the service is, as its metadata says. */
final class MetadataDisplayCases {

  static final ConformanceCase ORGANIZATION =
      conformanceCase("saml/sp/metadata-organization")
          .title("says in its metadata what organisation it is")
          .requirement("DP-2.1.1.1-01", "TAR-3.1-01")
          .stimulus(metadata("organization-missing", "organization-text-missing"))
          .expect(KEPT)
          .mutant("leaves the organisation out", () -> Variant.with(MetadataHabit.NO_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_SHOWN =
      conformanceCase("saml/sp/metadata-organization-shown")
          .title("has a display name of its organisation")
          .requirement("DP-2.1.1.1-03")
          .stimulus(metadata("organization-display-name-empty"))
          .expect(KEPT)
          .mutant(
              "leaves the display name empty", () -> Variant.with(MetadataHabit.EMPTY_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_NOT_SERVICE =
      conformanceCase("saml/sp/metadata-organization-not-service")
          .title("shows its organisation by the name of the organisation")
          .requirement("DP-2.1.1.1-04")
          .stimulus(metadata("organization-named-as-service"))
          .expect(KEPT)
          .mutant(
              "shows the name of the service instead",
              () -> Variant.with(MetadataHabit.SHOWS_SERVICE_AS_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_IN_SWEDISH =
      conformanceCase("saml/sp/metadata-organization-in-swedish")
          .title("has a Swedish name of its organisation")
          .requirement("TAR-3.1-03")
          .stimulus(metadata("organization-name-not-in-swedish"))
          .expect(KEPT)
          .mutant(
              "has an English name only", () -> Variant.with(MetadataHabit.ENGLISH_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_NUMBER =
      conformanceCase("saml/sp/metadata-organization-number")
          .title("writes its organisation number as ten digits")
          .requirement("TAR-3.1-02")
          .stimulus(metadata("organization-number-malformed", "organization-number-misplaced"))
          .expect(KEPT)
          .mutant("writes it with a hyphen", () -> Variant.with(MetadataHabit.HYPHENATED_NUMBER))
          .build();

  static final ConformanceCase UI_INFO =
      conformanceCase("saml/sp/metadata-ui-info")
          .title("has something to show in its role")
          .requirement("DP-2.1.1.1-05")
          .stimulus(metadata("ui-info-missing"))
          .expect(KEPT)
          .mutant("leaves mdui:UIInfo out", () -> Variant.with(MetadataHabit.NO_UI_INFO))
          .build();

  static final ConformanceCase NAME_IN_SWEDISH =
      conformanceCase("saml/sp/metadata-name-in-swedish")
          .title("has a Swedish name to show")
          .requirement("DP-2.1.1.1-06", "TAR-3.2-02")
          .stimulus(metadata("display-name-not-in-swedish"))
          .expect(KEPT)
          .mutant("has an English name only", () -> Variant.with(MetadataHabit.NO_SWEDISH_NAME))
          .build();

  static final ConformanceCase NAME_AND_LOGOTYPE =
      conformanceCase("saml/sp/metadata-name-and-logotype")
          .title("has a name and a logotype to show")
          .requirement("TAR-3.2-01", "DP-2.1.1.1-08")
          .stimulus(metadata("logo-missing", "ui-info-missing"))
          .expect(KEPT)
          .mutant("leaves the logotype out", () -> Variant.with(MetadataHabit.NO_LOGO))
          .build();

  static final ConformanceCase LOGOTYPE_USABLE =
      conformanceCase("saml/sp/metadata-logotype-usable")
          .title("has a logotype that pages can show")
          .requirement("TAR-3.2-05", "DP-2.1.1.1-08")
          .stimulus(metadata("logo-unusable"))
          .expect(KEPT)
          .mutant("has a logotype without TLS", () -> Variant.with(MetadataHabit.LOGO_BY_HTTP))
          .build();

  static final ConformanceCase DESCRIPTION_IN_SWEDISH =
      conformanceCase("saml/sp/metadata-description-in-swedish")
          .title("has a Swedish description")
          .requirement("DP-2.1.1.1-09")
          .stimulus(metadata("description-not-in-swedish"))
          .expect(KEPT)
          .mutant(
              "has an English description only", () -> Variant.with(MetadataHabit.NO_DESCRIPTION))
          .build();

  static final ConformanceCase SHOWN_IN_ENGLISH =
      conformanceCase("saml/sp/metadata-shown-in-english")
          .title("shows in English what it shows in Swedish")
          .requirement("DP-2.1.1.1-10", "TAR-3.2-03")
          .stimulus(metadata("display-not-in-english", "organization-not-in-english"))
          .expect(KEPT)
          .mutant("shows a name in Swedish only", () -> Variant.with(MetadataHabit.NO_ENGLISH_NAME))
          .build();

  private MetadataDisplayCases() {}
}
