package se.genrep.sut;

import java.util.List;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;

/** Which plan follows from what an identity provider declares. */
public final class IdpPlan {

  private IdpPlan() {}

  /** The id of the plan for an identity provider with this metadata. */
  public static String following(EntityMetadata idp) {
    List<Kind> kinds =
        idp.assurance().stream()
            .flatMap(uri -> LevelOfAssurance.of(uri).stream())
            .map(LevelOfAssurance::kind)
            .toList();
    if (kinds.contains(Kind.EIDAS)) {
      return "eidas-connector";
    }
    if (kinds.contains(Kind.UNCERTIFIED_EIDAS)) {
      return "proxy-identity-provider";
    }
    if (kinds.contains(Kind.UNCERTIFIED)) {
      return "uncertified-identity-provider";
    }
    return idp.categories().stream().anyMatch(category -> category.endsWith("-orgid"))
        ? "employee-supplier"
        : "authorisation-system-supplier";
  }
}
