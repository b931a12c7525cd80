package io.newsledger.producer.writing;

import io.newsledger.events.Reject;
import io.newsledger.producer.input.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Things that tests offer, and how they read what was written. */
final class Things {
  private Things() {}

  /** Something offered that can be opened again and again. */
  static Input of(String name, byte[] bytes) {
    return new Input("in", "/in/" + name, name, new Bytes(bytes));
  }

  static Input of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An article at an address. */
  static Input article(String path, String header, String body) {
    String text = "---\ndate: 2026-03-05\nurl: https://example.com/%s\n%s\n---\n%s";
    return of(path + ".md", text.formatted(path, header, body));
  }

  /** The index of a log that nobody has written to. */
  static Index emptyIndex() {
    return new Index(() -> null, Duration.ZERO) {
      @Override
      void follow() {}
    };
  }

  /** Original bytes, put together from the parts of one reject as they stand on the log. */
  static byte[] joined(List<Reject> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<Integer> numbers = new HashSet<>();
    for (Reject part : parts) {
      if (part.getPart() != numbers.size() || part.getParts() != parts.size()) {
        throw new AssertionError("part " + part.getPart() + " stands at " + numbers.size());
      }
      numbers.add(part.getPart());
      byte[] some = new byte[part.getBytes().remaining()];
      part.getBytes().duplicate().get(some);
      bytes.writeBytes(some);
    }
    if (bytes.size() != parts.get(0).getSize()) {
      throw new AssertionError(bytes.size() + " bytes of " + parts.get(0).getSize());
    }
    return bytes.toByteArray();
  }

  private static final class Bytes implements Input.Content {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.of(bytes.length);
    }
  }
}
