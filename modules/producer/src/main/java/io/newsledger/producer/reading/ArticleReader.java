package io.newsledger.producer.reading;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one document. Pure: the same name and bytes give an equal result anywhere.
 *
 * <p>Names that end in {@code .md}, {@code .markdown} or {@code .txt} are read; both kinds may
 * begin with front matter, see {@link FrontMatter}. The time of publication comes from the document
 * and never from a clock or a file system.
 */
public final class ArticleReader {
  /** Longest document that is read, in bytes, as it is and as UTF-8. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private final Optional<Instant> defaultPublished;

  private ArticleReader(Optional<Instant> defaultPublished) {
    this.defaultPublished = defaultPublished.map(time -> Instant.ofEpochMilli(time.toEpochMilli()));
  }

  /** Refuses documents that do not say when they were published. */
  public static ArticleReader strict() {
    return new ArticleReader(Optional.empty());
  }

  /** Takes this time for documents that do not say when they were published. */
  public static ArticleReader withDefault(Instant published) {
    return new ArticleReader(Optional.of(published));
  }

  /**
   * Reads a document.
   *
   * @param name its file name, for the ending
   * @param bytes all of it
   */
  public Reading read(String name, byte[] bytes) {
    try {
      refuseUnsupported(name);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge(bytes.length);
      }
      if (bytes.length == 0) {
        throw empty();
      }
      FrontMatter.Parted parted = FrontMatter.part(TextDecoder.decode(bytes));
      return new Reading.Read(article(parted.header(), trimmed(parted.body())));
    } catch (Refusal refusal) {
      return refusal.asReading();
    }
  }

  /** How {@link #read} answers to a document of this name and size, if it need not see it. */
  public Optional<Reading.Refused> refusedUnseen(String name, long size) {
    try {
      refuseUnsupported(name);
      if (size > MAX_BYTES) {
        throw tooLarge(size);
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.asReading());
    }
  }

  /** Reads what a document of another format says of its article. */
  public Reading read(Draft draft) {
    try {
      Refusal undated =
          new Refusal(
              RejectReason.FRONT_MATTER,
              "does not say when it was published: give its day with --published");
      Refusal empty = new Refusal(RejectReason.EMPTY, "has no running text");
      return new Reading.Read(Facts.of(draft).article(defaultPublished, empty, undated));
    } catch (Refusal refusal) {
      return refusal.asReading();
    }
  }

  private Article article(FrontMatter header, String body) throws Refusal {
    Facts facts =
        new Facts(
            header.title(),
            header.source(),
            address(header),
            header.published(),
            header.modified(),
            header.withdrawn(),
            body);
    return facts.article(defaultPublished, empty(), undated());
  }

  private static Optional<String> address(FrontMatter header) throws Refusal {
    Optional<String> told = header.url();
    Optional<String> url = told.flatMap(CanonicalUrl::of);
    if (told.isPresent() && url.isEmpty()) {
      throw FrontMatter.broken(
          told.get() + " is no address: write it in full, as in https://host/path");
    }
    return url;
  }

  private static void refuseUnsupported(String name) throws Refusal {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".md") && !lower.endsWith(".markdown") && !lower.endsWith(".txt")) {
      throw new Refusal(
          RejectReason.UNSUPPORTED,
          "is in none of the formats that are read; convert it, or leave it out");
    }
  }

  static Refusal tooLarge(long size) {
    return new Refusal(
        RejectReason.TOO_LARGE,
        "has " + size + " bytes, and an article at most " + MAX_BYTES + "; split it into articles");
  }

  private static Refusal empty() {
    return new Refusal(RejectReason.EMPTY, "has no text; to withdraw it, set status: withdrawn");
  }

  private static Refusal undated() {
    return new Refusal(
        RejectReason.FRONT_MATTER,
        "does not say when it was published: put date: 2026-03-05 between two lines --- at its"
            + " top");
  }

  /** Blank lines around a text are its file's, not its own. */
  private static String trimmed(String body) {
    String text = body.stripTrailing();
    int start = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return text.substring(start);
  }
}
