package se.genrep.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.person.Bilingual;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;
import se.genrep.registry.ServiceEntityCategory;

/** The services of the demo: each is an entity of its own, with what it declares and asks for. */
enum DemoService {
  /** Takes samordningsnummer (EC 6.2). */
  WITH_SAMORDNINGSNUMMER(
      "sp-optin",
      new Bilingual("Demotjänsten", "Demo e-service"),
      ServiceMetadata.CATEGORIES,
      Setup.WANTED,
      true,
      Attribute.PERSONAL_IDENTITY_NUMBER),
  /** As the first, but for personnummer only. */
  WITHOUT_SAMORDNINGSNUMMER(
      "sp",
      new Bilingual("Demotjänsten för personnummer", "Demo e-service for personnummer"),
      ServiceMetadata.CATEGORIES,
      Setup.WANTED,
      false,
      Attribute.PERSONAL_IDENTITY_NUMBER),
  /** For people with a foreign eID; knows them by their {@code prid}. */
  EIDAS(
      "sp-eidas",
      new Bilingual("Demotjänsten för utländsk e-legitimation", "Demo e-service for foreign eIDs"),
      List.of(ServiceEntityCategory.EIDAS_NATURALPERSON),
      levels(Kind.EIDAS, Kind.UNCERTIFIED_EIDAS),
      true,
      Attribute.PRID),
  /** For employees; knows them by their identity within the organisation. */
  EMPLOYEES(
      "sp-employees",
      new Bilingual("Demotjänsten för medarbetare", "Demo e-service for employees"),
      List.of(
          ServiceEntityCategory.LOA2_ORGID,
          ServiceEntityCategory.LOA3_ORGID,
          ServiceEntityCategory.LOA4_ORGID),
      Stream.concat(
              Stream.of(LevelOfAssurance.LOA3, LevelOfAssurance.LOA2, LevelOfAssurance.LOA4),
              levels(Kind.NONRESIDENT).stream())
          .toList(),
      true,
      Attribute.ORG_AFFILIATION);

  private final String id;
  private final Bilingual label;
  private final List<ServiceEntityCategory> categories;
  private final List<LevelOfAssurance> levels;
  private final boolean optedIn;
  private final Attribute knownBy;

  DemoService(
      String id,
      Bilingual label,
      List<ServiceEntityCategory> categories,
      List<LevelOfAssurance> levels,
      boolean optedIn,
      Attribute knownBy) {
    this.id = id;
    this.label = label;
    this.categories = categories;
    this.levels = levels;
    this.optedIn = optedIn;
    this.knownBy = knownBy;
  }

  private static List<LevelOfAssurance> levels(Kind... kinds) {
    return Arrays.stream(LevelOfAssurance.values())
        .filter(level -> List.of(kinds).contains(level.kind()))
        .toList();
  }

  static Optional<DemoService> of(String id) {
    return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
  }

  /** The part of its addresses that is its own. */
  String id() {
    return id;
  }

  String name(String language) {
    return language.equals("en") ? label.en() : label.sv();
  }

  /** The levels it takes, in the order of its preference. */
  List<LevelOfAssurance> levels() {
    return levels;
  }

  /** The attribute by which it knows people. */
  Attribute knownBy() {
    return knownBy;
  }

  String entityId(String baseUrl) {
    return baseUrl + "/" + id;
  }

  String acsUrl(String baseUrl) {
    return entityId(baseUrl) + "/acs";
  }

  /** Where the discovery service sends people back to. */
  String chosenUrl(String baseUrl) {
    return entityId(baseUrl) + "/chosen";
  }

  /** Of these levels those that an identity provider declares (DP-5.3.1-05). */
  List<String> common(EntityMetadata idp) {
    return levels.stream().map(LevelOfAssurance::uri).filter(idp.assurance()::contains).toList();
  }

  /** What it goes by when it asks and judges within a setup. */
  Policy policy(String baseUrl, Setup setup, ServiceKeys keys) {
    Variant variant = optedIn ? Variant.conforming() : Variant.conforming().notOptedIn();
    return new Policy(
        variant, setup, entityId(baseUrl), acsUrl(baseUrl), keys, knownBy, "", check -> {});
  }

  /**
   * @param idps of these it has the contracts of all that have a category of its own, so that they
   *     serve it (EC-1.3-04)
   */
  ServiceMetadata.Description description(String baseUrl, List<EntityMetadata> idps) {
    return new ServiceMetadata.Description(
        categories,
        ServiceMetadata.contracts(
            idps.stream()
                .filter(idp -> categories.stream().anyMatch(each -> idp.declares(each.uri())))
                .toList()),
        label,
        Optional.of(chosenUrl(baseUrl)));
  }
}
