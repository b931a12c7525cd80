package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.query.text.TextTable.Column;
import java.util.List;

/**
 * Answers of the ledger as tables for a terminal, at most 100 columns wide, with a line end at the
 * end. Every value stands beside a sentence it rests on.
 */
public final class Tables {
  private Tables() {}

  /** A person's steps. */
  public static String career(JsonNode answer) {
    JsonNode career = answer.path("career");
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    TextTable table =
        new TextTable(
            Column.of("Date", 15),
            Column.of("Step", 26),
            Column.of("Certainty", 10),
            Column.number("Sources", 7),
            Column.of("In the words", 34));
    for (JsonNode movement : career.path("movements")) {
      table.row(
          Wording.date(movement),
          Wording.step(movement),
          Wording.certainty(movement),
          Wording.text(movement, "sources"),
          claims.telling(movement));
    }
    String name = Wording.text(career, "name");
    String names = Wording.list(career.path("names"));
    return heading(name + (names.equals(name) ? "" : " (printed as " + names + ")"), answer)
        + table.text()
        + end(answer);
  }

  /** Who came to an organisation and who left, and the movements behind it. */
  public static String flow(JsonNode answer) {
    String organisation = Wording.text(answer, "organisation");
    TextTable periods = flowTable("Period");
    for (JsonNode flow : answer.path("periods")) {
      flowRow(periods, Wording.text(flow, "period"), flow);
    }
    JsonNode total = answer.path("total");
    if (total.isObject()) {
      String window = Wording.text(answer, "window");
      flowRow(periods, window.equals("all") ? "in all" : window, total);
    }
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    TextTable movements =
        new TextTable(
            Column.of("Date", 15),
            Column.of("Who", 18),
            Column.of("Step", 22),
            Column.of("Certainty", 10),
            Column.of("In the words", 27));
    for (JsonNode end : answer.path("movements")) {
      JsonNode movement = end.path("movement");
      movements.row(
          Wording.date(movement),
          Wording.text(end, "name"),
          Wording.step(movement),
          Wording.certainty(movement),
          claims.telling(movement));
    }
    return heading(organisation, answer)
        + periods.text()
        + separated(movements.text())
        + end(answer);
  }

  /** Figures, series by series, with who says what. */
  public static String series(JsonNode answer) {
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    StringBuilder text = new StringBuilder();
    for (JsonNode series : answer.path("series")) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(heading(seriesName(series), answer))
          .append(seriesTable(series, claims));
    }
    if (text.isEmpty()) {
      text.append("No ")
          .append(Wording.symbol(Wording.text(answer, "metric")))
          .append(" is known of ")
          .append(Wording.text(answer, "entity"))
          .append(".\n");
    }
    return text + end(answer);
  }

  /** Alerts, each with the people who left. */
  public static String alerts(JsonNode answer) {
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    StringBuilder text = new StringBuilder();
    for (JsonNode alert : answer.path("alerts")) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(heading(SignalTables.alertName(alert), answer))
          .append(SignalTables.alertTable(alert, claims));
    }
    return (text.isEmpty() ? none("alert", "organisation", answer) : text) + end(answer);
  }

  /** Shifts, each with the two points it lies between. */
  public static String shifts(JsonNode answer) {
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    TextTable table = SignalTables.shiftTable();
    JsonNode shifts = answer.path("shifts");
    shifts.forEach(shift -> SignalTables.shiftRow(table, shift, claims));
    String count = shifts.size() + (shifts.size() == 1 ? " shift" : " shifts");
    return (shifts.isEmpty()
            ? none("shift", "entity", answer)
            : heading(count, answer) + table.text())
        + end(answer);
  }

  /** Who holds how much, a table for each scope. */
  public static String leaderboard(JsonNode answer) {
    ClaimLines claims = new ClaimLines(answer.path("claims"));
    String metric = Wording.symbol(Wording.text(answer, "metric"));
    StringBuilder text = new StringBuilder();
    for (JsonNode board : answer.path("boards")) {
      String worded = Wording.text(board, "scopeWorded");
      String scope = worded.isEmpty() ? Wording.text(board, "scope") : worded;
      String title =
          metric + (scope.isEmpty() ? "" : " · " + scope) + " at " + Wording.text(answer, "at");
      text.append(text.isEmpty() ? "" : "\n")
          .append(heading(title, answer))
          .append(SignalTables.board(board, claims));
    }
    return (text.isEmpty() ? "No " + metric + " is known.\n" : text) + end(answer);
  }

  /** Claims, each with its words and its id. */
  public static String claims(JsonNode answer) {
    TextTable table =
        new TextTable(
            Column.of("Published", 10),
            Column.of("Source", 14),
            Column.of("Says", 32),
            Column.of("Certainty", 9),
            Column.of("In the words", 27));
    JsonNode claims = answer.path("claims");
    for (JsonNode claim : claims) {
      table.row(
          Wording.day(claim),
          Wording.source(claim),
          says(claim) + "\n" + Wording.text(claim, "id"),
          Wording.symbol(Wording.text(claim, "modality")),
          "“" + Wording.text(claim.path("quote"), "text") + "”");
    }
    String count = claims.size() + (claims.size() == 1 ? " claim" : " claims");
    return heading(count, answer) + table.text() + end(answer);
  }

  /** What one article claims: {@code {id, movements, figures}}, each with its evidence. */
  public static String extraction(JsonNode article) {
    TextTable table =
        new TextTable(
            Column.of("Claim", 40), Column.of("Certainty", 10), Column.of("In the words", 46));
    for (String kind : List.of("movements", "figures")) {
      for (JsonNode claim : article.path(kind)) {
        table.row(
            says(claim),
            Wording.symbol(Wording.text(claim, "modality")),
            "“" + Wording.text(claim, "evidence") + "”");
      }
    }
    String rows = table.text();
    return Wording.text(article, "id") + "\n\n" + (rows.isEmpty() ? "no claims\n" : rows) + "\n";
  }

  /** What a whole export holds: careers, flows by organisation, series. */
  public static String overview(JsonNode export) {
    return Overview.of(export);
  }

  static TextTable flowTable(String first) {
    return new TextTable(
        Column.of(first, 24),
        Column.number("Came", 9),
        Column.number("Left", 9),
        Column.of("With", 52));
  }

  static void flowRow(TextTable table, String first, JsonNode flow) {
    StringBuilder with = new StringBuilder();
    for (JsonNode other : flow.path("counterparts")) {
      String came = people(other, "arrivals", "doubtfulArrivals");
      String left = people(other, "departures", "doubtfulDepartures");
      with.append(with.isEmpty() ? "" : ", ")
          .append(came.equals("0") ? "" : came + " from ")
          .append(came.equals("0") || left.equals("0") ? "" : "and ")
          .append(left.equals("0") ? "" : left + " to ")
          .append(Wording.text(other, "organisation"));
    }
    table.row(
        first,
        people(flow, "arrivals", "doubtfulArrivals"),
        people(flow, "departures", "doubtfulDepartures"),
        with.toString());
  }

  static String seriesName(JsonNode series) {
    String worded = Wording.text(series, "scopeWorded");
    String scope = worded.isEmpty() ? Wording.text(series, "scope") : worded;
    return Wording.list(series.path("entities")).replace(", ", " + ")
        + " · "
        + Wording.symbol(Wording.text(series, "metric"))
        + (scope.isEmpty() ? "" : " · " + scope)
        + (series.path("forecast").asBoolean() ? " · forecast" : "");
  }

  static String seriesTable(JsonNode series, ClaimLines claims) {
    String unit = Wording.text(series, "unit");
    TextTable table =
        new TextTable(
            Column.of("Date", 11),
            Column.of("Value", 20),
            Column.of("Agreement", 11),
            Column.of("Who says what", 52));
    for (JsonNode point : series.path("points")) {
      String date = Wording.text(point, "date");
      String modality = Wording.text(point, "modality");
      table.row(
          point.path("dated").asBoolean() ? date : date + "\n(published)",
          Wording.value(point, unit),
          Wording.symbol(Wording.text(point, "agreement"))
              + (modality.equals("REPORTED") ? "" : "\n" + Wording.symbol(modality)),
          claims.all(point, unit));
    }
    return table.text();
  }

  /** "2", "2 (+1?)": certain people, and those of doubt. */
  private static String people(JsonNode flow, String certain, String doubtful) {
    int doubts = flow.path(doubtful).asInt();
    return flow.path(certain).asInt() + (doubts == 0 ? "" : " (+" + doubts + "?)");
  }

  private static String says(JsonNode claim) {
    if (claim.has("metric")) {
      String asOf = Wording.text(claim, "asOf");
      String scope = Wording.text(claim, "scope");
      return Wording.list(claim.path("entities")).replace(", ", " + ")
          + " "
          + Wording.symbol(Wording.text(claim, "metric"))
          + " "
          + Wording.value(claim, Wording.text(claim, "unit"))
          + (scope.isEmpty() ? "" : ", " + scope)
          + (asOf.isEmpty() ? "" : ", " + asOf);
    }
    String date = Wording.text(claim, "date");
    return Wording.text(claim, "person")
        + ": "
        + Wording.step(claim).replace("\n", ", ")
        + (date.isEmpty() ? "" : ", " + date);
  }

  private static String none(String what, String of, JsonNode answer) {
    String name = Wording.text(answer, of);
    String asOf = Wording.text(answer, "asOf");
    return "No "
        + what
        + (name.isEmpty() ? "" : " of " + name)
        + " is known"
        + (asOf.isEmpty() ? "" : " as of " + asOf)
        + ".\n";
  }

  private static String heading(String title, JsonNode answer) {
    String asOf = Wording.text(answer, "asOf");
    String whole = title + (asOf.isEmpty() ? "" : ", as known on " + asOf);
    return String.join("\n", DisplayWidth.wrapped(whole, TextTable.WIDTH)) + "\n\n";
  }

  private static String separated(String table) {
    return table.isEmpty() ? "" : "\n" + table;
  }

  private static String end(JsonNode answer) {
    return answer.path("truncated").asBoolean()
        ? "\nThere is more than is shown: narrow the question.\n"
        : "";
  }
}
