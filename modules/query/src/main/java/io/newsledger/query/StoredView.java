package io.newsledger.query;

import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.topic.Stores;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the ledger holds true now, as aggregation keeps it.
 *
 * @param state the stores
 */
record StoredView(StateReader state) implements View {
  @Override
  public Optional<Career> career(String person) {
    return state.get(Stores.CAREERS, person);
  }

  @Override
  public void careers(Consumer<Career> visitor) {
    Scan.each(state, Stores.CAREERS, row -> visitor.accept(row.value()));
  }

  @Override
  public List<String> organisations() {
    return Scan.subjects(state, Stores.MOVEMENTS).stream().map(Scan::subject).sorted().toList();
  }

  @Override
  public List<OrganisationMovement> movements(String organisation) {
    return Scan.under(state, Stores.MOVEMENTS, organisation);
  }

  @Override
  public List<Flow> flows(String organisation) {
    return Scan.under(state, Stores.FLOWS, organisation);
  }

  @Override
  public SortedMap<String, List<String>> subjects() {
    TreeMap<String, List<String>> subjects = new TreeMap<>();
    Scan.subjects(state, Stores.SERIES)
        .forEach(row -> subjects.put(Scan.subject(row), row.value().getEntities()));
    return subjects;
  }

  @Override
  public List<SeriesPoint> points(String subject) {
    return Scan.under(state, Stores.SERIES, subject);
  }
}
