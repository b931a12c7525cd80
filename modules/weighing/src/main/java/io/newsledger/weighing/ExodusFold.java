package io.newsledger.weighing;

import io.newsledger.events.Departure;
import io.newsledger.events.Exodus;
import io.newsledger.events.OrganisationMovement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds where many people left one organisation, or one unit of it, within few days.
 *
 * <p>Counted are departures that are reported or announced, denied by nobody, and dated to the
 * month at least. A wave of them is an alert on the organisation; a wave among those of one unit is
 * an alert on the unit. Where both hold the same departures, the unit's stands alone.
 *
 * <p>The unit told of a departure is the unit left, unless a destination is known too: it may then
 * be the unit joined, and counts only if somebody without a destination left it in the same wave.
 */
public final class ExodusFold {
  /** From so many days on, no two waves of one organisation begin in one month. */
  private static final int MONTH = 30;

  private ExodusFold() {}

  /**
   * The alerts on an organisation, in order of their keys. Departures more than {@link
   * ExodusRule#days()} apart from all others have no bearing on these.
   *
   * @param ends movements at this organisation, in any order; those that do not count are passed
   *     over
   */
  public static List<Exodus> fold(
      String organisation, ExodusRule rule, Collection<OrganisationMovement> ends) {
    List<Leaver> leavers = ends.stream().flatMap(end -> Leaver.of(end).stream()).toList();
    List<Exodus> alerts = new ArrayList<>();
    for (Wave whole : Wave.of(leavers, rule)) {
      boolean told = false;
      for (Map.Entry<String, List<Leaver>> unit : byUnit(whole).entrySet()) {
        for (Wave part : Wave.of(unit.getValue(), rule)) {
          alerts.add(alert(organisation, rule, worded(part), part));
          told |= part.certain().size() == whole.certain().size();
        }
      }
      if (!told) {
        alerts.add(alert(organisation, rule, null, whole));
      }
    }
    alerts.sort(Comparator.comparing(ExodusKey::of));
    return List.copyOf(alerts);
  }

  /**
   * Where alerts may be other ones when a movement changes; empty if it bears on none. What is a
   * rumour now may have been more before, so its certainty does not matter here.
   */
  public static Optional<PartialDate> touched(OrganisationMovement end) {
    return Leaver.date(end);
  }

  /** When a movement bears on alerts; empty if it does not. */
  public static Optional<PartialDate> date(OrganisationMovement end) {
    return Leaver.of(end).map(Leaver::date);
  }

  private static Map<String, List<Leaver>> byUnit(Wave wave) {
    Set<String> left = new HashSet<>();
    wave.certain().stream().filter(Leaver::tellsUnitLeft).map(Leaver::unit).forEach(left::add);
    TreeMap<String, List<Leaver>> units = new TreeMap<>();
    for (List<Leaver> leavers : List.of(wave.certain(), wave.contested())) {
      for (Leaver leaver : leavers) {
        if (left.contains(leaver.unit())) {
          units.computeIfAbsent(leaver.unit(), unit -> new ArrayList<>()).add(leaver);
        }
      }
    }
    return units;
  }

  private static Exodus alert(String organisation, ExodusRule rule, String unit, Wave wave) {
    LocalDate from = wave.certain().get(0).date().first();
    LocalDate to =
        wave.certain().stream()
            .map(leaver -> leaver.date().last())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Exodus.newBuilder()
        .setOrganisation(organisation)
        .setUnit(unit)
        .setStart(rule.days() < MONTH ? from.toString() : from.toString().substring(0, 7))
        .setFrom(from.toString())
        .setTo(to.toString())
        .setPeople((int) wave.certain().stream().map(Leaver::person).distinct().count())
        .setDepartures(departures(wave.certain()))
        .setContested(departures(wave.contested()))
        .setMovements(
            List.copyOf(
                wave.certain().stream()
                    .map(leaver -> leaver.movement().getId())
                    .collect(Collectors.toCollection(TreeSet::new))))
        .setAtLeast(rule.people())
        .setWithinDays(rule.days())
        .build();
  }

  private static List<Departure> departures(List<Leaver> leavers) {
    return leavers.stream().map(Leaver::departure).toList();
  }

  /** The wording of most movements; of equals the first. */
  private static String worded(Wave wave) {
    return wave.certain().stream()
        .map(leaver -> leaver.movement().getUnit())
        .collect(Collectors.groupingBy(unit -> unit, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .min(
            Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }
}
