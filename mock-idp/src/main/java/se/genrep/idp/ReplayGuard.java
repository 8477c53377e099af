package se.genrep.idp;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the messages that were accepted for as long as they could be accepted again. Bounded;
 * at the bound the oldest are forgotten first.
 */
public final class ReplayGuard {

  private static final int MOST = 100_000;

  private final Duration memory;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /**
   * @param memory longer than any message stays acceptable
   */
  public ReplayGuard(Duration memory) {
    this.memory = memory;
  }

  /** True the first time; false when this sender's message was accepted before. */
  public synchronized boolean isFirst(String sender, String id, Instant now) {
    Iterator<Instant> oldest = seen.values().iterator();
    while (oldest.hasNext() && (oldest.next().plus(memory).isBefore(now) || seen.size() >= MOST)) {
      oldest.remove();
    }
    return seen.putIfAbsent(sender + "\n" + id, now) == null;
  }
}
