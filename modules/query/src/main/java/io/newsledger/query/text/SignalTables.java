package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.query.text.TextTable.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Alerts, shifts and leaderboards as tables. */
final class SignalTables {
  private SignalTables() {}

  /**
   * "Northlab · Orbit: 3 people left from 2026-03-01 to 2026-03-31 (3 in 30 days are an alert)".
   */
  static String alertName(JsonNode alert) {
    String unit = Wording.text(alert, "unit");
    String from = Wording.text(alert, "from");
    String to = Wording.text(alert, "to");
    return Wording.text(alert, "organisation")
        + (unit.isEmpty() ? "" : " · " + unit)
        + ": "
        + Wording.text(alert, "people")
        + " people left "
        + (from.equals(to) ? "on " + from : "from " + from + " to " + to)
        + " ("
        + Wording.text(alert, "atLeast")
        + " in "
        + Wording.text(alert, "withinDays")
        + " days are an alert)";
  }

  static String alertTable(JsonNode alert, ClaimLines claims) {
    TextTable table =
        new TextTable(
            Column.of("Date", 10),
            Column.of("Who", 18),
            Column.of("Step", 25),
            Column.of("Certainty", 10),
            Column.of("In the words", 29));
    for (String list : List.of("departures", "contested")) {
      for (JsonNode departure : alert.path(list)) {
        ObjectNode step = departure.deepCopy();
        step.set("from", alert.path("organisation"));
        table.row(
            Wording.text(departure, "date"),
            Wording.text(departure, "name"),
            Wording.step(step),
            Wording.certainty(departure) + (list.equals("contested") ? "\nnot counted" : ""),
            claims.telling(departure));
      }
    }
    return table.text();
  }

  static TextTable shiftTable() {
    return new TextTable(
        Column.of("Date", 10),
        Column.of("Of", 28),
        Column.of("Value", 18),
        Column.number("Change", 14),
        Column.of("In the words", 22));
  }

  static void shiftRow(TextTable table, JsonNode shift, ClaimLines claims) {
    JsonNode before = shift.path("before");
    JsonNode after = shift.path("after");
    String unit = Wording.text(shift, "unit");
    List<String> quotes = new ArrayList<>();
    List.of(before, after).stream()
        .map(claims::telling)
        .filter(quote -> !quote.isEmpty() && !quotes.contains(quote))
        .forEach(quotes::add);
    table.row(
        Wording.text(before, "date") + "\n" + Wording.text(after, "date"),
        Tables.seriesName(shift).replace(" · ", "\n"),
        Wording.value(before, unit) + "\n" + Wording.value(after, unit),
        change(shift, unit) + (shift.path("contested").asBoolean() ? "\ncontested" : ""),
        String.join("\n", quotes));
  }

  static String board(JsonNode board, ClaimLines claims) {
    String unit = Wording.text(board, "unit");
    TextTable table =
        new TextTable(
            Column.number("Rank", 4),
            Column.of("Who", 24),
            Column.of("Value", 18),
            Column.of("Date", 11),
            Column.of("In the words", 35));
    for (JsonNode row : board.path("rows")) {
      JsonNode point = row.path("point");
      boolean counted = row.path("counted").asBoolean() || board.path("told").isNull();
      table.row(
          Wording.text(row, "rank"),
          Wording.list(point.path("entities")).replace(", ", " + ")
              + (counted ? "" : "\n(part of another row)"),
          Wording.value(point, unit),
          Wording.text(point, "date") + (point.path("dated").asBoolean() ? "" : "\n(published)"),
          claims.telling(point));
    }
    return table.text() + told(board.path("told"));
  }

  private static String told(JsonNode told) {
    if (!told.isObject()) {
      return "";
    }
    String value = Wording.value(told, "PERCENT");
    if (told.path("rest").isNull()) {
      return "Told: " + value + ", more than there is: these are not figures of one whole.\n";
    }
    String bound =
        switch (Wording.text(told, "bound")) {
          case "ABOUT" -> "about ";
          case "AT_LEAST" -> "at most ";
          case "AT_MOST" -> "at least ";
          default -> "";
        };
    String rest = Wording.number(told.path("rest").decimalValue());
    return "Told: " + value + " of 100 %; of " + bound + rest + " % nothing is told.\n";
  }

  /** "-15 points", "+16.67 %"; of numbers that are no percentages the number too. */
  private static String change(JsonNode shift, String unit) {
    BigDecimal change = shift.path("change").decimalValue();
    if (unit.equals("PERCENT")) {
      return signed(change) + " points";
    }
    JsonNode percent = shift.path("changePercent");
    return signed(change) + (percent.isNull() ? "" : "\n" + signed(percent.decimalValue()) + " %");
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + Wording.number(number);
  }
}
