package se.genrep.lint.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.genrep.lint.Entity;
import se.genrep.registry.DeprecatedContext;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.LevelOfAssurance;

/** The registry's identifiers in metadata, and misspellings of them (REG 2.1). */
final class Identifiers {

  private static final String NODE = ".eidas.swedenconnect.se";

  private static final Map<String, String> BY_ESSENCE = new HashMap<>();

  static {
    for (LevelOfAssurance level : LevelOfAssurance.values()) {
      BY_ESSENCE.put(essence(level.uri()), level.uri());
    }
    for (EntityCategory category : EntityCategory.all()) {
      BY_ESSENCE.put(essence(category.uri()), category.uri());
    }
  }

  private Identifiers() {}

  /** What the URI was meant to be; empty when it is right, or like no identifier at all. */
  static Optional<String> meant(String uri) {
    return isKnown(uri) ? Optional.empty() : Optional.ofNullable(BY_ESSENCE.get(essence(uri)));
  }

  private static boolean isKnown(String uri) {
    return LevelOfAssurance.of(uri).isPresent()
        || EntityCategory.of(uri).isPresent()
        || DeprecatedContext.of(uri).isPresent();
  }

  /** Without what people get wrong: scheme, one host for the other, case, slashes, version. */
  private static String essence(String uri) {
    return uri.toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.|id\\.)?(elegnamnden|swedenconnect)\\.se", "")
        .replaceFirst("/[0-9](\\.[0-9])*(?=/)", "")
        .replaceAll("[^a-z0-9]+", "");
  }

  /** Whether it is the official Swedish eIDAS node, connector or proxy service, by its name. */
  static boolean isSwedishNode(Entity entity) {
    return Endpoints.web(entity.entityId())
        .filter(uri -> ("." + uri.getHost().toLowerCase(Locale.ROOT)).endsWith(NODE))
        .isPresent();
  }
}
