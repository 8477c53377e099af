package se.genrep.control;

import java.util.Optional;
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

  public Exchange arm(String id, Script script) {
    Exchange exchange = new Exchange(id, script);
    if (armed.putIfAbsent(id, exchange) != null) {
      throw new IllegalArgumentException("the exchange '" + id + "' is armed already");
    }
    return exchange;
  }

  public Optional<Exchange> find(String id) {
    return Optional.ofNullable(armed.get(id));
  }

  public void disarm(Exchange exchange) {
    armed.remove(exchange.id());
  }
}
