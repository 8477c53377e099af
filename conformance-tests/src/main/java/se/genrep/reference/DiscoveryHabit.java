package se.genrep.reference;

/** What a service provider does badly when it offers identity providers (EC 1.3, 1.4). */
public enum DiscoveryHabit implements Variant.Habit {
  /** Offers those that declare all of its categories. */
  WANTS_ALL_CATEGORIES,
  /** Offers those that declare its type of service. */
  WANTS_SERVICE_TYPE,
  /** Offers those with other categories, too. */
  IGNORES_CATEGORIES,
  /** Offers those with other contracts, too. */
  IGNORES_CONTRACTS,
  /** Offers those without its properties, too. */
  IGNORES_PROPERTIES
}
