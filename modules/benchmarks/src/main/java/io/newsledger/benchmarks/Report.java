package io.newsledger.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as a page of Markdown. One run can measure a part: lines of the page before that it did
 * not measure anew stay, and so do the notes below the table.
 */
final class Report {
  private static final int WHOLE_FROM = 100;
  private static final String NOTES = "## Notes";
  private static final String ROW = "| `";

  private final String machine;
  private final String input;
  private final List<String> order;

  /**
   * @param machine what it ran on
   * @param input what was read
   * @param order of the lines, by the beginning of their names
   */
  Report(String machine, String input, List<String> order) {
    this.machine = machine;
    this.input = input;
    this.order = List.copyOf(order);
  }

  /**
   * The page.
   *
   * @param before the page so far; empty if there is none
   */
  String text(String before, List<Result> results) {
    Map<String, String> rows = new LinkedHashMap<>();
    before
        .lines()
        .filter(line -> line.startsWith(ROW))
        .forEach(
            line -> rows.put(line.substring(ROW.length(), line.indexOf('`', ROW.length())), line));
    results.forEach(result -> rows.put(result.name(), row(result)));
    List<String> names = new ArrayList<>(rows.keySet());
    names.sort(Comparator.comparingInt(this::place).thenComparing(Comparator.naturalOrder()));
    StringBuilder text = new StringBuilder();
    text.append("# Benchmarks\n\n");
    text.append("Written by the module `benchmarks`; run it with\n\n");
    text.append("    ./newsledger bench --out $PWD/docs/benchmarks.md\n\n");
    text.append(
        "or, for some lines only, with `--only NAME` and sizes of your own: the others stay. ");
    text.append("Both sides of a line ran in turn in one process: machines drift, ratios hold. ");
    text.append("A ratio is the median of the rounds, with the least and the most. ");
    text.append("By processor time it says what a unit costs of both sides in work, which stays ");
    text.append("what it is when the machine has other things to do.\n\n");
    text.append("- Machine of the last run: ").append(machine).append('\n');
    text.append("- Articles: ").append(input).append("\n\n");
    text.append("| name | what | against | ratio | by processor time | wanted | ours, a second |");
    text.append(" against, a second | rounds |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    names.forEach(name -> text.append(rows.get(name)).append('\n'));
    int notes = before.indexOf(NOTES);
    if (notes >= 0) {
      text.append('\n').append(before.substring(notes));
    }
    return text.toString();
  }

  private int place(String name) {
    for (int i = 0; i < order.size(); i++) {
      if (name.startsWith(order.get(i))) {
        return i;
      }
    }
    return order.size();
  }

  private static String row(Result result) {
    return ROW
        + String.join(
            " | ",
            result.name() + "`",
            result.what(),
            result.against(),
            spread(result.ratio()),
            spread(result.cpu()),
            wanted(result),
            rate(result, result.ours().median()),
            rate(result, result.yardstick().median()),
            Integer.toString(result.rounds()))
        + " |";
  }

  private static String wanted(Result result) {
    return result.target() == 0
        ? "none"
        : number(result.target()) + (result.isReached() ? "" : ", missed");
  }

  private static String rate(Result result, double perSecond) {
    String megabytes =
        result.megabytes() == 0 ? "" : ", " + number(perSecond * result.megabytes()) + " MB";
    return number(perSecond) + " " + result.unit() + megabytes;
  }

  private static String spread(Spread spread) {
    return number(spread.median())
        + " ("
        + number(spread.least())
        + " to "
        + number(spread.most())
        + ")";
  }

  private static String number(double value) {
    return value >= WHOLE_FROM
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
