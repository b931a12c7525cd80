package io.newsledger.producer.format;

import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All that several inputs offer, one input open at a time. */
final class AllOffers implements Offers {
  private final OfferReader reader;
  private final Iterator<Input> inputs;
  private Offers current = Offers.of(List.of());
  private long passedOver;

  AllOffers(OfferReader reader, Iterator<Input> inputs) {
    this.reader = reader;
    this.inputs = inputs;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && inputs.hasNext()) {
      close();
      current = reader.offers(inputs.next());
    }
    return current.hasNext();
  }

  @Override
  public Offer next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all offers were taken");
    }
    return current.next();
  }

  @Override
  public long passedOver() {
    return passedOver + current.passedOver();
  }

  @Override
  public void close() {
    passedOver += current.passedOver();
    current.close();
    current = Offers.of(List.of());
  }
}
