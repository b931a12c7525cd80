package io.newsledger.weighing;

import io.newsledger.events.Bound;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sets of claims in which waves of departures and large changes of figures are likely. Of one seed
 * their ids are not those of {@link ClaimSets}.
 */
public final class ViewSets {
  private static final String[] PEOPLE = {
    "Ada Vale", "Vale Ada", "Bo Quill", "Cy Marsh", "Di Fern", "Ed Holt", "Flo Reed", "Gus Lark"
  };
  private static final String[] FROM = {"Northlab", "Northlab", "Northlab", "Southlab", null};
  private static final String[] TO = {null, null, null, "Southlab", "Eastlab"};
  private static final String[] UNITS = {"Orbit", "Orbit", "orbit ", "Lantern", null};
  private static final String[] SOURCES = {"Wire", "Desk", "Post", null};
  private static final Modality[] MODALITIES = {
    Modality.REPORTED,
    Modality.REPORTED,
    Modality.REPORTED,
    Modality.REPORTED,
    Modality.ANNOUNCED,
    Modality.RUMOURED,
    Modality.DENIED
  };
  private static final String[] DATES = {
    "2024",
    "2024-11",
    "2025",
    "2025-01",
    "2025-01-14",
    "2025-06",
    "2025-06-30",
    "2026",
    "2026-01",
    "2026-02-03",
    "2026-02",
    null
  };
  private static final Double[] VALUES = {0.0, 1.0, 15.0, 40.0, 40.2, 44.0, 55.0, 60.0};

  private static final Metric[] METRICS = {
    Metric.MARKET_SHARE, Metric.MARKET_SHARE, Metric.REVENUE
  };
  private static final String[] SCOPES = {null, null, "Europe"};
  private static final Bound[] BOUNDS = {Bound.EXACT, Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST};

  private ViewSets() {}

  /** As many claims on departures as asked for, all of them from the seed. */
  public static List<TalentClaim> departures(long seed, int count) {
    Random random = new Random(~seed);
    List<TalentClaim> claims = new ArrayList<>();
    while (claims.size() < count) {
      String from = any(random, FROM);
      String to = any(random, TO);
      if (from != null || to != null) {
        claims.add(
            ClaimSets.talent(id(random, claims.size()), published(random))
                .setPerson(any(random, PEOPLE))
                .setSource(any(random, SOURCES))
                .setFrom(from)
                .setTo(to)
                .setUnit(any(random, UNITS))
                .setDate(date(random))
                .setModality(any(random, MODALITIES))
                .build());
      }
    }
    return claims;
  }

  /** As many claims on shares, users and revenue as asked for, all of them from the seed. */
  public static List<MarketClaim> figures(long seed, int count) {
    Random random = new Random(~seed);
    List<MarketClaim> claims = new ArrayList<>();
    while (claims.size() < count) {
      Metric metric = any(random, METRICS);
      claims.add(
          ClaimSets.market(id(random, claims.size()), published(random))
              .setEntities(random.nextInt(4) == 0 ? List.of("Comet", "Orbit") : List.of("Orbit"))
              .setSource(any(random, SOURCES))
              .setMetric(metric)
              .setUnit(metric == Metric.MARKET_SHARE ? "PERCENT" : "USD")
              .setScope(any(random, SCOPES))
              .setValue(any(random, VALUES))
              .setBound(any(random, BOUNDS))
              .setAsOf(any(random, DATES))
              .setModality(any(random, MODALITIES))
              .build());
    }
    return claims;
  }

  /** The ends at an organisation that these claims come to. */
  public static List<OrganisationMovement> ends(
      Collection<TalentClaim> claims, String organisation) {
    Map<String, List<TalentClaim>> people = new TreeMap<>();
    claims.forEach(
        claim ->
            people
                .computeIfAbsent(NameKey.of(claim.getPerson()), key -> new ArrayList<>())
                .add(claim));
    List<OrganisationMovement> ends = new ArrayList<>();
    people.forEach(
        (person, of) ->
            Ends.of(CareerFold.fold(person, of).orElse(null)).stream()
                .filter(end -> end.getOrganisation().equals(organisation))
                .forEach(ends::add));
    return ends;
  }

  /** The points that these claims come to, by series: all parts of their keys but the date. */
  public static Map<List<String>, List<SeriesPoint>> series(Collection<MarketClaim> claims) {
    Map<PointKey, List<MarketClaim>> keys = new TreeMap<>(Comparator.comparing(PointKey::toString));
    claims.forEach(
        claim -> keys.computeIfAbsent(PointKey.of(claim), k -> new ArrayList<>()).add(claim));
    Map<List<String>, List<SeriesPoint>> series =
        new TreeMap<>(Comparator.comparing(List::toString));
    keys.forEach(
        (key, of) ->
            PointFold.fold(key, of)
                .values()
                .forEach(
                    point ->
                        series
                            .computeIfAbsent(
                                PointKey.place(point).subList(0, 5), k -> new ArrayList<>())
                            .add(point)));
    return series;
  }

  private static String date(Random random) {
    String day = LocalDate.of(2026, 1, 20).plusDays(random.nextInt(80)).toString();
    return switch (random.nextInt(12)) {
      case 0 -> null;
      case 1 -> "2026";
      case 2, 3 -> day.substring(0, 7);
      default -> day;
    };
  }

  private static String published(Random random) {
    return "2026-03-0" + (1 + random.nextInt(6));
  }

  private static String id(Random random, int index) {
    return String.format("%08x", random.nextInt()) + index;
  }

  private static <T> T any(Random random, T[] values) {
    return Arrays.asList(values).get(random.nextInt(values.length));
  }
}
