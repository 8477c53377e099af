package se.genrep.http;

import java.util.Optional;

/**
 * Where the control API is.
 *
 * @param host a name or address of this machine; it listens nowhere else
 * @param port 0 for any free one
 * @param token what callers must show; none is needed on loopback, where only programs of this
 *     machine reach it
 */
public record ControlOptions(String host, int port, Optional<String> token) {

  /** On loopback, without a token. */
  public static ControlOptions loopback(int port) {
    return new ControlOptions("localhost", port, Optional.empty());
  }
}
