package io.newsledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Article files with made-up people, the same for the same seed: steps between organisations and
 * users of products, told by several sources.
 */
public final class GeneratedArticles {
  private static final List<String> NAMES =
      List.of(
          "Alfa", "Bravo", "Delta", "Foxtrot", "Golf", "Juliett", "Kilo", "Lima", "Oscar", "Papa",
          "Quebec", "Romeo", "Sierra", "Tango", "Victor", "Yankee", "Zulu");
  private static final List<String> ORGANISATIONS =
      List.of("OpenAI", "Anthropic", "Meta", "Google", "Apple", "Microsoft", "Alibaba", "Tencent");
  private static final List<String> PRODUCTS = List.of("ChatGPT", "Claude", "Gemini", "Qwen");
  private static final List<String> SOURCES = List.of("North Wire", "South Wire", "East Wire");

  private final Random random;

  public GeneratedArticles(long seed) {
    this.random = new Random(seed);
  }

  /** Writes so many files into a new folder. */
  public Path write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < count; number++) {
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "generated-%04d.md", number)), text(number));
    }
    return folder;
  }

  private String text(int number) {
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500));
    String person = pick(NAMES) + " " + pick(NAMES);
    String product = pick(PRODUCTS);
    return String.format(
        Locale.ROOT,
        """
        ---
        title: "Brief number %d"
        date: %s
        source: %s
        url: https://example.org/briefs/%d
        ---
        %s has left %s to join %s. %s now has %d million monthly active users.
        """,
        number,
        day,
        pick(SOURCES),
        number,
        person,
        pick(ORGANISATIONS),
        pick(ORGANISATIONS),
        product,
        10 * (1 + random.nextInt(40)));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
