package io.newsledger.producer.writing;

import io.newsledger.producer.input.Offer;
import java.util.ArrayList;
import java.util.List;

/** What goes into one transaction, collected before it begins, so that it is short. */
final class Batch {
  private final List<Offer> offers = new ArrayList<>();
  private IngestReport known = IngestReport.NONE;
  private long bytes;

  /** Something that may have to be written. */
  void add(Offer offer, long size) {
    offers.add(offer);
    bytes += size;
  }

  /** Something that stands on the log already, and need not be kept. */
  void addKnown(Outcome outcome) {
    known = known.plus(outcome);
  }

  /** What may have to be written. */
  List<Offer> offers() {
    return offers;
  }

  /** What became of the rest. */
  IngestReport known() {
    return known;
  }

  /** How many things were offered. */
  long count() {
    return known.offered() + offers.size();
  }

  /** About how many bytes are held. */
  long bytes() {
    return bytes;
  }
}
