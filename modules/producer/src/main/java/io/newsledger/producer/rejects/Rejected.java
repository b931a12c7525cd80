package io.newsledger.producer.rejects;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Original;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was refused.
 *
 * @param id its identity on the log
 * @param origin where it came from
 * @param reason kind of reason
 * @param detail the reason in words
 * @param original its bytes, as far as they were kept
 */
public record Rejected(
    String id, String origin, RejectReason reason, String detail, Original original) {
  /** Separates an input's origin from the place in it. */
  private static final char PLACE = '#';

  public Rejected {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(original, "original");
  }

  /**
   * It, to be offered again: its bytes, or where they were not had whole, the file it was. Empty if
   * there is no such file, as for a page that could not be fetched: who watches its feed asks for
   * it again.
   */
  public Optional<Input> again() {
    if (reason != RejectReason.UNREADABLE && !original.isCut()) {
      byte[] bytes = original.bytes();
      Input input = Input.stream(origin, name(), new ByteArrayInputStream(bytes));
      return Optional.of(address().map(input::at).orElse(input));
    }
    return file().map(Input::file);
  }

  private Optional<Path> file() {
    try {
      return Optional.of(Path.of(origin)).filter(Path::isAbsolute).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Of {@code /in/list.jsonl#3} the name is list.jsonl. */
  private String name() {
    int place = origin.lastIndexOf(PLACE);
    String input = place < 0 ? origin : origin.substring(0, place);
    return input.substring(input.lastIndexOf('/') + 1);
  }

  /** Pages of an archive stand at {@code #position address}. */
  private Optional<String> address() {
    int space = origin.indexOf(' ', origin.lastIndexOf(".warc") + 1);
    return Optional.of(space)
        .filter(at -> at > 0 && origin.startsWith("http", at + 1))
        .map(at -> origin.substring(at + 1));
  }
}
