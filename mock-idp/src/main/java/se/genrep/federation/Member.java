package se.genrep.federation;

import java.time.Instant;
import java.util.Optional;
import se.genrep.input.BadInput;

/**
 * An entity in a file of members, read when it is first wanted; then what is remembered of it is
 * small, and {@link RecentMembers} has those in use.
 */
final class Member {

  /**
   * What was found when it was read.
   *
   * @param at when; what is over may hold again for a clock that was set back
   * @param problem why it cannot be used, or null
   * @param until when it ceases to hold, or null
   */
  private record Judged(Instant at, BadInput problem, Instant until, boolean serviceProvider) {
    boolean holds(Instant now) {
      return problem == null ? until == null || until.isAfter(now) : !now.isBefore(at);
    }
  }

  private final MemberFile file;
  private final MetadataPart part;
  private volatile Judged judged;

  Member(MemberFile file, MetadataPart part) {
    this.file = file;
    this.part = part;
  }

  String entityId() {
    return part.entityId();
  }

  MemberFile file() {
    return file;
  }

  boolean isRead() {
    return judged != null;
  }

  /** Whether what is known of it holds at the time, so that it need not be read to be judged. */
  boolean isJudged(Instant now) {
    Judged known = judged;
    return known != null && known.holds(now);
  }

  /** Why it cannot be used; empty while it can, and before it is read. */
  Optional<BadInput> problem() {
    return Optional.ofNullable(judged).map(Judged::problem);
  }

  /** Whether it was read and is of use: a service provider without a fault. */
  boolean isUsable() {
    Judged known = judged;
    return known != null && known.problem() == null && known.serviceProvider();
  }

  /** When it ceases to hold, for one that was read and holds for a time only. */
  Optional<Instant> until() {
    return Optional.ofNullable(judged).map(Judged::until);
  }

  /** Reads it; empty when it cannot be used or is no service provider. */
  Optional<EntityMetadata> read(Instant now) {
    if (isJudged(now) && !isUsable()) {
      return Optional.empty();
    }
    try {
      EntityMetadata entity = file.read(part, now);
      judged =
          new Judged(
              now, null, entity.validUntil().orElse(null), entity.serviceProvider().isPresent());
      return Optional.of(entity).filter(each -> each.serviceProvider().isPresent());
    } catch (BadInput problem) {
      if (!file.hasChanged()) { // otherwise it says nothing about what this file held
        judged = new Judged(now, problem, null, false);
      }
      return Optional.empty();
    }
  }
}
