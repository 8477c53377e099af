package se.genrep.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.Federation;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.registry.LevelOfAssurance;

/** The start page. */
final class FederationDesk {

  /** Where an identity provider's own metadata is, after its entityID. */
  static final String METADATA = "/metadata";

  /** How many service providers, and problems, the page lists. */
  private static final int MOST_SHOWN = 50;

  private final Federation federation;
  private final List<MockIdp> idps;
  private final String baseUrl;
  private final Optional<Path> folder;
  private final Pages pages;

  /**
   * @param folder where service providers put their metadata, if the federation has one
   */
  FederationDesk(
      Federation federation,
      List<MockIdp> idps,
      String baseUrl,
      Optional<Path> folder,
      Pages pages) {
    this.federation = federation;
    this.idps = idps;
    this.baseUrl = baseUrl;
    this.folder = folder;
    this.pages = pages;
  }

  Reply start(Call call) {
    Language language = call.language();
    Federation.Census census = federation.census();
    return pages.start(
        new StartPage(
            Frame.page(language, Text.START_TITLE),
            baseUrl + MetadataDesk.AGGREGATE,
            List.of(
                new StartPage.Place(
                    "feed-idp", Text.FEED_IDP, baseUrl + MetadataDesk.IDP_FEED, true),
                new StartPage.Place("feed-sp", Text.FEED_SP, baseUrl + MetadataDesk.SP_FEED, true),
                new StartPage.Place("mdq", Text.MDQ, baseUrl + MetadataDesk.MDQ, false),
                new StartPage.Place(
                    "discovery", Text.DISCOVERY, baseUrl + DiscoveryDesk.PATH, false)),
            baseUrl + JoinDesk.PATH,
            baseUrl + MetadataDesk.SIGNER,
            idps.stream().map(idp -> idp(idp, language)).toList(),
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
