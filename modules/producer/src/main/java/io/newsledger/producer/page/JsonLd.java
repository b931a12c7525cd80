package io.newsledger.producer.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page tells of its article in JSON-LD, with the vocabulary of schema.org. */
final class JsonLd {
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?:https?://schema\\.org/|schema:)?(?:[A-Za-z]*Article|[A-Za-z]*BlogPosting|Report|LiveBlogPosting"
              + "|SocialMediaPosting|ReportageNewsArticle)");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:https?://schema\\.org/)?(?:[A-Za-z]*WebPage|ItemPage|VideoObject|Recipe)");

  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?://)?\\s*(?:<!--|<!\\[CDATA\\[|/\\*.*?\\*/)*|(?://)?\\s*(?:-->|]]>)\\s*;?\\s*$");

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 20_000;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build()
          .reader();

  private final List<JsonNode> articles;
  private final Map<String, JsonNode> byId;

  private JsonLd(List<JsonNode> articles, Map<String, JsonNode> byId) {
    this.articles = articles;
    this.byId = byId;
  }

  /** Reads all blocks of a page; what is broken tells nothing. */
  static JsonLd of(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    List<JsonNode> pages = new ArrayList<>();
    Map<String, JsonNode> byId = new HashMap<>();
    for (Element script : page.select("script[type~=(?i)application/ld\\+json]")) {
      for (JsonNode node : objects(parsed(script.data()))) {
        if (isOf(node, ARTICLE)) {
          articles.add(node);
        } else if (isOf(node, PAGE)) {
          pages.add(node);
        }
        String id = node.path("@id").asText("");
        if (!id.isEmpty() && node.size() > 1) {
          byId.putIfAbsent(id, node);
        }
      }
    }
    articles.addAll(pages);
    return new JsonLd(articles, byId);
  }

  Optional<String> headline() {
    return text("headline").or(() -> text("name"));
  }

  Optional<String> published() {
    return text("datePublished").or(() -> text("dateCreated")).or(() -> text("uploadDate"));
  }

  Optional<String> modified() {
    return text("dateModified");
  }

  Optional<String> language() {
    return text("inLanguage");
  }

  /** Names of the authors, with commas between them. */
  Optional<String> author() {
    return named("author").or(() -> named("creator"));
  }

  Optional<String> publisher() {
    return named("publisher").or(() -> named("sourceOrganization"));
  }

  Optional<String> address() {
    return text("url").or(() -> text("mainEntityOfPage"));
  }

  private Optional<String> text(String field) {
    return articles.stream().flatMap(node -> text(node.path(field)).stream()).findFirst();
  }

  private static Optional<String> text(JsonNode value) {
    JsonNode one = value.isArray() ? value.path(0) : value;
    if (one.isObject()) {
      one = one.hasNonNull("@id") ? one.path("@id") : one.path("@value");
    }
    String text = one.isValueNode() && !one.isNull() ? one.asText().strip() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Optional<String> named(String field) {
    return articles.stream()
        .map(node -> String.join(", ", names(node.path(field))))
        .filter(names -> !names.isEmpty())
        .findFirst();
  }

  private List<String> names(JsonNode value) {
    Iterable<JsonNode> all = value.isArray() ? value : List.of(value);
    return StreamSupport.stream(all.spliterator(), false)
        .map(one -> one.isObject() ? nameOf(one) : one.isTextual() ? one.asText().strip() : "")
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private String nameOf(JsonNode one) {
    JsonNode full = one.has("name") ? one : byId.getOrDefault(one.path("@id").asText(""), one);
    return text(full.path("name")).orElse("");
  }

  private static boolean isOf(JsonNode node, Pattern types) {
    JsonNode type = node.path("@type");
    Iterable<JsonNode> all = type.isArray() ? type : List.of(type);
    return StreamSupport.stream(all.spliterator(), false)
        .anyMatch(one -> types.matcher(one.asText("")).matches());
  }

  /** All objects in a tree, from the outside in. */
  private static List<JsonNode> objects(JsonNode root) {
    List<JsonNode> objects = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty() && objects.size() < MAX_NODES) {
      JsonNode node = open.removeFirst();
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(
          child -> {
            if (child.isContainerNode()) {
              open.addLast(child);
            }
          });
    }
    return objects;
  }

  private static JsonNode parsed(String script) {
    String json = WRAPPING.matcher(script).replaceAll("").strip();
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
