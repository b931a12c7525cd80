package io.newsledger.producer.format;

import io.newsledger.producer.input.Offer;
import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Offers read one by one from something open. */
abstract class StreamedOffers implements Offers {
  private final Closeable open;
  private Offer next;
  private boolean ended;

  StreamedOffers(Closeable open) {
    this.open = open;
  }

  /** The next one; empty at the end. Tells trouble by a last offer, not by an exception. */
  abstract Optional<Offer> read();

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      next = read().orElse(null);
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public final Offer next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all offers were taken");
    }
    Offer offer = next;
    next = null;
    return offer;
  }

  @Override
  public final void close() {
    ended = true;
    try {
      open.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
