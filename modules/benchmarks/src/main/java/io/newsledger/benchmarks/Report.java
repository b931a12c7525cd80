package io.newsledger.benchmarks;

import java.util.List;
import java.util.Locale;

/** Results as a page of Markdown. */
final class Report {
  private static final int WHOLE_FROM = 100;

  private final String machine;
  private final String input;
  private final int rounds;

  /**
   * @param machine what it ran on
   * @param input what was read
   * @param rounds how many were counted
   */
  Report(String machine, String input, int rounds) {
    this.machine = machine;
    this.input = input;
    this.rounds = rounds;
  }

  String text(List<Result> results) {
    StringBuilder text = new StringBuilder();
    text.append("# Benchmarks\n\n");
    text.append("Written by the module `benchmarks`; run it with\n\n");
    text.append("    ./newsledger bench --out $PWD/docs/benchmarks.md\n\n");
    text.append("Both sides of a line ran in turn in one process: machines drift, ratios hold. ");
    text.append("The median of ")
        .append(rounds)
        .append(" rounds, with the least and the most.\n\n");
    text.append("- Machine: ").append(machine).append('\n');
    text.append("- Articles: ").append(input).append("\n\n");
    text.append("| what | against | ratio | wanted | ours, a second | against, a second |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Result result : results) {
      text.append("| ").append(result.what());
      text.append(" | ").append(result.against());
      text.append(" | ").append(spread(result.ratio()));
      text.append(" | ")
          .append(number(result.target()))
          .append(result.isReached() ? "" : ", missed");
      text.append(" | ").append(number(result.ours().median())).append(' ').append(result.unit());
      text.append(" | ").append(number(result.yardstick().median())).append(' ');
      text.append(result.unit()).append(" |\n");
    }
    return text.toString();
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
