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
 * {@code infosources}, of each the one whose role is "main", else the first. An item's time is
 * {@code versioncreated}, that of its first version {@code firstcreated}; a canceled item is a
 * withdrawn article.
 */
final class Ninjs {
  private static final List<String> MARKS =
      List.of(
          "versioncreated",
          "firstcreated",
          "headlines",
          "bodies",
          "$standard",
          "standard",
          "representationtype",
          "pubstatus",
          "infosource",
          "infosources",
          "usageterms");

  private static final Set<String> PUBSTATUS = Set.of("usable", "withheld", "canceled");
  private static final Set<String> WITHOUT_TEXT =
      Set.of("audio", "video", "picture", "graphic", "event", "planning", "collection");
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "audio",
          "video",
          "picture",
          "graphic",
          "composite",
          "component",
          "event",
          "planning",
          "collection",
          "package",
          "news",
          "plannedcoverage");

  private static final List<String> TEXT_FIELDS =
      List.of(
          "uri",
          "type",
          "pubstatus",
          "versioncreated",
          "firstcreated",
          "embargoed",
          "headline",
          "byline",
          "language",
          "version",
          "copyrightholder",
          "slugline",
          "title",
          "ednote");

  private Ninjs() {}

  /** Whether an object is meant as ninjs. */
  static boolean isNinjs(JsonNode value) {
    return value.has("uri")
        && (MARKS.stream().anyMatch(value::has)
            || value.propertyStream().anyMatch(field -> field.getKey().startsWith("body_")));
  }

  static Reading reading(JsonNode item, ArticleReader articles) {
    Optional<String> fault = fault(item);
    if (fault.isPresent()) {
      return new Reading.Refused(RejectReason.MALFORMED, "is no valid ninjs: " + fault.get());
    }
    String type = item.path("type").asText("text");
    if (WITHOUT_TEXT.contains(type)) {
      return new Reading.Refused(
          RejectReason.UNSUPPORTED, "is a ninjs item of type " + type + ", which holds no article");
    }
    String status = item.path("pubstatus").asText("usable");
    if (status.equals("withheld")) {
      return new Reading.Refused(
          RejectReason.UNSUPPORTED, "is withheld by its publisher: offer it when it is usable");
    }
    Optional<String> created = Json.text(item, "versioncreated");
    return articles.read(
        new Draft(
            headline(item),
            source(item),
            Json.text(item, "uri"),
            Json.text(item, "firstcreated").or(() -> created),
            created,
            status.equals("canceled"),
            body(item)));
  }

  /** What the specification forbids in the fields that are read, if anything. */
  private static Optional<String> fault(JsonNode item) {
    for (String field : TEXT_FIELDS) {
      JsonNode value = item.path(field);
      if (!value.isMissingNode() && !value.isTextual()) {
        return Optional.of(field + " must be text");
      }
    }
    String type = item.path("type").asText("text");
    String status = item.path("pubstatus").asText("usable");
    if (!TYPES.contains(type)) {
      return Optional.of("no type is called " + type);
    } else if (!PUBSTATUS.contains(status)) {
      return Optional.of("no pubstatus is called " + status + "; there are " + PUBSTATUS);
    }
    return Stream.of("headlines", "bodies", "infosources", "infosource")
        .filter(field -> item.has(field) && !isListOfObjects(item.path(field)))
        .map(field -> field + " must be a list of objects")
        .findFirst();
  }

  private static boolean isListOfObjects(JsonNode list) {
    return list.isArray() && elements(list).allMatch(JsonNode::isObject);
  }

  private static Optional<String> headline(JsonNode item) {
    return main(item.path("headlines"))
        .or(() -> Json.text(item, "headline"))
        .or(() -> Json.text(item, "title"));
  }

  private static Optional<String> source(JsonNode item) {
    return Stream.of("infosources", "infosource")
        .flatMap(field -> elements(item.path(field)))
        .flatMap(source -> Json.text(source, "name").stream())
        .findFirst()
        .or(() -> Json.text(item, "copyrightholder"));
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
        .filter(body -> body.path("contenttype").asText("").toLowerCase(Locale.ROOT).contains(type))
        .flatMap(body -> Json.text(body, "value").stream())
        .findFirst();
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
