package io.newsledger.aggregation;

import java.util.Set;
import java.util.function.Supplier;
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
  @Override
  public Processor<K, V, L, W> get() {
    return processors.get();
  }
}
