package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the numbers of a sentence their metrics. */
final class Pairing {
  private static final int FEWEST_USERS = 100;
  private static final int FEWEST_CUSTOMERS = 10;
  private static final int LONGEST_RHYTHM = 6;
  private static final Set<String> EVERY = Set.of("each", "every");

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
    Map<Quantity, Trigger> spare = new HashMap<>();
    List<Quantity> open = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      Quantity quantity = live.get(i);
      List<Trigger> candidates =
          triggers.computeIfAbsent(
              Trigger.Amount.of(quantity), a -> metrics.find(view.lexemes(), a));
      Optional<Trigger> words = nearest.find(view, live, i, candidates);
      Trigger trigger = words.orElse(null);
      boolean taken = trigger != null && i > 0 && isTaken(found.get(live.get(i - 1)), trigger);
      if (trigger == null || taken) {
        open.add(quantity);
        spare.put(quantity, trigger);
      } else if (trigger.metric() != null && isEnough(trigger.metric(), quantity)) {
        found.put(quantity, direct(view, quantity, trigger));
      }
    }
    for (Quantity quantity : open) {
      Trigger trigger = spare.get(quantity);
      following
          .follow(view, live, quantity, found, last)
          .or(() -> Optional.ofNullable(trigger).map(t -> direct(view, quantity, t)))
          .filter(m -> isEnough(m.metric(), quantity))
          .ifPresent(m -> found.put(quantity, m));
    }
    return live.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** 54% market share, compared to 21% for B: the words are those of the first number. */
  private static boolean isTaken(Measure before, Trigger trigger) {
    return before != null
        && before.trigger().equals(trigger)
        && trigger.first() >= before.quantity().end();
  }

  /** Nobody tells of 18 users or 5 customers to say how widely a product is used. */
  private static boolean isEnough(Metric metric, Quantity quantity) {
    return switch (metric) {
      case USERS, MONTHLY_ACTIVE_USERS, WEEKLY_ACTIVE_USERS, DAILY_ACTIVE_USERS, SUBSCRIBERS ->
          quantity.value() >= FEWEST_USERS;
      case CUSTOMERS -> quantity.value() >= FEWEST_CUSTOMERS;
      default -> true;
    };
  }

  /** Each week, more than 900 million people use A: they are weekly users. */
  private static Metric rhythm(View view, Quantity quantity, Trigger trigger) {
    if (trigger.metric() != Metric.USERS) {
      return trigger.metric();
    }
    for (int at = quantity.from() - 1; at > Math.max(0, quantity.from() - LONGEST_RHYTHM); at--) {
      if (EVERY.contains(view.key(at - 1))) {
        return switch (view.key(at)) {
          case "day" -> Metric.DAILY_ACTIVE_USERS;
          case "week" -> Metric.WEEKLY_ACTIVE_USERS;
          case "month" -> Metric.MONTHLY_ACTIVE_USERS;
          default -> trigger.metric();
        };
      }
    }
    return trigger.metric();
  }

  private Measure direct(View view, Quantity quantity, Trigger trigger) {
    boolean earlier = cues.leadsTo(Cue.EARLIER, view, quantity);
    return new Measure(
        quantity,
        rhythm(view, quantity, trigger),
        trigger,
        earlier ? Measure.Role.EARLIER : Measure.Role.PLAIN,
        null);
  }
}
