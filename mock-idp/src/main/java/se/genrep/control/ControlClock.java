package se.genrep.control;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import se.genrep.input.YamlNode;

/** A clock that can be set ahead or back; it goes on from there. Thread-safe. */
public final class ControlClock extends Clock {

  private static final Duration FARTHEST = Duration.ofDays(3_650);

  private final Clock source;
  private final ThreadLocal<Duration> ofThread = new ThreadLocal<>();
  private volatile Duration offset = Duration.ZERO;

  public ControlClock(Clock source) {
    this.source = source;
  }

  /**
   * Reads whole seconds.
   *
   * @throws se.genrep.input.BadInput when it is none, or more than ten years
   */
  public static Duration offset(YamlNode node) {
    Duration offset = Duration.ofSeconds(node.integer());
    requireNear(offset, node);
    return offset;
  }

  /** Further off, certificates of our own do not hold. */
  private static void requireNear(Duration offset, YamlNode node) {
    if (offset.abs().compareTo(FARTHEST) > 0) {
      throw node.bad(
          "that is more than " + FARTHEST.toDays() + " days away", "Choose a time that is nearer");
    }
  }

  /**
   * Reads a moment in UTC to be set to.
   *
   * @throws se.genrep.input.BadInput when it is none, or more than ten years away
   */
  public void set(YamlNode node) {
    try {
      Duration to = Duration.between(source.instant(), Instant.parse(node.text()));
      requireNear(to, node);
      offset = to;
    } catch (DateTimeException e) {
      throw node.bad(
          "'" + node.text() + "' is no moment in UTC", "Write it as 2026-11-24T08:00:00Z");
    }
  }

  /** How far it is ahead of the source; negative when it is behind. */
  public Duration offset() {
    return offset;
  }

  public void offset(Duration other) {
    offset = other;
  }

  /** Works as if it were earlier or later by so much; only for the thread that works. */
  public <T> T shifted(Duration further, Supplier<T> work) {
    Duration before = ofThread.get();
    ofThread.set(before == null ? further : before.plus(further));
    try {
      return work.get();
    } finally {
      if (before == null) {
        ofThread.remove();
      } else {
        ofThread.set(before);
      }
    }
  }

  @Override
  public Instant instant() {
    Duration further = ofThread.get();
    Instant now = source.instant().plus(offset);
    return further == null ? now : now.plus(further);
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    ControlClock other = new ControlClock(source.withZone(zone));
    other.offset = offset;
    return other;
  }
}
