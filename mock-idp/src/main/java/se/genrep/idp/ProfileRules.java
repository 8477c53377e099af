package se.genrep.idp;

import java.util.List;
import se.genrep.input.BadInput;
import se.genrep.input.YamlNode;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;
import se.genrep.registry.Limits;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;

/** The rules between the parts of a profile: what an identity provider must not claim. */
final class ProfileRules {

  private final IdpProfile profile;
  private final YamlNode root;

  private ProfileRules(IdpProfile profile, YamlNode root) {
    this.profile = profile;
    this.root = root;
  }

  static void check(IdpProfile profile, YamlNode root) {
    ProfileRules rules = new ProfileRules(profile, root);
    rules.levels();
    profile.serviceCategories().forEach(rules::category);
    rules.authorizationSystem();
    rules.keySizes();
  }

  /** REG-3.1.1.2-01: who is certified does not self-declare, and the other way round. */
  private void levels() {
    boolean certified = any(Kind.CERTIFIED) || any(Kind.NONRESIDENT);
    boolean uncertified = any(Kind.UNCERTIFIED) || any(Kind.UNCERTIFIED_EIDAS);
    if (certified && uncertified) {
      throw bad(
          "levels-of-assurance",
          "certified and uncertified levels stand together",
          "An identity provider is reviewed by Digg or it is not; make two profiles");
    }
    if (any(Kind.EIDAS)) {
      throw bad(
          "levels-of-assurance",
          "an eIDAS level stands here, which only the Swedish eIDAS node may declare (TAR 3.3)",
          "Use an uncertified-eidas level for a proxy");
    }
  }

  private boolean any(Kind kind) {
    return profile.levels().stream().map(LevelOfAssurance::kind).anyMatch(kind::equals);
  }

  private void category(ServiceEntityCategory category) {
    // TAR-3.4.1-03 and its like: the level must be declared for the category to be.
    if (profile.levels().stream().noneMatch(category::accepts)) {
      throw bad(
          "entity-categories",
          category.label() + " is declared without a level that goes with it",
          "Add the level or remove the category");
    }
    // TAR-3.4.1-04 and its like.
    category
        .alsoDeclaredByIdp()
        .filter(other -> !profile.categories().contains(other.uri()))
        .ifPresent(
            other -> {
              throw bad(
                  "entity-categories",
                  category.label() + " is declared without " + other.label() + " (TAR 3.4)",
                  "Declare " + other.uri() + " too");
            });
    // DP-6.2.1-02.
    for (Attribute attribute : category.requiredAttributes()) {
      if (!profile.attributes().contains(attribute)) {
        throw bad(
            "attributes",
            category.label() + " demands " + attribute.friendlyName() + ", which is not listed",
            "Add the attribute or remove the category");
      }
    }
  }

  /** TAR-2.3-01, TAR-2.3-02: both attribute sets, at every level it delivers. */
  private void authorizationSystem() {
    if (!profile.contracts().contains(ServiceContract.EID_AUTHORIZATION_SYSTEM.uri())) {
      return;
    }
    for (LevelOfAssurance level : profile.levels()) {
      List<String> sets =
          profile.serviceCategories().stream()
              .filter(category -> category.accepts(level))
              .map(category -> category.attributeSet().id())
              .toList();
      if (!sets.contains("ELN-AP-Pnr-01") || !sets.contains("ELN-AP-NaturalPerson-01")) {
        throw bad(
            "entity-categories",
            "the authorisation system wants both the pnr and the name category at " + level.uri(),
            "Declare both (TAR 2.3)");
      }
    }
  }

  /** DP-8-01. */
  private void keySizes() {
    if (profile.signingKey().isRsa() && profile.signingKey().bits() < Limits.RSA_MINIMUM_BITS
        || profile.encryptionKey().bits() < Limits.RSA_MINIMUM_BITS) {
      throw bad("keys", "an RSA key has less than 2048 bits", "Use rsa-2048 or longer (DP 8)");
    }
  }

  private BadInput bad(String key, String problem, String remedy) {
    return root.required(key).bad(problem, remedy);
  }
}
