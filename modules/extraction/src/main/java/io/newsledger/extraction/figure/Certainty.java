package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import java.time.LocalDate;
import java.util.Set;

/** Decides how certain a number is by the words around it. */
final class Certainty {
  private static final int REACH = 14;
  private static final Set<String> PARTS = Set.of(";", ".", "!", "?", "but", "while", "whereas");

  private final Cues cues;

  Certainty(Cues cues) {
    this.cues = cues;
  }

  /**
   * The modality of a number.
   *
   * @param asOf date it holds for, or null
   * @param to where the next number begins, or the end of the sentence
   */
  Modality of(View view, Measure measure, String asOf, LocalDate published, int to) {
    int start = Math.min(measure.trigger().first(), measure.quantity().from());
    int from = Math.max(0, start - REACH);
    for (int at = start - 1; at >= from; at--) {
      if (PARTS.contains(view.key(at))) {
        from = at + 1;
      }
    }
    int end =
        Math.max(measure.quantity().from(), measure.base() == null ? measure.trigger().first() : 0);
    boolean valuation = measure.metric() == Metric.VALUATION;
    if (said(view, Cue.DENIAL, from, end)) {
      return Modality.DENIED;
    }
    boolean forecast = said(view, Cue.FORECAST, from, end);
    int behind = Math.min(to, measure.quantity().end() + 2);
    boolean named =
        cues.within(Cue.FORECAST_BEHIND, view.lexemes(), measure.quantity().end(), behind);
    boolean ahead = asOf != null && asOf.compareTo(published.toString()) > 0;
    boolean doubted = said(view, Cue.RUMOUR, from, end);
    if (doubted && (valuation || !ahead)) {
      return Modality.RUMOURED;
    }
    if (forecast || named || ahead) {
      return valuation ? Modality.RUMOURED : Modality.ANNOUNCED;
    }
    return Modality.REPORTED;
  }

  /** Whether a cue stands within [from, to) and is no part of a date: in May. */
  private boolean said(View view, Cue cue, int from, int to) {
    for (int at = from; at < to; at++) {
      if (view.timeAt(at).isEmpty() && cues.endAt(cue, view.lexemes(), at) > 0) {
        return true;
      }
    }
    return false;
  }
}
