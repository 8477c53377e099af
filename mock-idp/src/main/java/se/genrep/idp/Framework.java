package se.genrep.idp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import se.genrep.registry.Limits;

/**
 * The version of the Deployment Profile that an identity provider follows. An identity provider has
 * 180 days to follow a new one (TAR-1.3.4-01), so both are met at a time. The clock skew is the one
 * change from 1.8 to 1.9 (DP 6.3.5, DP 10).
 */
public enum Framework {
  /** The published one. */
  V1_8("1.8", Limits.CLOCK_SKEW_OF_1_8),
  /** The draft of 16 October 2025. */
  V1_9_DRAFT("1.9-draft", Limits.CLOCK_SKEW);

  private final String id;
  private final Duration clockSkew;

  Framework(String id, Duration clockSkew) {
    this.id = id;
    this.clockSkew = clockSkew;
  }

  /** The version as profiles write it. */
  public static Optional<Framework> of(String id) {
    return Arrays.stream(values()).filter(version -> version.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  /** How far the clock of a sender may be off, in either direction. */
  public Duration clockSkew() {
    return clockSkew;
  }
}
