package io.newsledger.aggregation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A supplier of processors that brings their stores along.
 *
 * @param processors makes one processor a task
 * @param stores builders of the stores they use
 */
record StoringSupplier<K, V, L, W>(
    Supplier<Processor<K, V, L, W>> processors, Set<StoreBuilder<?>> stores)
    implements ProcessorSupplier<K, V, L, W> {
  /** Puts the stores in order of their names: every process describes the topology alike. */
  StoringSupplier {
    stores =
        stores.stream()
            .sorted(Comparator.comparing(StoreBuilder::name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Processor<K, V, L, W> get() {
    return processors.get();
  }
}
