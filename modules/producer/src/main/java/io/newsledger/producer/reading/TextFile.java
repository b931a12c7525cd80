package io.newsledger.producer.reading;

import java.util.Optional;

/** A file of text, with front matter or without, whose text is not yet an article's. Pure. */
public final class TextFile {
  private TextFile() {}

  /**
   * What came of reading it.
   *
   * @param draft what it says; empty fields if it is refused
   * @param refused why it cannot be read, if so
   */
  public record Result(Draft draft, Optional<Reading.Refused> refused) {}

  /** Decodes it and takes its front matter off. */
  public static Result of(byte[] bytes) {
    try {
      FrontMatter.Parted parted = FrontMatter.part(TextDecoder.decode(bytes));
      FrontMatter header = parted.header();
      return new Result(
          new Draft(
              header.title(),
              header.source(),
              header.url(),
              header.published().map(TextFile::printed),
              header.modified().map(TextFile::printed),
              header.withdrawn(),
              parted.body()),
          Optional.empty());
    } catch (Refusal refusal) {
      return new Result(empty(), Optional.of(refusal.asReading()));
    }
  }

  private static String printed(Times.Stamp stamp) {
    String time = stamp.time().toString();
    return stamp.dayOnly() ? time.substring(0, time.indexOf('T')) : time;
  }

  private static Draft empty() {
    return new Draft(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        "");
  }
}
