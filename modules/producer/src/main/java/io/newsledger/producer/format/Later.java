package io.newsledger.producer.format;

import io.newsledger.producer.input.Offer;
import java.util.List;
import java.util.function.Supplier;

/** Offers of an input that is not read before they are asked for. */
final class Later implements Offers {
  private final Supplier<Offers> reading;
  private final Runnable unread;
  private Offers offers;

  /**
   * @param reading begins to read
   * @param unread gives back what is open, if it was never read
   */
  Later(Supplier<Offers> reading, Runnable unread) {
    this.reading = reading;
    this.unread = unread;
  }

  private Offers begun() {
    if (offers == null) {
      offers = reading.get();
    }
    return offers;
  }

  @Override
  public boolean hasNext() {
    return begun().hasNext();
  }

  @Override
  public Offer next() {
    return begun().next();
  }

  @Override
  public long passedOver() {
    return offers == null ? 0 : offers.passedOver();
  }

  @Override
  public void close() {
    if (offers == null) {
      offers = Offers.of(List.of());
      unread.run();
    } else {
      offers.close();
    }
  }
}
