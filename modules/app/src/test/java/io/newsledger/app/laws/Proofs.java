package io.newsledger.app.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.Article;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That every value names its claims, and that every quote stands in its article. */
final class Proofs {
  private Proofs() {}

  /**
   * Checks an export.
   *
   * @param told the revisions it is made of, and others
   * @return how many claims there are
   */
  static int check(JsonNode export, Collection<Article> told) {
    Map<String, Article> texts =
        told.stream()
            .collect(Collectors.toMap(Article::getRevision, article -> article, (a, b) -> a));
    Set<String> claims = new TreeSet<>();
    for (JsonNode kind : export.get("claims")) {
      for (JsonNode claim : kind) {
        claims.add(claim.get("id").asText());
        Article article = texts.get(claim.get("revision").asText());
        JsonNode quote = claim.get("quote");
        assertEquals("BODY", quote.get("field").asText());
        assertEquals(
            quote.get("text").asText(),
            article.getBody().substring(quote.get("start").asInt(), quote.get("end").asInt()));
        assertEquals(article.getId(), claim.get("articleId").asText());
      }
    }
    Set<String> movements = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    export.get("careers").findValues("movements").forEach(all -> add(all, "id", movements));
    for (String view : List.of("careers", "series", "alerts", "shifts")) {
      named.addAll(proof(export.get(view)));
    }
    assertEquals(claims, named, "no value without a claim, and no claim without a value");
    for (String view : List.of("flows", "alerts")) {
      for (JsonNode value : export.get(view)) {
        assertTrue(!value.get("movements").isEmpty(), value::toString);
        value.get("movements").forEach(id -> assertTrue(movements.contains(id.asText())));
      }
    }
    return claims.size();
  }

  /** Ids of claims that any value in it names; each point and each movement names one. */
  private static Set<String> proof(JsonNode values) {
    Set<String> named = new TreeSet<>();
    for (String list : List.of("claims", "against", "implied")) {
      values.findValues(list).forEach(ids -> ids.forEach(id -> named.add(id.asText())));
    }
    for (String list : List.of("points", "movements")) {
      for (JsonNode all : values.findValues(list)) {
        for (JsonNode value : all) {
          assertTrue(
              value.isTextual() || value.get("claims").size() + value.get("against").size() > 0,
              value::toString);
        }
      }
    }
    return named;
  }

  private static void add(JsonNode values, String field, Set<String> to) {
    values.forEach(value -> to.add(value.get(field).asText()));
  }
}
