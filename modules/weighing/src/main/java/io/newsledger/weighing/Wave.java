package io.newsledger.weighing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Departures that belong together. Some departures are <em>dense</em> if they lie within the days
 * of the rule whichever of the days they may mean is the right one, and are of as many people as
 * the rule says. Dense sets that share a departure are one wave, so each departure is in one wave
 * at most.
 *
 * @param certain what is counted, in order
 * @param contested what would be in a dense set if it were not denied by some, in order
 */
record Wave(List<Leaver> certain, List<Leaver> contested) {
  /** The waves among these departures, the earliest first. */
  static List<Wave> of(Collection<Leaver> departures, ExodusRule rule) {
    List<Leaver> leavers = departures.stream().distinct().sorted(Leaver.ORDER).toList();
    int[] wave = new int[leavers.size()];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = i;
    }
    boolean[] dense = new boolean[leavers.size()];
    // A dense set is part of all that lies within the days after the first day of its earliest.
    int begin = 0;
    for (int i = 0; i < leavers.size(); i++) {
      LocalDate first = leavers.get(i).date().first();
      if (leavers.get(begin).date().first().isBefore(first)) {
        begin = i;
      }
      List<Integer> within = within(leavers, begin, first, rule.days());
      long people =
          within.stream()
              .map(leavers::get)
              .filter(Leaver::certain)
              .map(Leaver::person)
              .distinct()
              .count();
      if (people >= rule.people()) {
        join(within, leavers, wave, dense);
      }
    }
    TreeMap<Integer, Wave> waves = new TreeMap<>();
    for (int i = 0; i < leavers.size(); i++) {
      if (dense[i]) {
        Wave of =
            waves.computeIfAbsent(
                root(wave, i), r -> new Wave(new ArrayList<>(), new ArrayList<>()));
        (leavers.get(i).certain() ? of.certain : of.contested).add(leavers.get(i));
      }
    }
    return List.copyOf(waves.values());
  }

  private static List<Integer> within(List<Leaver> leavers, int begin, LocalDate first, int days) {
    List<Integer> within = new ArrayList<>();
    for (int i = begin; i < leavers.size(); i++) {
      Leaver leaver = leavers.get(i);
      if (leaver.date().first().isAfter(first.plusDays(days))) {
        break;
      }
      if (leaver.within(first, days)) {
        within.add(i);
      }
    }
    return within;
  }

  /** Makes one wave of these. What is contested joins the earliest wave it can, and joins none. */
  private static void join(
      List<Integer> within, List<Leaver> leavers, int[] wave, boolean[] dense) {
    int first = within.stream().filter(i -> leavers.get(i).certain()).findFirst().orElseThrow();
    for (int i : within) {
      if (leavers.get(i).certain()) {
        int one = root(wave, first);
        int other = root(wave, i);
        wave[Math.max(one, other)] = Math.min(one, other);
      } else if (!dense[i]) {
        wave[i] = first;
      }
      dense[i] = true;
    }
  }

  private static int root(int[] wave, int of) {
    int root = of;
    while (wave[root] != root) {
      root = wave[root];
    }
    return root;
  }
}
