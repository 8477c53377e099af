package se.genrep.control;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The armed exchanges of this process. A browser says which one it belongs to by the cookie {@value
 * #COOKIE} or the header {@value #HEADER}, so tests that run at the same time never disturb each
 * other.
 */
public final class Exchanges {

  /** Set by {@code GET /exchange/{id}} on the identity provider's host. */
  public static final String COOKIE = "genrep-exchange";

  /** For programs that set headers more easily than cookies. */
  public static final String HEADER = "Genrep-Exchange";

  private final ConcurrentMap<String, Exchange> armed = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException when the id is taken
   */
  public Exchange arm(String id, Script script) {
    return tryArm(id, script)
        .orElseThrow(
            () -> new IllegalArgumentException("the exchange '" + id + "' is armed already"));
  }

  /** As {@link #arm}; empty when the id is taken. */
  public Optional<Exchange> tryArm(String id, Script script) {
    Exchange exchange = new Exchange(id, script);
    return armed.putIfAbsent(id, exchange) == null ? Optional.of(exchange) : Optional.empty();
  }

  /** Those that are armed, by id. */
  public SortedMap<String, Exchange> all() {
    return new TreeMap<>(armed);
  }

  public Optional<Exchange> find(String id) {
    return Optional.ofNullable(armed.get(id));
  }

  public void disarm(Exchange exchange) {
    armed.remove(exchange.id());
  }
}
