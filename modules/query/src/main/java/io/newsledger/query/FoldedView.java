package io.newsledger.query;

import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.Ends;
import io.newsledger.weighing.FlowFold;
import io.newsledger.weighing.Horizon;
import io.newsledger.weighing.Period;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the ledger would hold true had nothing been published behind a horizon: the claims known by
 * then, folded anew.
 *
 * <p>Serves one question and keeps what it folded for it; not safe for use by several threads.
 */
final class FoldedView implements View {
  private final StateReader state;
  private final Horizon horizon;
  private SortedMap<String, SortedMap<String, OrganisationMovement>> ends;

  FoldedView(StateReader state, Horizon horizon) {
    this.state = state;
    this.horizon = horizon;
  }

  @Override
  public Optional<Career> career(String person) {
    return CareerFold.fold(person, live(Scan.under(state, Stores.CLAIMS_BY_PERSON, person)));
  }

  @Override
  public void careers(Consumer<Career> visitor) {
    PersonClaims gathered = new PersonClaims(visitor);
    Scan.each(state, Stores.CLAIMS_BY_PERSON, gathered);
    gathered.fold();
  }

  @Override
  public List<String> organisations() {
    return List.copyOf(ends().keySet());
  }

  @Override
  public List<OrganisationMovement> movements(String organisation) {
    return List.copyOf(ends().getOrDefault(organisation, new TreeMap<>()).values());
  }

  @Override
  public List<Flow> flows(String organisation) {
    List<OrganisationMovement> movements = movements(organisation);
    TreeMap<String, Period> periods = new TreeMap<>();
    for (OrganisationMovement end : movements) {
      Period.of(end.getMovement().getDate()).forEach(period -> periods.put(period.name(), period));
    }
    return periods.values().stream()
        .flatMap(period -> FlowFold.fold(organisation, period, movements).stream())
        .toList();
  }

  @Override
  public SortedMap<String, List<String>> subjects() {
    TreeMap<String, List<String>> subjects = new TreeMap<>();
    Scan.each(
        state,
        Stores.CLAIMS_BY_POINT,
        row -> {
          if (horizon.stands(row.value().getKnown())) {
            PointKey key = PointKey.of(row.value());
            subjects.put(key.subject(), key.entities());
          }
        });
    return subjects;
  }

  @Override
  public List<SeriesPoint> points(String subject) {
    Map<PointKey, List<MarketClaim>> byPoint = new LinkedHashMap<>();
    for (MarketClaim claim : Scan.under(state, Stores.CLAIMS_BY_POINT, subject)) {
      if (horizon.stands(claim.getKnown())) {
        byPoint.computeIfAbsent(PointKey.of(claim), key -> new ArrayList<>()).add(claim);
      }
    }
    // Rows of claims lie by date, those of points by scope and then date.
    TreeMap<String, SeriesPoint> points = new TreeMap<>();
    byPoint.forEach(
        (key, claims) ->
            PointFold.fold(key, claims)
                .forEach(
                    (scope, point) ->
                        points.put(
                            RowKey.of(
                                key.metric().name(), key.unit(), key.kind(), scope, key.date()),
                            point)));
    return List.copyOf(points.values());
  }

  private SortedMap<String, SortedMap<String, OrganisationMovement>> ends() {
    if (ends == null) {
      SortedMap<String, SortedMap<String, OrganisationMovement>> all = new TreeMap<>();
      careers(
          career ->
              Ends.of(career)
                  .forEach(
                      end ->
                          all.computeIfAbsent(end.getOrganisation(), name -> new TreeMap<>())
                              .put(order(end), end)));
      ends = all;
    }
    return ends;
  }

  private static String order(OrganisationMovement end) {
    return RowKey.of(
        end.getMovement().getDate(),
        end.getPerson(),
        end.getMovement().getId(),
        end.getEnd().name());
  }

  private List<TalentClaim> live(List<TalentClaim> claims) {
    return claims.stream().filter(claim -> horizon.stands(claim.getKnown())).toList();
  }

  /** Gathers the claims of one person after the other and folds them when the next one begins. */
  private final class PersonClaims implements Consumer<Row<TalentClaim>> {
    private final Consumer<Career> visitor;
    private final List<TalentClaim> claims = new ArrayList<>();
    private String person = "";

    PersonClaims(Consumer<Career> visitor) {
      this.visitor = visitor;
    }

    @Override
    public void accept(Row<TalentClaim> row) {
      String subject = Scan.subject(row);
      if (!subject.equals(person)) {
        fold();
        person = subject;
      }
      claims.add(row.value());
    }

    void fold() {
      CareerFold.fold(person, live(claims)).ifPresent(visitor);
      claims.clear();
    }
  }
}
