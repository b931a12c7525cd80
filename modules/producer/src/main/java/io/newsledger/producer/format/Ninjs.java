package io.newsledger.producer.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Items in the IPTC's ninjs, versions 1.0 to 3.1. Of 1.x the fields {@code headline}, {@code
 * body_*} and {@code infosource} are read; of 2.x and 3.x {@code headlines}, {@code bodies} and
 * {@code infosources}, of each the one whose role is "main", else the first; 3.x writes its fields
 * in camel case. An item's time is {@code versioncreated}, that of its first version {@code
 * firstcreated}; a canceled item is a withdrawn article.
 */
final class Ninjs {
  private static final List<String> MARKS =
      List.of(
          "versioncreated",
          "versionCreated",
          "firstcreated",
          "firstCreated",
          "headlines",
          "bodies",
          "$standard",
          "standard",
          "representationtype",
          "representationType",
          "pubstatus",
          "pubStatus",
          "infosource",
          "infosources",
          "infoSources",
          "usageterms",
          "usageTerms");

  private static final Set<String> WITHOUT_TEXT =
      Set.of("audio", "video", "picture", "graphic", "event", "planning", "collection");
  private final NinjsSchemas schemas = new NinjsSchemas();
  private final ArticleReader articles;

  Ninjs(ArticleReader articles) {
    this.articles = articles;
  }

  /**
   * Whether an object is meant as ninjs: it has a {@code uri}, and a field that only ninjs has or
   * none that any other article has.
   */
  static boolean isNinjs(JsonNode value) {
    return value.has("uri")
        && (MARKS.stream().anyMatch(value::has)
            || value.propertyStream().anyMatch(field -> field.getKey().startsWith("body_"))
            || !JsonDocuments.hasText(value));
  }

  Reading reading(JsonNode item) {
    Optional<String> fault = schemas.fault(item);
    if (fault.isPresent()) {
      return new Reading.Refused(RejectReason.MALFORMED, "is no valid ninjs: " + fault.get());
    }
    String type = item.path("type").asText("text");
    if (WITHOUT_TEXT.contains(type)) {
      return new Reading.Refused(
          RejectReason.UNSUPPORTED, "is a ninjs item of type " + type + ", which holds no article");
    }
    String status = Json.first(item, "pubstatus", "pubStatus").orElse("usable");
    if (status.equals("withheld")) {
      return new Reading.Refused(
          RejectReason.UNSUPPORTED, "is withheld by its publisher: offer it when it is usable");
    }
    Optional<String> created = Json.first(item, "versioncreated", "versionCreated");
    return articles.read(
        new Draft(
            headline(item),
            source(item),
            Json.text(item, "uri"),
            Json.first(item, "firstcreated", "firstCreated").or(() -> created),
            created,
            status.equals("canceled"),
            body(item)));
  }

  private static Optional<String> headline(JsonNode item) {
    return main(item.path("headlines"))
        .or(() -> Json.text(item, "headline"))
        .or(() -> Json.text(item, "title"));
  }

  private static Optional<String> source(JsonNode item) {
    return Stream.of("infosources", "infoSources", "infosource")
        .flatMap(field -> elements(item.path(field)))
        .flatMap(source -> Json.text(source, "name").stream())
        .findFirst()
        .or(() -> Json.first(item, "copyrightholder", "copyrightHolder"));
  }

  private static String body(JsonNode item) {
    Optional<String> plain = Json.text(item, "body_text").or(() -> ofType(item, "text/plain"));
    return plain
        .or(() -> markup(item).map(PageReader::text))
        .or(() -> main(item.path("bodies")).map(PageReader::text))
        .orElse("");
  }

  private static Optional<String> markup(JsonNode item) {
    return Json.first(item, "body_xhtml", "body_html", "body_html5", "body_nitf")
        .or(() -> ofType(item, "html"))
        .or(() -> ofType(item, "xml"))
        .or(
            () ->
                item.propertyStream()
                    .filter(
                        field -> field.getKey().startsWith("body_") && field.getValue().isTextual())
                    .map(field -> field.getValue().asText())
                    .findFirst());
  }

  private static Optional<String> ofType(JsonNode item, String type) {
    return elements(item.path("bodies"))
        .filter(body -> contentType(body).contains(type))
        .flatMap(body -> Json.text(body, "value").stream())
        .findFirst();
  }

  private static String contentType(JsonNode body) {
    return Json.first(body, "contenttype", "contentType").orElse("").toLowerCase(Locale.ROOT);
  }

  private static Optional<String> main(JsonNode list) {
    return elements(list)
        .filter(one -> one.path("role").asText("").toLowerCase(Locale.ROOT).contains("main"))
        .findFirst()
        .or(() -> elements(list).findFirst())
        .flatMap(one -> Json.text(one, "value"));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }
}
