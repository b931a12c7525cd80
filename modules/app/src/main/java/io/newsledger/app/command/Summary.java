package io.newsledger.app.command;

import io.newsledger.app.pipeline.Counted;
import io.newsledger.producer.writing.IngestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an ingestion did, in lines. */
final class Summary {
  private Summary() {}

  /** A line for each source, and where there are several, one for all of them. */
  static List<String> of(List<Counted> counts) {
    List<String> lines = new ArrayList<>();
    IngestReport all = IngestReport.NONE;
    long passedOver = 0;
    for (Counted one : counts) {
      if (counts.size() > 1) {
        lines.add(one.source() + ": " + of(one.report(), one.passedOver()));
      }
      all = all.plus(one.report());
      passedOver += one.passedOver();
    }
    lines.add(of(all, passedOver));
    return lines;
  }

  /** "30 offered: 28 new, 1 known before, 1 rejected (empty 1)". */
  static String of(IngestReport report, long passedOver) {
    List<String> parts = new ArrayList<>();
    add(parts, report.accepted(), "new");
    add(parts, report.revised(), "revised");
    add(parts, report.withdrawn(), "withdrawn");
    add(parts, report.unchanged(), "known before");
    if (report.rejectedInAll() > 0) {
      parts.add(report.rejectedInAll() + " rejected (" + reasons(report) + ")");
    }
    return report.offered()
        + " offered"
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + (passedOver > 0 ? "; " + passedOver + " parts passed over that are no documents" : "");
  }

  private static String reasons(IngestReport report) {
    return report.rejected().entrySet().stream()
        .map(
            reason ->
                reason.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " "
                    + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
