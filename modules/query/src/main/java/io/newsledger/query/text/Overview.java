package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.query.text.TextTable.Column;
import java.util.regex.Pattern;

/** A whole export at a glance. */
final class Overview {
  /** Most rows or series of one kind; the rest is counted. */
  private static final int MOST = 60;

  private static final Pattern YEAR_OR_UNDATED = Pattern.compile("\\d{4}|undated");

  private Overview() {}

  static String of(JsonNode export) {
    ClaimLines claims = new ClaimLines(export.path("claims"));
    return export.path("articles").size()
        + " articles, "
        + export.path("claims").path("talent").size()
        + " claims on movements, "
        + export.path("claims").path("market").size()
        + " claims on figures\n"
        + careers(export, claims)
        + flows(export)
        + alerts(export, claims)
        + series(export, claims)
        + shifts(export, claims);
  }

  private static String careers(JsonNode export, ClaimLines claims) {
    TextTable table =
        new TextTable(
            Column.of("Who", 18),
            Column.of("Date", 15),
            Column.of("Step", 22),
            Column.of("Certainty", 10),
            Column.of("In the words", 27));
    int rows = 0;
    for (JsonNode career : export.path("careers")) {
      for (JsonNode movement : career.path("movements")) {
        rows++;
        if (rows <= MOST) {
          table.row(
              Wording.text(career, "name"),
              Wording.date(movement),
              Wording.step(movement),
              Wording.certainty(movement) + "\n" + sources(movement),
              claims.telling(movement));
        }
      }
    }
    return section("Careers", table.text(), rows, "newsledger career NAME");
  }

  private static String flows(JsonNode export) {
    TextTable table = Tables.flowTable("Organisation and year");
    int rows = 0;
    for (JsonNode flow : export.path("flows")) {
      String period = Wording.text(flow, "period");
      if (YEAR_OR_UNDATED.matcher(period).matches()) {
        rows++;
        if (rows <= MOST) {
          Tables.flowRow(table, Wording.text(flow, "organisation") + ", " + period, flow);
        }
      }
    }
    return section("Flows", table.text(), rows, "newsledger flow ORGANISATION");
  }

  private static String alerts(JsonNode export, ClaimLines claims) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (JsonNode alert : export.path("alerts")) {
      count++;
      if (count <= MOST) {
        text.append(count == 1 ? "" : "\n")
            .append(String.join("\n", DisplayWidth.wrapped(SignalTables.alertName(alert), 100)))
            .append('\n')
            .append(SignalTables.alertTable(alert, claims));
      }
    }
    return section("Alerts", text.toString(), count, "newsledger alerts");
  }

  private static String shifts(JsonNode export, ClaimLines claims) {
    TextTable table = SignalTables.shiftTable();
    int rows = 0;
    for (JsonNode shift : export.path("shifts")) {
      rows++;
      if (rows <= MOST) {
        SignalTables.shiftRow(table, shift, claims);
      }
    }
    return section("Shifts", table.text(), rows, "newsledger shifts");
  }

  private static String series(JsonNode export, ClaimLines claims) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (JsonNode series : export.path("series")) {
      count++;
      if (count <= MOST) {
        text.append(count == 1 ? "" : "\n")
            .append(String.join("\n", DisplayWidth.wrapped(Tables.seriesName(series), 100)))
            .append('\n')
            .append(Tables.seriesTable(series, claims));
      }
    }
    return section("Series", text.toString(), count, "newsledger series ENTITY");
  }

  private static String sources(JsonNode movement) {
    int sources = movement.path("sources").asInt();
    return sources + (sources == 1 ? " source" : " sources");
  }

  private static String section(String title, String content, int items, String more) {
    if (items == 0) {
      return "";
    }
    String rest = items > MOST ? "and " + (items - MOST) + " more: " + more + "\n" : "";
    return "\n" + title + "\n\n" + content + rest;
  }
}
