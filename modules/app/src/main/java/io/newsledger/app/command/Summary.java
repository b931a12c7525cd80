package io.newsledger.app.command;

import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.writing.IngestReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an ingestion did, in a line for each source and one for all. */
final class Summary {
  /** Most sources that are told of one by one. */
  private static final int MOST = 12;

  private Summary() {}

  /** A line for each source, if there are several, and the sum behind them. */
  static List<String> of(Ingestion.Result result) {
    List<String> lines = of(result.sources());
    lines.add(
        of(result.report())
            + (result.passedOver() > 0
                ? "; " + result.passedOver() + " parts of archives are no documents"
                : ""));
    return lines;
  }

  /** A line for each source, if there are several. */
  static List<String> of(Map<String, IngestReport> sources) {
    List<String> lines = new ArrayList<>();
    if (sources.size() > 1) {
      sources.entrySet().stream()
          .sorted(
              Comparator.comparing(
                  (Map.Entry<String, IngestReport> one) -> -one.getValue().offered()))
          .limit(MOST)
          .forEach(one -> lines.add(one.getKey() + ": " + of(one.getValue())));
      if (sources.size() > MOST) {
        lines.add("and " + (sources.size() - MOST) + " more sources");
      }
    }
    return lines;
  }

  /** "30 offered: 28 new, 1 revised, 1 withdrawn". */
  static String of(IngestReport report) {
    List<String> parts = new ArrayList<>();
    add(parts, report.accepted(), "new");
    add(parts, report.revised(), "revised");
    add(parts, report.withdrawn(), "withdrawn");
    add(parts, report.unchanged(), "known before");
    if (report.rejectedInAll() > 0) {
      parts.add(report.rejectedInAll() + " rejected (" + reasons(report.rejected()) + ")");
    }
    return report.offered() + " offered" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String reasons(Map<RejectReason, Long> rejected) {
    return rejected.entrySet().stream()
        .map(
            one ->
                one.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " "
                    + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
