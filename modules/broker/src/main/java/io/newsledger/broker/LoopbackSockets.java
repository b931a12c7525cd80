package io.newsledger.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Listening sockets on loopback, bound before Kafka starts, so that no other process can take a
 * port between its choice and its use. Kafka closes those that it has been given; {@link #close}
 * closes the others.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final int BACKLOG = 50;

  private final Map<String, ServerSocketChannel> waiting = new ConcurrentHashMap<>();

  /**
   * Binds a listener.
   *
   * @param port 0 for any free one
   * @return the address bound
   * @throws BrokerException if it cannot be had
   */
  InetSocketAddress bind(String listener, int port) {
    ServerSocketChannel channel = null;
    try {
      channel = ServerSocketChannel.open();
      channel.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
          BACKLOG);
      waiting.put(listener, channel);
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      Utils.closeQuietly(channel, "listening socket");
      throw new BrokerException(
          "cannot listen on port %d of %s (%s): stop what uses it, or choose another port, or 0 for a free one"
              .formatted(port, HOST, e.getMessage()),
          e);
    }
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel channel = waiting.remove(listener);
    if (channel == null) {
      throw new UnknownHostException("no socket was bound for listener " + listener);
    }
    try {
      channel.configureBlocking(false);
      return channel;
    } catch (IOException e) {
      Utils.closeQuietly(channel, "listening socket");
      throw e;
    }
  }

  @Override
  public void close() {
    waiting.values().forEach(channel -> Utils.closeQuietly(channel, "listening socket"));
    waiting.clear();
  }
}
