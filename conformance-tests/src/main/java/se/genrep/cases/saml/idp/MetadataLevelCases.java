package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.metadata;

import se.genrep.lint.Rule;
import se.genrep.lint.Rules;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.sut.IdpWatch;

/** DP 2.1.3, TAR 3.3 and 3.4: levels, scopes and endpoints in metadata. */
final class MetadataLevelCases {

  static final ConformanceCase LEVEL =
      conformanceCase("saml/idp/metadata-level")
          .title("declares its levels of assurance")
          .requirement("DP-2.1.3-03", "TAR-3.3-01")
          .stimulus(metadata("idp-without-level", "level-attribute-misnamed"))
          .expect(KEPT)
          .mutant("declares no level", habit(IdpMetadataHabit.NO_LEVEL))
          .mutant("misnames the attribute", habit(IdpMetadataHabit.LEVELS_MISNAMED))
          .build();

  static final ConformanceCase KNOWN =
      conformanceCase("saml/idp/metadata-level-known")
          .title("declares levels of the registry")
          .requirement("REG-2.1-01", "DP-2.1.3-04")
          .stimulus(metadata("level-unknown", "removed-context"))
          .expect(KEPT)
          .mutant("declares a level that nobody knows", habit(IdpMetadataHabit.LEVEL_UNKNOWN))
          .build();

  static final ConformanceCase SIGN_MESSAGE =
      conformanceCase("saml/idp/metadata-level-sign-message")
          .title("declares no level with a sign message")
          .requirement("TAR-3.3-08")
          .stimulus(metadata("sign-message-context"))
          .expect(KEPT)
          .mutant("declares loa3-sigmessage", habit(IdpMetadataHabit.SIGN_MESSAGE_LEVEL))
          .build();

  static final ConformanceCase EIDAS =
      conformanceCase("saml/idp/metadata-level-eidas")
          .title("declares no level of the Swedish eIDAS node")
          .requirement("TAR-3.3-06", "TAR-1.2.3-21")
          .stimulus(metadata("eidas-level-of-the-node"))
          .expect(KEPT)
          .mutant("declares eidas-sub", habit(IdpMetadataHabit.EIDAS_LEVEL))
          .build();

  static final ConformanceCase EIDAS_PERSONS =
      conformanceCase("saml/idp/metadata-eidas-persons")
          .title("offers foreign persons with their levels only")
          .requirement("TAR-3.4.7-03")
          .stimulus(metadata("eidas-person-without-level"))
          .expect(KEPT)
          .mutant("offers them without a level", habit(IdpMetadataHabit.EIDAS_PERSONS))
          .build();

  static final ConformanceCase NONRESIDENT =
      conformanceCase("saml/idp/metadata-level-nonresident")
          .title("declares nonresident levels by contract only")
          .requirement("TAR-3.3-04", "TAR-3.3-05")
          .stimulus(metadata("nonresident-without-contract"))
          .expect(KEPT)
          .mutant(
              "declares loa3-nonresident without contract",
              habit(IdpMetadataHabit.NONRESIDENT_LEVEL))
          .build();

  static final ConformanceCase BOTH =
      conformanceCase("saml/idp/metadata-level-certified")
          .title("declares reviewed or unreviewed levels, not both")
          .requirement("REG-3.1.1.2-01", "TAR-3.3-02", "TAR-3.3-03")
          .stimulus(metadata("certified-and-uncertified"))
          .expect(KEPT)
          .mutant("declares both", habit(IdpMetadataHabit.UNCERTIFIED_TOO))
          .build();

  static final ConformanceCase LEVEL_4 =
      conformanceCase("saml/idp/metadata-level-4")
          .title("offers Holder-of-key at level 4")
          .requirement("TAR-1.2.3-03", "TAR-2.4-01", "TAR-3.9-01")
          .stimulus(metadata("level-4-without-hok"))
          .expect(KEPT)
          .mutant("is at level 4 without Holder-of-key", habit(IdpMetadataHabit.LEVEL_4))
          .build();

  static final ConformanceCase CATEGORY_LEVELS =
      conformanceCase("saml/idp/metadata-category-levels")
          .title("declares categories with their levels only")
          .requirement(
              "TAR-3.4.1-03",
              "TAR-3.4.2-03",
              "TAR-3.4.3-03",
              "TAR-3.4.4-03",
              "TAR-3.4.5-03",
              "TAR-3.4.6-03")
          .stimulus(MetadataLevelCases.ofCategories("-without-level"))
          .expect(KEPT)
          .mutant(
              "declares loa4-pnr without level 4", habit(IdpMetadataHabit.CATEGORY_WITHOUT_LEVEL))
          .build();

  static final ConformanceCase NAME_CATEGORIES =
      conformanceCase("saml/idp/metadata-name-categories")
          .title("declares names wherever it declares numbers")
          .requirement(
              "TAR-3.4.1-04",
              "TAR-3.4.2-04",
              "TAR-3.4.3-04",
              "TAR-3.4.4-04",
              "TAR-3.4.5-04",
              "TAR-3.4.6-04")
          .stimulus(MetadataLevelCases.ofCategories("-without-name"))
          .expect(KEPT)
          .mutant("declares loa3-pnr without loa3-name", habit(IdpMetadataHabit.NO_NAME_CATEGORY))
          .build();

  static final ConformanceCase BINDINGS =
      conformanceCase("saml/idp/metadata-bindings")
          .title("takes requests by both bindings")
          .requirement("DP-2.1.3.2-03", "DP-5.2-06", "DP-5.2-07")
          .stimulus(metadata("sso-binding-missing"))
          .expect(KEPT)
          .mutant("takes requests by one binding", habit(IdpMetadataHabit.ONE_BINDING))
          .build();

  static final ConformanceCase TLS =
      conformanceCase("saml/idp/metadata-tls")
          .title("takes requests by TLS")
          .requirement("DP-5.2-01", "DP-5.2-02")
          .stimulus(metadata("sso-without-tls"))
          .expect(KEPT)
          .mutant("takes requests without TLS", habit(IdpMetadataHabit.WITHOUT_TLS))
          .build();

  static final ConformanceCase HOK =
      conformanceCase("saml/idp/metadata-holder-of-key")
          .title("declares Holder-of-key endpoints with their binding")
          .requirement("DP-2.1.3.2-01", "TAR-3.9-03", "TAR-3.9-02")
          .stimulus(metadata("hok-sso-without-binding"))
          .expect(KEPT)
          .mutant("leaves the binding out", habit(IdpMetadataHabit.HOLDER_OF_KEY_WITHOUT_BINDING))
          .build();

  static final ConformanceCase NAME_ID =
      conformanceCase("saml/idp/metadata-name-id-formats")
          .title("lists both formats of names, or none")
          .requirement("DP-3-02", "DP-3-01")
          .stimulus(metadata("idp-name-id-format-missing"))
          .expect(KEPT)
          .mutant("leaves the transient one out", habit(IdpMetadataHabit.NO_TRANSIENT))
          .build();

  static final ConformanceCase SCOPE =
      conformanceCase("saml/idp/metadata-scope")
          .title("lists the organisations that it speaks for")
          .requirement("DP-2.1.3.1-02", "DP-6.2.1-03")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(metadata("scope-missing"))
          .expect(KEPT)
          .mutant("lists none", habit(IdpMetadataHabit.NO_SCOPE))
          .build();

  static final ConformanceCase SCOPE_PLACE =
      conformanceCase("saml/idp/metadata-scope-place")
          .title("lists scopes in its role")
          .requirement("DP-2.1.3.1-03")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(metadata("scope-misplaced"))
          .expect(KEPT)
          .mutant("lists them elsewhere", habit(IdpMetadataHabit.SCOPES_MISPLACED))
          .build();

  static final ConformanceCase SCOPE_FORM =
      conformanceCase("saml/idp/metadata-scope-form")
          .title("writes scopes as organisation numbers")
          .requirement("TAR-3.7-04")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(metadata("scope-malformed"))
          .expect(KEPT)
          .mutant("writes a hyphen in them", habit(IdpMetadataHabit.HYPHENATED_SCOPE))
          .build();

  static final ConformanceCase SELECTION_PLACE =
      conformanceCase("saml/idp/metadata-selection-place")
          .title("asks for principal selection in its role")
          .requirement("DP-2.1.3-08", "DP-5.3.3-01", "PSC-1-02")
          .stimulus(metadata("principal-selection-misplaced"))
          .expect(KEPT)
          .mutant("asks for it elsewhere", habit(IdpMetadataHabit.SELECTION_MISPLACED))
          .build();

  static final ConformanceCase SELECTION_FORM =
      conformanceCase("saml/idp/metadata-selection-form")
          .title("asks for principal selection as the schema says")
          .requirement("PSC-2.2-02", "PSC-4-01")
          .stimulus(metadata("principal-selection-malformed"))
          .expect(KEPT)
          .mutant("asks for nothing", habit(IdpMetadataHabit.SELECTION_EMPTY))
          .build();

  static final ConformanceCase SELECTION_VALUE =
      conformanceCase("saml/idp/metadata-selection-value")
          .title("names what it wants to know without values")
          .requirement("PSC-2.2-01")
          .stimulus(metadata("principal-selection-with-value"))
          .expect(KEPT)
          .mutant("publishes somebody's number", habit(IdpMetadataHabit.SELECTION_WITH_VALUE))
          .build();

  /** The rules of service entity categories that end so. */
  private static IdpWatch ofCategories(String end) {
    return metadata(
        Rules.all().stream()
            .map(Rule::id)
            .filter(id -> id.startsWith("loa") && id.endsWith(end))
            .toArray(String[]::new));
  }

  private MetadataLevelCases() {}
}
