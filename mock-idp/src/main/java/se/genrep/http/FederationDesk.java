package se.genrep.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceType;

/** The start page. */
final class FederationDesk {

  /** Where an identity provider's own metadata is, after its entityID. */
  static final String METADATA = "/metadata";

  /** Whose configuration is shown without a choice. */
  private static final String USUAL = "supplier-loa2-loa3";

  /** How many service providers, and problems, the page lists. */
  private static final int MOST_SHOWN = 50;

  private final Federation federation;
  private final List<MockIdp> idps;
  private final String baseUrl;
  private final Optional<Path> folder;
  private final Neighbours neighbours;
  private final Pages pages;

  /**
   * @param folder where service providers put their metadata, if the federation has one
   * @param neighbours what else runs
   */
  FederationDesk(
      Federation federation,
      List<MockIdp> idps,
      String baseUrl,
      Optional<Path> folder,
      Neighbours neighbours,
      Pages pages) {
    this.federation = federation;
    this.idps = idps;
    this.baseUrl = baseUrl;
    this.folder = folder;
    this.neighbours = neighbours;
    this.pages = pages;
  }

  Reply start(Call call) {
    Language language = call.language();
    Federation.Census census = federation.census();
    Optional<MockIdp> chosen = chosen(call);
    return pages.start(
        new StartPage(
            chosen.isEmpty()
                ? Frame.page(language, Text.START_TITLE)
                : Frame.query(
                    language,
                    Text.START_TITLE.in(language),
                    "/?idp=" + chosen.get().profile().id()),
            neighbours.demo().map(url -> url + "/").orElse(null),
            neighbours.control().map(this::control).orElse(null),
            baseUrl + MetadataDesk.AGGREGATE,
            places(),
            baseUrl + JoinDesk.PATH,
            baseUrl + MetadataDesk.SIGNER,
            idps.stream().map(idp -> idp(idp, language)).toList(),
            chosen
                .or(() -> idps.stream().filter(idp -> idp.profile().id().equals(USUAL)).findFirst())
                .map(idp -> setup(idp, language))
                .orElse(null),
            federation.serviceProviders(MOST_SHOWN).stream()
                .map(sp -> new StartPage.Member(Service.of(sp, language), sp.file()))
                .toList(),
            Math.max(0, census.all() - MOST_SHOWN),
            census.read() < census.inFiles()
                ? Text.STILL_READING.in(language, census.read(), census.inFiles())
                : null,
            folder.map(Path::toString).orElse(null),
            census.problems().stream().limit(MOST_SHOWN).map(BadInput::getMessage).toList()));
  }

  /** The identity provider that the person wants configuration for. */
  private Optional<MockIdp> chosen(Call call) {
    FormFields query = FormFields.parse(call.rawQuery().getBytes(StandardCharsets.UTF_8));
    return query
        .find("idp")
        .flatMap(id -> idps.stream().filter(idp -> idp.profile().id().equals(id)).findFirst());
  }

  private StartPage.Control control(URI url) {
    String token =
        neighbours.guarded() ? "-H \"Authorization: Bearer $GENREP_CONTROL_TOKEN\" " : "";
    return new StartPage.Control(
        url + "/",
        "curl "
            + token
            + "-H 'Content-Type: application/json' -d '{\"outcome\": \"cancel\"}' "
            + url
            + "/v1/next",
        "curl " + token + url + "/v1/history");
  }

  private StartPage.Setup setup(MockIdp idp, Language language) {
    IdpProfile profile = idp.profile();
    EntityMetadata entity = federation.entity(idp.entityId()).orElseThrow();
    return new StartPage.Setup(
        profile.id(),
        profile.displayName().get(language.tag()),
        ProductSetup.of(
            new ProductSetup.Facts(
                idp.entityId(),
                idp.entityId() + METADATA,
                idp.location(true),
                certificate(entity),
                profile.levels().stream().map(LevelOfAssurance::uri).toList(),
                wanted(profile),
                baseUrl + MetadataDesk.IDP_FEED,
                baseUrl + MetadataDesk.SIGNER)));
  }

  /** What a service declares to be served by the identity provider, whoever signs in. */
  private static List<String> wanted(IdpProfile profile) {
    List<String> wanted = new ArrayList<>();
    profile.serviceCategories().forEach(category -> wanted.add(category.uri()));
    wanted.addAll(profile.contracts());
    wanted.add(ServiceType.PUBLIC_SECTOR_SP.uri());
    if (profile.attributes().contains(Attribute.PERSONAL_IDENTITY_NUMBER)) {
      wanted.add(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri());
    }
    return wanted;
  }

  private List<StartPage.Place> places() {
    List<StartPage.Place> places = new ArrayList<>();
    neighbours
        .guests()
        .forEach(
            guest ->
                places.add(
                    new StartPage.Place(
                        guest.path().substring(1), guest.name(), baseUrl + guest.path(), true)));
    places.add(place("feed-idp", Text.FEED_IDP, MetadataDesk.IDP_FEED, true));
    places.add(place("feed-sp", Text.FEED_SP, MetadataDesk.SP_FEED, true));
    places.add(place("mdq", Text.MDQ, MetadataDesk.MDQ, false));
    places.add(place("discovery", Text.DISCOVERY, DiscoveryDesk.PATH, false));
    return places;
  }

  private StartPage.Place place(String id, Text name, String path, boolean link) {
    return new StartPage.Place(id, name.both(), baseUrl + path, link);
  }

  private static String certificate(EntityMetadata idp) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              idp.identityProvider().orElseThrow().keys().signing().get(0).getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
  }

  private static StartPage.Idp idp(MockIdp idp, Language language) {
    IdpProfile profile = idp.profile();
    IdpProfile.Logo logo = profile.logo();
    return new StartPage.Idp(
        profile.id(),
        profile.displayName().get(language.tag()),
        profile.description().get(language.tag()),
        new Service.Picture(logo.uri(), logo.width(), logo.height()),
        idp.entityId(),
        idp.entityId() + METADATA,
        profile.levels().stream().map(LevelOfAssurance::uri).toList());
  }
}
