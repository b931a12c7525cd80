package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the numbers of a sentence their metrics. */
final class Pairing {
  private final Metrics metrics;
  private final Cues cues;
  private final Levels levels;
  private final Nearest nearest;
  private final Following following;

  Pairing(Metrics metrics, Cues cues) {
    this.metrics = metrics;
    this.cues = cues;
    this.levels = new Levels(cues);
    this.nearest = new Nearest(cues);
    this.following = new Following(cues);
  }

  /**
   * The measures of a sentence, in order.
   *
   * @param last the last measure of the sentence before, which "up from 42%" goes back to; or null
   */
  List<Measure> measures(View view, Measure last) {
    Map<Trigger.Amount, List<Trigger>> triggers = new EnumMap<>(Trigger.Amount.class);
    Map<Quantity, Measure> found = new HashMap<>();
    List<Quantity> live = levels.of(view);
    List<Quantity> open = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      Quantity quantity = live.get(i);
      List<Trigger> candidates =
          triggers.computeIfAbsent(
              Trigger.Amount.of(quantity), a -> metrics.find(view.lexemes(), a));
      Optional<Trigger> words = nearest.find(view, live, i, candidates);
      if (words.isEmpty()) {
        open.add(quantity);
      } else if (words.get().metric() != null) {
        found.put(quantity, direct(view, quantity, words.get()));
      }
    }
    for (Quantity quantity : open) {
      following.follow(view, live, quantity, found, last).ifPresent(m -> found.put(quantity, m));
    }
    return live.stream().filter(found::containsKey).map(found::get).toList();
  }

  private Measure direct(View view, Quantity quantity, Trigger trigger) {
    boolean earlier = cues.leadsTo(Cue.EARLIER, view, quantity);
    return new Measure(
        quantity,
        trigger.metric(),
        trigger,
        earlier ? Measure.Role.EARLIER : Measure.Role.PLAIN,
        null);
  }
}
