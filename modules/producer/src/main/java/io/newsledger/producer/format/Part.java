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

/** One document among the many of an input. */
final class Part {
  private final String origin;
  private final String name;
  private final byte[] bytes;

  /**
   * A document.
   *
   * @param origin the input's origin and the place in it
   * @param name the input's name
   * @param bytes the document's own, as far as they were read; not changed from here on
   */
  Part(String origin, String name, byte[] bytes) {
    this.origin = origin;
    this.name = name;
    this.bytes = bytes;
  }

  String origin() {
    return origin;
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What came of it. */
  Offer offer(Reading reading) {
    Input input = Input.stream(origin, name, new ByteArrayInputStream(bytes));
    if (reading instanceof Reading.Read) {
      return new Offer(input, reading, Original.NONE);
    }
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      return new Offer(input, reading, Original.read(in, OptionalLong.of(bytes.length)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  /** It is refused. */
  Offer refused(RejectReason reason, String detail) {
    return offer(new Reading.Refused(reason, detail));
  }
}
