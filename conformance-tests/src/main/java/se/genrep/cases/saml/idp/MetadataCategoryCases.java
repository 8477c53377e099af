package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.reference.MetadataHabit;

/** EC, REG 3.1.3 and TAR 3.4 to 3.6: categories and contracts in metadata. */
final class MetadataCategoryCases {

  static final ConformanceCase CATEGORY =
      conformanceCase("saml/idp/metadata-category")
          .title("declares what it delivers by a category")
          .requirement("DP-2.1.3-01")
          .stimulus(metadata("idp-without-service-entity-category"))
          .expect(KEPT)
          .mutant("declares no service entity category", habit(MetadataHabit.NO_CATEGORY))
          .build();

  static final ConformanceCase PLACE =
      conformanceCase("saml/idp/metadata-category-place")
          .title("has entity attributes where they are looked for")
          .requirement("EC-1-01")
          .stimulus(metadata("entity-attributes-misplaced"))
          .expect(KEPT)
          .mutant("has them in its role", habit(MetadataHabit.CATEGORIES_IN_ROLE))
          .build();

  static final ConformanceCase NAME =
      conformanceCase("saml/idp/metadata-category-name")
          .title("declares categories in the right attribute")
          .requirement("EC-1.5-01")
          .stimulus(metadata("entity-category-misnamed"))
          .expect(KEPT)
          .mutant("misnames the attribute", habit(MetadataHabit.CATEGORIES_MISNAMED))
          .build();

  static final ConformanceCase ONE_ATTRIBUTE =
      conformanceCase("saml/idp/metadata-category-one-attribute")
          .title("declares all categories in one attribute")
          .requirement("EC-1.5-02")
          .stimulus(metadata("entity-category-attribute-twice"))
          .expect(KEPT)
          .mutant("declares them in two attributes", habit(MetadataHabit.CATEGORIES_TWICE))
          .build();

  static final ConformanceCase SPELLING =
      conformanceCase("saml/idp/metadata-category-spelling")
          .title("writes identifiers as they are defined")
          .requirement("REG-2.1-01")
          .stimulus(metadata("identifier-misspelt", "identifier-no-url"))
          .expect(KEPT)
          .mutant(
              "writes a general category in another way",
              habit(MetadataHabit.OTHER_GENERAL_CATEGORY))
          .build();

  static final ConformanceCase CONTRACT =
      conformanceCase("saml/idp/metadata-contract-prefix")
          .title("names contracts by the prefix of contracts")
          .requirement("REG-3.1.3.4-01", "EC-5-01", "TAR-3.6.2-01")
          .stimulus(metadata("contract-without-prefix"))
          .expect(KEPT)
          .mutant("declares a contract of its own naming", habit(MetadataHabit.OWN_CONTRACT))
          .build();

  static final ConformanceCase GENERAL =
      conformanceCase("saml/idp/metadata-general-category")
          .title("declares general categories that exist")
          .requirement("REG-3.1.3.5-01")
          .stimulus(metadata("general-category-unknown"))
          .expect(KEPT)
          .mutant("declares one that does not exist", habit(IdpMetadataHabit.GENERAL_UNKNOWN))
          .build();

  static final ConformanceCase OWN =
      conformanceCase("saml/idp/metadata-own-category")
          .title("names categories of its own by the prefix")
          .requirement("EC-2-02")
          .stimulus(metadata("own-category-without-prefix"))
          .expect(KEPT)
          .mutant("declares a category of its own naming", habit(MetadataHabit.OWN_CATEGORY))
          .build();

  static final ConformanceCase DEPRECATED =
      conformanceCase("saml/idp/metadata-category-deprecated")
          .title("declares no category that has been replaced")
          .requirement("TAR-3.4.1-05")
          .stimulus(metadata("category-deprecated"))
          .expect(KEPT)
          .mutant("declares uncertified-loa3-pnr", habit(MetadataHabit.DEPRECATED_CATEGORY))
          .build();

  private MetadataCategoryCases() {}
}
