package se.genrep.control;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which identity providers fail, by profile. Thread-safe. */
public final class Outages {

  private final Map<String, Outage> byProfile = new ConcurrentHashMap<>();

  public Optional<Outage> of(String profile) {
    return Optional.ofNullable(byProfile.get(profile));
  }

  public void begin(String profile, Outage outage) {
    byProfile.put(profile, outage);
  }

  public void end(String profile) {
    byProfile.remove(profile);
  }

  public void endAll() {
    byProfile.clear();
  }
}
