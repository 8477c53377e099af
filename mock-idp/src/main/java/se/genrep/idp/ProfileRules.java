package se.genrep.idp;

import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.input.BadInput;
import se.genrep.input.YamlNode;
import se.genrep.registry.Attribute;
import se.genrep.registry.Attribute.Scoped;
import se.genrep.registry.AttributeSet;
import se.genrep.registry.EntityCategory;
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
    rules.authorities();
    profile.serviceCategories().forEach(rules::category);
    rules.authorizationSystem();
    rules.choice2017();
    rules.employees();
    rules.keySizes();
  }

  /** REG-3.1.1.2-01: who is certified does not self-declare, and the other way round. */
  private void levels() {
    boolean certified = any(Kind.CERTIFIED) || any(Kind.NONRESIDENT) || any(Kind.EIDAS);
    boolean uncertified = any(Kind.UNCERTIFIED) || any(Kind.UNCERTIFIED_EIDAS);
    if (certified && uncertified) {
      throw bad(
          "levels-of-assurance",
          "certified and uncertified levels stand together",
          "An identity provider is reviewed by Digg or it is not; make two profiles");
    }
    if (any(Kind.EIDAS) != profile.isEidasConnector()
        || any(Kind.EIDAS) && !profile.levels().stream().allMatch(l -> l.kind() == Kind.EIDAS)) {
      throw bad(
          "levels-of-assurance",
          "the eIDAS levels are for the Swedish eIDAS node, which has countries, and for it alone"
              + " (TAR 3.3)",
          "Use an uncertified-eidas level for a proxy");
    }
    if (any(Kind.UNCERTIFIED_EIDAS) && profile.authorities().isEmpty()) {
      throw bad(
          "levels-of-assurance",
          "an uncertified-eidas level stands here, which only a proxy may use (REG 3.1.1.2)",
          "Name those behind it as authorities");
    }
    if (any(Kind.NONRESIDENT) && !declares(ServiceContract.PREPAID_AUTH_2021)) {
      throw bad(
          "levels-of-assurance",
          "a non-resident level stands here without the contract prepaid-auth-2021 (TAR 3.3)",
          "Declare " + ServiceContract.PREPAID_AUTH_2021.uri() + " or remove the level");
    }
  }

  private boolean any(Kind kind) {
    return profile.levels().stream().map(LevelOfAssurance::kind).anyMatch(kind::equals);
  }

  private boolean declares(EntityCategory category) {
    return profile.categories().contains(category.uri());
  }

  /** Who authenticated follows from the person and the level, so it must be one. */
  private void authorities() {
    if (profile.authorities().isEmpty()) {
      return;
    }
    for (LevelOfAssurance level : profile.levels()) {
      long count = profile.authorities().stream().filter(a -> a.levels().contains(level)).count();
      if (profile.isEidasConnector() ? count == 0 : count != 1) {
        throw bad(
            "levels-of-assurance",
            count + " of the authorities behind the proxy stand for " + level.uri(),
            "Name the level at exactly one of them");
      }
    }
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
    if (declares(ServiceContract.EID_AUTHORIZATION_SYSTEM)) {
      demandSets(
          "the authorisation system wants both the pnr and the name category",
          AttributeSet.PNR,
          AttributeSet.NATURAL_PERSON);
    }
  }

  private void demandSets(String demand, AttributeSet... wanted) {
    for (LevelOfAssurance level : profile.levels()) {
      Set<AttributeSet> sets =
          profile.serviceCategories().stream()
              .filter(category -> category.accepts(level))
              .map(ServiceEntityCategory::attributeSet)
              .collect(Collectors.toSet());
      for (AttributeSet set : wanted) {
        boolean fits =
            level.personalIdentityNumberAllowed()
                || !set.required().contains(Attribute.PERSONAL_IDENTITY_NUMBER);
        if (fits && !sets.contains(set)) {
          throw bad(
              "entity-categories",
              demand + " at " + level.uri() + ", and none has " + set.id(),
              "Declare it too (TAR 2.3)");
        }
      }
    }
  }

  /** TAR-1.1.1-01. */
  private void choice2017() {
    boolean higher =
        profile.levels().stream()
            .allMatch(level -> level == LevelOfAssurance.LOA3 || level == LevelOfAssurance.LOA4);
    if (declares(ServiceContract.EID_CHOICE_2017) && !higher) {
      throw bad(
          "levels-of-assurance",
          "Valfrihetssystem 2017 is for level 3 and 4 alone (TAR 1.1.1)",
          "Remove the other levels");
    }
  }

  /** TAR-2.1.2-02, TAR-2.3-03 to -05, DP-2.1.3.1-02. */
  private void employees() {
    boolean scoped = profile.attributes().stream().anyMatch(a -> a.scoped() == Scoped.YES);
    if (scoped && profile.scopes().isEmpty()) {
      throw bad(
          "attributes",
          "a scoped attribute is listed, and no scopes are (DP 2.1.3.1)",
          "Add 'scopes:' with the numbers of the organisations");
    }
    if (!declares(ServiceContract.PREPAID_AUTH_2021)) {
      return;
    }
    demandSets(
        "eID för medarbetare wants the orgid, the pnr and the name category",
        AttributeSet.ORG_PERSON,
        AttributeSet.PNR,
        AttributeSet.NATURAL_PERSON);
    if (!profile.showsAttributes()) {
      throw bad(
          "entity-categories",
          "under eID för medarbetare the person is always told what is released (TAR 2.1.2)",
          "Write 'attribute-display: true'");
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
