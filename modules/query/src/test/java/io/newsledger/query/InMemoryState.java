package io.newsledger.query;

import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.PersonLink;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateUnavailable;
import io.newsledger.weighing.AliasKey;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.Ends;
import io.newsledger.weighing.ExodusFold;
import io.newsledger.weighing.ExodusKey;
import io.newsledger.weighing.ExodusRule;
import io.newsledger.weighing.FlowFold;
import io.newsledger.weighing.Horizon;
import io.newsledger.weighing.NameKey;
import io.newsledger.weighing.NameLinks;
import io.newsledger.weighing.Period;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.ShiftFold;
import io.newsledger.weighing.ShiftRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * State in memory with the rows that aggregation makes of the same claims, parted by subject as
 * partitions part it, so that no subject can rely on the place of another.
 */
public final class InMemoryState implements StateReader {
  private final Map<String, List<NavigableMap<String, SpecificRecord>>> stores = new HashMap<>();
  private volatile StateUnavailable.Reason unavailable;
  private volatile String version;

  /** State without a row. */
  public InMemoryState() {
    this(List.of(), List.of(), List.of(), List.of());
  }

  /** State of these articles and claims, each claim once. */
  public InMemoryState(
      Collection<Article> articles,
      Collection<TalentClaim> talent,
      Collection<MarketClaim> market) {
    this(articles, talent, market, List.of());
  }

  /** State of these articles, claims and links, each once. */
  public InMemoryState(
      Collection<Article> articles,
      Collection<TalentClaim> talent,
      Collection<MarketClaim> market,
      Collection<EntityAlias> aliases) {
    NameLinks links = NameLinks.of(aliases);
    Stores.ALL.forEach(
        store ->
            stores.put(store.name(), List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>())));
    articles.forEach(
        article ->
            put(Stores.ARTICLES, RowKey.of(article.getId(), article.getRevision()), article));
    Map<String, List<TalentClaim>> people = new LinkedHashMap<>();
    for (TalentClaim claim : talent) {
      String name = NameKey.of(claim.getPerson());
      String person = links.person(name);
      put(Stores.TALENT_CLAIMS, claim.getId(), claim);
      put(Stores.CLAIMS_BY_PERSON, RowKey.of(person, claim.getId()), claim);
      people.computeIfAbsent(person, key -> new ArrayList<>()).add(claim);
    }
    for (EntityAlias alias : aliases) {
      String name = AliasKey.of(alias).name();
      if (!links.person(name).equals(name)) {
        put(Stores.LINKS, name, new PersonLink(name, links.person(name)));
      }
    }
    List<OrganisationMovement> ends = new ArrayList<>();
    people.forEach((person, claims) -> career(person, claims, ends));
    flows(ends);
    figures(market);
  }

  /** From now on nothing can be read; null ends that. */
  public void fail(StateUnavailable.Reason reason) {
    unavailable = reason;
  }

  /** From now on the content has this name. */
  public void version(String name) {
    version = name;
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    checkAvailable(store);
    return partitions(store).stream()
        .flatMap(rows -> Optional.ofNullable(rows.get(key)).stream())
        .map(store.type()::cast)
        .findFirst();
  }

  @Override
  public <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor) {
    checkAvailable(store);
    int count = 0;
    for (NavigableMap<String, SpecificRecord> rows : partitions(store)) {
      var wanted = keys.unbounded() ? rows : rows.subMap(keys.first(), true, keys.last(), true);
      for (Map.Entry<String, SpecificRecord> row : wanted.entrySet()) {
        count++;
        if (count > limit) {
          return true;
        }
        visitor.accept(row.getKey(), store.type().cast(row.getValue()));
      }
    }
    return false;
  }

  private void career(String person, List<TalentClaim> claims, List<OrganisationMovement> ends) {
    List<TalentClaim> live =
        claims.stream().filter(claim -> Horizon.latest().stands(claim.getKnown())).toList();
    Optional<Career> career = CareerFold.fold(person, live);
    career.ifPresent(one -> put(Stores.CAREERS, person, one));
    ends.addAll(Ends.of(career.orElse(null)));
  }

  private void flows(List<OrganisationMovement> ends) {
    Map<String, List<OrganisationMovement>> byOrganisation = new LinkedHashMap<>();
    for (OrganisationMovement end : ends) {
      String row =
          RowKey.of(
              end.getOrganisation(),
              end.getMovement().getDate(),
              end.getPerson(),
              end.getMovement().getId(),
              end.getEnd().name());
      put(Stores.MOVEMENTS, row, end);
      byOrganisation.computeIfAbsent(end.getOrganisation(), key -> new ArrayList<>()).add(end);
    }
    byOrganisation.forEach(
        (organisation, movements) ->
            ExodusFold.fold(organisation, ExodusRule.DEFAULT, movements)
                .forEach(
                    alert -> {
                      ExodusKey key = ExodusKey.of(alert);
                      put(Stores.ALERTS, RowKey.of(organisation, key.start(), key.unit()), alert);
                    }));
    byOrganisation.forEach(
        (organisation, movements) ->
            movements.stream()
                .flatMap(end -> Period.of(end.getMovement().getDate()).stream())
                .distinct()
                .forEach(
                    period ->
                        FlowFold.fold(organisation, period, movements)
                            .ifPresent(
                                flow ->
                                    put(
                                        Stores.FLOWS,
                                        RowKey.of(organisation, period.name()),
                                        flow))));
  }

  private void figures(Collection<MarketClaim> market) {
    Map<PointKey, List<MarketClaim>> live = new LinkedHashMap<>();
    for (MarketClaim claim : market) {
      PointKey key = PointKey.of(claim);
      put(Stores.MARKET_CLAIMS, claim.getId(), claim);
      put(
          Stores.CLAIMS_BY_POINT,
          RowKey.of(
              key.subject(),
              key.metric().name(),
              key.unit(),
              key.kind(),
              key.date(),
              claim.getId()),
          claim);
      if (Horizon.latest().stands(claim.getKnown())) {
        live.computeIfAbsent(key, point -> new ArrayList<>()).add(claim);
      }
    }
    Map<List<String>, List<SeriesPoint>> series = new LinkedHashMap<>();
    live.forEach(
        (key, claims) ->
            PointFold.fold(key, claims)
                .values()
                .forEach(
                    point ->
                        series
                            .computeIfAbsent(
                                PointKey.place(point).subList(0, 5), k -> new ArrayList<>())
                            .add(point)));
    series.forEach(
        (place, points) ->
            ShiftFold.fold(ShiftRule.DEFAULT, points)
                .forEach(
                    shift -> {
                      List<String> row = new ArrayList<>(place);
                      row.add(shift.getAfter().getDate());
                      put(Stores.SHIFTS, RowKey.of(row.toArray(String[]::new)), shift);
                    }));
    live.forEach(
        (key, claims) ->
            PointFold.fold(key, claims)
                .forEach(
                    (scope, point) ->
                        put(
                            Stores.SERIES,
                            RowKey.of(
                                key.subject(),
                                key.metric().name(),
                                key.unit(),
                                key.kind(),
                                scope,
                                key.date()),
                            point)));
  }

  private void put(Store<?> store, String key, SpecificRecord row) {
    String subject = RowKey.parts(key).get(0);
    var partitions = partitions(store);
    partitions.get(Math.floorMod(subject.hashCode(), partitions.size())).put(key, row);
  }

  private List<NavigableMap<String, SpecificRecord>> partitions(Store<?> store) {
    return stores.get(store.name());
  }

  private void checkAvailable(Store<?> store) {
    StateUnavailable.Reason reason = unavailable;
    if (reason != null) {
      throw new StateUnavailable(reason, store.name(), null);
    }
  }
}
