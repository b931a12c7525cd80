package io.newsledger.producer.format;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries of feeds as articles, with the text that the feed itself holds. */
public final class FeedDocuments {
  private FeedDocuments() {}

  /** An offer for each entry; one refusal if there is none. */
  static List<Offer> offers(Feed feed, Part part, ArticleReader articles) {
    if (feed.entries().isEmpty()) {
      return List.of(part.refused(RejectReason.EMPTY, "is a feed without entries"));
    }
    List<Offer> offers = new ArrayList<>();
    for (Feed.Entry entry : feed.entries()) {
      byte[] bytes = entry.source().getBytes(StandardCharsets.UTF_8);
      Part one = part.inside(offers.size() + 1, bytes);
      offers.add(one.offer(articles.read(draft(feed, entry))));
    }
    return offers;
  }

  /** What an entry tells by itself. */
  public static Draft draft(Feed feed, Feed.Entry entry) {
    return new Draft(
        entry.title(),
        feed.title(),
        entry.link().or(entry::id).filter(address -> address.contains(":")),
        entry.published().or(entry::updated),
        entry.updated(),
        false,
        entry.content().or(entry::summary).map(PageReader::text).orElse(""));
  }

  /** The text of an entry, without markup. */
  public static Optional<String> text(Feed.Entry entry) {
    return entry.content().or(entry::summary).map(PageReader::text).filter(text -> !text.isBlank());
  }
}
