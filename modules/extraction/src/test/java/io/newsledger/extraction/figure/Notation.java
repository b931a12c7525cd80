package io.newsledger.extraction.figure;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes figures as {@code sentences.tsv} does: {@code OpenAI REV >$13B @2025}. */
final class Notation {
  private static final Map<Metric, String> METRICS =
      Map.ofEntries(
          Map.entry(Metric.MARKET_SHARE, "MS"),
          Map.entry(Metric.USAGE_SHARE, "US"),
          Map.entry(Metric.MONTHLY_ACTIVE_USERS, "MAU"),
          Map.entry(Metric.WEEKLY_ACTIVE_USERS, "WAU"),
          Map.entry(Metric.DAILY_ACTIVE_USERS, "DAU"),
          Map.entry(Metric.USERS, "USERS"),
          Map.entry(Metric.SUBSCRIBERS, "SUBS"),
          Map.entry(Metric.CUSTOMERS, "CUST"),
          Map.entry(Metric.DOWNLOADS, "DL"),
          Map.entry(Metric.DERIVATIVE_MODELS, "DER"),
          Map.entry(Metric.REVENUE, "REV"),
          Map.entry(Metric.VALUATION, "VAL"));
  private static final Map<Bound, String> BOUNDS =
      Map.of(Bound.EXACT, "", Bound.ABOUT, "~", Bound.AT_LEAST, ">", Bound.AT_MOST, "<");
  private static final Map<Modality, String> CERTAINTY =
      Map.of(
          Modality.REPORTED, "",
          Modality.ANNOUNCED, " !",
          Modality.RUMOURED, " ?",
          Modality.DENIED, " x");
  private static final Map<String, String> SIGNS =
      Map.of("USD", "$", "EUR", "€", "COUNT", "", "PERCENT", "");
  private static final List<String> SCALES = List.of("T", "B", "M");

  private Notation() {}

  /** The figures in alphabetical order of their notation; "-" for none. */
  static String of(List<Figure> figures) {
    String all = figures.stream().map(Notation::of).sorted().collect(Collectors.joining("; "));
    return all.isEmpty() ? "-" : all;
  }

  private static String of(Figure figure) {
    return String.join("+", figure.entities().stream().sorted().toList())
        + " "
        + METRICS.get(figure.metric())
        + " "
        + BOUNDS.get(figure.bound())
        + SIGNS.getOrDefault(figure.unit(), figure.unit() + " ")
        + amount(BigDecimal.valueOf(figure.value()))
        + (figure.unit().equals("PERCENT") ? "%" : "")
        + (figure.asOf() == null ? "" : " @" + figure.asOf())
        + CERTAINTY.get(figure.modality());
  }

  private static String amount(BigDecimal value) {
    BigDecimal scale = BigDecimal.valueOf(1_000_000_000_000L);
    for (String letter : SCALES) {
      if (value.compareTo(scale) >= 0) {
        return plain(value.divide(scale)) + letter;
      }
      scale = scale.movePointLeft(3);
    }
    return value.compareTo(BigDecimal.valueOf(10_000)) >= 0
        ? plain(value.movePointLeft(3)) + "K"
        : plain(value);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
