package se.genrep.control;

import java.time.Duration;
import se.genrep.input.YamlNode;

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
    GARBAGE,
    /** It answers; the certificate of its signing key, in metadata too, is past its time. */
    EXPIRED_CERTIFICATE
  }

  /** One of the kind; a slow one takes so long. */
  public static Outage of(Kind kind, Duration slow) {
    return new Outage(kind, kind == Kind.SLOW ? slow : Duration.ZERO);
  }

  /**
   * Reads {@code {"kind": "slow", "seconds": 5}}.
   *
   * @throws se.genrep.input.BadInput naming line and key
   */
  public static Outage read(YamlNode node) {
    node.map("kind", "seconds");
    Kind kind = node.required("kind").oneOf(Kind.class);
    return new Outage(kind, kind == Kind.SLOW ? delay(node.required("seconds")) : none(node));
  }

  private static Duration delay(YamlNode node) {
    Duration delay = Duration.ofSeconds(node.integer());
    if (delay.isNegative() || delay.isZero() || delay.compareTo(LONGEST) > 0) {
      throw node.bad("that is no delay", "Choose from 1 to " + LONGEST.toSeconds() + " seconds");
    }
    return delay;
  }

  private static Duration none(YamlNode node) {
    node.get("seconds")
        .ifPresent(
            seconds -> {
              throw seconds.bad("only a slow one takes seconds", "Leave it out");
            });
    return Duration.ZERO;
  }
}
