package io.newsledger.benchmarks;

import io.newsledger.extraction.ArticleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Articles made up of sentences of our own: talk of an industry, in which some sentences tell a
 * step of a person or a figure. The same for the same seed.
 */
final class WrittenArticles {
  /** How many sentences are talk for one that tells something. */
  private static final int TALK = 7;

  private static final List<String> GIVEN =
      List.of("Alma", "Boris", "Chidi", "Daniela", "Emre", "Farah", "Goran", "Hanna", "Ines");
  private static final List<String> FAMILY =
      List.of("Abara", "Brandt", "Castillo", "Duarte", "Eriksen", "Fontana", "Gupta", "Horvat");
  private static final List<String> FIRMS =
      List.of("OpenAI", "Anthropic", "Meta", "Google", "Apple", "Microsoft", "Alibaba", "Nvidia");
  private static final List<String> PRODUCTS = List.of("ChatGPT", "Claude", "Gemini", "Qwen");
  private static final List<String> TALKED =
      List.of(
          "Nobody in the room seemed to doubt that the coming winter would be long for those who"
              + " rent computers by the hour.",
          "The new model writes better prose than the old one, its makers say, but it still gets"
              + " lost in long tables.",
          "Regulators in Brussels want to know what such systems were trained on, and lawyers on"
              + " both sides are preparing for years of letters.",
          "A visitor to the laboratory is shown a wall of cables and a coffee machine that nobody"
              + " may touch before noon.",
          "Customers ask for fewer surprises rather than for more features, according to people who"
              + " sell to them.",
          "Prices of memory went up again in the spring, which hurts everyone who did not buy early.",
          "What makes the difference, engineers explain, is not the size of the network but the care"
              + " that went into the data.",
          "The conference hall was full, the questions were polite, and the answers were short.",
          "Universities complain that they cannot pay what the firms across the street pay.",
          "In 2024 the same idea had been laughed at; by 2025 it had three imitators.");

  private final Random random;

  WrittenArticles(long seed) {
    this.random = new Random(seed);
  }

  /** So many articles, each of so many sentences. */
  List<ArticleText> write(int articles, int sentences) {
    List<ArticleText> out = new ArrayList<>(articles);
    for (int i = 0; i < articles; i++) {
      StringBuilder body = new StringBuilder();
      for (int s = 0; s < sentences; s++) {
        body.append(random.nextInt(TALK + 1) == 0 ? told() : pick(TALKED));
        body.append(s % 4 == 3 ? "\n\n" : " ");
      }
      out.add(
          new ArticleText(
              "Notes from the industry, number " + i,
              body.toString(),
              LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120)),
              "North Wire",
              "https://example.org/notes/" + i));
    }
    return out;
  }

  private String told() {
    String person = pick(GIVEN) + " " + pick(FAMILY);
    return switch (random.nextInt(4)) {
      case 0 -> person + " has left " + pick(FIRMS) + " to join " + pick(FIRMS) + ".";
      case 1 -> pick(FIRMS) + " has hired " + person + " as head of research, the company said.";
      case 2 ->
          pick(PRODUCTS) + " now has " + (10 + random.nextInt(800)) + " million weekly users.";
      default ->
          String.format(
              Locale.ROOT,
              "%s's share of the market fell from %d percent to %d percent in a year.",
              pick(FIRMS),
              40 + random.nextInt(20),
              20 + random.nextInt(20));
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
