package io.newsledger.producer.format;

import io.newsledger.producer.input.Input;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads inputs ahead, in their order, several at a time, while those before are written. Only what
 * is a file of known size is read before its turn, and only so much at a time: at most {@link
 * #MOST_INPUTS}, of {@link #MOST_BYTES} bytes in all. What is streamed or packed, of which nobody
 * knows how large it is, is opened or unpacked when its turn comes.
 *
 * <p>For one thread.
 */
final class ReadAhead implements Iterator<Offers>, AutoCloseable {
  /** Most inputs that are read before their turn. */
  static final int MOST_INPUTS = 256;

  /** Most bytes that they have. */
  static final long MOST_BYTES = 8L * 1024 * 1024;

  private static final int THREADS = 4;

  private final OfferReader reader;
  private final Iterator<Input> inputs;
  private final ExecutorService threads;
  private final Queue<Ahead> ahead = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private Input waiting;
  private long bytes;

  /**
   * @param reader reads an input; used by several threads
   * @param inputs taken by the thread that asks for offers
   */
  ReadAhead(OfferReader reader, Iterator<Input> inputs) {
    this.reader = reader;
    this.inputs = inputs;
    this.threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, Runtime.getRuntime().availableProcessors()),
            work -> {
              Thread thread = new Thread(work, "reading ahead");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** An input that is being read, and its bytes. */
  private record Ahead(Future<Offers> offers, long bytes) {}

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || waiting != null || inputs.hasNext();
  }

  /** The offers of the next input. */
  @Override
  public Offers next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all inputs were taken");
    }
    fill();
    if (ahead.isEmpty()) {
      Input alone = waiting;
      waiting = null;
      return reader.offers(alone);
    }
    Ahead first = ahead.remove();
    bytes -= first.bytes();
    return result(first.offers());
  }

  private void fill() {
    while (ahead.size() < MOST_INPUTS && (waiting != null || inputs.hasNext())) {
      if (waiting == null) {
        waiting = inputs.next();
      }
      OptionalLong size = size(waiting);
      if (size.isEmpty() || bytes + size.getAsLong() > MOST_BYTES) {
        return;
      }
      Input input = waiting;
      waiting = null;
      bytes += size.getAsLong();
      ahead.add(new Ahead(threads.submit(() -> read(input)), size.getAsLong()));
    }
  }

  /** Unknown of what cannot be looked at, too: its turn tells why. */
  private static OptionalLong size(Input input) {
    try {
      return input.content().size();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Offers result(Future<Offers> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an input was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      } else if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw new IllegalStateException("reading throws nothing that is checked", e);
    }
  }

  private Offers read(Input input) {
    return closed.get() ? Offers.of(List.of()) : reader.offers(input);
  }

  /** Ends the threads, and closes what was read and is not taken. */
  @Override
  public void close() {
    closed.set(true);
    threads.shutdown();
    while (!ahead.isEmpty()) {
      try {
        result(ahead.remove().offers()).close();
      } catch (RuntimeException e) {
        // Nobody waits for it any more.
      }
    }
  }
}
