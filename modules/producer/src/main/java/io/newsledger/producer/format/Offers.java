package io.newsledger.producer.format;

import io.newsledger.producer.input.Offer;
import java.util.Iterator;
import java.util.List;

/**
 * All that one input offers, read as it is asked for; for one thread. An input that breaks off ends
 * with an offer that says so.
 */
public interface Offers extends Iterator<Offer>, AutoCloseable {
  /**
   * Parts seen so far that are no documents and so are not offered, such as the pictures and the
   * requests in a web archive.
   */
  long passedOver();

  /** Closes the input; never fails. */
  @Override
  void close();

  /** What is known already. */
  static Offers of(List<Offer> offers) {
    Iterator<Offer> iterator = offers.iterator();
    return new Offers() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Offer next() {
        return iterator.next();
      }

      @Override
      public long passedOver() {
        return 0;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
