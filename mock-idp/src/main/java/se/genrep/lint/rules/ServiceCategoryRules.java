package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.lint.Rule;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;

/** Which levels and further categories a service entity category takes (TAR 3.4). */
public final class ServiceCategoryRules {

  public static final Rule LOA3_PNR_LEVEL =
      level("loa3-pnr-without-level", ServiceEntityCategory.LOA3_PNR, "TAR-3.4.1-03");

  public static final Rule LOA3_PNR_NAME =
      also("loa3-pnr-without-name", ServiceEntityCategory.LOA3_PNR, "TAR-3.4.1-04", "TAR-3.4.5-04");

  public static final Rule LOA4_PNR_LEVEL =
      level("loa4-pnr-without-level", ServiceEntityCategory.LOA4_PNR, "TAR-3.4.2-03");

  public static final Rule LOA4_PNR_NAME =
      also("loa4-pnr-without-name", ServiceEntityCategory.LOA4_PNR, "TAR-3.4.2-04", "TAR-3.4.6-04");

  public static final Rule LOA3_ORGID_LEVEL =
      level("loa3-orgid-without-level", ServiceEntityCategory.LOA3_ORGID, "TAR-3.4.3-03");

  public static final Rule LOA3_ORGID_NAME =
      also(
          "loa3-orgid-without-name",
          ServiceEntityCategory.LOA3_ORGID,
          "TAR-3.4.3-04",
          "TAR-3.4.5-04");

  public static final Rule LOA4_ORGID_LEVEL =
      level("loa4-orgid-without-level", ServiceEntityCategory.LOA4_ORGID, "TAR-3.4.4-03");

  public static final Rule LOA4_ORGID_NAME =
      also(
          "loa4-orgid-without-name",
          ServiceEntityCategory.LOA4_ORGID,
          "TAR-3.4.4-04",
          "TAR-3.4.6-04");

  public static final Rule LOA3_NAME_LEVEL =
      level("loa3-name-without-level", ServiceEntityCategory.LOA3_NAME, "TAR-3.4.5-03");

  /** The rule writes loa3-nonresident where loa4-nonresident must be meant; either will do. */
  public static final Rule LOA4_NAME_LEVEL =
      level(
          "loa4-name-without-level",
          ServiceEntityCategory.LOA4_NAME,
          Set.of(LevelOfAssurance.LOA3_NONRESIDENT),
          "TAR-3.4.6-03");

  public static final Rule DEPRECATED =
      rule(
              "category-deprecated",
              "declares a category that another has taken the place of",
              "TAR-3.4.1-05")
          .ofEntity(
              (entity, at, report) -> {
                for (ServiceEntityCategory category : ServiceEntityCategory.values()) {
                  if (category.deprecated() && entity.declares(category)) {
                    boolean both = entity.declares(ServiceEntityCategory.LOA3_PNR);
                    report.add(
                        entity.valueOf(category),
                        category.uri() + (both ? "" : ", and not loa3-pnr"),
                        "loa3-pnr, which covers uncertified-loa3 too",
                        both
                            ? "Remove it once no counterpart declares it alone"
                            : "Declare " + ServiceEntityCategory.LOA3_PNR.uri() + " instead");
                  }
                }
              });

  public static final Rule BOTH_IDENTITIES =
      pointer(
              "personal-and-organisational",
              "asks for personnummer and organisational identity at once",
              "TAR-3.4-02")
          .ofSp(
              (entity, at, report) -> {
                List<ServiceEntityCategory> categories =
                    List.of(ServiceEntityCategory.values()).stream()
                        .filter(entity::declares)
                        .toList();
                boolean personal = categories.stream().anyMatch(c -> c.label().endsWith("-pnr"));
                categories.stream()
                    .filter(c -> personal && c.label().endsWith("-orgid"))
                    .findFirst()
                    .ifPresent(
                        organisational ->
                            report.add(
                                entity.valueOf(organisational),
                                "categories of both kinds",
                                "two service providers, if it wants now the one, now the other",
                                "Be ready for both in one assertion, or divide it in two"));
              });

  private ServiceCategoryRules() {}

  private static Rule level(String id, ServiceEntityCategory category, String requirement) {
    return level(id, category, Set.of(), requirement);
  }

  private static Rule level(
      String id, ServiceEntityCategory category, Set<LevelOfAssurance> more, String requirement) {
    Set<LevelOfAssurance> levels = EnumSet.copyOf(category.levelsOfConnectionRules());
    levels.addAll(more);
    String expected =
        levels.stream().map(LevelOfAssurance::uri).collect(Collectors.joining(" or "));
    return rule(
            id,
            "declares " + category.label() + " and none of the levels that go with it",
            requirement)
        .ofIdp(
            (entity, at, report) -> {
              if (entity.declares(category)
                  && levels.stream().noneMatch(each -> entity.levels().contains(each.uri()))) {
                report.add(
                    entity.valueOf(category),
                    category.uri() + " with " + String.join(", ", entity.levels()),
                    expected,
                    "Declare the level that it is approved for, or remove the category");
              }
            });
  }

  private static Rule also(String id, ServiceEntityCategory category, String... requirements) {
    ServiceEntityCategory wanted = category.alsoDeclaredByIdp().orElseThrow();
    return rule(id, "declares " + category.label() + " and not " + wanted.label(), requirements)
        .ofIdp(
            (entity, at, report) -> {
              if (entity.declares(category) && !entity.declares(wanted)) {
                report.add(
                    entity.valueOf(category),
                    category.label() + " without " + wanted.label(),
                    wanted.uri() + " beside it",
                    "Declare it too");
              }
            });
  }
}
