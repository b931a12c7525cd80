package io.newsledger.query.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A part of the ledger as a table.
 *
 * @param name in commands
 * @param place where the records are in an export, as a JSON pointer
 * @param items field of each record that holds the rows, which get its other fields; empty if each
 *     record is a row
 * @param columns in order
 */
public record View(String name, String place, String items, List<Column> columns) {
  /** Articles that are not withdrawn; a row each. */
  public static final View ARTICLES =
      new View(
          "articles",
          "/articles",
          "",
          List.of(
              text("id", false),
              text("title", true),
              text("source", true),
              text("url", true),
              new Column("publishedAt", Column.Type.TIME, false, List.of("publishedAt")),
              text("revision", false)));

  /** What articles claim of movements; a row each. */
  public static final View TALENT_CLAIMS =
      new View(
          "talent-claims",
          "/claims/talent",
          "",
          new Columns().add(TalentClaim.getClassSchema(), Set.of("status", "known")).all());

  /** What articles claim of figures; a row each. */
  public static final View MARKET_CLAIMS =
      new View(
          "market-claims",
          "/claims/market",
          "",
          new Columns().add(MarketClaim.getClassSchema(), Set.of("status", "known")).all());

  /** Movements as the ledger holds them true, a row each, with the person. */
  public static final View CAREERS =
      new View(
          "careers",
          "/careers",
          "movements",
          new Columns()
              .add(Career.getClassSchema(), Set.of("movements"))
              .add(Movement.getClassSchema(), Set.of())
              .all());

  /** Arrivals and departures, a row for each organisation and period. */
  public static final View FLOWS =
      new View("flows", "/flows", "", new Columns().add(Flow.getClassSchema(), Set.of()).all());

  /** Figures as the ledger holds them true; a row for each point. */
  public static final View SERIES =
      new View(
          "series",
          "/series",
          "points",
          new Columns().add(SeriesPoint.getClassSchema(), Set.of()).all());

  /** Many departures within few days; a row for each alert. */
  public static final View ALERTS =
      new View("alerts", "/alerts", "", new Columns().add(Exodus.getClassSchema(), Set.of()).all());

  /** Large changes between two points; a row each. */
  public static final View SHIFTS =
      new View("shifts", "/shifts", "", new Columns().add(Shift.getClassSchema(), Set.of()).all());

  /** All views. */
  public static final List<View> ALL =
      List.of(ARTICLES, TALENT_CLAIMS, MARKET_CLAIMS, CAREERS, FLOWS, SERIES, ALERTS, SHIFTS);

  public View {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(items, "items");
    columns = List.copyOf(columns);
  }

  /** The view of this name, in any case. */
  public static Optional<View> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return ALL.stream().filter(view -> view.name().equals(wanted)).findFirst();
  }

  /**
   * Hands on the rows, in the order of the export.
   *
   * @param export answer to the question for the whole state
   */
  public void rows(JsonNode export, Consumer<ObjectNode> row) {
    for (JsonNode record : export.at(place)) {
      if (items.isEmpty()) {
        row.accept((ObjectNode) record);
        continue;
      }
      ObjectNode shared = ((ObjectNode) record).deepCopy();
      shared.remove(items);
      for (JsonNode item : record.get(items)) {
        ObjectNode one = shared.deepCopy();
        one.setAll((ObjectNode) item);
        row.accept(one);
      }
    }
  }

  private static Column text(String name, boolean optional) {
    return new Column(name, Column.Type.TEXT, optional, List.of(name));
  }
}
