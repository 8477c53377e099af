package se.genrep.http;

import java.net.URI;
import java.util.Optional;

/** What runs beside the federation, at addresses of its own. */
final class Neighbours {

  private final Optional<URI> control;
  private final boolean guarded;
  private volatile URI demo;

  /**
   * @param control the control API, if it runs
   * @param guarded whether its callers must show a token
   */
  Neighbours(Optional<URI> control, boolean guarded) {
    this.control = control;
    this.guarded = guarded;
  }

  Optional<URI> control() {
    return control;
  }

  boolean guarded() {
    return guarded;
  }

  /** The demo e-service; it starts after the federation. */
  void demo(URI url) {
    demo = url;
  }

  Optional<URI> demo() {
    return Optional.ofNullable(demo);
  }
}
