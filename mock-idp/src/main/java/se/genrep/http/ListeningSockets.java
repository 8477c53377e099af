package se.genrep.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import se.genrep.input.BadInput;

/**
 * Opens one port at every address of a host name. {@code localhost} is two addresses on most
 * machines, and some programs try only the second.
 */
final class ListeningSockets {

  private static final int TRIES = 10;

  /** Connections that may wait to be accepted: a thousand browsers may come at once. */
  private static final int BACKLOG = 2048;

  private ListeningSockets() {}

  /**
   * @param what whose port it is: the prefix of its options, empty or such as {@code control-}
   * @param host a name or address of this machine
   * @param port 0 for any free one, the same at all addresses
   * @throws BadInput when the host is not of this machine, or the port is taken or not allowed
   */
  static List<ServerSocketChannel> open(String what, String host, int port) {
    String option = "--" + what + "port";
    if (port < 0 || port > 65_535) {
      throw new BadInput(
          option, "there is no port " + port, "Give one from 1 to 65535, or 0 for any free one");
    }
    InetAddress[] addresses = addresses("--" + what + "host", host);
    for (int attempt = 1; ; attempt++) {
      List<ServerSocketChannel> open = new ArrayList<>();
      try {
        int chosen = port;
        for (InetAddress address : addresses) {
          ServerSocketChannel channel = ServerSocketChannel.open();
          open.add(channel);
          channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
          channel.bind(new InetSocketAddress(address, chosen), BACKLOG);
          chosen = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        }
        return open;
      } catch (IOException e) {
        close(open);
        // A free port of the first address can be taken at the second: then another one is tried.
        if (port != 0 || attempt == TRIES || !(e instanceof BindException)) {
          throw refused(what, host, port, e);
        }
      }
    }
  }

  private static InetAddress[] addresses(String option, String host) {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      for (InetAddress address : addresses) {
        if (address.isAnyLocalAddress()) {
          throw new BadInput(
              option,
              host + " is no address a browser can go to",
              "Give the name or address that browsers reach this machine by");
        }
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new BadInput(
          option, "the name " + host + " is not known here", "Use localhost, or check it", e);
    }
  }

  private static BadInput refused(String what, String host, int port, IOException e) {
    String reason = e.getMessage() == null ? "" : e.getMessage();
    if (reason.contains("in use")) {
      return new BadInput(
          "--" + what + "port",
          "port " + port + " of " + host + " is taken by another program",
          "Stop that program, or give another port; 0 takes any free one",
          e);
    }
    if (reason.contains("assign")) {
      return new BadInput(
          "--" + what + "host",
          host + " is not an address of this machine",
          "Use localhost, or check it",
          e);
    }
    return new BadInput(
        "--" + what + "port",
        "port " + port + " of " + host + " cannot be opened (" + reason + ")",
        "Give a port above 1023, or 0 for any free one",
        e);
  }

  static void close(List<ServerSocketChannel> channels) {
    for (ServerSocketChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nothing was sent or received yet, so nothing is lost; the reason for closing is told.
        continue;
      }
    }
  }
}
