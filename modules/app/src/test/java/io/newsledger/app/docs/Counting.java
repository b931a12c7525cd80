package io.newsledger.app.docs;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Counts words: something to draw. */
final class Counting implements ProcessorSupplier<String, String, String, Long> {
  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore("totals"), Serdes.String(), Serdes.Long()));
  }

  @Override
  public Processor<String, String, String, Long> get() {
    return new Processor<>() {
      private ProcessorContext<String, Long> context;
      private KeyValueStore<String, Long> totals;

      @Override
      public void init(ProcessorContext<String, Long> given) {
        context = given;
        totals = given.getStateStore("totals");
      }

      @Override
      public void process(Record<String, String> word) {
        Long before = totals.get(word.key());
        long total = before == null ? 1 : before + 1;
        totals.put(word.key(), total);
        context.forward(word.withValue(total));
      }
    };
  }
}
