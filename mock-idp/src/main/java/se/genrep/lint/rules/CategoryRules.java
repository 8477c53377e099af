package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;

import java.util.List;
import java.util.Locale;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.MetadataAttribute;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceProperty;
import se.genrep.registry.ServiceType;
import se.genrep.saml.XmlNode;

/** How entity categories are declared, and which an entity may declare (EC 1, 2, 3, 5). */
public final class CategoryRules {

  public static final Rule MISPLACED =
      rule(
              "entity-attributes-misplaced",
              "has entity attributes where nobody looks for them",
              "EC-1-01")
          .ofEntity(
              (entity, at, report) -> {
                List<org.w3c.dom.Element> right =
                    at.all("md:Extensions/mdattr:EntityAttributes").stream()
                        .map(XmlNode::element)
                        .toList();
                entity.everywhere(Namespace.MDATTR, "EntityAttributes").stream()
                    .filter(attributes -> !right.contains(attributes.element()))
                    .forEach(
                        attributes ->
                            report.add(
                                attributes,
                                "mdattr:EntityAttributes outside the extensions of the entity",
                                "it in md:EntityDescriptor/md:Extensions",
                                "Move it there"));
              });

  public static final Rule MISNAMED =
      rule(
              "entity-category-misnamed",
              "declares categories in an attribute of another name or format",
              "EC-1.5-01")
          .ofEntity(
              (entity, at, report) ->
                  AttributeNaming.judge(
                      at.all("md:Extensions/mdattr:EntityAttributes/saml:Attribute"),
                      MetadataAttribute.ENTITY_CATEGORY,
                      uri -> EntityCategory.Type.of(uri).isPresent(),
                      report));

  public static final Rule SEVERAL_ATTRIBUTES =
      rule(
              "entity-category-attribute-twice",
              "declares its categories in several attributes",
              "EC-1.5-02")
          .ofEntity(
              (entity, at, report) -> {
                List<XmlNode> all = entity.attributes(MetadataAttribute.ENTITY_CATEGORY);
                if (all.size() > 1) {
                  report.add(
                      all.get(1),
                      all.size() + " attributes of the name",
                      "one saml:Attribute with several values",
                      "Move the values into the first");
                }
              });

  public static final Rule NEAR_MISS =
      rule(
              "identifier-misspelt",
              "writes an identifier of the framework so that nobody recognises it",
              "REG-2.1-01")
          .ofEntity(
              (entity, at, report) ->
                  entity
                      .root()
                      .all(
                          "md:Extensions/mdattr:EntityAttributes/saml:Attribute/saml:AttributeValue")
                      .forEach(
                          value ->
                              Identifiers.meant(value.text().strip())
                                  .ifPresent(
                                      meant ->
                                          report.add(
                                              value,
                                              value.text().strip(),
                                              meant + ", letter by letter",
                                              "Correct it"))));

  public static final Rule NOT_A_URL =
      rule("identifier-no-url", "declares an identifier that is no URL", "REG-2.1-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode value : entity.categoryValues()) {
                  String uri = value.text().strip();
                  boolean framework = EntityCategory.Type.of(uri).isPresent();
                  if (framework && !uri.matches("[!-~]+")) {
                    report.add(
                        value,
                        uri,
                        "a URL: letters from a to z, digits and signs, all else as %XX",
                        "Agree on an identifier without å, ä, ö or spaces");
                  }
                }
              });

  public static final Rule CONTRACT_PREFIX =
      rule(
              "contract-without-prefix",
              "declares a contract that is none by its prefix",
              "REG-3.1.3.4-01",
              "EC-5-01",
              "TAR-3.6.2-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode value : entity.categoryValues()) {
                  String uri = value.text().strip();
                  String prefix = EntityCategory.Type.SERVICE_CONTRACT.prefixes().get(0);
                  boolean contract = uri.toLowerCase(Locale.ROOT).contains("/contract");
                  if (contract && (!uri.startsWith(prefix) || uri.length() == prefix.length())) {
                    report.add(
                        value,
                        uri,
                        "a URI that begins with " + prefix + "<organisation>",
                        "Agree on an identifier with this prefix");
                  }
                }
              });

  public static final Rule CONTRACT_DEEP =
      pointer(
              "contract-with-slashes",
              "declares a contract whose name has slashes of its own",
              "TAR-3.6.2-01",
              "REG-2.1-01")
          .ofEntity(
              (entity, at, report) -> {
                String prefix = EntityCategory.Type.SERVICE_CONTRACT.prefixes().get(0);
                for (XmlNode value : entity.categoryValues()) {
                  String uri = value.text().strip();
                  if (uri.startsWith(prefix)
                      && uri.substring(prefix.length()).split("/").length > 2) {
                    report.add(
                        value,
                        uri,
                        "the organisation and one name, as the operator's own have",
                        "Check that both parties write it in exactly the same way");
                  }
                }
              });

  public static final Rule GENERAL_PREFIX =
      rule(
              "general-category-unknown",
              "declares a general category that does not exist",
              "REG-3.1.3.5-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode value : entity.categoryValues()) {
                  String uri = value.text().strip();
                  boolean general = uri.toLowerCase(Locale.ROOT).contains("/general-ec/");
                  boolean own =
                      uri.startsWith("http://id.swedenconnect.se/general-ec/")
                          && !uri.startsWith("http://id.swedenconnect.se/general-ec/1.0/");
                  if (general && !own && EntityCategory.of(uri).isEmpty()) {
                    report.add(
                        value,
                        uri,
                        "secure-authenticator-binding, accepts-coordination-number or"
                            + " supports-user-message under"
                            + " http://id.swedenconnect.se/general-ec/1.0/",
                        "Correct it");
                  }
                }
              });

  public static final Rule OWN_CATEGORY =
      rule("own-category-without-prefix", "declares a category of its own making", "EC-2-02")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode value : entity.categoryValues()) {
                  String uri = value.text().strip();
                  // The entity category attribute is shared with the rest of the world.
                  boolean likeOurs = uri.matches("https?://[^/]+/ec/.*");
                  boolean ours =
                      EntityCategory.of(uri).isPresent()
                          || uri.startsWith("http://id.swedenconnect.se/ec/");
                  if (likeOurs && !ours) {
                    report.add(
                        value,
                        uri,
                        "a URI that begins with http://id.swedenconnect.se/ec/<organisation>",
                        "Give it this prefix");
                  }
                }
              });

  public static final Rule LEFT_OUT =
      pointer(
              "category-left-out",
              "declares a category that the specification has left out since 1.8",
              "EC-2-02")
          .ofEntity(
              (entity, at, report) -> {
                for (ServiceEntityCategory category :
                    List.of(
                        ServiceEntityCategory.LOA3_HSAID,
                        ServiceEntityCategory.UNCERTIFIED_LOA3_HSAID)) {
                  if (entity.declares(category)) {
                    report.add(
                        entity.valueOf(category),
                        category.uri(),
                        "a category of Entity Categories 1.9; this one stands in the registry only",
                        "Ask the federation operator before relying on it");
                  }
                }
              });

  public static final Rule DELIVERY_BY_SP =
      rule(
              "eidas-delivery-by-sp",
              "asks for what only the Swedish eIDAS proxy service gets",
              "EC-2.1.4-02")
          .ofSp(
              (entity, at, report) -> {
                if (entity.declares(ServiceEntityCategory.EIDAS_PNR_DELIVERY)
                    && !Identifiers.isSwedishNode(entity)) {
                  report.add(
                      entity.valueOf(ServiceEntityCategory.EIDAS_PNR_DELIVERY),
                      ServiceEntityCategory.EIDAS_PNR_DELIVERY.uri(),
                      "another category; this is the proxy service's alone",
                      "Declare a -pnr category with the level that is needed");
                }
              });

  public static final Rule SCAL2_WITHOUT_SIGSERVICE =
      rule(
              "scal2-without-sigservice",
              "declares scal2 and is no signature service",
              "EC-3.2-03",
              "DP-2.1.4-01")
          .ofSp(
              (entity, at, report) -> {
                if (entity.declares(ServiceProperty.SCAL2)
                    && !entity.declares(ServiceType.SIGSERVICE)) {
                  report.add(
                      entity.valueOf(ServiceProperty.SCAL2),
                      "scal2 without sigservice",
                      "scal2 on signature services only",
                      "Remove it, or declare " + ServiceType.SIGSERVICE.uri() + " if it is one");
                }
              });

  public static final Rule SIGSERVICE_UNSIGNED =
      rule(
              "sigservice-requests-unsigned",
              "is a signature service that does not promise to sign requests",
              "DP-2.1.4-02",
              "DP-2.1.4-03",
              "DP-7.1-03")
          .ofSp(
              (entity, at, report) -> {
                if (entity.declares(ServiceType.SIGSERVICE)
                    && !Entity.isTrue(at, "AuthnRequestsSigned")) {
                  report.add(
                      at,
                      at.attribute("AuthnRequestsSigned")
                          .map(value -> "AuthnRequestsSigned=\"" + value + "\"")
                          .orElse("no AuthnRequestsSigned"),
                      "AuthnRequestsSigned=\"true\"",
                      "Set it, and sign every request");
                }
              });

  public static final Rule SUPERSEDED_CONTRACT =
      pointer(
              "eid-choice-2017",
              "declares the contract that the authorisation system has superseded",
              "TAR-3.6.5-02",
              "TAR-3.6.5-01",
              "TAR-3.6.3-02",
              "TAR-3.6.3-01")
          .ofEntity(
              (entity, at, report) -> {
                if (entity.declares(ServiceContract.EID_CHOICE_2017)) {
                  boolean both = entity.declares(ServiceContract.EID_AUTHORIZATION_SYSTEM);
                  report.add(
                      entity.valueOf(ServiceContract.EID_CHOICE_2017),
                      "eid-choice-2017"
                          + (both ? " and eid-authorization-system" : " alone of the two"),
                      "eid-authorization-system: Auktorisationssystem för elektronisk"
                          + " identifiering replaces Valfrihetssystem 2017 from 1 January 2026",
                      both
                          ? "Remove eid-choice-2017 once no agreement of 2017 is in use"
                          : "Join the authorisation system and declare "
                              + ServiceContract.EID_AUTHORIZATION_SYSTEM.uri());
                }
              });

  private CategoryRules() {}
}
