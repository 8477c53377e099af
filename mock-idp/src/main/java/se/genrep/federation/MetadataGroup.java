package se.genrep.federation;

import java.time.Instant;
import java.util.Optional;
import se.genrep.input.BadInput;

/** An md:EntitiesDescriptor, which can end the validity of all that is in it. */
final class MetadataGroup {

  private final MetadataGroup parent;
  private Instant until;
  private BadInput over;

  /**
   * @param parent the group it is in, or null
   */
  MetadataGroup(MetadataGroup parent) {
    this.parent = parent;
  }

  /**
   * @param end its validUntil
   * @param complaint to be made when that has passed
   */
  void ends(Instant end, BadInput complaint) {
    until = end;
    over = complaint;
  }

  /** The earliest end of it and of the groups it is in. */
  Optional<Instant> end() {
    Instant outer = parent == null ? null : parent.end().orElse(null);
    if (outer == null || until == null) {
      return Optional.ofNullable(outer == null ? until : outer);
    }
    return Optional.of(outer.isBefore(until) ? outer : until);
  }

  /** Why nothing in it holds at a time; empty while it does. */
  Optional<BadInput> complaint(Instant now) {
    Optional<BadInput> outer = parent == null ? Optional.empty() : parent.complaint(now);
    return outer.isPresent() || until == null || until.isAfter(now) ? outer : Optional.of(over);
  }
}
