package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of answers in words. */
final class Wording {
  private static final BigDecimal MILLION = new BigDecimal("1000000");
  private static final BigDecimal BILLION = new BigDecimal("1000000000");
  private static final int MOST_DIGITS = 5;

  private Wording() {}

  /** The text of a field; empty for null and for none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** REPORTED as "reported", MARKET_SHARE as "market share". */
  static String symbol(String symbol) {
    return symbol.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** "A → B", "left A", "to B", "within A"; role and team on a line of their own. */
  static String step(JsonNode step) {
    String from = text(step, "from");
    String to = text(step, "to");
    String ends;
    if (from.equals(to)) {
      ends = "within " + from;
    } else if (to.isEmpty()) {
      ends = "left " + from;
    } else {
      ends = from.isEmpty() ? "to " + to : from + " → " + to;
    }
    String details =
        List.of(text(step, "role"), text(step, "unit")).stream()
            .filter(detail -> !detail.isEmpty())
            .collect(Collectors.joining(", "));
    return details.isEmpty() ? ends : ends + "\n" + details;
  }

  /** The agreed date, and on a second line how far those told lie apart. */
  static String date(JsonNode movement) {
    String date = text(movement, "date");
    String earliest = text(movement, "earliest");
    String latest = text(movement, "latest");
    if (date.isEmpty()) {
      return "no date";
    }
    if (earliest.equals(latest)) {
      return date;
    }
    return date + "\n" + (earliest.equals(date) ? "to " + latest : "from " + earliest);
  }

  /** Modality, and how many deny it. */
  static String certainty(JsonNode held) {
    int against = held.path("against").size();
    return symbol(text(held, "modality")) + (against == 0 ? "" : "\n" + against + " against");
  }

  /** "at least 600 million", "40 %", "about USD 1.2 billion". */
  static String value(JsonNode holder, String unit) {
    String bound =
        switch (text(holder, "bound")) {
          case "ABOUT" -> "about ";
          case "AT_LEAST" -> "at least ";
          case "AT_MOST" -> "at most ";
          default -> "";
        };
    String number = number(holder.path("value").decimalValue());
    return bound
        + switch (unit) {
          case "PERCENT" -> number + " %";
          case "COUNT" -> number;
          default -> unit + " " + number;
        };
  }

  /** Millions and billions in words where that loses no digit, else all digits in groups. */
  static String number(BigDecimal value) {
    BigDecimal size = value.abs();
    if (size.compareTo(MILLION) >= 0) {
      boolean billions = size.compareTo(BILLION) >= 0;
      BigDecimal scaled =
          value.divide(billions ? BILLION : MILLION, MathContext.DECIMAL64).stripTrailingZeros();
      if (scaled.precision() <= MOST_DIGITS || scaled.scale() <= 0) {
        return grouped(scaled) + (billions ? " billion" : " million");
      }
    }
    return grouped(value);
  }

  /** The claim's words in quotation marks, cut where they are longer, with who says so when. */
  static String quote(JsonNode claim, int most) {
    return "“" + cut(text(claim.path("quote"), "text"), most) + "” " + told(claim);
  }

  /** The text, or its first words with an ellipsis. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space > 0 ? space : most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + " …";
  }

  /** "(Wire, 2026-03-03)". */
  static String told(JsonNode claim) {
    return "(" + source(claim) + ", " + day(claim) + ")";
  }

  static String source(JsonNode claim) {
    String source = text(claim, "source");
    return source.isEmpty() ? "unknown source" : source;
  }

  /** Day of publication, UTC. */
  static String day(JsonNode claim) {
    String published = text(claim, "publishedAt");
    return published.length() < 10 ? published : published.substring(0, 10);
  }

  /** The items of an array of texts, parted by commas. */
  static String list(JsonNode array) {
    List<String> items = new ArrayList<>();
    array.forEach(item -> items.add(item.asText()));
    return String.join(", ", items);
  }

  private static String grouped(BigDecimal number) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}
