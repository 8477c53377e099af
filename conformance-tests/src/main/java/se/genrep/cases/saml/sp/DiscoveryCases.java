package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;

import se.genrep.federation.Matching.Rule;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.DiscoveryHabit;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.OfferedProviders;

/** EC 1.3 and 1.4: whom a service offers to sign in with. */
final class DiscoveryCases {

  static final ConformanceCase ALL_THAT_MATCH =
      conformanceCase("saml/sp/discovery-all-that-match")
          .title("offers every identity provider that matches")
          .requirement("EC-1.4-01", "EC-1.3-01", "EC-1.3-05")
          .stimulus(OfferedProviders.matching())
          .expect(KEPT)
          .mutant(
              "wants all its categories from each",
              () ->
                  Variant.with(
                      MetadataHabit.DEPRECATED_CATEGORY, DiscoveryHabit.WANTS_ALL_CATEGORIES))
          .mutant(
              "wants its own type of service from each",
              () -> Variant.with(DiscoveryHabit.WANTS_SERVICE_TYPE))
          .build();

  static final ConformanceCase COMMON_CATEGORY =
      conformanceCase("saml/sp/discovery-common-category")
          .title("offers nobody with whom it has no category in common")
          .requirement("EC-1.3-01", "EC-1.4-01", "DP-6.2.1-06")
          .stimulus(OfferedProviders.failing(Rule.SERVICE_ENTITY))
          .expect(KEPT)
          .mutant("offers whoever there is", () -> Variant.with(DiscoveryHabit.IGNORES_CATEGORIES))
          .build();

  static final ConformanceCase CONTRACT =
      conformanceCase("saml/sp/discovery-contract")
          .title("offers nobody who serves under other contracts only")
          .requirement("EC-1.3-04", "EC-1.4-01")
          .stimulus(OfferedProviders.failing(Rule.SERVICE_CONTRACT))
          .expect(KEPT)
          .mutant(
              "does not ask for contracts", () -> Variant.with(DiscoveryHabit.IGNORES_CONTRACTS))
          .build();

  static final ConformanceCase PROPERTY =
      conformanceCase("saml/sp/discovery-property")
          .title("offers nobody who lacks a property that it declares")
          .requirement("EC-1.3-02", "EC-1.4-01")
          .stimulus(OfferedProviders.failing(Rule.SERVICE_PROPERTY))
          .expect(KEPT)
          .mutant(
              "does not ask for properties",
              () ->
                  Variant.with(MetadataHabit.MOBILE_AT_LEVEL_4, DiscoveryHabit.IGNORES_PROPERTIES))
          .build();

  private DiscoveryCases() {}
}
