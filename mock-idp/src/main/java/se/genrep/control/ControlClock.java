package se.genrep.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set ahead or back; it goes on from there. Thread-safe. */
public final class ControlClock extends Clock {

  private final Clock source;
  private volatile Duration offset = Duration.ZERO;

  public ControlClock(Clock source) {
    this.source = source;
  }

  /** How far it is ahead of the source; negative when it is behind. */
  public Duration offset() {
    return offset;
  }

  public void offset(Duration other) {
    offset = other;
  }

  /** Sets it to a moment, from which it goes on. */
  public void set(Instant moment) {
    offset = Duration.between(source.instant(), moment);
  }

  @Override
  public Instant instant() {
    return source.instant().plus(offset);
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
