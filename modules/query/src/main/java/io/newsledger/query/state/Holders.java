package io.newsledger.query.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Which other instances keep a partition, as the last rebalance had it.
 *
 * @param owner works on it; empty if that is this instance, or nobody knows
 * @param copies have copies of it
 */
record Holders(Optional<HostInfo> owner, List<HostInfo> copies) {
  private static final Comparator<HostInfo> BY_NAME = Comparator.comparing(HostInfo::toString);
  private static final Holders UNKNOWN = new Holders(Optional.empty(), List.of());

  Holders {
    copies = List.copyOf(copies);
  }

  static Holders of(KafkaStreams streams, String store, int partition, HostInfo self) {
    try {
      KeyQueryMetadata found =
          streams.queryMetadataForKey(
              store, "", (topic, key, value, count) -> Optional.of(Set.of(partition)));
      if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return UNKNOWN;
      }
      return new Holders(
          Optional.of(found.activeHost()).filter(host -> isOther(host, self)),
          found.standbyHosts().stream()
              .filter(host -> isOther(host, self))
              .sorted(BY_NAME)
              .toList());
    } catch (InvalidStateStoreException | IllegalStateException e) {
      // It has not started, or has ended.
      return UNKNOWN;
    }
  }

  /** An instance that tells no address cannot be asked. */
  private static boolean isOther(HostInfo host, HostInfo self) {
    return !host.equals(HostInfo.unavailable()) && !host.equals(self);
  }
}
