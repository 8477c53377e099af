package se.genrep.reference;

/** What a service provider does with a RelayState that anybody may have written. */
public enum RelayHabit implements Variant.Habit {
  /** Sends the browser on to the address it is. */
  FOLLOWS_IT,
  /** Shows it as it came. */
  SHOWS_IT
}
