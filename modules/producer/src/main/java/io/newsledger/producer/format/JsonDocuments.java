package io.newsledger.producer.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.feed.JsonFeed;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON values as articles: ninjs by its marks, JSON Feed by its version, else one object an
 * article, with the field names that data sets use: title; text, body or content, or body_html;
 * url; source; published or date; modified; withdrawn. Names count as they are written here.
 */
final class JsonDocuments {
  private static final String[] TITLE = {"title", "headline"};
  private static final String[] TEXT = {
    "body", "text", "content", "article", "body_text", "content_text", "maintext", "articleBody"
  };
  private static final String[] HTML = {"body_html", "content_html", "html"};
  private static final String[] URL = {"url", "canonical_url", "link"};
  private static final String[] SOURCE = {
    "source", "publisher", "publication", "site", "source_name", "domain"
  };
  private static final String[] PUBLISHED = {
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "datePublished",
    "pubdate",
    "pubDate",
    "date",
    "date_publish",
    "publish_date"
  };
  private static final String[] MODIFIED = {
    "modified",
    "modified_at",
    "date_modified",
    "dateModified",
    "updated",
    "updated_at",
    "date_modify"
  };

  private final ArticleReader articles;
  private final Ninjs ninjs;

  JsonDocuments(ArticleReader articles) {
    this.articles = articles;
    this.ninjs = new Ninjs(articles);
  }

  /** All that a text of one value offers: the value, or if it is a list, each of its values. */
  List<Offer> read(Part part) {
    JsonNode root;
    try {
      root = Json.parse(part.bytes());
    } catch (JsonProcessingException e) {
      return List.of(part.refused(RejectReason.MALFORMED, Json.why(e)));
    }
    if (JsonFeed.isFeed(root)) {
      Feed feed = JsonFeed.of(root);
      return feed.entries().isEmpty()
          ? List.of(part.refused(RejectReason.EMPTY, "is a feed without entries"))
          : FeedDocuments.offers(feed, part, articles);
    } else if (!root.isArray()) {
      return List.of(part.offer(reading(root)));
    } else if (root.isEmpty()) {
      return List.of(part.refused(RejectReason.EMPTY, "is an empty list"));
    }
    List<Offer> offers = new ArrayList<>();
    for (JsonNode value : root) {
      byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
      offers.add(part.inside(offers.size() + 1, bytes).offer(reading(value)));
    }
    return offers;
  }

  /** What one value tells. */
  Reading reading(JsonNode value) {
    if (!value.isObject()) {
      return new Reading.Refused(
          RejectReason.MALFORMED, "is no JSON object but " + value.getNodeType());
    }
    return Ninjs.isNinjs(value) ? ninjs.reading(value) : articles.read(draft(value));
  }

  /** Whether it has a text in a field that data sets use. */
  static boolean hasText(JsonNode value) {
    return Json.first(value, TEXT).or(() -> Json.first(value, HTML)).isPresent();
  }

  private static Draft draft(JsonNode value) {
    String body =
        Json.first(value, TEXT)
            .or(() -> Json.first(value, HTML).map(JsonDocuments::plain))
            .orElse("");
    return new Draft(
        Json.first(value, TITLE),
        Json.first(value, SOURCE).or(() -> Json.text(value.path("source"), "name")),
        Json.first(value, URL),
        Json.first(value, PUBLISHED),
        Json.first(value, MODIFIED),
        value.path("withdrawn").asBoolean(false),
        body);
  }

  private static String plain(String html) {
    return PageReader.text(html);
  }
}
