package io.newsledger.aggregation;

import io.newsledger.events.topic.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps the rows of all processors in memory. Opening, committing and closing files is nearly all
 * the time that a topology on disk takes when it lives for a few records only.
 */
public final class InMemoryStores implements ProcessorWrapper {
  /** Processors that share a store must bring the same builder. */
  private final Map<String, StoreBuilder<?>> builders = new HashMap<>();

  /** Made by Kafka Streams, by name. */
  public InMemoryStores() {}

  @Override
  public <K, V, L, W> WrappedProcessorSupplier<K, V, L, W> wrapProcessorSupplier(
      String processor, ProcessorSupplier<K, V, L, W> supplier) {
    return new WrappedProcessorSupplier<>() {
      @Override
      public Processor<K, V, L, W> get() {
        return supplier.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores = new HashSet<>();
        if (supplier.stores() != null) {
          supplier
              .stores()
              .forEach(
                  builder ->
                      stores.add(
                          builders.computeIfAbsent(builder.name(), InMemoryStores::inMemory)));
        }
        return stores;
      }
    };
  }

  @Override
  public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
      String processor, FixedKeyProcessorSupplier<K, V, W> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private static StoreBuilder<?> inMemory(String name) {
    for (Store<?> store : io.newsledger.events.topic.Stores.ALL) {
      if (store.name().equals(name)) {
        return builder(store);
      }
    }
    throw new IllegalArgumentException("no store of the catalogue: " + name);
  }

  private static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> builder(
      Store<T> store) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(store.name()),
            Serdes.String(),
            LedgerDriver.SERDES.of(store.type()))
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }
}
