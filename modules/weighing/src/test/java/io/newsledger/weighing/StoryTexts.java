package io.newsledger.weighing;

import io.newsledger.events.Article;
import io.newsledger.events.serde.EventSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles that copy each other. */
public final class StoryTexts {
  static {
    // Avro copies only records of packages that somebody vouched for.
    EventSerdes.singleObject();
  }

  private StoryTexts() {}

  /** So many words, the same for the same seed. */
  public static String text(long seed, int words) {
    Random random = new Random(seed);
    return IntStream.range(0, words)
        .mapToObj(i -> "w" + random.nextInt(5000) + " ")
        .collect(Collectors.joining());
  }

  /** A revision of an article; without a text, its withdrawal. */
  public static Article article(String id, String at, String text) {
    Instant time = Instant.parse(at);
    return Article.newBuilder()
        .setId(id)
        .setRevision("r" + time.toEpochMilli() + (text == null ? "" : text.hashCode()))
        .setRevisedAt(time)
        .setPublishedAt(time)
        .setTitle("Headline of " + id)
        .setBody(text)
        .build();
  }

  /**
   * At most so many revisions, no two the same: few texts, each with words changed at some places,
   * on few days, with ties; some articles told again, some withdrawn.
   *
   * @param salt begins their ids; no text is like one of another salt
   */
  public static List<Article> articles(String salt, long seed, int count) {
    Random random = new Random(seed);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] words = text(salt.hashCode() * 2L + random.nextInt(2), 80).split(" ");
      for (int change = random.nextInt(5); change > 0; change--) {
        words[random.nextInt(words.length)] = "c" + random.nextInt(3);
      }
      Instant at =
          Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(8) * 3L));
      Article article =
          article(
              salt + random.nextInt(count),
              at.toString(),
              random.nextInt(8) == 0 ? null : String.join(" ", words));
      if (articles.stream()
          .noneMatch(
              one ->
                  one.getId().equals(article.getId())
                      && one.getRevision().equals(article.getRevision()))) {
        articles.add(article);
      }
    }
    return articles;
  }
}
