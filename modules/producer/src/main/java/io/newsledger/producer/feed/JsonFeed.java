package io.newsledger.producer.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON Feed, versions 1.0 and 1.1. */
public final class JsonFeed {
  private static final int MAX_ENTRIES = 10_000;
  private static final List<String> HEAD =
      List.of("version", "title", "home_page_url", "language", "authors", "author");

  private JsonFeed() {}

  /** Whether a value is meant as JSON Feed. */
  public static boolean isFeed(JsonNode value) {
    return value.path("version").asText("").toLowerCase(Locale.ROOT).contains("jsonfeed.org")
        && value.path("items").isArray();
  }

  /** The feed that such a value is. */
  public static Feed of(JsonNode value) {
    return new Feed(
        text(value, "title"),
        text(value, "home_page_url"),
        text(value, "language"),
        elements(value.path("items"))
            .filter(JsonNode::isObject)
            .limit(MAX_ENTRIES)
            .map(item -> entry(value, item))
            .toList());
  }

  private static Feed.Entry entry(JsonNode feed, JsonNode item) {
    return new Feed.Entry(
        text(item, "id"),
        text(item, "title"),
        text(item, "url").or(() -> text(item, "external_url")),
        author(item).or(() -> author(feed)),
        text(item, "date_published"),
        text(item, "date_modified"),
        text(item, "summary").map(JsonFeed::escaped),
        text(item, "content_html").or(() -> text(item, "content_text").map(JsonFeed::escaped)),
        alone(feed, item));
  }

  private static String alone(JsonNode feed, JsonNode item) {
    ObjectNode one = JsonNodeFactory.instance.objectNode();
    for (String field : HEAD) {
      if (feed.has(field)) {
        one.set(field, feed.get(field));
      }
    }
    one.putArray("items").add(item);
    return one.toString();
  }

  private static Optional<String> author(JsonNode node) {
    String names =
        Stream.concat(elements(node.path("authors")), Stream.of(node.path("author")))
            .flatMap(author -> text(author, "name").stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "<p>");
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
