package io.newsledger.extraction.figure;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.evaluation.Annotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sentences that were made up to learn from, a line each: the text, a tab, and the figures it
 * tells, as {@code OpenAI REV >$13B @2025; Qwen MS ~15%}, or {@code -} for none.
 */
public final class MadeUpSentences {
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);
  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("MS", "MARKET_SHARE"),
          Map.entry("US", "USAGE_SHARE"),
          Map.entry("MAU", "MONTHLY_ACTIVE_USERS"),
          Map.entry("WAU", "WEEKLY_ACTIVE_USERS"),
          Map.entry("DAU", "DAILY_ACTIVE_USERS"),
          Map.entry("USERS", "USERS"),
          Map.entry("SUBS", "SUBSCRIBERS"),
          Map.entry("CUST", "CUSTOMERS"),
          Map.entry("DL", "DOWNLOADS"),
          Map.entry("DER", "DERIVATIVE_MODELS"),
          Map.entry("REV", "REVENUE"),
          Map.entry("VAL", "VALUATION"));
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<who>.+) (?<metric>MS|US|[MWD]AU|USERS|SUBS|CUST|DL|DER|REV|VAL) [~<>]?(?<unit>[$€]|[A-Z]{3} )?(?<amount>[0-9.]+)"
              + "(?<scale>[KMBT%]?)(?: @(?<date>[0-9-]+))?(?: [!?x])?");
  private static final Map<String, Double> SCALES =
      Map.of("", 1.0, "%", 1.0, "K", 1e3, "M", 1e6, "B", 1e9, "T", 1e12);

  /**
   * A sentence made up.
   *
   * @param text it alone, as an article
   * @param gold the figures it tells
   */
  public record MadeUp(ArticleText text, Annotation gold) {}

  private MadeUpSentences() {}

  /**
   * Reads lines; empty ones and those that begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException if a line has another form; the message says which
   */
  public static List<MadeUp> read(List<String> lines) {
    List<MadeUp> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t+", -1);
      if (columns.length != 2) {
        throw new IllegalArgumentException("line " + (i + 1) + " has no text and figures");
      }
      List<Annotation.Amount> figures = new ArrayList<>();
      if (!columns[1].equals("-")) {
        for (String figure : columns[1].split("; ", -1)) {
          figures.add(figure(figure, i + 1));
        }
      }
      String text = columns[0].replace(" | ", "\n\n");
      all.add(
          new MadeUp(
              new ArticleText(null, text, PUBLISHED, null, null),
              new Annotation("sentence " + (i + 1), List.of(), figures)));
    }
    return List.copyOf(all);
  }

  private static Annotation.Amount figure(String text, int line) {
    Matcher matcher = FIGURE.matcher(text.strip());
    if (!matcher.matches() || !METRICS.containsKey(matcher.group("metric"))) {
      throw new IllegalArgumentException("line " + line + " has no figure: " + text);
    }
    String scale = matcher.group("scale");
    return new Annotation.Amount(
        List.of(matcher.group("who").split("\\+", -1)),
        METRICS.get(matcher.group("metric")),
        Double.parseDouble(matcher.group("amount")) * SCALES.get(scale),
        unit(matcher.group("unit"), scale),
        matcher.group("date"),
        null,
        false);
  }

  private static String unit(String sign, String scale) {
    if (scale.equals("%")) {
      return "PERCENT";
    }
    if (sign == null) {
      return "COUNT";
    }
    return switch (sign) {
      case "$" -> "USD";
      case "€" -> "EUR";
      default -> sign.strip();
    };
  }
}
