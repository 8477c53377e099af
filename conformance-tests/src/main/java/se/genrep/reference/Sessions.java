package se.genrep.reference;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service provider remembers: which browser asked what, who is signed in there, and which
 * assertions were taken. In memory and bounded. Thread-safe.
 */
final class Sessions {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_SESSIONS = 10_000;
  private static final int MOST_REQUESTS = 20_000;
  private static final int MOST_REQUESTS_OF_ONE = 20;
  private static final int MOST_ACCOUNTS = 10_000;

  /**
   * A request that was sent.
   *
   * @param forced whether it forces an authentication of its own
   * @param door by which sign-in it was sent; empty where there is one only
   */
  record Asked(String id, Instant at, boolean forced, String door) {}

  /** One browser. */
  final class Session {
    private String id = unguessable();
    private final Map<String, Asked> asked = bounded(MOST_REQUESTS_OF_ONE);
    private SignedIn signedIn;

    /** The value of the cookie. */
    String id() {
      synchronized (Sessions.this) {
        return id;
      }
    }

    void asked(Asked request) {
      synchronized (Sessions.this) {
        asked.put(request.id(), request);
        requests.put(request.id(), request);
      }
    }

    boolean hasAsked() {
      synchronized (Sessions.this) {
        return !asked.isEmpty();
      }
    }

    /** The latest request. */
    Optional<Asked> lastAsked() {
      synchronized (Sessions.this) {
        return asked.values().stream().reduce((earlier, later) -> later);
      }
    }

    boolean hasAsked(String request, String door) {
      synchronized (Sessions.this) {
        return asked.containsKey(request) && asked.get(request).door().equals(door);
      }
    }

    Optional<SignedIn> signedIn() {
      synchronized (Sessions.this) {
        return Optional.ofNullable(signedIn);
      }
    }

    /** Signs in under a new cookie, so that nobody who knew the old one comes along. */
    void signIn(SignedIn person) {
      synchronized (Sessions.this) {
        sessions.remove(id);
        id = unguessable();
        signedIn = person;
        sessions.put(id, this);
      }
    }

    void end() {
      synchronized (Sessions.this) {
        sessions.remove(id);
      }
    }
  }

  private final Map<String, Session> sessions = bounded(MOST_SESSIONS);
  private final Map<String, Asked> requests = bounded(MOST_REQUESTS);
  private final Map<String, Instant> taken = new LinkedHashMap<>();
  private final Map<String, String> accounts = bounded(MOST_ACCOUNTS);
  private int opened;

  synchronized Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  synchronized Session begin() {
    Session session = new Session();
    sessions.put(session.id, session);
    return session;
  }

  /** The request with the ID, whichever browser sent it. */
  synchronized Optional<Asked> request(String id) {
    return Optional.ofNullable(requests.get(id));
  }

  /**
   * Notes that something was taken.
   *
   * @param until when it could not be taken again anyway
   * @return false when it was taken before
   */
  synchronized boolean takeOnce(String what, Instant until, Instant now) {
    taken.values().removeIf(end -> end.isBefore(now));
    return taken.putIfAbsent(what, until) == null;
  }

  /**
   * The account of somebody; a new one for whoever has none.
   *
   * @param who by what the owner is known
   * @param earlier by what the owner was known before; the account goes along
   */
  synchronized String account(String who, Optional<String> earlier) {
    return accounts.computeIfAbsent(
        who, any -> earlier.map(accounts::get).orElseGet(() -> "account " + ++opened));
  }

  /** 160 random bits, beginning as an XML ID may begin (SAML core 1.3.4). */
  static String unguessable() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return "_" + HexFormat.of().formatHex(bytes);
  }

  private static <T> Map<String, T> bounded(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
      }
    };
  }
}
