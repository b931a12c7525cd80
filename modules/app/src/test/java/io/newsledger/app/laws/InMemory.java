package io.newsledger.app.laws;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
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

/** Keeps the stores of aggregation in memory: files take longer than the work of a short life. */
public final class InMemory implements ProcessorWrapper {
  private static final EventSerdes SERDES = EventSerdes.singleObject();

  /** Processors that share a store must bring the same builder. */
  private final Map<String, StoreBuilder<?>> builders = new HashMap<>();

  /** Made by Kafka Streams, by name. */
  public InMemory() {}

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
                  store -> stores.add(builders.computeIfAbsent(store.name(), InMemory::inMemory)));
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
    return Stores.ALL.stream()
        .filter(store -> store.name().equals(name))
        .map(InMemory::builder)
        .findFirst()
        .orElseThrow();
  }

  private static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> builder(
      Store<T> store) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(store.name()),
            Serdes.String(),
            SERDES.of(store.type()))
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }
}
