package io.newsledger.producer.format;

import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All that several inputs offer, in their order. */
final class AllOffers implements Offers {
  private final ReadAhead inputs;
  private Offers current = Offers.of(List.of());
  private long passedOver;

  AllOffers(OfferReader reader, Iterator<Input> inputs) {
    this.inputs = new ReadAhead(reader, inputs);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && inputs.hasNext()) {
      end();
      current = inputs.next();
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
    inputs.close();
    end();
  }

  private void end() {
    passedOver += current.passedOver();
    current.close();
    current = Offers.of(List.of());
  }
}
