package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.Variant;

/** EC and TAR 3.4 to 3.6: the categories of its metadata. */
final class MetadataCategoryCases {

  static final ConformanceCase SERVICE_CATEGORY =
      conformanceCase("saml/sp/metadata-service-category")
          .title("declares a service entity category")
          .requirement("DP-2.1.2-01")
          .stimulus(metadata("sp-without-service-entity-category"))
          .expect(KEPT)
          .mutant("declares none", () -> Variant.with(MetadataHabit.NO_CATEGORY))
          .build();

  static final ConformanceCase CATEGORIES_PLACED =
      conformanceCase("saml/sp/metadata-categories-placed")
          .title("has its categories in the extensions of the entity")
          .requirement("EC-1-01")
          .stimulus(metadata("entity-attributes-misplaced"))
          .expect(KEPT)
          .mutant(
              "has them in the extensions of the role",
              () -> Variant.with(MetadataHabit.CATEGORIES_IN_ROLE))
          .build();

  static final ConformanceCase CATEGORIES_NAMED =
      conformanceCase("saml/sp/metadata-categories-named")
          .title("has its categories in the attribute that is theirs")
          .requirement("EC-1.5-01")
          .stimulus(metadata("entity-category-misnamed"))
          .expect(KEPT)
          .mutant(
              "gives the attribute another format",
              () -> Variant.with(MetadataHabit.CATEGORIES_MISNAMED))
          .build();

  static final ConformanceCase CATEGORIES_TOGETHER =
      conformanceCase("saml/sp/metadata-categories-together")
          .title("has its categories in one attribute")
          .requirement("EC-1.5-02")
          .stimulus(metadata("entity-category-attribute-twice"))
          .expect(KEPT)
          .mutant("has two such attributes", () -> Variant.with(MetadataHabit.CATEGORIES_TWICE))
          .build();

  static final ConformanceCase OWN_CATEGORIES =
      conformanceCase("saml/sp/metadata-own-categories")
          .title("declares categories of its own by the prefix for them")
          .requirement("EC-2-02")
          .stimulus(metadata("own-category-without-prefix"))
          .expect(KEPT)
          .mutant("declares one by another prefix", () -> Variant.with(MetadataHabit.OWN_CATEGORY))
          .build();

  static final ConformanceCase CONTRACT_PREFIX =
      conformanceCase("saml/sp/metadata-contract-prefix")
          .title("declares contracts by the prefix for them")
          .requirement("EC-5-01", "REG-3.1.3.4-01")
          .stimulus(metadata("contract-without-prefix"))
          .expect(KEPT)
          .mutant("declares one by another prefix", () -> Variant.with(MetadataHabit.OWN_CONTRACT))
          .build();

  static final ConformanceCase GENERAL_CATEGORIES =
      conformanceCase("saml/sp/metadata-general-categories")
          .title("declares general categories that there are")
          .requirement("REG-3.1.3.5-01")
          .stimulus(metadata("general-category-unknown"))
          .expect(KEPT)
          .mutant(
              "misspells the one for samordningsnummer",
              () -> Variant.with(MetadataHabit.OTHER_GENERAL_CATEGORY))
          .build();

  static final ConformanceCase CATEGORIES_IN_USE =
      conformanceCase("saml/sp/metadata-categories-in-use")
          .title("declares no category that another has replaced")
          .requirement("TAR-3.4.1-05")
          .stimulus(metadata("category-deprecated"))
          .expect(KEPT)
          .mutant(
              "declares uncertified-loa3-pnr",
              () -> Variant.with(MetadataHabit.DEPRECATED_CATEGORY))
          .build();

  static final ConformanceCase EIDAS_DELIVERY =
      conformanceCase("saml/sp/metadata-eidas-delivery")
          .title("leaves the delivery to eIDAS to the Swedish node")
          .requirement("EC-2.1.4-02")
          .stimulus(metadata("eidas-delivery-by-sp"))
          .expect(KEPT)
          .mutant("declares eidas-pnr-delivery", () -> Variant.with(MetadataHabit.EIDAS_DELIVERY))
          .build();

  static final ConformanceCase SCAL2 =
      conformanceCase("saml/sp/metadata-scal2")
          .title("declares scal2 only as a signature service")
          .requirement("EC-3.2-03")
          .stimulus(metadata("scal2-without-sigservice"))
          .expect(KEPT)
          .mutant("declares it all the same", () -> Variant.with(MetadataHabit.SCAL2))
          .build();

  static final ConformanceCase SECTOR =
      conformanceCase("saml/sp/metadata-sector")
          .title("declares exactly one of the two sectors")
          .requirement("TAR-3.5.2-01", "TAR-3.5.2-02", "EC-4.2-01", "EC-4.3-01")
          .stimulus(metadata("sector-unclear"))
          .expect(KEPT)
          .mutant("declares neither", () -> Variant.with(MetadataHabit.NO_SECTOR))
          .build();

  static final ConformanceCase PRIVATE_SECTOR =
      conformanceCase("saml/sp/metadata-private-sector")
          .title("stays out of the authorisation system when private")
          .requirement("TAR-1.1.2-02")
          .stimulus(metadata("private-in-authorisation-system"))
          .expect(KEPT)
          .mutant(
              "declares its contract, being private",
              () -> Variant.with(MetadataHabit.PRIVATE_IN_AUTHORISATION_SYSTEM))
          .build();

  static final ConformanceCase CONTRACT =
      conformanceCase("saml/sp/metadata-contract")
          .title("declares the contracts that apply to it")
          .requirement("TAR-3.6-01")
          .stimulus(metadata("sp-without-contract"))
          .expect(KEPT)
          .mutant("declares none", () -> Variant.with(MetadataHabit.NO_CONTRACT))
          .build();

  static final ConformanceCase CONNECTION_AGREEMENT =
      conformanceCase("saml/sp/metadata-connection-agreement")
          .title("declares its connection agreement with Digg")
          .requirement("TAR-3.6.1-01")
          .stimulus(metadata("sp-without-connection-agreement"))
          .expect(KEPT)
          .mutant("leaves it out", () -> Variant.with(MetadataHabit.NO_CONNECTION_AGREEMENT))
          .build();

  static final ConformanceCase ONE_KIND_OF_IDENTITY =
      conformanceCase("saml/sp/metadata-one-kind-of-identity")
          .title("asks for personal or for organisational identities")
          .requirement("TAR-3.4-02")
          .stimulus(metadata("personal-and-organisational"))
          .expect(KEPT)
          .mutant("asks for both at once", () -> Variant.with(MetadataHabit.PERSON_AND_EMPLOYEE))
          .build();

  private MetadataCategoryCases() {}
}
