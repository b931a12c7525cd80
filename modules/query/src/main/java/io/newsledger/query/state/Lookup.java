package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rows by their keys, in partitions that this instance does not work on: asked of the instances
 * that do, then of copies. For one thread.
 *
 * @param local copies that are kept here
 * @param elsewhere other instances
 * @param origins notes where rows came from
 * @param store to ask
 * @param places partitions in which the row of a key may lie
 * @param unread partitions that are still to be asked, and why they were not; changed from here
 */
record Lookup<T extends SpecificRecord>(
    LocalRows local,
    Optional<Elsewhere> elsewhere,
    Origins origins,
    Store<T> store,
    Function<String, List<Integer>> places,
    Map<Integer, StateUnavailable> unread) {

  /**
   * Finds what of the keys is not found yet.
   *
   * @throws StateUnavailable if that of one lies in a partition that nobody answers for, or may
   */
  void find(Collection<String> keys, Map<String, T> found) {
    elsewhere.ifPresent(one -> one.getOfOwners(this, keys, found));
    for (int partition : List.copyOf(unread.keySet())) {
      List<String> wanted = wanted(keys, found, List.of(partition));
      if (!wanted.isEmpty()) {
        copy(partition, wanted, found);
      }
    }
    elsewhere.ifPresent(one -> one.getOfCopies(this, keys, found));
    for (int partition : unread.keySet()) {
      if (!wanted(keys, found, List.of(partition)).isEmpty()) {
        StateUnavailable why = unread.get(partition);
        throw elsewhere.map(one -> one.why(store, partition, why)).orElse(why);
      }
    }
  }

  /** The keys that are not found and may lie in one of these partitions. */
  List<String> wanted(
      Collection<String> keys, Map<String, T> found, Collection<Integer> partitions) {
    TreeSet<Integer> asked = new TreeSet<>(partitions);
    return keys.stream()
        .filter(key -> !found.containsKey(key))
        .filter(key -> places.apply(key).stream().anyMatch(asked::contains))
        .toList();
  }

  private void copy(int partition, List<String> wanted, Map<String, T> found) {
    try {
      LocalRows.Copied<Boolean> copied =
          local.readCopy(
              store,
              partition,
              rows -> {
                wanted.forEach(
                    key ->
                        Optional.ofNullable(rows.get(key)).ifPresent(row -> found.put(key, row)));
                return true;
              });
      origins.copy(copied.lag());
      unread.remove(partition);
    } catch (StateUnavailable e) {
      unread.put(partition, e);
    }
  }
}
