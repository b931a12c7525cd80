package io.newsledger.producer.figures;

import io.newsledger.events.Bound;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure.
 *
 * @param entity whose it is; several with semicolons between them for one combined figure
 * @param metric what is measured
 * @param value the number in full
 * @param unit PERCENT, COUNT or a currency
 * @param scope what limits it; empty if nothing
 * @param bound how it limits the true value
 * @param certainty how certain it is
 * @param date which date it holds for, as precise as told; empty if none is
 */
record FigureRow(
    String entity,
    Metric metric,
    BigDecimal value,
    String unit,
    String scope,
    Bound bound,
    Modality certainty,
    String date) {
  /** First line of a text that is a table, which tells it from prose. */
  static final String HEADER = "entity,metric,value,unit,scope,bound,certainty,date";

  /** Numbers as tables print them: with commas between thousands, and a percent sign. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,18}(?:\\.\\d{1,9})?|\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?");

  private static final Pattern UNIT = Pattern.compile("PERCENT|COUNT|[A-Z]{3}");
  private static final List<Metric> SHARES = List.of(Metric.MARKET_SHARE, Metric.USAGE_SHARE);
  private static final List<Metric> MONEY = List.of(Metric.REVENUE, Metric.VALUATION);

  /** Reads cells; empty ones count as not given. */
  static FigureRow of(Cells cells) throws BadTable {
    Metric metric = constant(cells, "metric", Metric.class, null);
    String number = cells.get("value");
    boolean percent = number.endsWith("%");
    BigDecimal value = number(cells, percent ? number.substring(0, number.length() - 1) : number);
    String unit = unit(cells, metric, percent);
    if (unit.equals("PERCENT") && value.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw cells.bad("more than 100 %: " + number);
    }
    return new FigureRow(
        cells.required("entity"),
        metric,
        value,
        unit,
        cells.get("scope"),
        constant(cells, "bound", Bound.class, Bound.EXACT),
        constant(cells, "certainty", Modality.class, Modality.REPORTED),
        date(cells));
  }

  /** The same, of a market. */
  FigureRow in(String market) {
    return new FigureRow(entity, metric, value, unit, market, bound, certainty, date);
  }

  /** The line that stands for it in the text. */
  String line() {
    return Stream.of(
            entity,
            metric.name(),
            value.toPlainString(),
            unit,
            scope,
            bound.name(),
            certainty.name(),
            date)
        .map(FigureRow::quoted)
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    String line = cell.replaceAll("\\s+", " ");
    return line.contains(",") || line.contains("\"")
        ? "\"" + line.replace("\"", "\"\"") + "\""
        : line;
  }

  private static BigDecimal number(Cells cells, String text) throws BadTable {
    if (!NUMBER.matcher(text.strip()).matches()) {
      throw cells.bad("'" + text + "' is no number in full, as 12.5 or 203000000");
    }
    return new BigDecimal(text.strip().replace(",", ""));
  }

  private static String unit(Cells cells, Metric metric, boolean percent) throws BadTable {
    String told = cells.get("unit").toUpperCase(Locale.ROOT).replace("%", "PERCENT");
    if (told.isEmpty() && MONEY.contains(metric)) {
      throw cells.bad(metric + " needs a unit, as USD");
    }
    String unit = !told.isEmpty() ? told : percent || SHARES.contains(metric) ? "PERCENT" : "COUNT";
    if (!UNIT.matcher(unit).matches() || (percent && !unit.equals("PERCENT"))) {
      throw cells.bad("'" + told + "' is none of PERCENT, COUNT and currencies such as USD");
    }
    return unit;
  }

  private static String date(Cells cells) throws BadTable {
    String text = cells.get("date");
    try {
      return switch (text.length()) {
        case 0 -> text;
        case 4 -> Year.parse(text).toString();
        case 7 -> YearMonth.parse(text).toString();
        default -> LocalDate.parse(text).toString();
      };
    } catch (DateTimeException e) {
      throw cells.bad("'" + text + "' is no date as 2026, 2026-03 or 2026-03-05");
    }
  }

  private static <E extends Enum<E>> E constant(
      Cells cells, String column, Class<E> type, E otherwise) throws BadTable {
    String name = cells.get(column).toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    if (name.isEmpty() && otherwise != null) {
      return otherwise;
    }
    E[] all = type.getEnumConstants();
    for (E one : all) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw cells.bad(
        column
            + " '"
            + cells.get(column)
            + "' is none of "
            + Arrays.toString(all).toLowerCase(Locale.ROOT));
  }
}
