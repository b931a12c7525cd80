package io.newsledger.weighing;

import io.newsledger.events.Counterpart;
import io.newsledger.events.End;
import io.newsledger.events.Flow;
import io.newsledger.events.FlowPerson;
import io.newsledger.events.FlowStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers of one flow, to which people are added and from which they are taken, one by one. Each
 * counts by itself, so that the order does not matter. Lives within one fold.
 */
final class FlowCount {
  private static final int KINDS = 4;
  private static final int ARRIVED = 0;
  private static final int LEFT = 1;
  private static final int DOUBTFUL = 2;

  private final Period period;
  private final int[] all = new int[KINDS];
  private final TreeMap<String, int[]> byCounterpart = new TreeMap<>();

  /**
   * @param period of the flow: what does not count in it is passed over
   */
  FlowCount(Period period) {
    this.period = period;
  }

  /** What a flow tells already. */
  void add(Flow flow) {
    all[ARRIVED] += flow.getArrivals();
    all[LEFT] += flow.getDepartures();
    all[DOUBTFUL + ARRIVED] += flow.getDoubtfulArrivals();
    all[DOUBTFUL + LEFT] += flow.getDoubtfulDepartures();
    for (Counterpart of : flow.getCounterparts()) {
      int[] numbers = counterpart(of.getOrganisation());
      numbers[ARRIVED] += of.getArrivals();
      numbers[LEFT] += of.getDepartures();
      numbers[DOUBTFUL + ARRIVED] += of.getDoubtfulArrivals();
      numbers[DOUBTFUL + LEFT] += of.getDoubtfulDepartures();
    }
  }

  /**
   * @param person null for nobody
   */
  void add(FlowPerson person) {
    count(person, 1);
  }

  /**
   * @param person null for nobody
   */
  void remove(FlowPerson person) {
    count(person, -1);
  }

  private void count(FlowPerson person, int by) {
    if (person == null) {
      return;
    }
    boolean[] did = new boolean[KINDS];
    Map<String, boolean[]> with = new HashMap<>();
    for (FlowStep step : person.getSteps()) {
      if (period.holds(step.getDate())) {
        int kind =
            (step.getCertain() ? 0 : DOUBTFUL) + (step.getEnd() == End.JOINED ? ARRIVED : LEFT);
        did[kind] = true;
        if (step.getCounterpart() != null) {
          with.computeIfAbsent(step.getCounterpart(), name -> new boolean[KINDS])[kind] = true;
        }
      }
    }
    count(all, did, by);
    with.forEach((name, of) -> count(counterpart(name), of, by));
  }

  /** Doubtful is only who did nothing of the kind for certain. */
  private static void count(int[] numbers, boolean[] did, int by) {
    for (int end : new int[] {ARRIVED, LEFT}) {
      if (did[end]) {
        numbers[end] += by;
      } else if (did[DOUBTFUL + end]) {
        numbers[DOUBTFUL + end] += by;
      }
    }
  }

  private int[] counterpart(String name) {
    return byCounterpart.computeIfAbsent(name, of -> new int[KINDS]);
  }

  /** Ids of a person's movements that count in a period; of null none. */
  static List<String> movements(Period period, FlowPerson person) {
    return person == null
        ? List.of()
        : person.getSteps().stream()
            .filter(step -> period.holds(step.getDate()))
            .map(FlowStep::getMovement)
            .toList();
  }

  /**
   * The flow.
   *
   * @param movements the first of those counted, sorted
   * @return empty if there are none
   */
  Optional<Flow> flow(String organisation, List<String> movements) {
    if (movements.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Flow.newBuilder()
            .setOrganisation(organisation)
            .setPeriod(period.name())
            .setArrivals(all[ARRIVED])
            .setDepartures(all[LEFT])
            .setDoubtfulArrivals(all[DOUBTFUL + ARRIVED])
            .setDoubtfulDepartures(all[DOUBTFUL + LEFT])
            .setCounterparts(
                byCounterpart.entrySet().stream()
                    .filter(entry -> !isNothing(entry.getValue()))
                    .map(entry -> counterpart(entry.getKey(), entry.getValue()))
                    .toList())
            .setMovements(movements)
            .build());
  }

  private static boolean isNothing(int[] numbers) {
    for (int number : numbers) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }

  private static Counterpart counterpart(String name, int[] numbers) {
    return Counterpart.newBuilder()
        .setOrganisation(name)
        .setArrivals(numbers[ARRIVED])
        .setDepartures(numbers[LEFT])
        .setDoubtfulArrivals(numbers[DOUBTFUL + ARRIVED])
        .setDoubtfulDepartures(numbers[DOUBTFUL + LEFT])
        .build();
  }
}
