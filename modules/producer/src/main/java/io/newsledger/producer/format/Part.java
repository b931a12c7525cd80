package io.newsledger.producer.format;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** A document: an input whole, or one of the many in it. */
final class Part {
  private final Input input;
  private final byte[] bytes;

  /**
   * A document.
   *
   * @param input what it is offered as
   * @param bytes the document's own, as far as they were read; not changed from here on
   */
  Part(Input input, byte[] bytes) {
    this.input = input;
    this.bytes = bytes;
  }

  /** One of those in an input. */
  static Part of(Input whole, String place, byte[] bytes) {
    return new Part(whole.part(place, bytes), bytes);
  }

  /** The document in this one that has this number, from 1. */
  Part inside(int number, byte[] document) {
    return of(input, Integer.toString(number), document);
  }

  byte[] bytes() {
    return bytes;
  }

  /** What came of it. */
  Offer offer(Reading reading) {
    return reading instanceof Reading.Read
        ? new Offer(input, reading, Original.NONE)
        : new Offer(input, reading, original(bytes));
  }

  /** It is refused. */
  Offer refused(RejectReason reason, String detail) {
    return offer(new Reading.Refused(reason, detail));
  }

  private static Original original(byte[] bytes) {
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      return Original.read(in, OptionalLong.of(bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }
}
