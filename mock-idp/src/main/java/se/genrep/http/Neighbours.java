package se.genrep.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What runs beside the identity providers. */
final class Neighbours {

  private final Optional<URI> control;
  private final boolean guarded;
  private final List<Guest> guests;
  private volatile URI demo;

  /**
   * @param control the control API, if it runs
   * @param guarded whether its callers must show a token
   */
  Neighbours(Optional<URI> control, boolean guarded, List<Guest> guests) {
    this.control = control;
    this.guarded = guarded;
    this.guests = List.copyOf(guests);
  }

  /** Other services on the same ports. */
  List<Guest> guests() {
    return guests;
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
