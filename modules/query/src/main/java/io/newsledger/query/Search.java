package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds everything whose name or title holds what was typed.
 *
 * @param directory people, organisations and products
 * @param known the ledger
 * @param pages wanted
 */
record Search(Directory directory, KnownState known, SearchPages pages) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** See {@link Ledger#search}. */
  ObjectNode of(String typed, Proof proof) {
    ObjectNode answer = known.asOf().answer();
    answer.put("q", typed);
    Kinds kinds = new Kinds(answer);
    kinds.add("people", pages.people(), page -> directory.people(typed, page, proof));
    answer.path("people").forEach(person -> ((ObjectNode) person).remove("latest"));
    kinds.add("entities", pages.entities(), page -> directory.entities(typed, page));
    kinds.add("articles", pages.articles(), page -> articles(typed, page));
    answer.set("totals", kinds.totals);
    answer.put("next", SearchPages.next(kinds.next).orElse(null));
    return answer.put("truncated", kinds.truncated);
  }

  /** {@code {articles: [{id, title, source, publishedAt}], total, next, truncated}}. */
  private ObjectNode articles(String typed, Page page) {
    String wanted = Names.folded(typed);
    Page.Choice<Article> choice = page.choice(Search::place);
    boolean truncated =
        known.articles(
            article -> {
              if (article.getBody() != null
                  && article.getTitle() != null
                  && Names.folded(article.getTitle()).contains(wanted)) {
                choice.add(article);
              }
            });
    Page.Part<Article> part = choice.part();
    ObjectNode answer = JSON.objectNode();
    ArrayNode articles = answer.putArray("articles");
    for (Article article : part.items()) {
      articles
          .addObject()
          .put("id", article.getId())
          .put("title", article.getTitle())
          .put("source", Objects.requireNonNullElse(article.getSource(), ""))
          .put("publishedAt", article.getPublishedAt().toString());
    }
    part.describe(answer);
    return answer.put("truncated", truncated || part.next().isPresent());
  }

  /** The newest first. */
  private static List<String> place(Article article) {
    return List.of(Page.time(article.getPublishedAt()), article.getId());
  }

  /** What is found of each kind, while it is gathered. */
  private static final class Kinds {
    private final ObjectNode answer;
    private final ObjectNode totals = JSON.objectNode();
    private final List<Optional<String>> next = new ArrayList<>();
    private boolean truncated;

    Kinds(ObjectNode answer) {
      this.answer = answer;
    }

    void add(String kind, Optional<Page> page, Function<Page, ObjectNode> question) {
      // All were given before: how many there are is told all the same.
      ObjectNode found = question.apply(page.orElse(Page.first(1)));
      answer.set(kind, page.isPresent() ? found.get(kind) : JSON.arrayNode());
      totals.set(kind, found.get("total"));
      Optional<String> behind =
          page.map(one -> found.path("next").asText("")).filter(cursor -> !cursor.isEmpty());
      next.add(behind);
      truncated |= page.isPresent() && found.path("truncated").asBoolean();
    }
  }
}
