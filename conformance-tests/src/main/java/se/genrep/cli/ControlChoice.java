package se.genrep.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import se.genrep.http.ControlOptions;
import se.genrep.http.MockFederation;
import se.genrep.input.BadInput;

/** Where {@code genrep up} has its control API, and what callers must show there. */
final class ControlChoice {

  private static final String OFF = "off";
  private static final int TOKEN_BYTES = 24;
  private static final int SHORTEST_TOKEN = 16;

  private ControlChoice() {}

  /**
   * @param port as written; null for one more than that of the federation
   * @param token the one to use; empty for one that is made here, when one is needed
   * @return null when there is to be none
   */
  static ControlOptions of(String host, String port, int federationPort, Optional<String> token) {
    if (OFF.equals(port)) {
      return null;
    }
    int number = port == null ? (federationPort == 0 ? 0 : federationPort + 1) : number(port);
    if (isLoopback(host)) {
      return new ControlOptions(host, number, token.map(ControlChoice::longEnough));
    }
    return new ControlOptions(
        host,
        number,
        Optional.of(token.map(ControlChoice::longEnough).orElseGet(ControlChoice::made)));
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException e) {
      throw new BadInput(
          "--control-port",
          "'" + port + "' is no port",
          "Give a number, 0 for any free one, or 'off'",
          e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw new BadInput(
          "--control-host",
          "the name " + host + " is not known here",
          "Use localhost, or check it",
          e);
    }
  }

  private static String longEnough(String token) {
    if (token.length() < SHORTEST_TOKEN) {
      throw new BadInput(
          "GENREP_CONTROL_TOKEN",
          "the token has " + token.length() + " characters and could be guessed",
          "Take one of at least " + SHORTEST_TOKEN);
    }
    return token;
  }

  private static String made() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Says where it is, and the token if it was made here. */
  static void tell(ControlOptions control, MockFederation federation, PrintWriter err) {
    federation
        .controlUrl()
        .ifPresent(
            url ->
                err.println(
                    "The control API is at "
                        + url
                        + "/"
                        + control
                            .token()
                            .map(token -> ", for callers with the token " + token)
                            .orElse("")
                        + "."));
  }
}
