package io.newsledger.aggregation;

import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps claims by id, and passes on those that changed. */
final class ClaimRows<T extends SpecificRecord> extends ContextualProcessor<String, T, String, T> {
  private final Store<T> store;
  private final Function<T, List<KnownInterval>> known;
  private Rows<T> claims;

  private ClaimRows(Store<T> store, Function<T, List<KnownInterval>> known) {
    this.store = store;
    this.known = known;
  }

  static ProcessorSupplier<String, TalentClaim, String, TalentClaim> talent(EventSerdes serdes) {
    return supplier(Stores.TALENT_CLAIMS, TalentClaim::getKnown, serdes);
  }

  static ProcessorSupplier<String, MarketClaim, String, MarketClaim> market(EventSerdes serdes) {
    return supplier(Stores.MARKET_CLAIMS, MarketClaim::getKnown, serdes);
  }

  private static <T extends SpecificRecord> ProcessorSupplier<String, T, String, T> supplier(
      Store<T> store, Function<T, List<KnownInterval>> known, EventSerdes serdes) {
    return new StoringSupplier<>(
        () -> new ClaimRows<>(store, known), Set.of(Rows.builder(store, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, T> context) {
    super.init(context);
    claims = Rows.of(context, store);
  }

  @Override
  public void process(Record<String, T> message) {
    T claim = message.value();
    if (claim == null) {
      return;
    }
    boolean forgotten = known.apply(claim).isEmpty();
    if (claims.change(message.key(), forgotten ? null : claim)) {
      context().forward(message);
    }
  }
}
