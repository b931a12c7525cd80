package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import io.newsledger.query.state.Peers.Answer;
import io.newsledger.query.state.Peers.Part;
import io.newsledger.query.state.Peers.PeerException;
import io.newsledger.query.state.Peers.Row;
import io.newsledger.query.state.Peers.Where;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that other instances keep. Safe for use by several threads. */
final class Elsewhere {
  private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

  private final KafkaStreams streams;
  private final String application;
  private final Peers peers;

  Elsewhere(KafkaStreams streams, String application, Peers peers) {
    this.streams = streams;
    this.application = application;
    this.peers = peers;
  }

  /** Whether another instance is known to work on a partition. */
  boolean isOwned(Store<?> store, int partition) {
    return holders(store, partition).owner().isPresent();
  }

  /** Asks those who work on the partitions that are unread; those that answer are read then. */
  <T extends SpecificRecord> void getOfOwners(
      Lookup<T> lookup, Collection<String> keys, Map<String, T> found) {
    get(lookup, keys, found, false, holders -> holders.owner().stream().toList());
  }

  /** Asks those who have copies of the partitions that are unread. */
  <T extends SpecificRecord> void getOfCopies(
      Lookup<T> lookup, Collection<String> keys, Map<String, T> found) {
    get(lookup, keys, found, true, Holders::copies);
  }

  private <T extends SpecificRecord> void get(
      Lookup<T> lookup,
      Collection<String> keys,
      Map<String, T> found,
      boolean copies,
      Function<Holders, List<HostInfo>> whom) {
    Map<HostInfo, TreeSet<Integer>> asked = new LinkedHashMap<>();
    for (int partition : lookup.unread().keySet()) {
      for (HostInfo host : whom.apply(holders(lookup.store(), partition))) {
        asked.computeIfAbsent(host, key -> new TreeSet<>()).add(partition);
      }
    }
    asked.forEach(
        (host, partitions) -> {
          partitions.retainAll(lookup.unread().keySet());
          List<String> wanted = lookup.wanted(keys, found, partitions);
          if (!wanted.isEmpty()) {
            try {
              Where where = new Where(host, application, copies);
              Answer<Map<String, T>> answer =
                  peers.get(where, lookup.store(), List.copyOf(partitions), wanted);
              note(lookup.origins(), copies, answer);
              found.putAll(answer.rows());
              lookup.unread().keySet().removeAll(partitions);
            } catch (PeerException e) {
              LOG.debug("{} does not answer for {} of {}", host, partitions, lookup.store(), e);
            }
          }
        });
  }

  /** Visits rows where they are worked on; whether that went well. */
  <T extends SpecificRecord> boolean visitOwner(
      Store<T> store, int partition, Keys keys, Walk<T> walk, Origins origins) {
    return holders(store, partition).owner().stream()
        .anyMatch(
            host ->
                visit(new Where(host, application, false), store, partition, keys, walk, origins));
  }

  /** Visits rows of a copy; whether that went well. */
  <T extends SpecificRecord> boolean visitCopies(
      Store<T> store, int partition, Keys keys, Walk<T> walk, Origins origins) {
    return holders(store, partition).copies().stream()
        .anyMatch(
            host ->
                visit(new Where(host, application, true), store, partition, keys, walk, origins));
  }

  private <T extends SpecificRecord> boolean visit(
      Where where, Store<T> store, int partition, Keys keys, Walk<T> walk, Origins origins) {
    Keys rest = keys;
    try {
      while (true) {
        // One more than may be visited shows whether there are more.
        int most = walk.left() == Integer.MAX_VALUE ? walk.left() : walk.left() + 1;
        Answer<Part<T>> answer = peers.visit(where, store, partition, rest, most);
        note(origins, where.copies(), answer);
        List<Row<T>> rows = answer.rows().rows();
        rows.forEach(row -> walk.visit(row.key(), row.value()));
        if (walk.isCutShort() || !answer.rows().more()) {
          return true;
        }
        if (rows.isEmpty()) {
          throw new PeerException(where.host() + " has more rows and gives none", null);
        }
        rest = rest.after(rows.get(rows.size() - 1).key());
      }
    } catch (PeerException e) {
      LOG.debug("{} does not answer for partition {} of {}", where, partition, store, e);
      if (walk.visited() > 0) {
        // What was handed on cannot be taken back.
        throw new StateUnavailable(Reason.UNREACHABLE, store.name(), e);
      }
      return false;
    }
  }

  /** Why a partition is not read, after all was tried. */
  StateUnavailable why(Store<?> store, int partition, StateUnavailable here) {
    boolean silent = here.reason() == Reason.NOT_HERE && isOwned(store, partition);
    return silent ? new StateUnavailable(Reason.UNREACHABLE, store.name(), here) : here;
  }

  private static void note(Origins origins, boolean copies, Answer<?> answer) {
    origins.elsewhere();
    if (copies) {
      origins.copy(answer.lag());
    }
  }

  private Holders holders(Store<?> store, int partition) {
    return Holders.of(streams, store.name(), partition, peers.self());
  }
}
