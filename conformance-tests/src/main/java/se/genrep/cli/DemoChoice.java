package se.genrep.cli;

import java.net.URI;
import java.time.Clock;
import java.util.OptionalInt;
import se.genrep.http.MockFederation;
import se.genrep.input.BadInput;
import se.genrep.reference.DemoSp;

/** Where {@code genrep up} has its demo e-service. */
final class DemoChoice {

  private static final String OFF = "off";
  private static final int AFTER = 2;
  private static final int LAST_PORT = 65535;

  private DemoChoice() {}

  /**
   * @param port as written; null for two more than that of the federation
   * @return empty when there is to be none
   */
  static OptionalInt of(String port, int federationPort) {
    if (OFF.equals(port)) {
      return OptionalInt.empty();
    }
    if (port == null) {
      return OptionalInt.of(federationPort == 0 ? 0 : federationPort + AFTER);
    }
    try {
      int number = Integer.parseInt(port);
      if (number >= 0 && number <= LAST_PORT) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // said below, as of numbers that are no port
    }
    throw new BadInput(
        "--demo-port", "'" + port + "' is no port", "Give a number, 0 for any free one, or 'off'");
  }

  /**
   * Starts it and has the start page name it.
   *
   * @return null when there is to be none
   */
  static DemoSp start(OptionalInt port, String host, MockFederation federation) {
    if (port.isEmpty()) {
      return null;
    }
    DemoSp demo =
        DemoSp.start(
            new DemoSp.Place(
                federation.federation(),
                federation.pki(),
                URI.create(federation.baseUrl() + "/discovery"),
                Clock.systemUTC(),
                host,
                port.getAsInt()));
    federation.demo(URI.create(demo.baseUrl()));
    return demo;
  }
}
