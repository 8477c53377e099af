package se.genrep.reference;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.federation.Feed;
import se.genrep.federation.SignedDocument;

/**
 * The identity providers as the operator's signed metadata says, read anew when that changes
 * (DP-2-05). Thread-safe.
 */
final class DemoDirectory {

  private final Federation federation;
  private final Clock clock;
  private SignedDocument read;
  private List<EntityMetadata> providers = List.of();

  DemoDirectory(Federation federation, Clock clock) {
    this.federation = federation;
    this.clock = clock;
  }

  /**
   * @throws se.genrep.input.BadInput when the metadata is not to be trusted
   */
  synchronized List<EntityMetadata> providers() {
    SignedDocument now = federation.feed(Feed.IDP);
    if (now != read) {
      providers =
          Setup.members(federation, now.bytes(), clock).stream()
              .filter(entity -> entity.identityProvider().isPresent())
              .toList();
      read = now;
    }
    return providers;
  }

  Optional<EntityMetadata> find(String entityId) {
    return providers().stream().filter(idp -> idp.entityId().equals(entityId)).findFirst();
  }
}
