package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.query.text.TextTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A whole export at a glance: of each kind what is newest or of which most is known. */
final class Overview {
  /** Most steps; the rest is counted. */
  private static final int STEPS = 25;

  /** Most rows of flows; the rest is counted. */
  private static final int FLOWS = 15;

  /** Most alerts; the rest is counted. */
  private static final int ALERTS = 10;

  /** Most shifts; the rest is counted. */
  private static final int SHIFTS = 10;

  /** Most series; the rest is counted. */
  private static final int SERIES = 10;

  /** Most characters of a sentence; the answers to single questions have them whole. */
  private static final int QUOTE = 110;

  private static final Pattern YEAR_OR_UNDATED = Pattern.compile("\\d{4}|undated");

  private Overview() {}

  static String of(JsonNode export) {
    ClaimLines claims = new ClaimLines(export.path("claims"), QUOTE);
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

  /** A step and whose it is. */
  private record Step(String who, JsonNode movement) {
    String date() {
      return Wording.text(movement, "date");
    }
  }

  private static String careers(JsonNode export, ClaimLines claims) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode career : export.path("careers")) {
      career
          .path("movements")
          .forEach(movement -> steps.add(new Step(Wording.text(career, "name"), movement)));
    }
    steps.sort(Comparator.comparing(Step::date).reversed().thenComparing(Step::who));
    TextTable table =
        new TextTable(
            Column.of("Date", 15),
            Column.of("Who", 19),
            Column.of("Step", 25),
            Column.of("In the words", 35));
    for (Step step : steps.subList(0, Math.min(STEPS, steps.size()))) {
      table.row(
          Wording.date(step.movement()),
          step.who(),
          Wording.step(step.movement()) + "\n" + held(step.movement()),
          claims.telling(step.movement()));
    }
    return section("Careers: the newest steps", table.text(), steps.size() - STEPS, "career NAME");
  }

  private static String flows(JsonNode export) {
    List<JsonNode> flows = new ArrayList<>();
    for (JsonNode flow : export.path("flows")) {
      if (YEAR_OR_UNDATED.matcher(Wording.text(flow, "period")).matches()) {
        flows.add(flow);
      }
    }
    flows.sort(Comparator.comparingInt(Overview::people).reversed());
    TextTable table = Tables.flowTable("Organisation and year");
    for (JsonNode flow : flows.subList(0, Math.min(FLOWS, flows.size()))) {
      Tables.flowRow(
          table, Wording.text(flow, "organisation") + ", " + Wording.text(flow, "period"), flow);
    }
    return section(
        "Flows: who came and who left, most first",
        table.text(),
        flows.size() - FLOWS,
        "flow ORGANISATION");
  }

  private static int people(JsonNode flow) {
    return flow.path("arrivals").asInt()
        + flow.path("departures").asInt()
        + flow.path("doubtfulArrivals").asInt()
        + flow.path("doubtfulDepartures").asInt();
  }

  private static String alerts(JsonNode export, ClaimLines claims) {
    List<JsonNode> alerts = new ArrayList<>();
    export.path("alerts").forEach(alerts::add);
    alerts.sort(Comparator.comparing((JsonNode alert) -> Wording.text(alert, "from")).reversed());
    List<String> shown =
        alerts.stream()
            .limit(ALERTS)
            .map(
                one ->
                    String.join(
                            "\n",
                            DisplayWidth.wrapped(SignalTables.alertName(one), TextTable.WIDTH))
                        + "\n"
                        + SignalTables.alertTable(one, claims))
            .toList();
    return section(
        "Alerts: many who left within few days, the newest first",
        String.join("\n", shown),
        alerts.size() - ALERTS,
        "alerts");
  }

  private static String shifts(JsonNode export, ClaimLines claims) {
    List<JsonNode> shifts = new ArrayList<>();
    export.path("shifts").forEach(shifts::add);
    shifts.sort(
        Comparator.comparing((JsonNode shift) -> Wording.text(shift.path("after"), "date"))
            .reversed());
    TextTable table = SignalTables.shiftTable();
    shifts.stream().limit(SHIFTS).forEach(shift -> SignalTables.shiftRow(table, shift, claims));
    return section(
        "Shifts: large changes of figures, the newest first",
        table.text(),
        shifts.size() - SHIFTS,
        "shifts");
  }

  private static String series(JsonNode export, ClaimLines claims) {
    List<JsonNode> series = new ArrayList<>();
    export.path("series").forEach(series::add);
    series.sort(Comparator.comparingInt(Overview::claims).reversed());
    List<String> shown =
        series.stream()
            .limit(SERIES)
            .map(
                one ->
                    String.join("\n", DisplayWidth.wrapped(Tables.seriesName(one), TextTable.WIDTH))
                        + "\n"
                        + Tables.seriesTable(one, claims))
            .toList();
    return section(
        "Series: figures over time, those most is said of first",
        String.join("\n", shown),
        series.size() - SERIES,
        "series ENTITY");
  }

  private static int claims(JsonNode series) {
    int claims = 0;
    for (JsonNode point : series.path("points")) {
      claims += point.path("claims").size() + point.path("against").size();
    }
    return claims;
  }

  /** "reported, 2 sources, 1 against". */
  private static String held(JsonNode movement) {
    int sources = movement.path("sources").asInt();
    int against = movement.path("against").size();
    return Wording.symbol(Wording.text(movement, "modality"))
        + ", "
        + sources
        + (sources == 1 ? " source" : " sources")
        + (against == 0 ? "" : ", " + against + " against");
  }

  private static String section(String title, String content, int more, String command) {
    if (content.isEmpty()) {
      return "";
    }
    String rest = more > 0 ? "and " + more + " more: newsledger " + command + "\n" : "";
    return "\n" + title + "\n\n" + content + rest;
  }
}
