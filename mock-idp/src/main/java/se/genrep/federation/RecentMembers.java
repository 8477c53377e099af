package se.genrep.federation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The members used last, ready to use; the others are read again when they are wanted. */
final class RecentMembers {

  /** Some 20 kB each. */
  private static final int MOST = 500;

  private final Map<Member, EntityMetadata> entities =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Member, EntityMetadata> eldest) {
          return size() > MOST;
        }
      };

  /** The member as an entity; empty when it cannot be used. */
  Optional<EntityMetadata> get(Member member, Instant now) {
    EntityMetadata kept;
    synchronized (this) {
      kept = entities.get(member);
    }
    if (kept != null && kept.validUntil().map(until -> until.isAfter(now)).orElse(true)) {
      return Optional.of(kept);
    }
    Optional<EntityMetadata> read = member.read(now);
    synchronized (this) {
      if (read.isEmpty()) {
        entities.remove(member);
      } else {
        entities.put(member, read.get());
      }
    }
    return read;
  }

  /** As {@link #get}, for going through all: what is read is not kept. */
  Optional<EntityMetadata> peek(Member member, Instant now) {
    EntityMetadata kept;
    synchronized (this) {
      kept = entities.get(member);
    }
    return kept != null && kept.validUntil().map(until -> until.isAfter(now)).orElse(true)
        ? Optional.of(kept)
        : member.read(now);
  }

  synchronized void clear() {
    entities.clear();
  }
}
