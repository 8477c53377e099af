package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;

/** DP 2.1.1.1 and TAR 3.1, 3.2: whose the identity provider is, and how it is shown. */
final class MetadataDisplayCases {

  static final ConformanceCase ORGANIZATION =
      conformanceCase("saml/idp/metadata-organization")
          .title("says in metadata what organisation it is")
          .requirement("DP-2.1.1.1-01", "TAR-3.1-01", "DP-2-01")
          .stimulus(metadata("organization-missing", "organization-text-missing"))
          .expect(KEPT)
          .mutant("has no Organization", habit(MetadataHabit.NO_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_NAME =
      conformanceCase("saml/idp/metadata-organization-name")
          .title("names its organisation in Swedish")
          .requirement("TAR-3.1-03")
          .stimulus(metadata("organization-name-not-in-swedish"))
          .expect(KEPT)
          .mutant(
              "names its organisation in English only", habit(MetadataHabit.ENGLISH_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_DISPLAY =
      conformanceCase("saml/idp/metadata-organization-display-name")
          .title("gives a display name of its organisation")
          .requirement("DP-2.1.1.1-03")
          .stimulus(metadata("organization-display-name-empty"))
          .expect(KEPT)
          .mutant("leaves the display name empty", habit(MetadataHabit.EMPTY_ORGANIZATION))
          .build();

  static final ConformanceCase ORGANIZATION_NUMBER =
      conformanceCase("saml/idp/metadata-organization-number")
          .title("writes its organisation number in 10 digits")
          .requirement("TAR-3.1-02")
          .stimulus(metadata("organization-number-malformed", "organization-number-misplaced"))
          .expect(KEPT)
          .mutant("writes a hyphen in the number", habit(MetadataHabit.HYPHENATED_NUMBER))
          .build();

  static final ConformanceCase UI_INFO =
      conformanceCase("saml/idp/metadata-ui-info")
          .title("has UIInfo in its role")
          .requirement("DP-2.1.1.1-05", "TAR-3.2-01")
          .stimulus(metadata("ui-info-missing"))
          .expect(KEPT)
          .mutant("has no UIInfo", habit(MetadataHabit.NO_UI_INFO))
          .build();

  static final ConformanceCase SWEDISH_NAME =
      conformanceCase("saml/idp/metadata-swedish-name")
          .title("gives a Swedish name to show")
          .requirement("DP-2.1.1.1-06", "TAR-3.2-02")
          .stimulus(metadata("display-name-not-in-swedish"))
          .expect(KEPT)
          .mutant("has no Swedish name", habit(MetadataHabit.NO_SWEDISH_NAME))
          .build();

  static final ConformanceCase ENGLISH =
      conformanceCase("saml/idp/metadata-english")
          .title("gives in English what it gives in Swedish")
          .requirement("DP-2.1.1.1-10", "TAR-3.2-03")
          .stimulus(metadata("display-not-in-english", "organization-not-in-english"))
          .expect(KEPT)
          .mutant("has no English name", habit(MetadataHabit.NO_ENGLISH_NAME))
          .build();

  static final ConformanceCase DESCRIPTION =
      conformanceCase("saml/idp/metadata-description")
          .title("gives a Swedish description")
          .requirement("DP-2.1.1.1-09")
          .stimulus(metadata("description-not-in-swedish"))
          .expect(KEPT)
          .mutant("has no Swedish description", habit(MetadataHabit.NO_DESCRIPTION))
          .build();

  static final ConformanceCase LOGO =
      conformanceCase("saml/idp/metadata-logo")
          .title("has a logotype that can be shown")
          .requirement("DP-2.1.1.1-08", "TAR-3.2-05")
          .stimulus(metadata("logo-missing", "logo-unusable"))
          .expect(KEPT)
          .mutant("has no logotype", habit(MetadataHabit.NO_LOGO))
          .mutant("has a logotype without TLS", habit(MetadataHabit.LOGO_BY_HTTP))
          .build();

  static final ConformanceCase FORM =
      conformanceCase("saml/idp/metadata-form")
          .title("has endpoints and addresses that are URIs")
          .requirement("DP-2-02")
          .stimulus(metadata("endpoint-without-address", "email-without-mailto", "no-role"))
          .expect(KEPT)
          .mutant(
              "writes an e-mail address without mailto", habit(MetadataHabit.EMAIL_WITHOUT_SCHEME))
          .build();

  private MetadataDisplayCases() {}
}
