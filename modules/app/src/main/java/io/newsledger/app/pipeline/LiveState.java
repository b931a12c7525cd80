package io.newsledger.app.pipeline;

import io.newsledger.events.topic.Store;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.Origins;
import io.newsledger.query.state.StateReader;
import io.newsledger.weighing.Thresholds;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/** The state of the generation that is live, whichever that is. Safe for use by several threads. */
final class LiveState implements StateReader {
  private volatile StateReader state;
  private volatile Thresholds thresholds;

  LiveState(Applications live) {
    become(live);
  }

  /** From now on questions go there. */
  void become(Applications other) {
    thresholds = other.thresholds();
    state = other.state();
  }

  /** What it was made by. */
  Thresholds thresholds() {
    return thresholds;
  }

  @Override
  public Optional<String> version() {
    return state.version();
  }

  @Override
  public Optional<String> versionLately() {
    return state.versionLately();
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    return state.get(store, key);
  }

  @Override
  public <T extends SpecificRecord> Map<String, T> getAll(Store<T> store, Collection<String> keys) {
    return state.getAll(store, keys);
  }

  /** That of now: what is asked there is of one generation. */
  @Override
  public StateReader noting(Origins origins) {
    return state.noting(origins);
  }

  @Override
  public void check(Store<?> store) {
    state.check(store);
  }

  @Override
  public <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor) {
    return state.visit(store, keys, limit, visitor);
  }
}
