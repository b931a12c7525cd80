package io.newsledger.producer.reading;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private Article article(FrontMatter header, String body) throws Refusal {
    boolean withdrawn = header.withdrawn();
    if (body.isEmpty() && !withdrawn) {
      throw empty();
    }
    Instant published =
        header
            .published()
            .map(Times.Stamp::time)
            .or(() -> defaultPublished)
            .orElseThrow(ArticleReader::undated);
    Optional<Times.Stamp> modified = header.modified();
    String title = header.title().orElse(null);
    String source = header.source().orElse(null);
    String url = address(header);
    if (withdrawn) {
      refuseLooseWithdrawal(modified.isPresent(), url != null || !body.isEmpty());
    }
    Instant revised = revised(published, modified, withdrawn);
    String id =
        url == null ? Identity.ofContent(title, source, body, published) : Identity.ofAddress(url);
    String text = withdrawn ? null : body;
    return Article.newBuilder()
        .setId(id)
        .setRevision(Identity.revision(revised, published, title, source, url, text))
        .setRevisedAt(revised)
        .setPublishedAt(published)
        .setTitle(title)
        .setSource(source)
        .setUrl(url)
        .setBody(text)
        .build();
  }

  /**
   * The revision's own time: that of the modification, never before publication. What says that it
   * was withdrawn, or changed on the day of publication without a time, came after what does not
   * say so, if only by the smallest step.
   */
  private static Instant revised(
      Instant published, Optional<Times.Stamp> modified, boolean withdrawn) {
    Instant told = modified.map(Times.Stamp::time).orElse(published);
    if (told.isAfter(published)) {
      return told;
    }
    boolean sameDay =
        modified
            .filter(Times.Stamp::dayOnly)
            .filter(stamp -> stamp.time().equals(published.truncatedTo(ChronoUnit.DAYS)))
            .isPresent();
    return withdrawn || sameDay ? published.plusMillis(1) : published;
  }

  private static String address(FrontMatter header) throws Refusal {
    Optional<String> told = header.url();
    if (told.isEmpty()) {
      return null;
    }
    return CanonicalUrl.of(told.get())
        .orElseThrow(
            () ->
                FrontMatter.broken(
                    told.get() + " is no address: write it in full, as in https://host/path"));
  }

  /**
   * Without its time a withdrawal could stand before what it withdraws; without a subject, alone.
   */
  private static void refuseLooseWithdrawal(boolean dated, boolean identified) throws Refusal {
    if (!dated) {
      throw FrontMatter.broken("a withdrawn article needs its day of withdrawal in modified");
    }
    if (!identified) {
      throw FrontMatter.broken(
          "a withdrawn article needs its url, or its words as they were, to be told from others");
    }
  }

  private static void refuseUnsupported(String name) throws Refusal {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".md") && !lower.endsWith(".markdown") && !lower.endsWith(".txt")) {
      throw new Refusal(
          RejectReason.UNSUPPORTED,
          "only .md, .markdown and .txt are read; convert it, or leave it out");
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
