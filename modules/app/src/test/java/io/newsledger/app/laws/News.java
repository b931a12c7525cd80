package io.newsledger.app.laws;

import io.newsledger.events.Article;
import io.newsledger.events.EntityAlias;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Articles of few days about few people and products, so that they meet, contradict and copy each
 * other, and several are of one day. Some are told again, corrected or withdrawn.
 */
final class News {
  private static final List<String> PEOPLE =
      List.of("Alfa Bravo", "Bravo Alfa", "Delta Golf", "Juliett Kilo", "Oscar Lima", "Romeo Papa");
  private static final List<String> ORGANISATIONS =
      List.of("OpenAI", "Anthropic", "Meta", "Alibaba", "Google");
  private static final List<String> PRODUCTS = List.of("ChatGPT", "Qwen", "Claude");
  private static final List<String> SOURCES = List.of("North Wire", "South Wire", "East Wire");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  static final int DAYS = 8;

  /** Two of the people are one. */
  static final EntityAlias LINK = link("Papa Romeo", "Oscar Lima");

  /** Two who are not. */
  static final EntityAlias UNDONE = link("Delta Golf", "Juliett Kilo");

  private final Random random;
  private final String name;

  /**
   * @param name in the addresses, so that articles of another name are others
   */
  News(String name, long seed) {
    this.name = name;
    this.random = new Random(seed);
  }

  /** So many revisions at most, no two the same, in the order of nothing. */
  List<Article> revisions(int count) {
    Map<String, Article> revisions = new LinkedHashMap<>();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int address = random.nextInt(count);
      boolean copy = !bodies.isEmpty() && random.nextInt(4) == 0;
      String body = copy ? bodies.get(random.nextInt(bodies.size())) : body();
      bodies.add(body);
      Article article = article(address, body);
      revisions.put(article.getId() + article.getRevision(), article);
    }
    return List.copyOf(revisions.values());
  }

  /** The newest revision of each article. */
  static List<Article> newest(List<Article> revisions) {
    Map<String, Article> newest = new LinkedHashMap<>();
    revisions.stream()
        .sorted(Comparator.comparing(Article::getRevisedAt).thenComparing(Article::getRevision))
        .forEach(revision -> newest.put(revision.getId(), revision));
    return List.copyOf(newest.values());
  }

  /** An article, and a reprint of it by another a day later. */
  static List<Article> reprints() {
    return List.of(read(text(0)), read(text(1)));
  }

  /**
   * The text of one of the {@link #reprints}: long enough to be told from others by its words.
   *
   * @param days after the first
   */
  static String text(int days) {
    return String.format(
        Locale.ROOT,
        "---%ntitle: Told on day %d%ndate: %s%nsource: %s%nurl:"
            + " https://example.org/told/%d%n---%n%s",
        days,
        day(days),
        SOURCES.get(days),
        days,
        "Oscar Lima has left OpenAI to join Meta. Delta Golf left Meta on March 2, 2026. Nobody at"
            + " either company wanted to say more on the day when the news came out, and what comes"
            + " next for the groups that both had led for years is open. Qwen has been downloaded"
            + " more than 90 million times.");
  }

  /** Days after the first. */
  static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  private static EntityAlias link(String name, String person) {
    return EntityAlias.newBuilder()
        .setName(name)
        .setPerson(person)
        .setReason("a name")
        .setSource("curator")
        .setRecordedAt(Instant.EPOCH)
        .build();
  }

  private Article article(int address, String body) {
    // One day of publication an address: what an article says of its first day does not change.
    int published = Math.floorMod(address * 31 + name.hashCode(), 4);
    boolean revised = random.nextInt(3) == 0;
    boolean withdrawn = revised && random.nextInt(3) == 0;
    String header =
        revised ? "modified: " + day(published + random.nextInt(DAYS - published)) + "\n" : "";
    String text =
        String.format(
            Locale.ROOT,
            "---%ntitle: Brief %d%ndate: %s%nsource: %s%nurl:"
                + " https://example.org/%s/%d%n%s%s---%n%s",
            address,
            day(published),
            SOURCES.get(address % SOURCES.size()),
            name,
            address,
            header,
            withdrawn ? "status: withdrawn\n" : "",
            withdrawn ? "" : body);
    return read(text);
  }

  private static Article read(String text) {
    Reading reading = ArticleReader.strict().read("news.md", text.getBytes(StandardCharsets.UTF_8));
    return ((Reading.Read) reading).article();
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    for (int sentence = 1 + random.nextInt(7); sentence > 0; sentence--) {
      body.append(sentence()).append(random.nextInt(3) == 0 ? "\n\n" : " ");
    }
    return body.toString();
  }

  private String sentence() {
    String person = pick(PEOPLE);
    String one = pick(ORGANISATIONS);
    String other = pick(ORGANISATIONS);
    String day = "March " + (1 + random.nextInt(3)) + ", 2026";
    return switch (random.nextInt(8)) {
      case 0 -> person + " left " + one + " on " + day + ".";
      case 1 -> person + " joined " + one + " on " + day + ".";
      case 2 -> person + " has left " + one + " to join " + other + ".";
      case 3 -> person + " may join " + one + ", two people said.";
      case 4 -> person + " denied leaving " + one + ".";
      case 5 -> pick(PRODUCTS) + " now has " + number() + " million monthly active users.";
      case 6 -> pick(PRODUCTS) + " has been downloaded more than " + number() + " million times.";
      default ->
          "In "
              + (random.nextBoolean() ? "January 2025" : "January 2026")
              + ", "
              + one
              + " held "
              + number()
              + " percent of the global AI market.";
    };
  }

  private int number() {
    return 10 * (1 + random.nextInt(6));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
