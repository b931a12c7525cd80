package io.newsledger.app.command;

import io.newsledger.producer.writing.IngestReport;
import java.util.ArrayList;
import java.util.List;

/** What an ingestion did, in a line. */
final class Summary {
  private Summary() {}

  /** "30 offered: 28 new, 1 revised, 1 withdrawn". */
  static String of(IngestReport report) {
    List<String> parts = new ArrayList<>();
    add(parts, report.accepted(), "new");
    add(parts, report.revised(), "revised");
    add(parts, report.withdrawn(), "withdrawn");
    add(parts, report.unchanged(), "known before");
    add(parts, report.rejectedInAll(), "rejected");
    return report.offered() + " offered" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
