package se.genrep.reference;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.reference.Sessions.Session;

/**
 * What the demo remembers of browsers: what they asked whom, and who is signed in. In memory and
 * bounded. Thread-safe.
 */
final class DemoVisits {

  private static final int MOST_VISITS = 10_000;
  private static final int MOST_REQUESTS_OF_ONE = 20;

  /**
   * A request under way.
   *
   * @param policy what its answer is judged by
   * @param session has asked this request and no other, so that no answer to another passes for it
   */
  record Pending(DemoService service, Policy policy, Session session, boolean forced) {}

  /**
   * What an answer came to.
   *
   * @param passed the checks that were made and held
   */
  record Accepted(
      DemoService service,
      EntityMetadata idp,
      List<String> asked,
      boolean forced,
      SignedIn person,
      List<Check> passed,
      Instant at) {}

  /** One browser. */
  static final class Visit {
    private final Map<String, Pending> pending = bounded(MOST_REQUESTS_OF_ONE);
    private Accepted accepted;

    synchronized void ask(String request, Pending how) {
      pending.put(request, how);
    }

    synchronized Optional<Pending> pending(String request) {
      return Optional.ofNullable(pending.get(request));
    }

    synchronized Optional<Accepted> accepted() {
      return Optional.ofNullable(accepted);
    }

    private synchronized void accept(Accepted answer) {
      accepted = answer;
    }
  }

  private final Map<String, Visit> visits = bounded(MOST_VISITS);

  synchronized Optional<Visit> find(String cookie) {
    return Optional.ofNullable(visits.get(cookie));
  }

  /**
   * @return its cookie
   */
  synchronized String begin(Visit visit) {
    String cookie = Sessions.unguessable();
    visits.put(cookie, visit);
    return cookie;
  }

  /** Signs in under a new cookie, so that nobody who knew the old one comes along. */
  synchronized String signIn(String oldCookie, Visit visit, Accepted answer) {
    visits.remove(oldCookie);
    visit.accept(answer);
    return begin(visit);
  }

  synchronized void end(String cookie) {
    visits.remove(cookie);
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
