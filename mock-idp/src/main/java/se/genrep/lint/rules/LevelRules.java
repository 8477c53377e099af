package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.DeprecatedContext;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;
import se.genrep.registry.MetadataAttribute;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.XmlNode;

/** The declared levels of assurance (REG 3.1.1, TAR 1.2.3, 3.3). */
public final class LevelRules {

  public static final Rule UNKNOWN =
      suspicion(
              "level-unknown",
              "declares a level that is not in the registry",
              "DP-2.1.3-03",
              "REG-2.1-01")
          .ofIdp(
              (entity, at, report) -> {
                for (XmlNode value : entity.levelValues()) {
                  String uri = value.text().strip();
                  boolean known =
                      LevelOfAssurance.of(uri).isPresent()
                          || DeprecatedContext.of(uri).isPresent()
                          || Identifiers.meant(uri).isPresent();
                  if (!known) {
                    report.add(
                        value,
                        uri,
                        "a level of registry 3.1.1",
                        "Correct it; one of your own making is understood by nobody else");
                  }
                }
              });

  public static final Rule MISNAMED =
      rule(
              "level-attribute-misnamed",
              "declares levels in an attribute of another name or format",
              "DP-2.1.3-03")
          .ofIdp(
              (entity, at, report) ->
                  AttributeNaming.judge(
                      entity.root().all("md:Extensions/mdattr:EntityAttributes/saml:Attribute"),
                      MetadataAttribute.ASSURANCE_CERTIFICATION,
                      uri -> LevelOfAssurance.of(uri).isPresent(),
                      report));

  public static final Rule SIGN_MESSAGE_CONTEXT =
      rule(
              "sign-message-context",
              "declares the sign message context that must no longer be used",
              "TAR-3.3-08")
          .ofEntity(
              (entity, at, report) ->
                  deprecated(entity, DeprecatedContext.Status.FORBIDDEN, report));

  public static final Rule REMOVED_CONTEXT =
      suspicion(
              "removed-context",
              "declares a sign message context that the registry has removed",
              "TAR-3.3-08",
              "REG-2.1-01")
          .ofEntity(
              (entity, at, report) -> deprecated(entity, DeprecatedContext.Status.REMOVED, report));

  public static final Rule EIDAS_OF_ANOTHER =
      rule(
              "eidas-level-of-the-node",
              "declares levels that are the Swedish eIDAS node's alone",
              "TAR-3.3-06",
              "TAR-1.2.3-21",
              "REG-3.1.1-04")
          .ofIdp(
              (entity, at, report) -> {
                boolean delivers = entity.declares(ServiceEntityCategory.EIDAS_PNR_DELIVERY);
                if (!Identifiers.isSwedishNode(entity) && !looksLikeNode(entity) && !delivers) {
                  for (XmlNode value : ofKind(entity, Kind.EIDAS)) {
                    report.add(
                        value,
                        value.text().strip(),
                        "an uncertified-eidas-… level, for a proxy that offers eIDAS",
                        "Declare the uncertified level, and answer with it");
                  }
                }
              });

  public static final Rule EIDAS_NODE_CLAIM =
      pointer(
              "eidas-node-claim",
              "describes itself as the Swedish eIDAS node",
              "TAR-3.3-06",
              "REG-3.1.1-04")
          .ofIdp(
              (entity, at, report) -> {
                if (!Identifiers.isSwedishNode(entity) && looksLikeNode(entity)) {
                  report.add(
                      ofKind(entity, Kind.EIDAS).get(0),
                      "the levels of the node under the entityID " + entity.entityId(),
                      "the official node, which Digg operates under swedenconnect.se",
                      "Trust it as a test stand-in only");
                }
              });

  public static final Rule EIDAS_DELIVERY_LEVEL =
      pointer(
              "eidas-delivery-level",
              "delivers to eIDAS and declares eIDAS levels, as one rule wants and another forbids",
              "EC-2.1.4-04",
              "TAR-3.3-06")
          .ofIdp(
              (entity, at, report) -> {
                if (entity.declares(ServiceEntityCategory.EIDAS_PNR_DELIVERY)) {
                  List<XmlNode> levels = ofKind(entity, Kind.EIDAS);
                  report.add(
                      levels.isEmpty()
                          ? entity.valueOf(ServiceEntityCategory.EIDAS_PNR_DELIVERY)
                          : levels.get(0),
                      levels.isEmpty() ? "no eIDAS level" : levels.get(0).text().strip(),
                      "by EC 2.1.4 the eIDAS level that it delivers at; by TAR 3.3 none of them",
                      "Ask the federation operator which of the two holds");
                }
              });

  public static final Rule EIDAS_PERSON_WITHOUT_LEVEL =
      rule(
              "eidas-person-without-level",
              "offers eIDAS persons and declares no eIDAS level",
              "TAR-3.4.7-03")
          .ofIdp(
              (entity, at, report) -> {
                boolean any =
                    !ofKind(entity, Kind.EIDAS).isEmpty()
                        || !ofKind(entity, Kind.UNCERTIFIED_EIDAS).isEmpty();
                if (entity.declares(ServiceEntityCategory.EIDAS_NATURALPERSON) && !any) {
                  report.add(
                      entity.valueOf(ServiceEntityCategory.EIDAS_NATURALPERSON),
                      "eidas-naturalperson without an eIDAS level",
                      "the category on the Swedish eIDAS node and on proxies that offer eIDAS",
                      "Remove the category, or declare uncertified-eidas-… levels");
                }
              });

  public static final Rule NONRESIDENT_WITHOUT_CONTRACT =
      rule(
              "nonresident-without-contract",
              "declares a level for non-residents outside Förbetald e-legitimering",
              "TAR-3.3-04",
              "TAR-3.3-05")
          .ofIdp(
              (entity, at, report) -> {
                if (!entity.declares(ServiceContract.PREPAID_AUTH_2021)) {
                  for (XmlNode value : ofKind(entity, Kind.NONRESIDENT)) {
                    LevelOfAssurance level =
                        LevelOfAssurance.of(value.text().strip()).orElseThrow();
                    if (level != LevelOfAssurance.LOA4_NONRESIDENT) {
                      report.add(
                          value,
                          value.text().strip() + " without prepaid-auth-2021",
                          "the contract category " + ServiceContract.PREPAID_AUTH_2021.uri(),
                          "Declare the contract, or remove the level");
                    }
                  }
                }
              });

  public static final Rule NONRESIDENT_WITHOUT_LEVEL =
      suspicion(
              "nonresident-without-level",
              "declares a level for non-residents and not the level itself",
              "REG-3.1.1.1-03",
              "TAR-3.3-04")
          .ofIdp(
              (entity, at, report) -> {
                for (XmlNode value : ofKind(entity, Kind.NONRESIDENT)) {
                  LevelOfAssurance level = LevelOfAssurance.of(value.text().strip()).orElseThrow();
                  if (enough(level).stream()
                      .noneMatch(each -> entity.levels().contains(each.uri()))) {
                    report.add(
                        value,
                        value.text().strip() + " without " + level.base().orElseThrow().uri(),
                        "a provider that is certified on the level",
                        "Declare the level too, if it is approved for it");
                  }
                }
              });

  public static final Rule CERTIFIED_AND_UNCERTIFIED =
      suspicion(
              "certified-and-uncertified",
              "declares levels of reviewed and of unreviewed providers",
              "REG-3.1.1.2-01",
              "TAR-3.3-02",
              "TAR-3.3-03")
          .ofIdp(
              (entity, at, report) -> {
                List<XmlNode> uncertified = ofKind(entity, Kind.UNCERTIFIED);
                List<XmlNode> certified = ofKind(entity, Kind.CERTIFIED);
                if (!uncertified.isEmpty() && !certified.isEmpty()) {
                  report.add(
                      certified.get(0),
                      certified.get(0).text().strip()
                          + " beside "
                          + uncertified.get(0).text().strip(),
                      "the certified levels on providers that Digg has approved, and no others",
                      "Remove those that it is not approved for");
                }
              });

  public static final Rule UNCERTIFIED =
      pointer(
              "uncertified",
              "declares levels by its own word only: Digg has not reviewed it",
              "REG-3.1.1.2-02")
          .ofIdp(
              (entity, at, report) -> {
                List<XmlNode> uncertified = ofKind(entity, Kind.UNCERTIFIED);
                boolean others =
                    entity.levels().stream()
                        .flatMap(uri -> LevelOfAssurance.of(uri).stream())
                        .anyMatch(
                            level -> level.kind() == Kind.CERTIFIED || level.kind() == Kind.EIDAS);
                if (!uncertified.isEmpty() && !others) {
                  report.add(
                      uncertified.get(0),
                      uncertified.get(0).text().strip(),
                      "a provider that service providers must trust on other grounds",
                      "Know what it does; the authorisation system wants approved providers");
                }
              });

  public static final Rule NAME_NO_ADDRESS =
      pointer("entity-id-no-address", "has a name that is no web address", "DP-2-01")
          .ofEntity(
              (entity, at, report) -> {
                if (Endpoints.web(entity.entityId()).isEmpty()) {
                  report.add(
                      at,
                      "entityID=\"" + entity.entityId() + "\"",
                      "any URI will do; a URL of one's own domain cannot clash with another's",
                      "Leave it if it is in use: a change makes a new entity");
                }
              });

  private LevelRules() {}

  private static List<XmlNode> ofKind(Entity entity, Kind kind) {
    return entity.levelValues().stream()
        .filter(
            value ->
                LevelOfAssurance.of(value.text().strip())
                    .filter(level -> level.kind() == kind)
                    .isPresent())
        .toList();
  }

  /** All six levels of the node, no others, and its category: what nobody has by mistake. */
  private static boolean looksLikeNode(Entity entity) {
    return ofKind(entity, Kind.EIDAS).size() == 6
        && entity.levels().size() == 6
        && entity.declares(ServiceEntityCategory.EIDAS_NATURALPERSON);
  }

  /** The levels whose approval covers the one for non-residents: TAR 3.3 says loa3 "or higher". */
  private static Set<LevelOfAssurance> enough(LevelOfAssurance nonresident) {
    Set<LevelOfAssurance> enough = EnumSet.of(nonresident.base().orElseThrow());
    if (nonresident == LevelOfAssurance.LOA3_NONRESIDENT) {
      enough.add(LevelOfAssurance.LOA4);
    }
    return enough;
  }

  private static void deprecated(
      Entity entity, DeprecatedContext.Status status, Rule.Report report) {
    for (XmlNode value : entity.levelValues()) {
      DeprecatedContext.of(value.text().strip())
          .filter(context -> context.status() == status)
          .ifPresent(
              context ->
                  report.add(
                      value,
                      context.uri(),
                      "the plain level; a sign message goes with any of them now",
                      "Remove it, and put signMessageDigest into the assertion"));
    }
  }
}
