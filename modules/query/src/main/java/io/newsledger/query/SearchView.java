package io.newsledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Everything whose name or title holds what was typed. */
final class SearchView {
  private SearchView() {}

  /**
   * {@code {asOf, q, people: [{person, name, names, movements}], entities: [{name, movements,
   * points, metrics}], articles: [{id, title, source, publishedAt}], truncated}}, of each kind at
   * most so many.
   *
   * @param people answer of the people who may be meant
   * @param entities answer of the organisations and products that may be meant
   */
  static ObjectNode of(
      String typed, ObjectNode people, ObjectNode entities, KnownState known, int limit) {
    ObjectNode answer = known.asOf().answer();
    answer.put("q", typed);
    ArrayNode found = answer.putArray("people");
    for (JsonNode person : people.path("people")) {
      ObjectNode copy = person.deepCopy();
      copy.remove("latest");
      found.add(copy);
    }
    answer.set("entities", entities.get("entities"));
    List<Article> articles = new ArrayList<>();
    boolean truncated =
        known.articles(
            article -> {
              if (article.getBody() != null
                  && article.getTitle() != null
                  && Names.folded(article.getTitle()).contains(Names.folded(typed))) {
                articles.add(article);
              }
            });
    ArrayNode array = answer.putArray("articles");
    articles.stream()
        .sorted(
            Comparator.comparing(Article::getPublishedAt, Comparator.reverseOrder())
                .thenComparing(Article::getId))
        .limit(limit)
        .forEach(
            article ->
                array
                    .addObject()
                    .put("id", article.getId())
                    .put("title", article.getTitle())
                    .put("source", Objects.requireNonNullElse(article.getSource(), ""))
                    .put("publishedAt", article.getPublishedAt().toString()));
    answer.put(
        "truncated",
        truncated
            || articles.size() > limit
            || people.path("truncated").asBoolean()
            || entities.path("truncated").asBoolean());
    return answer;
  }
}
