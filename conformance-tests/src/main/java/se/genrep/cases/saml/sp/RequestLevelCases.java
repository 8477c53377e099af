package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.everyRequest;
import static se.genrep.sut.Watch.requestsWhere;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.sut.SeenRequest;
import se.genrep.sut.Watch;
import se.genrep.sut.Watched;

/** DP 5.3.1, EC 2 and TAR 3.4: the levels that requests ask for. */
final class RequestLevelCases {

  private static final String NO_LEVELS = "its requests name no level of assurance";

  static final ConformanceCase LEVELS =
      conformanceCase("saml/sp/request-levels")
          .title("asks for the levels it accepts, by their URIs")
          .requirement("DP-5.3.1-01")
          .stimulus(everyRequest(RequestLevelCases::levels))
          .expect(KEPT)
          .mutant("asks for none", () -> Variant.with(RequestHabit.NO_LEVELS))
          .mutant("asks for a password", () -> Variant.with(RequestHabit.OTHER_LEVEL))
          .build();

  static final ConformanceCase EXACT =
      conformanceCase("saml/sp/request-levels-exact")
          .title("asks for exactly the levels it names")
          .requirement("DP-5.3.1-02")
          .stimulus(
              requestsWhere(
                  request ->
                      request
                          .xml()
                          .flatMap(root -> root.find("samlp:RequestedAuthnContext"))
                          .isPresent(),
                  NO_LEVELS,
                  RequestLevelCases::comparison))
          .expect(KEPT)
          .mutant("asks for a minimum", () -> Variant.with(RequestHabit.MINIMUM))
          .build();

  static final ConformanceCase FIT_THE_CATEGORIES =
      conformanceCase("saml/sp/request-levels-of-categories")
          .title("asks for levels of the categories it declares")
          .requirement("DP-5.3.1-05")
          .stimulus(
              requestsWhere(
                  request ->
                      !request.contexts().isEmpty() && !categories(request.sender()).isEmpty(),
                  "its requests name no level, or its metadata no category",
                  RequestLevelCases::fits))
          .expect(KEPT)
          .mutant("declares loa4-pnr alone", () -> Variant.with(MetadataHabit.ONLY_LOA4))
          .build();

  static final ConformanceCase LOA2_PNR =
      of(
          ServiceEntityCategory.LOA2_PNR,
          () -> Variant.with(MetadataHabit.ONLY_LOA2),
          "EC-2.1.1-02");
  static final ConformanceCase LOA3_PNR =
      of(
          ServiceEntityCategory.LOA3_PNR,
          () -> Variant.with(MetadataHabit.ONLY_LOA3, RequestHabit.ASKS_FOR_LOA2),
          "EC-2.1.2-02",
          "TAR-3.4.1-02");
  static final ConformanceCase LOA4_PNR =
      of(
          ServiceEntityCategory.LOA4_PNR,
          () -> Variant.with(MetadataHabit.ONLY_LOA4),
          "EC-2.1.3-02",
          "TAR-3.4.2-02");

  static final ConformanceCase EIDAS_NATURALPERSON =
      of(
          ServiceEntityCategory.EIDAS_NATURALPERSON,
          () -> Variant.with(MetadataHabit.ONLY_FOREIGN),
          "EC-2.2.1-02",
          "TAR-3.4.7-02");
  static final ConformanceCase LOA2_ORGID =
      of(
          ServiceEntityCategory.LOA2_ORGID,
          () -> Variant.with(MetadataHabit.ONLY_LOA2_ORGID),
          "EC-2.3.1-02");
  static final ConformanceCase LOA3_ORGID =
      of(
          ServiceEntityCategory.LOA3_ORGID,
          () -> Variant.with(MetadataHabit.ONLY_LOA3_ORGID, RequestHabit.ASKS_FOR_LOA2),
          "EC-2.3.2-02",
          "TAR-3.4.3-02");
  static final ConformanceCase LOA4_ORGID =
      of(
          ServiceEntityCategory.LOA4_ORGID,
          () -> Variant.with(MetadataHabit.ONLY_LOA4_ORGID),
          "EC-2.3.3-02",
          "TAR-3.4.4-02");
  static final ConformanceCase LOA2_NAME =
      of(
          ServiceEntityCategory.LOA2_NAME,
          () -> Variant.with(MetadataHabit.ONLY_LOA2_NAME),
          "EC-2.4.1-02");
  static final ConformanceCase LOA3_NAME =
      of(
          ServiceEntityCategory.LOA3_NAME,
          () -> Variant.with(MetadataHabit.ONLY_LOA3_NAME, RequestHabit.ASKS_FOR_LOA2),
          "EC-2.4.2-02",
          "TAR-3.4.5-02");
  static final ConformanceCase LOA4_NAME =
      of(
          ServiceEntityCategory.LOA4_NAME,
          () -> Variant.with(MetadataHabit.ONLY_LOA4_NAME),
          "EC-2.4.3-02",
          "TAR-3.4.6-02");

  private RequestLevelCases() {}

  private static List<ServiceEntityCategory> categories(
      se.genrep.federation.EntityMetadata sender) {
    return sender.categories().stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .toList();
  }

  private static Optional<String> levels(SeenRequest request) {
    if (request.contexts().isEmpty()) {
      return Optional.of("names no level of assurance");
    }
    return request.contexts().stream()
        .filter(uri -> LevelOfAssurance.of(uri).isEmpty())
        .filter(uri -> uri.startsWith("urn:oasis:names:tc:SAML:2.0:ac:classes:"))
        .findFirst()
        .map(uri -> "asks for '" + uri + "', which is no level of assurance");
  }

  private static Optional<String> comparison(SeenRequest request) {
    String comparison =
        request
            .xml()
            .flatMap(root -> root.find("samlp:RequestedAuthnContext"))
            .flatMap(requested -> requested.attribute("Comparison"))
            .orElse("exact");
    return comparison.equals("exact")
        ? Optional.empty()
        : Optional.of("has the Comparison '" + comparison + "'");
  }

  private static boolean accepts(ServiceEntityCategory category, String uri) {
    return LevelOfAssurance.of(uri).filter(category::accepts).isPresent();
  }

  private static Optional<String> fits(SeenRequest request) {
    List<ServiceEntityCategory> declared = categories(request.sender());
    boolean some =
        request.contexts().stream()
            .anyMatch(uri -> declared.stream().anyMatch(category -> accepts(category, uri)));
    return some
        ? Optional.empty()
        : Optional.of(
            "asks for "
                + String.join(", ", request.contexts())
                + ", which is of none of the categories "
                + declared.stream()
                    .map(ServiceEntityCategory::label)
                    .collect(Collectors.joining(", ")));
  }

  private static ConformanceCase of(
      ServiceEntityCategory category, Supplier<Variant> mutant, String... requirements) {
    return conformanceCase("saml/sp/request-levels-" + category.label())
        .title("asks for a level of " + category.label() + " when it declares it")
        .requirement(requirements)
        .stimulus(new Watch(watched -> meant(category, watched)))
        .expect(KEPT)
        .mutant("declares it and asks for other levels", mutant)
        .build();
  }

  /**
   * One of several categories may be for other occasions than those of this run; an only one is
   * not.
   */
  private static Outcome meant(ServiceEntityCategory category, Watched watched) {
    List<ServiceEntityCategory> declared = categories(watched.entity());
    if (!declared.contains(category)) {
      return new Outcome.NotSeen("its metadata does not declare " + category.label());
    }
    Set<String> asked =
        watched.requests().stream()
            .flatMap(request -> request.contexts().stream())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    if (asked.isEmpty()) {
      return new Outcome.NotSeen(NO_LEVELS);
    }
    if (asked.stream().anyMatch(uri -> accepts(category, uri))) {
      return new Outcome.Kept("it asked for " + String.join(", ", asked));
    }
    if (declared.size() == 1) {
      return new Outcome.Broken(
          "the metadata declares "
              + category.label()
              + " alone, and the requests ask for "
              + String.join(", ", asked));
    }
    return new Outcome.NotSeen(
        "the requests of this run were for other categories than " + category.label());
  }
}
