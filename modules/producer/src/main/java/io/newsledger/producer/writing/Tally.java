package io.newsledger.producer.writing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts outcomes, in all and by what they are counted under. */
final class Tally {
  private final Map<String, IngestReport> sources = new LinkedHashMap<>();
  private IngestReport all = IngestReport.NONE;

  void add(String source, Outcome outcome) {
    all = all.plus(outcome);
    sources.merge(source, IngestReport.NONE.plus(outcome), (before, one) -> before.plus(outcome));
  }

  IngestReport all() {
    return all;
  }

  Map<String, IngestReport> sources() {
    return new LinkedHashMap<>(sources);
  }
}
