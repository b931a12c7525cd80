package io.newsledger.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many who listen to server-sent events, each by a connection of its own; one thread reads for all.
 * For one thread.
 */
final class Listeners implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 64 * 1024;

  /** Ends an event. */
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  /** One of them: how much of the mark has been seen, and whether the event after it has ended. */
  private static final class Listener {
    private final byte[] mark;
    private int matched;
    private boolean within;
    private int ended;

    Listener(byte[] mark) {
      this.mark = mark;
    }

    /** How many events of the mark end in these bytes. */
    int read(ByteBuffer bytes) {
      int events = 0;
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        if (within) {
          ended = next == END[ended] ? ended + 1 : next == END[0] ? 1 : 0;
          if (ended == END.length) {
            events++;
            within = false;
            ended = 0;
          }
        } else {
          matched = next == mark[matched] ? matched + 1 : next == mark[0] ? 1 : 0;
          if (matched == mark.length) {
            within = true;
            matched = 0;
          }
        }
      }
      return events;
    }
  }

  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  private Listeners(Selector selector) {
    this.selector = selector;
  }

  /**
   * Connects; all have begun to listen then.
   *
   * @param topic events of it are counted
   */
  static Listeners open(URI api, String topic, int count) throws IOException {
    Listeners listeners = new Listeners(Selector.open());
    boolean ready = false;
    try {
      listeners.connect(api, topic, count);
      ready = true;
      return listeners;
    } finally {
      if (!ready) {
        listeners.close();
      }
    }
  }

  private void connect(URI api, String topic, int count) throws IOException {
    String asked =
        "GET /stream?topics="
            + topic
            + " HTTP/1.1\r\nHost: "
            + api.getAuthority()
            + "\r\nAccept: text/event-stream\r\n\r\n";
    byte[] begin = "\nevent: begin".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(api.getHost(), api.getPort()));
      channels.add(channel);
      channel.write(ByteBuffer.wrap(asked.getBytes(StandardCharsets.UTF_8)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Listener(begin));
    }
    await(System.nanoTime());
    byte[] mark = ("\nevent: " + topic).getBytes(StandardCharsets.UTF_8);
    selector.keys().forEach(key -> key.attach(new Listener(mark)));
  }

  /**
   * Waits until each has one event more.
   *
   * @param since by the clock of {@link System#nanoTime()}
   * @return nanoseconds from then on until each had it, the least first
   */
  long[] await(long since) throws IOException {
    long[] nanos = new long[channels.size()];
    int had = 0;
    while (had < nanos.length) {
      if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new IOException(had + " of " + nanos.length + " listeners have it after a minute");
      }
      selector.select(PATIENCE.toMillis());
      for (SelectionKey key : selector.selectedKeys()) {
        int events = read(key);
        long now = System.nanoTime();
        for (int i = 0; i < events && had < nanos.length; i++) {
          nanos[had++] = now - since;
        }
      }
      selector.selectedKeys().clear();
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private int read(SelectionKey key) throws IOException {
    buffer.clear();
    if (((SocketChannel) key.channel()).read(buffer) < 0) {
      throw new IOException("a listener was sent away");
    }
    buffer.flip();
    return ((Listener) key.attachment()).read(buffer);
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
