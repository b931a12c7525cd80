package io.newsledger.producer.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What StatCounter Global Stats exports: of a line chart a line for each date and a column for each
 * entity, of a bar chart a line for each entity. What is measured where stands in the name of the
 * file, as in {@code ai_chatbot-ww-monthly-202503-202603.csv}.
 */
final class StatCounterTable {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<stat>[a-z0-9_]+)-(?<region>[A-Za-z]{2,3})-(?<step>daily|monthly|quarterly|yearly)-"
              + "(?<from>\\d{4,8})-(?<to>\\d{4,8})(?:-bar)?(?: ?\\(\\d+\\))?\\.csv");

  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?Q([1-4])");
  private static final Pattern BAR = Pattern.compile("Market Share Perc\\. \\((?<date>[^)]*)\\)");
  private static final Pattern MONTH = Pattern.compile("([A-Z][a-z]{2})[a-z]* (\\d{4})");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** What is left over has no name that it could be a claim about. */
  private static final List<String> REST = List.of("other", "others", "unknown");

  private static final Map<String, String> REGIONS =
      Map.of(
          "ww", "worldwide",
          "af", "Africa",
          "as", "Asia",
          "eu", "Europe",
          "na", "North America",
          "oc", "Oceania",
          "sa", "South America");

  private StatCounterTable() {}

  static boolean isExport(Sheet sheet) {
    return sheet.header().size() > 1
        && (sheet.header().get(0).equals("Date") || BAR.matcher(sheet.header().get(1)).matches());
  }

  /** The market that a file's name tells. */
  static Optional<String> scope(String name) {
    Matcher told = NAME.matcher(name);
    if (!told.matches()) {
      return Optional.empty();
    }
    String region = told.group("region");
    // Continents are written small, countries large: SA is a country, sa a continent.
    String place =
        REGIONS.getOrDefault(
            region,
            new Locale.Builder()
                .setRegion(region.toUpperCase(Locale.ROOT))
                .build()
                .getDisplayCountry(Locale.ENGLISH));
    return Optional.of(told.group("stat").replace('_', ' ') + ", " + place);
  }

  static List<FigureRow> rows(Sheet sheet, String scope) throws BadTable {
    Matcher bar = BAR.matcher(sheet.header().get(1));
    List<FigureRow> rows = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      List<String> cells = row.cells();
      if (bar.matches()) {
        String date = date(bar.group("date"), row.line());
        rows.addAll(
            figure(row.line(), cells.get(0), cells.size() > 1 ? cells.get(1) : "", scope, date));
        continue;
      }
      String date = date(cells.get(0), row.line());
      if (cells.size() > sheet.header().size()) {
        throw BadTable.at(row.line(), "has more cells than the header has names");
      }
      for (int i = 1; i < cells.size(); i++) {
        rows.addAll(figure(row.line(), sheet.header().get(i), cells.get(i), scope, date));
      }
    }
    return rows;
  }

  private static List<FigureRow> figure(
      int line, String entity, String value, String scope, String date) throws BadTable {
    if (value.isEmpty() || REST.contains(entity.toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    Map<String, String> cells =
        Map.of(
            "entity", entity.replace(';', ' '),
            "metric", "MARKET_SHARE",
            "value", value,
            "scope", scope,
            "date", date);
    return List.of(FigureRow.of(new Cells(line, cells)));
  }

  /** A quarter is told by its last month. */
  private static String date(String cell, int line) throws BadTable {
    Matcher quarter = QUARTER.matcher(cell);
    Matcher month = MONTH.matcher(cell);
    if (quarter.matches()) {
      return String.format(
          Locale.ROOT, "%s-%02d", quarter.group(1), 3 * Integer.parseInt(quarter.group(2)));
    } else if (month.matches() && MONTHS.contains(month.group(1))) {
      return String.format(
          Locale.ROOT, "%s-%02d", month.group(2), MONTHS.indexOf(month.group(1)) + 1);
    } else if (cell.matches("\\d{4}(-\\d{2}){0,2}")) {
      return cell;
    }
    throw BadTable.at(line, "'" + cell + "' is no day, month, quarter or year");
  }
}
