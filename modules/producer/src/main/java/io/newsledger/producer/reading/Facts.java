package io.newsledger.producer.reading;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known of one revision of an article, whatever its document looked like.
 *
 * @param url canonical address
 * @param published empty if the document does not say it
 * @param body the text; what it was, if withdrawn
 */
record Facts(
    Optional<String> title,
    Optional<String> source,
    Optional<String> url,
    Optional<Times.Stamp> published,
    Optional<Times.Stamp> modified,
    boolean withdrawn,
    String body) {
  /** No headline and no name of a publication is longer. */
  private static final int MAX_LINE = 1000;

  /** Of a draft: text is made plain, times and address are read. */
  static Facts of(Draft draft) throws Refusal {
    String body = plain(draft.body(), true);
    if (body.getBytes(StandardCharsets.UTF_8).length > ArticleReader.MAX_BYTES) {
      throw ArticleReader.tooLarge(body.length());
    }
    Optional<String> url = draft.url().flatMap(CanonicalUrl::of);
    if (url.isEmpty() && draft.url().isPresent()) {
      throw new Refusal(
          RejectReason.FRONT_MATTER, shortened(draft.url().get()) + " is no address of an article");
    }
    return new Facts(
        line(draft.title()),
        line(draft.source()),
        url,
        time(draft.published()),
        time(draft.modified()),
        draft.withdrawn(),
        body);
  }

  private static Optional<String> line(Optional<String> text) {
    return text.map(line -> plain(line, false))
        .filter(line -> !line.isEmpty() && line.length() <= MAX_LINE);
  }

  private static Optional<Times.Stamp> time(Optional<String> text) throws Refusal {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Times.parse(text.get()));
    } catch (DateTimeException e) {
      throw new Refusal(RejectReason.FRONT_MATTER, shortened(text.get()) + " is no date");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  /** Without control characters; of line ends, if they are kept, only LF. */
  private static String plain(String text, boolean lines) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder plain = new StringBuilder(unix.length());
    for (int i = 0; i < unix.length(); i++) {
      char c = unix.charAt(i);
      boolean lone =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && i + 1 < unix.length()
                  && Character.isLowSurrogate(unix.charAt(i + 1)))
              && !(Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(unix.charAt(i - 1)));
      if (lone) {
        plain.append('\uFFFD');
      } else if (c == '\n' || c == '\t') {
        plain.append(lines ? c : ' ');
      } else if (c >= ' ' && c != 0x7F) {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  /**
   * The article that these facts tell.
   *
   * @param defaultPublished for one that does not say when it was published
   * @param empty refuses one without text
   * @param undated refuses one without any date
   */
  Article article(Optional<Instant> defaultPublished, Refusal empty, Refusal undated)
      throws Refusal {
    if (body.isEmpty() && !withdrawn) {
      throw empty;
    }
    if (!withdrawn) {
      Debris.refuse(title, body);
    }
    Instant first = published.map(Times.Stamp::time).or(() -> defaultPublished).orElse(null);
    if (first == null) {
      throw undated;
    }
    if (withdrawn) {
      refuseLooseWithdrawal();
    }
    String address = url.orElse(null);
    String headline = title.orElse(null);
    String publication = source.orElse(null);
    Instant revised = revised(first);
    String id =
        address == null
            ? Identity.ofContent(headline, publication, body, first)
            : Identity.ofAddress(address);
    String text = withdrawn ? null : body;
    return Article.newBuilder()
        .setId(id)
        .setRevision(Identity.revision(revised, first, headline, publication, address, text))
        .setRevisedAt(revised)
        .setPublishedAt(first)
        .setTitle(headline)
        .setSource(publication)
        .setUrl(address)
        .setBody(text)
        .build();
  }

  /**
   * The revision's own time: that of the modification, never before publication. What says that it
   * was withdrawn, or changed on the day of publication without a time, came after what does not
   * say so, if only by the smallest step.
   */
  private Instant revised(Instant first) {
    Instant told = modified.map(Times.Stamp::time).orElse(first);
    if (told.isAfter(first)) {
      return told;
    }
    boolean sameDay =
        modified
            .filter(Times.Stamp::dayOnly)
            .filter(stamp -> stamp.time().equals(first.truncatedTo(ChronoUnit.DAYS)))
            .isPresent();
    return withdrawn || sameDay ? first.plusMillis(1) : first;
  }

  /**
   * Without its time a withdrawal could stand before what it withdraws; without a subject, alone.
   */
  private void refuseLooseWithdrawal() throws Refusal {
    if (modified.isEmpty()) {
      throw FrontMatter.broken("a withdrawn article needs its day of withdrawal in modified");
    }
    if (url.isEmpty() && body.isEmpty()) {
      throw FrontMatter.broken(
          "a withdrawn article needs its url, or its words as they were, to be told from others");
    }
  }
}
