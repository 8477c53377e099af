package se.genrep.control;

import java.time.Duration;

/**
 * How an identity provider fails as a whole, so that a service can be seen to work without it.
 *
 * @param delay how long it takes to answer; zero but for {@link Kind#SLOW}
 */
public record Outage(Kind kind, Duration delay) {

  /** The longest delay: longer than any browser or proxy waits. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  /** In the order of harm. */
  public enum Kind {
    /** Connections end without an answer. */
    DOWN,
    /** Every answer comes late. */
    SLOW,
    /** Status 503 with a page of a load balancer. */
    UNAVAILABLE,
    /** Status 200 with bytes that mean nothing. */
    GARBAGE
  }
}
