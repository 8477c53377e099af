package se.genrep.reference;

/** What a service provider does badly when one identity provider is out of order. */
public enum OutageHabit implements Variant.Habit {
  /** Asks all identity providers before every sign-in, and gives up when one hangs up. */
  NEEDS_ALL_CONNECTED,
  /** As the first, and gives up when one takes its time. */
  NEEDS_ALL_AT_ONCE,
  /** As the first, and gives up when one has no service to offer. */
  NEEDS_ALL_WELL,
  /** As the first, and gives up when it cannot read what one says. */
  NEEDS_ALL_READABLE,
  /** As the first, and gives up when a certificate of one is past its time. */
  NEEDS_ALL_CERTIFICATES,
  /** Sends a person who has begun with one identity provider to no other. */
  STAYS_WITH_THE_FIRST,
  /** Shows an empty page when a sign-in has failed. */
  SAYS_NOTHING
}
