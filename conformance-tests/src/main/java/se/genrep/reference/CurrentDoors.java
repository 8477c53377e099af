package se.genrep.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.federation.EntityMetadata;

/** The sign-ins of a service provider by the metadata that it has at the moment. Thread-safe. */
final class CurrentDoors {

  private final Optional<FeedConsumer> feed;
  private final Function<List<EntityMetadata>, Optional<Doors>> make;
  private Optional<Doors> doors;
  private boolean fallen;

  /**
   * @param feed what is read anew at a refresh; empty for metadata that stays
   * @param make the sign-ins with members of the federation; empty when the identity provider is
   *     none of them
   */
  CurrentDoors(
      Doors first,
      Optional<FeedConsumer> feed,
      Function<List<EntityMetadata>, Optional<Doors>> make) {
    this.doors = Optional.of(first);
    this.feed = feed;
    this.make = make;
  }

  boolean canRefresh() {
    return feed.isPresent();
  }

  /** Empty when there is nobody to sign in with. */
  synchronized Optional<Doors> now() {
    if (fallen) {
      throw new IllegalStateException("the service provider has fallen over");
    }
    return doors;
  }

  /**
   * Reads the metadata anew.
   *
   * @throws Refusal when it is not taken; then everything is as before
   */
  synchronized void refresh() throws Refusal {
    try {
      doors = make.apply(feed.orElseThrow().read());
    } catch (IllegalStateException e) {
      fallen = true;
      throw e;
    }
  }
}
