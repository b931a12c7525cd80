package io.newsledger.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback. */
final class Ports {
  private Ports() {}

  /**
   * The port to listen on.
   *
   * @param wanted 0 for any free one
   * @throws BrokerException if it is taken
   */
  static int usable(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BrokerException(
          "port " + wanted + " on 127.0.0.1 is taken: choose another, or 0 for a free one", e);
    }
  }
}
