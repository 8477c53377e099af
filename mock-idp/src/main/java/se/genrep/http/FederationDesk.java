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
    return pages.start(
        new StartPage(
            Frame.page(language, Text.START_TITLE),
            baseUrl + MetadataDesk.AGGREGATE,
            baseUrl + MetadataDesk.SIGNER,
            idps.stream().map(idp -> idp(idp, language)).toList(),
            federation.serviceProviders().stream()
                .map(sp -> new StartPage.Member(Service.of(sp, language), sp.file()))
                .toList(),
            folder.map(Path::toString).orElse(null),
            federation.problems().stream().map(BadInput::getMessage).toList()));
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
